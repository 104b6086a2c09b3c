namespace ScriptRules.Text.Facts;

/// <summary>A turn was taken.</summary>
public sealed class Utterance() : Fact(FactKind.Utterance)
{
    /// <summary>1 when the turn opens the contact: the agent's first, or a draft that greets before anything was said.</summary>
    public int Opens { get; init; }

    /// <summary>1 when the turn is the agent's last in a finished conversation.</summary>
    public int Closes { get; init; }

    /// <summary>Milliseconds from pick-up to the beginning of this turn; −1 when either is unknown.</summary>
    public int AnswerDelay { get; init; } = -1;

    /// <summary>How many characters it has, folded and without punctuation.</summary>
    public int Length { get; init; }

    /// <summary>How many of them a minute; −1 when unknown.</summary>
    public int Rate { get; init; } = -1;

    private protected override int Special(FactField field) => field switch
    {
        FactField.Length => Length,
        FactField.Rate => Rate,
        FactField.Opens => Opens,
        FactField.Closes => Closes,
        FactField.AnswerDelay => AnswerDelay,
        _ => base.Special(field),
    };
}

/// <summary>A concept was said.</summary>
public sealed class Mention() : Fact(FactKind.Mention)
{
    /// <summary>1 when the same turn has said the concept before.</summary>
    public int IsRepeated { get; init; }

    private protected override int Special(FactField field) => field == FactField.IsRepeated ? IsRepeated : base.Special(field);
}

/// <summary>The customer's name is known from this turn on.</summary>
/// <remarks>Turn 0 and an empty span when the record has it.</remarks>
public sealed class PartyName() : Fact(FactKind.PartyName)
{
    /// <summary>The surname, such as 张 or 欧阳.</summary>
    public required string Surname { get; init; }

    /// <summary>The full name; null when only the surname is known.</summary>
    public string? FullName { get; init; }
}

/// <summary>The agent said the customer's name.</summary>
public sealed class NameUse() : Fact(FactKind.NameUse)
{
    /// <summary>How.</summary>
    public required NameForm Form { get; init; }

    private protected override int Special(FactField field) => field == FactField.Form ? (int)Form : base.Special(field);
}

/// <summary>How a customer's name is used.</summary>
public enum NameForm
{
    /// <summary>With 先生, 女士, 小姐 or another honorific.</summary>
    Proper,

    /// <summary>As a call, with no honorific: 张伟,你的快递到了.</summary>
    Bare,

    /// <summary>As a datum that is checked or passed on: 收件人是张伟.</summary>
    Datum,

    /// <summary>As a call, with an honorific, but by another surname than the customer's.</summary>
    Wrong,

    /// <summary>As a call, by the customer's name, but a woman as 先生 or a man as 女士 or 小姐.</summary>
    WrongHonorific,
}

/// <summary>The local date and time at which the agent began to speak.</summary>
public sealed class Clock() : Fact(FactKind.Clock)
{
    /// <summary>The index of the pack's window that holds the time.</summary>
    public int Window { get; init; }

    /// <summary>A bit for each festival of the pack that is observed on the date.</summary>
    public int Festivals { get; init; }

    private protected override int Special(FactField field) => field switch
    {
        FactField.Window => Window,
        FactField.Festivals => Festivals,
        _ => base.Special(field),
    };
}

/// <summary>How far the conversation has come for certain: nothing more will be said up to this round and this run of the agent.</summary>
/// <remarks>
/// A finished conversation has one mark with both at <see cref="int.MaxValue"/>, and so has a draft, since it must do what is still missing. What may
/// come in later turns is over when <see cref="Fact.UpTo"/> has come so far, or <see cref="Fact.StartsAt"/>, the time of the last turn; both are at their
/// bounds when the conversation is over. <see cref="Fact.EndsAt"/> is the time up to which all is known.
/// </remarks>
public sealed class Mark() : Fact(FactKind.Mark);
