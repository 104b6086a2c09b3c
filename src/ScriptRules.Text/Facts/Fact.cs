namespace ScriptRules.Text.Facts;

/// <summary>What was found in a conversation, and where. Rules speak of facts only.</summary>
/// <remarks>
/// Facts are compared by reference, never change, and carry every number that a rule compares, so that rules need no arithmetic
/// beyond an offset. The fields have one meaning in every kind of fact; a field that a kind does not use is 0.
/// </remarks>
public abstract class Fact
{
    private protected Fact(FactKind kind) => Kind = kind;

    /// <summary>Which sealed class this is.</summary>
    public FactKind Kind { get; }

    /// <summary>The index of the turn in the conversation.</summary>
    public int Turn { get; init; }

    /// <summary>The place in that turn, in UTF-16 units as sent.</summary>
    public TextSpan Span { get; init; }

    /// <summary>Who said it.</summary>
    public SpeakerRole Speaker { get; init; }

    /// <summary>How many times the agent had taken the floor, this turn included. Turns that follow each other without a customer between count once.</summary>
    public int AgentRun { get; init; }

    /// <summary>How many things the customer had brought up, this turn included. Mere acknowledgements bring up nothing.</summary>
    public int Round { get; init; }

    /// <summary>The concept of a <see cref="Mention"/> or a <see cref="Promise"/>.</summary>
    public int Concept { get; init; }

    /// <summary>How it was said.</summary>
    public MentionTraits Traits { get; init; }

    /// <summary>What came before: for a mention before its sentence, and before its turn.</summary>
    public Progress Before { get; init; }

    /// <summary>What there was with its sentence and its turn.</summary>
    public Progress UpTo { get; init; }

    /// <summary>Where it starts, in UTF-16 units from the start of the conversation; a turn's end counts as one.</summary>
    public int Position { get; init; }

    /// <summary>Where it ends, likewise.</summary>
    public int PositionEnd { get; init; }

    /// <summary>Which of its kind and concept it is, from 1: of those that its speaker said.</summary>
    public int Ordinal { get; init; }

    /// <summary>Which of its kind and concept it is, from 1: of those that anybody said.</summary>
    public int OrdinalOfAll { get; init; }

    /// <summary>Which part of the conversation's text, as sent, comes before it: in hundredths of a percent, rounded down.</summary>
    public int Percent { get; init; }

    /// <summary>When it began, in milliseconds from the start; −1 when unknown.</summary>
    public int StartsAt { get; init; } = -1;

    /// <summary>When it was over, in milliseconds from the start; −1 when unknown.</summary>
    public int EndsAt { get; init; } = -1;

    /// <summary>Where the two times come from.</summary>
    public TimeSource TimesFrom { get; init; }

    /// <summary>The value of <paramref name="field"/> as a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such field.</exception>
    public int Get(FactField field) => field switch
    {
        FactField.Turn => Turn,
        FactField.Start => Span.Start,
        FactField.End => Span.End,
        FactField.Speaker => (int)Speaker,
        FactField.AgentRun => AgentRun,
        FactField.Round => Round,
        FactField.Concept => Concept,
        FactField.Traits => (int)Traits,
        FactField.Turns => UpTo.Turns,
        FactField.AgentTurns => UpTo.AgentTurns,
        FactField.CustomerTurns => UpTo.CustomerTurns,
        FactField.Sentences => UpTo.Sentences,
        FactField.AgentSentences => UpTo.AgentSentences,
        FactField.CustomerSentences => UpTo.CustomerSentences,
        FactField.TurnsBefore => Before.Turns,
        FactField.AgentTurnsBefore => Before.AgentTurns,
        FactField.CustomerTurnsBefore => Before.CustomerTurns,
        FactField.SentencesBefore => Before.Sentences,
        FactField.AgentSentencesBefore => Before.AgentSentences,
        FactField.CustomerSentencesBefore => Before.CustomerSentences,
        FactField.Position => Position,
        FactField.PositionEnd => PositionEnd,
        FactField.Ordinal => Ordinal,
        FactField.OrdinalOfAll => OrdinalOfAll,
        FactField.Percent => Percent,
        FactField.StartsAt => StartsAt,
        FactField.EndsAt => EndsAt,
        _ => Special(field),
    };

    /// <summary>The fields that only one kind of fact has.</summary>
    private protected virtual int Special(FactField field) =>
        Enum.IsDefined(field) ? 0 : throw new ArgumentOutOfRangeException(nameof(field), field, null);
}

/// <summary>The kinds of facts; each is one sealed class.</summary>
public enum FactKind
{
    /// <summary><see cref="Facts.Utterance"/></summary>
    Utterance,

    /// <summary><see cref="Facts.Mention"/></summary>
    Mention,

    /// <summary><see cref="Facts.PartyName"/></summary>
    PartyName,

    /// <summary><see cref="Facts.NameUse"/></summary>
    NameUse,

    /// <summary><see cref="Facts.Clock"/></summary>
    Clock,

    /// <summary><see cref="Facts.Mark"/></summary>
    Mark,

    /// <summary><see cref="Facts.Silence"/></summary>
    Silence,

    /// <summary><see cref="Facts.Overlap"/></summary>
    Overlap,

    /// <summary><see cref="Facts.Measured"/></summary>
    Measured,

    /// <summary><see cref="Facts.Ending"/></summary>
    Ending,

    /// <summary><see cref="Facts.Metadata"/></summary>
    Metadata,

    /// <summary><see cref="Facts.Entity"/></summary>
    Entity,

    /// <summary><see cref="Facts.Promise"/></summary>
    Promise,
}

/// <summary>What a condition can compare.</summary>
public enum FactField
{
    /// <summary><see cref="Fact.Turn"/></summary>
    Turn,

    /// <summary>The start of <see cref="Fact.Span"/>.</summary>
    Start,

    /// <summary>The end of <see cref="Fact.Span"/>.</summary>
    End,

    /// <summary><see cref="Fact.Speaker"/></summary>
    Speaker,

    /// <summary><see cref="Fact.AgentRun"/></summary>
    AgentRun,

    /// <summary><see cref="Fact.Round"/></summary>
    Round,

    /// <summary><see cref="Fact.Concept"/></summary>
    Concept,

    /// <summary><see cref="Fact.Traits"/></summary>
    Traits,

    /// <summary><see cref="Utterance.Opens"/></summary>
    Opens,

    /// <summary><see cref="Utterance.Closes"/></summary>
    Closes,

    /// <summary><see cref="Utterance.AnswerDelay"/></summary>
    AnswerDelay,

    /// <summary><see cref="Clock.Window"/></summary>
    Window,

    /// <summary><see cref="Clock.Festivals"/></summary>
    Festivals,

    /// <summary><see cref="NameUse.Form"/></summary>
    Form,

    /// <summary>Turns of <see cref="Fact.UpTo"/>.</summary>
    Turns,

    /// <summary>Turns of the agent in <see cref="Fact.UpTo"/>.</summary>
    AgentTurns,

    /// <summary>Turns of the customer in <see cref="Fact.UpTo"/>.</summary>
    CustomerTurns,

    /// <summary>Sentences of <see cref="Fact.UpTo"/>.</summary>
    Sentences,

    /// <summary>Sentences of the agent in <see cref="Fact.UpTo"/>.</summary>
    AgentSentences,

    /// <summary>Sentences of the customer in <see cref="Fact.UpTo"/>.</summary>
    CustomerSentences,

    /// <summary>Turns of <see cref="Fact.Before"/>.</summary>
    TurnsBefore,

    /// <summary>Turns of the agent in <see cref="Fact.Before"/>.</summary>
    AgentTurnsBefore,

    /// <summary>Turns of the customer in <see cref="Fact.Before"/>.</summary>
    CustomerTurnsBefore,

    /// <summary>Sentences of <see cref="Fact.Before"/>.</summary>
    SentencesBefore,

    /// <summary>Sentences of the agent in <see cref="Fact.Before"/>.</summary>
    AgentSentencesBefore,

    /// <summary>Sentences of the customer in <see cref="Fact.Before"/>.</summary>
    CustomerSentencesBefore,

    /// <summary><see cref="Fact.Position"/></summary>
    Position,

    /// <summary><see cref="Fact.PositionEnd"/></summary>
    PositionEnd,

    /// <summary><see cref="Fact.Ordinal"/></summary>
    Ordinal,

    /// <summary><see cref="Fact.OrdinalOfAll"/></summary>
    OrdinalOfAll,

    /// <summary><see cref="Fact.Percent"/></summary>
    Percent,

    /// <summary><see cref="Fact.StartsAt"/></summary>
    StartsAt,

    /// <summary><see cref="Fact.EndsAt"/></summary>
    EndsAt,

    /// <summary><see cref="Utterance.Length"/></summary>
    Length,

    /// <summary><see cref="Utterance.Rate"/></summary>
    Rate,

    /// <summary><see cref="Mention.IsRepeated"/></summary>
    IsRepeated,

    /// <summary>How much: of a <see cref="Silence"/>, an <see cref="Overlap"/> or a <see cref="Measured"/>.</summary>
    Amount,

    /// <summary>The other turn: <see cref="Silence.Next"/> or <see cref="Overlap.Interrupted"/>.</summary>
    Other,

    /// <summary><see cref="Silence.Due"/></summary>
    Due,

    /// <summary><see cref="Overlap.Floor"/></summary>
    Floor,

    /// <summary><see cref="Measured.Measure"/></summary>
    Measure,

    /// <summary><see cref="Metadata.Test"/></summary>
    Test,

    /// <summary><see cref="Metadata.Holds"/></summary>
    Holds,

    /// <summary><see cref="Entity.What"/></summary>
    What,

    /// <summary><see cref="Entity.Value"/></summary>
    Value,

    /// <summary><see cref="Promise.NamesTime"/></summary>
    NamesTime,

    /// <summary><see cref="Promise.Minutes"/></summary>
    Minutes,

    /// <summary>The start of <see cref="Promise.Sentence"/>.</summary>
    From,
}

/// <summary>How a mention stands in its sentence; several can hold.</summary>
[Flags]
public enum MentionTraits
{
    /// <summary>Said plainly, in the speaker's own name.</summary>
    None = 0,

    /// <summary>Inside quotation marks.</summary>
    Quoted = 1,

    /// <summary>Inside a title, 《…》.</summary>
    Titled = 2,

    /// <summary>Told as somebody else's words: 您说…, 客户反映….</summary>
    Reported = 4,

    /// <summary>Denied: 不用…, 没有…, 不会….</summary>
    Negated = 8,

    /// <summary>Supposed: 如果…, 要是….</summary>
    Hypothetical = 16,

    /// <summary>In a sentence that asks.</summary>
    Question = 32,

    /// <summary>Written otherwise than the pack has it: spaced out, in traditional characters, in full width.</summary>
    Folded = 64,

    /// <summary>Found by its sound alone: other characters, read alike.</summary>
    Sound = 128,

    /// <summary>Found behind letters strewn in, or typed as pinyin or initials.</summary>
    Noise = 256,

    /// <summary>Found by its looks: characters that look alike, or are split in parts.</summary>
    Shape = 512,

    /// <summary>Found with a character said several times.</summary>
    Repeat = 1024,

    /// <summary>Found as nearly the words of a model sentence.</summary>
    Similar = 2048,
}
