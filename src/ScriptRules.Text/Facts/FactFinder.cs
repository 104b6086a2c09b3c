using ScriptRules.Text.Matching;

namespace ScriptRules.Text.Facts;

/// <summary>Turns a conversation into facts.</summary>
/// <param name="lexicon">What can be recognised.</param>
/// <param name="acknowledgement">The concept that brings up nothing when it is all that is said; 0 for none.</param>
/// <param name="greeting">The concept by which a draft greets; 0 for none.</param>
/// <param name="farewell">The concept by which a draft closes; 0 for none.</param>
/// <param name="timeOf">The window of the day and the festivals, as bits, of an instant; null when it cannot be told.</param>
/// <remarks>Safe to share between threads.</remarks>
public sealed class FactFinder(Lexicon lexicon, int acknowledgement, int greeting, int farewell, Func<DateTimeOffset, (int Window, int Festivals)?> timeOf)
{
    // How many of the agent's runs one reply may be spread over.
    private const int RunsInRound = 2;

    // How many characters may stand before a greeting.
    private const int FillerLength = 2;

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
    public TurnReading Read(Turn turn) => TurnReading.Of(turn, lexicon);

    /// <summary>Reads the turns of <paramref name="conversation"/>, the draft last.</summary>
    public IReadOnlyList<TurnReading> Read(Conversation conversation)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        var readings = new List<TurnReading>(conversation.Turns.Length + 1);
        foreach (var turn in conversation.Turns) readings.Add(TurnReading.Of(turn, lexicon));
        if (conversation.Draft is { } draft) readings.Add(TurnReading.Of(new Turn(SpeakerRole.Agent, draft.Text), lexicon));
        return readings;
    }

    /// <summary>The facts of a finished conversation, or of a draft with what came before it.</summary>
    /// <param name="conversation">Where the turns come from.</param>
    /// <param name="readings">Its turns as read, the draft last.</param>
    public FactSet Find(Conversation conversation, IReadOnlyList<TurnReading> readings)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(readings);
        var facts = new List<Fact>(readings.Count * 4);
        var names = new NameReader(conversation.Customer.Honorific);
        var isDraft = conversation.Draft is not null;
        if (names.Take(conversation.Customer.Name)) facts.Add(Named(names, 0, default, 0, 0));

        var (run, round, runsInRound, last) = (0, 0, 0, (SpeakerRole?)null);
        var lastAgent = LastAgent(readings);
        var opened = false;
        for (var i = 0; i < readings.Count; i++)
        {
            var reading = readings[i];
            var speaker = reading.Turn.Speaker;
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
            facts.Add(new Utterance
            {
                Turn = i, Span = new TextSpan(0, reading.Turn.Text.Length), Speaker = speaker, AgentRun = run, Round = round,
                Opens = opens ? 1 : 0,
                Closes = i == lastAgent && (!isDraft || (farewell != 0 && reading.Says(farewell))) ? 1 : 0,
                AnswerDelay = opens ? Delay(conversation, reading.Turn) : -1,
            });
            if (opens && Time(conversation, reading.Turn) is { } at && timeOf(at) is { } time)
                facts.Add(new Clock { Turn = i, AgentRun = run, Round = round, Window = time.Window, Festivals = time.Festivals });
            foreach (var hit in reading.Hits)
                facts.Add(new Mention { Turn = i, Span = hit.Span, Speaker = speaker, AgentRun = run, Round = round, Concept = hit.Concept, Traits = hit.Traits });
            if (FindsEntities)
            {
                foreach (var hit in reading.Entities)
                    facts.Add(new Entity { Turn = i, Span = hit.Span, Speaker = speaker, AgentRun = run, Round = round, What = hit.Kind, Value = hit.Value });
            }

            if (_promises is not null && speaker == SpeakerRole.Agent)
            {
                var saidAt = Time(conversation, reading.Turn);
                facts.AddRange(_promises.Read(reading, saidAt, saidAt is { } moment ? LocalTime?.Invoke(moment) : null, i, run, round));
            }

            if (speaker == SpeakerRole.Customer && !names.IsKnown && names.Hear(reading.Text) is { } heard)
                facts.Add(Named(names, i, heard, run, round));
            else if (speaker == SpeakerRole.Agent)
            {
                foreach (var (span, form) in names.Uses(reading.Text))
                    facts.Add(new NameUse { Turn = i, Span = span, Speaker = speaker, AgentRun = run, Round = round, Form = form });
            }
        }

        facts.Add(new Mark { Turn = readings.Count, AgentRun = int.MaxValue, Round = int.MaxValue });
        return new FactSet(facts, readings) { Honorific = conversation.Customer.Honorific, AgentName = conversation.Agent.Name };
    }

    private static PartyName Named(NameReader names, int turn, TextSpan span, int run, int round) => new()
    {
        Turn = turn, Span = span, Speaker = SpeakerRole.Customer, AgentRun = run, Round = round,
        Surname = names.Surname, FullName = names.FullName.Length > 0 ? names.FullName : null,
    };

    /// <summary>Whether the turn begins with a greeting; a filler such as 喂 or 亲 may stand before it.</summary>
    private bool Greets(TurnReading reading)
    {
        foreach (var hit in reading.Hits)
        {
            if (hit.Concept != greeting) continue;
            var before = 0;
            while (before < reading.Text.Length && reading.Text.SourceStart(before) < hit.Span.Start) before++;
            if (before <= FillerLength) return true;
        }

        return false;
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

    private static int Delay(Conversation conversation, Turn turn) =>
        conversation.AnsweredAt is { } answered && turn.Start is { } start ? (int)Math.Max(0, (start - answered).TotalMilliseconds) : -1;
}

/// <summary>The facts of one conversation.</summary>
public sealed class FactSet(IReadOnlyList<Fact> facts, IReadOnlyList<TurnReading> readings)
{
    /// <summary>In order of turn.</summary>
    public IReadOnlyList<Fact> Facts { get; } = facts;

    /// <summary>The turns they were found in, as read; the draft last.</summary>
    public IReadOnlyList<TurnReading> Readings { get; } = readings;

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
