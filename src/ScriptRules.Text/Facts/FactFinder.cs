using System.Collections.Immutable;
using ScriptRules.Text.Matching;
using ScriptRules.Text.Facts.Names;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Facts;

/// <summary>Turns a conversation into facts.</summary>
/// <param name="lexicon">What can be recognised.</param>
/// <param name="acknowledgement">The concept that brings up nothing when it is all that is said; 0 for none.</param>
/// <param name="greeting">The concept by which a draft greets; 0 for none.</param>
/// <param name="farewell">The concept by which a draft closes; 0 for none.</param>
/// <param name="timeOf">The window of the day and the festivals, as bits, of an instant; null when it cannot be told.</param>
/// <param name="measures">What the pack wants to be measured.</param>
/// <remarks>Safe to share between threads.</remarks>
public sealed class FactFinder(Lexicon lexicon, int acknowledgement, int greeting, int farewell, Func<DateTimeOffset, (int Window, int Festivals)?> timeOf, ImmutableArray<Measure> measures = default)
{
    private readonly MeasureFinder _measures = new(measures.IsDefault ? [] : measures);

    // How many of the agent's runs one reply may be spread over.
    private const int RunsInRound = 2;

    // How many characters may stand before a greeting.
    private const int FillerLength = 2;
    private const int FactsBesides = 4; // what is said, and of a turn itself

    [ThreadStatic]
    private static HashSet<int>? t_said; // used again, for conversation after conversation

    /// <summary>Whether sentences are counted, for rules that ask for them.</summary>
    public bool CountsSentences { get; init; }

    /// <summary>What rules ask of a conversation's own data.</summary>
    public ImmutableArray<MetadataTest> Tests { get; init; } = [];

    /// <summary>Which concepts become mentions, and of whom; null for all. What the finder itself must know is to be among them.</summary>
    public AskedConcepts? Asked { get; init; }

    private readonly PromiseReader? _promises;

    /// <summary>Whether numbers, addresses, sums and times become facts; they cost reading, so only where rules ask for them.</summary>
    public bool FindsEntities { get; init; }

    /// <summary>The concepts that promise; empty when no rule is about promises.</summary>
    public IReadOnlyList<int> Promises
    {
        init => _promises = value.Count > 0 ? new PromiseReader(value) : null;
    }

    /// <summary>The local time of an instant, for deadlines such as 明天上午.</summary>
    public Func<DateTimeOffset, DateTime>? LocalTime { get; init; }

    /// <summary>Reads one turn.</summary>
    /// <param name="turn">As sent.</param>
    /// <param name="channel">How the parties talk: what was spoken has been written by speech recognition.</param>
    public TurnReading Read(Turn turn, Channel? channel = null) => TurnReading.Of(turn, lexicon, channel == Channel.Voice, Asked);

    /// <summary>Reads the turns of <paramref name="conversation"/>, the draft last.</summary>
    public IReadOnlyList<TurnReading> Read(Conversation conversation)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        var readings = new List<TurnReading>(conversation.Turns.Length + 1);
        foreach (var turn in conversation.Turns) readings.Add(Read(turn, conversation.Channel));
        if (conversation.Draft is { } draft) readings.Add(Read(new Turn(SpeakerRole.Agent, draft.Text), conversation.Channel));
        return readings;
    }

    /// <summary>The facts of a finished conversation, or of a draft with what came before it.</summary>
    /// <param name="conversation">Where the turns come from.</param>
    /// <param name="readings">Its turns as read, the draft last.</param>
    /// <param name="isOngoing">Whether more will be said, so that nothing closes yet and what may still be said is not missed.</param>
    public FactSet Find(Conversation conversation, IReadOnlyList<TurnReading> readings, bool isOngoing = false)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(readings);
        var facts = new List<Fact>(Expected(readings));
        var names = new NameReader(conversation.Customer.Honorific, conversation.Channel == Channel.Voice, conversation.Channel == Channel.Email);
        var isDraft = conversation.Draft is not null;
        if (names.Take(conversation.Customer.Name)) facts.Add(Named(names, 0, default, 0, 0));

        var (run, round, runsInRound, last) = (0, 0, 0, (SpeakerRole?)null);
        var lastAgent = isOngoing ? -1 : LastAgent(readings);
        var (opened, began) = (false, -1); // when the last turn began
        var said = t_said ??= []; // concepts, in this turn
        var counter = new TurnCounter(readings, CountsSentences);
        var closed = !isDraft && !isOngoing;
        for (var i = 0; i < readings.Count; i++)
        {
            var reading = readings[i];
            var speaker = reading.Turn.Speaker;
            var times = TurnTimes.Of(reading, conversation.Channel is Channel.Chat or Channel.Email);
            switch (speaker)
            {
                case SpeakerRole.Customer:
                    var bringsUp = runsInRound >= RunsInRound || (reading.Text.Length > 0 && (acknowledgement == 0 || !reading.SaysOnly(acknowledgement)));
                    if (round == 0 || (bringsUp && runsInRound > 0)) (round, runsInRound) = (round + 1, 0);
                    break;
                case SpeakerRole.Agent when last != SpeakerRole.Agent:
                    (run, runsInRound) = (run + 1, runsInRound + 1);
                    break;
            }

            if (speaker is SpeakerRole.Agent or SpeakerRole.Customer) last = speaker;
            var opens = speaker == SpeakerRole.Agent && !opened && (isDraft ? i == 0 && readings.Count == 1 && (greeting == 0 || Greets(reading)) : true);
            opened |= speaker == SpeakerRole.Agent;
            counter.Take(reading);
            var whole = new TextSpan(0, reading.Turn.Text.Length);
            var turn = counter.At(whole, 0);
            began = times.StartsAt;
            var closes = i == lastAgent && (!isDraft || (farewell != 0 && reading.Says(farewell)));
            closed |= closes;
            facts.Add(new Utterance
            {
                Turn = i, Span = whole, Speaker = speaker, AgentRun = run, Round = round,
                Before = turn.Before, UpTo = turn.UpTo, Position = turn.Position, PositionEnd = turn.PositionEnd,
                Ordinal = turn.Ordinal, OrdinalOfAll = turn.OrdinalOfAll, Percent = turn.Percent,
                Opens = opens ? 1 : 0,
                Closes = closes ? 1 : 0,
                AnswerDelay = opens ? Delay(conversation, times) : -1,
                StartsAt = times.StartsAt, EndsAt = times.EndsAt, TimesFrom = times.StartsAt < 0 ? TimeSource.Unknown : TimeSource.Turns,
                Length = reading.Text.Length,
                Rate = times.EndsAt > times.StartsAt && times.StartsAt >= 0 ? (int)Math.Min(int.MaxValue, reading.Text.Length * 60_000L / (times.EndsAt - times.StartsAt)) : -1,
            });
            if (opens && Time(conversation, reading.Turn) is { } moment && timeOf(moment) is { } time)
                facts.Add(new Clock { Turn = i, AgentRun = run, Round = round, Window = time.Window, Festivals = time.Festivals });
            said.Clear();
            var asked = Asked is null ? default : Asked.Of(speaker);
            foreach (var hit in reading.Sayings)
            {
                if (!asked.IsEmpty && !asked[hit.Concept]) continue;
                var at = counter.At(hit.Span, hit.Concept);
                var (from, to, source) = times.Of(hit.Span);
                facts.Add(new Mention
                {
                    Turn = i, Span = hit.Span, Speaker = speaker, AgentRun = run, Round = round, Concept = hit.Concept, Traits = hit.Traits,
                    Before = at.Before, UpTo = at.UpTo, Position = at.Position, PositionEnd = at.PositionEnd,
                    Ordinal = at.Ordinal, OrdinalOfAll = at.OrdinalOfAll, Percent = at.Percent,
                    StartsAt = from, EndsAt = to, TimesFrom = source, IsRepeated = said.Add(hit.Concept) ? 0 : 1,
                });
            }

            if (FindsEntities)
            {
                foreach (var hit in reading.Entities)
                    facts.Add(new Entity { Turn = i, Span = hit.Span, Speaker = speaker, AgentRun = run, Round = round, What = hit.Kind, Value = hit.Value });
            }

            if (_promises is not null && speaker == SpeakerRole.Agent)
            {
                var saidAt = Time(conversation, reading.Turn);
                facts.AddRange(_promises.Read(reading, saidAt, saidAt is { } promised ? LocalTime?.Invoke(promised) : null, i, run, round));
            }

            if (speaker == SpeakerRole.Customer && !names.IsKnown && names.Hear(reading.Text, AskedBefore(readings, i)) is { } heard)
                facts.Add(Named(names, i, heard, run, round, turn.Position));
            else if (speaker == SpeakerRole.Agent && names.IsKnown)
            {
                foreach (var (span, form) in names.Uses(reading.Text))
                {
                    var (from, to, source) = times.Of(span);
                    facts.Add(new NameUse
                    {
                        Turn = i, Span = span, Speaker = speaker, AgentRun = run, Round = round, Form = form,
                        Position = turn.Position + span.Start, StartsAt = from, EndsAt = to, TimesFrom = source,
                    });
                }
            }
        }

        TimeFinder.Add(facts, conversation, readings, isOngoing);
        _measures.Add(facts, conversation, readings, isOngoing);
        for (var i = 0; i < Tests.Length; i++) facts.Add(new Metadata { Test = i, Holds = Tests[i].Holds(conversation) });
        facts.Add(new Mark
        {
            Turn = readings.Count,
            AgentRun = !isOngoing ? int.MaxValue : last == SpeakerRole.Agent ? run - 1 : run,
            Round = isOngoing ? round - 1 : int.MaxValue,
            UpTo = closed ? Progress.Complete : counter.SoFar,
            StartsAt = closed ? int.MaxValue : began,
            EndsAt = isOngoing ? TimeFinder.Reached(facts) : int.MaxValue,
            Position = counter.Position,
        });
        if (closed) facts.Add(new Ending { Turn = readings.Count, UpTo = counter.SoFar, EndsAt = TurnTimes.EndOf(conversation, facts) });
        return new FactSet(facts, readings) { IsOngoing = isOngoing, Honorific = conversation.Customer.Honorific, AgentName = conversation.Agent.Name };
    }

    /// <summary>What the agent said right before turn <paramref name="i"/>; null when somebody else spoke.</summary>
    private static FoldedText? AskedBefore(IReadOnlyList<TurnReading> readings, int i) =>
        i > 0 && readings[i - 1].Turn.Speaker == SpeakerRole.Agent ? readings[i - 1].Text : null;

    private static PartyName Named(NameReader names, int turn, TextSpan span, int run, int round, int position = 0) => new()
    {
        Turn = turn, Span = span, Position = position + span.Start, Speaker = SpeakerRole.Customer, AgentRun = run, Round = round,
        Surname = names.Surname, FullName = names.FullName.Length > 0 ? names.FullName : null,
    };

    /// <summary>Whether the turn begins with a greeting; a filler such as 喂 or 亲 may stand before it.</summary>
    private bool Greets(TurnReading reading)
    {
        foreach (var hit in reading.Sayings)
        {
            if (hit.Concept != greeting) continue;
            var before = 0;
            while (before < reading.Text.Length && reading.Text.SourceStart(before) < hit.Span.Start) before++;
            if (before <= FillerLength) return true;
        }

        return false;
    }

    /// <summary>About how many facts there will be.</summary>
    private static int Expected(IReadOnlyList<TurnReading> readings)
    {
        var count = FactsBesides;
        for (var i = 0; i < readings.Count; i++) count += FactsBesides + readings[i].Sayings.Length;
        return count;
    }

    private static int LastAgent(IReadOnlyList<TurnReading> readings)
    {
        for (var i = readings.Count - 1; i >= 0; i--)
            if (readings[i].Turn.Speaker == SpeakerRole.Agent) return i;
        return -1;
    }

    private static DateTimeOffset? Time(Conversation conversation, Turn turn)
    {
        if (conversation.Draft is { At: { } at }) return at;
        if (conversation.StartedAt is not { } started || turn.Start is not { } start) return conversation.StartedAt;
        return start < DateTime.MaxValue - started.DateTime ? started + start : DateTimeOffset.MaxValue;
    }

    private static int Delay(Conversation conversation, TurnTimes times) =>
        TurnTimes.Milliseconds(conversation.AnsweredAt) is >= 0 and var answered && times.StartsAt >= 0 ? Math.Max(0, times.StartsAt - answered) : -1;
}

/// <summary>The facts of one conversation.</summary>
public sealed class FactSet(IReadOnlyList<Fact> facts, IReadOnlyList<TurnReading> readings)
{
    /// <summary>In order of turn.</summary>
    public IReadOnlyList<Fact> Facts { get; } = facts;

    /// <summary>The turns they were found in, as read; the draft last.</summary>
    public IReadOnlyList<TurnReading> Readings { get; } = readings;

    /// <summary>Whether more will be said.</summary>
    public bool IsOngoing { get; init; }

    /// <summary>How the record addresses the customer; null when it does not say.</summary>
    public string? Honorific { get; init; }

    /// <summary>The agent's name on record; null when it is not there.</summary>
    public string? AgentName { get; init; }

    /// <summary>The customer's name, as last told; null when it is not known.</summary>
    public PartyName? Name
    {
        get
        {
            for (var i = Facts.Count - 1; i >= 0; i--)
                if (Facts[i] is PartyName name) return name;
            return null;
        }
    }
}
