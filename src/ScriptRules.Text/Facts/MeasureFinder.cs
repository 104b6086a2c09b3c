using System.Collections.Immutable;

namespace ScriptRules.Text.Facts;

/// <summary>Finds what the measures of a pack come to in a conversation.</summary>
/// <remarks>Safe to share between threads.</remarks>
internal sealed class MeasureFinder(ImmutableArray<Measure> measures)
{
    /// <param name="isOngoing">Whether more will be said: what concerns the whole contact is reckoned at its end.</param>
    internal void Add(List<Fact> facts, Conversation conversation, IReadOnlyList<TurnReading> readings, bool isOngoing)
    {
        if (measures.IsEmpty) return;
        var endsHere = !isOngoing && conversation.Draft is null;
        var talk = new Talk(facts, conversation, readings);
        if (talk.Spoken.Count == 0) return;
        for (var i = 0; i < measures.Length; i++)
        {
            if (measures[i].Per == MeasuredPer.Event)
            {
                foreach (var one in Events(measures[i], talk)) facts.Add(one.As(i));
            }
            else if (endsHere && Together(measures[i], [.. Events(measures[i], talk)], talk) is { } whole) facts.Add(whole.As(i));
        }
    }

    private static IEnumerable<Event> Events(Measure measure, Talk talk) => measure.Kind switch
    {
        MeasureKind.Silence => Silences(measure, talk),
        MeasureKind.ResponseTime => Responses(measure, talk),
        MeasureKind.Overlap => Overlaps(measure, talk),
        MeasureKind.Rate => Turns(measure, talk).Where(t => t.Rate >= 0).Select(t => new Event(t, t.Span, t.Rate)),
        MeasureKind.Hold => Holds(measure, talk),
        MeasureKind.AnswerDelay => talk.Spoken.Where(t => t.AnswerDelay >= 0).Select(t => new Event(t, default, t.AnswerDelay)),
        MeasureKind.HangUpGap => talk.Silences.Where(s => s.Next == Silence.End).Select(s => new Event(talk.Utterances[s.Turn], s.Span, s.Amount)),
        MeasureKind.Duration => talk.Duration is { } duration ? [new Event(talk.Last, talk.AtEnd, duration)] : [],
        MeasureKind.TurnLength or MeasureKind.Turns => Turns(measure, talk).Select(t => new Event(t, t.Span, t.Length)),
        MeasureKind.Talk => Turns(measure, talk).Where(t => t.EndsAt >= 0 && t.StartsAt >= 0).Select(t => new Event(t, t.Span, t.EndsAt - t.StartsAt)),
        MeasureKind.Said => Repetition.Said(measure, talk),
        _ => Repetition.Same(measure, talk),
    };

    /// <summary>Null when there is nothing to reckon with.</summary>
    private static Event? Together(Measure measure, List<Event> events, Talk talk)
    {
        long? amount = measure.Per switch
        {
            MeasuredPer.Count => events.Count,
            _ when measure.Kind == MeasureKind.Turns => events.Count,
            MeasuredPer.Total => events.Sum(e => (long)e.Amount),
            MeasuredPer.Average when events.Count == 0 => null,
            MeasuredPer.Average when measure.Kind == MeasureKind.Rate => Rate(events),
            MeasuredPer.Average => (long)Math.Round(events.Average(e => (double)e.Amount)),
            _ when (measure.Kind == MeasureKind.Talk ? talk.Spoken.Sum(Spoke) : (long?)talk.Duration) is > 0 and var whole => events.Sum(e => (long)e.Amount) * 10_000 / whole,
            _ => null,
        };
        return amount is { } known ? new Event(talk.Last, talk.AtEnd, (int)Math.Min(int.MaxValue, known)) : null;
    }

    private static long? Rate(List<Event> events)
    {
        var time = events.Sum(e => Spoke(e.At));
        return time == 0 ? null : events.Sum(e => (long)e.At.Length) * 60_000 / time;
    }

    private static long Spoke(Utterance turn) => turn.EndsAt > turn.StartsAt && turn.StartsAt >= 0 ? turn.EndsAt - turn.StartsAt : 0;

    private static IEnumerable<Event> Silences(Measure measure, Talk talk) =>
        from silence in talk.Silences
        where silence.Next != Silence.End && silence.Amount > 0 && silence.Amount >= measure.Minimum && (measure.Whose is null || (int)measure.Whose == silence.Due)
        where !talk.IsExcused(measure, silence.Turn, silence.Next)
        let after = talk.Utterances[silence.Next]
        // The agent's side is shown it where there is a turn of the agent's.
        select after.Speaker == SpeakerRole.Customer && silence.Speaker == SpeakerRole.Agent
            ? new Event(talk.Utterances[silence.Turn], silence.Span, silence.Amount) { StartsAt = silence.StartsAt, EndsAt = silence.EndsAt }
            : new Event(after, default, silence.Amount) { StartsAt = silence.StartsAt, EndsAt = silence.EndsAt };

    private static IEnumerable<Event> Responses(Measure measure, Talk talk)
    {
        var other = measure.Whose == SpeakerRole.Customer ? SpeakerRole.Agent : SpeakerRole.Customer;
        Utterance? asked = null;
        foreach (var turn in talk.Spoken)
        {
            if (turn.Speaker == other) asked = turn;
            else if (turn.Speaker == measure.Whose && asked is not null)
            {
                if (asked.EndsAt >= 0 && turn.StartsAt >= 0 && !talk.IsExcused(measure, asked.Turn, turn.Turn))
                    yield return new Event(turn, default, Math.Max(0, turn.StartsAt - asked.EndsAt)) { StartsAt = asked.EndsAt, EndsAt = Math.Max(asked.EndsAt, turn.StartsAt) };
                asked = null;
            }
        }
    }

    private static IEnumerable<Event> Overlaps(Measure measure, Talk talk) =>
        from overlap in talk.Overlaps
        where overlap.Amount >= measure.Minimum && overlap.Floor >= measure.Floor && (measure.Whose is null || measure.Whose == overlap.Speaker)
        let turn = talk.Utterances[overlap.Turn]
        where !talk.IsExcused(measure, turn)
        select new Event(turn, turn.Span, overlap.Amount) { StartsAt = overlap.StartsAt, EndsAt = overlap.EndsAt };

    private static IEnumerable<Event> Holds(Measure measure, Talk talk)
    {
        for (var i = 0; i < talk.Spoken.Count; i++)
        {
            var turn = talk.Spoken[i];
            if (turn.Speaker != measure.Whose || !talk.Says(turn.Turn, measure.Concepts)) continue;
            var back = talk.Spoken.FindIndex(i + 1, t => t.Speaker == measure.Whose) is >= 0 and var next ? talk.Spoken[next] : null;
            if (back is null || turn.EndsAt < 0 || back.StartsAt < turn.EndsAt || talk.IsExcused(measure, turn.Turn, back.Turn)) continue;
            yield return new Event(back, default, back.StartsAt - turn.EndsAt) { StartsAt = turn.EndsAt, EndsAt = back.StartsAt };
        }
    }

    private static IEnumerable<Utterance> Turns(Measure measure, Talk talk) =>
        talk.Spoken.Where(t => (measure.Whose is null || t.Speaker == measure.Whose) && t.Length >= measure.Minimum && !talk.IsExcused(measure, t));

    /// <summary>Something measured, and where it is shown.</summary>
    internal sealed record Event(Utterance At, TextSpan Span, int Amount)
    {
        internal int StartsAt { get; init; } = At.StartsAt;

        internal int EndsAt { get; init; } = At.EndsAt;

        internal Measured As(int measure) => new()
        {
            Measure = measure, Amount = Amount, Turn = At.Turn, Span = Span, Position = At.Position + Span.Start, Speaker = At.Speaker,
            AgentRun = At.AgentRun, Round = At.Round, StartsAt = StartsAt, EndsAt = EndsAt, TimesFrom = StartsAt < 0 ? TimeSource.Unknown : TimeSource.Turns,
        };
    }

    /// <summary>The turns of a conversation as measures see them.</summary>
    internal sealed class Talk
    {
        private readonly IReadOnlyList<TurnReading> _readings;
        private static readonly int Roles = Enum.GetValues<SpeakerRole>().Length;

        private int[,]? _lastOf;

        internal Talk(List<Fact> facts, Conversation conversation, IReadOnlyList<TurnReading> readings)
        {
            _readings = readings;
            foreach (var fact in facts)
            {
                if (fact is Utterance turn) Utterances.Add(turn);
                else if (fact is Silence silence) Silences.Add(silence);
                else if (fact is Overlap overlap) Overlaps.Add(overlap);
            }

            Spoken.AddRange(Utterances.Where(TimeFinder.IsSpoken));
            Last = Spoken.FindLast(t => t.Speaker == SpeakerRole.Agent) ?? (Spoken.Count > 0 ? Spoken[^1] : new Utterance());
            if (Spoken.Count == 0 || Spoken.Exists(t => t.StartsAt < 0)) return;
            var ends = TurnTimes.Milliseconds(conversation.EndedAt) is >= 0 and var ended ? ended : Spoken.Exists(t => t.EndsAt < 0) ? -1 : Spoken.Max(t => t.EndsAt);
            var begins = TurnTimes.Milliseconds(conversation.AnsweredAt) is >= 0 and var answered ? answered : Spoken.Min(t => t.StartsAt);
            if (ends >= begins) Duration = ends - begins;
        }

        // By speaker and turn: the last spoken turn of the speaker up to the turn, or −1.
        private int[,] LastOf
        {
            get
            {
                if (_lastOf is { } known) return known;
                var last = new int[Roles, Utterances.Count];
                for (var role = 0; role < Roles; role++)
                {
                    for (var i = 0; i < Utterances.Count; i++)
                        last[role, i] = (int)Utterances[i].Speaker == role && Utterances[i].Length > 0 ? i : i > 0 ? last[role, i - 1] : -1;
                }

                return _lastOf = last;
            }
        }

        /// <summary>All turns, by their index.</summary>
        internal List<Utterance> Utterances { get; } = [];

        /// <summary>Those with words, notices of the platform apart.</summary>
        internal List<Utterance> Spoken { get; } = [];

        internal List<Silence> Silences { get; } = [];

        internal List<Overlap> Overlaps { get; } = [];

        /// <summary>Where what concerns the whole contact is shown: the agent's last turn.</summary>
        internal Utterance Last { get; }

        internal TextSpan AtEnd => new(Last.Span.End, Last.Span.End);

        /// <summary>In milliseconds; null when unknown.</summary>
        internal int? Duration { get; }

        internal TurnReading Reading(int turn) => _readings[turn];

        internal bool Says(int turn, ImmutableArray<int> concepts)
        {
            foreach (var hit in _readings[turn].Hits)
                if (concepts.BinarySearch(hit.Concept) >= 0) return true;
            return false;
        }

        /// <summary>Whether something said before or after what lies between two turns makes it no matter.</summary>
        internal bool IsExcused(Measure measure, int before, int after)
        {
            foreach (var (speaker, concept) in measure.Unless)
            {
                if (LastOf[(int)speaker, before] is >= 0 and var last && _readings[last].Says(concept)) return true;
                if (Utterances[after].Speaker == speaker && _readings[after].Says(concept)) return true;
            }

            return false;
        }

        /// <summary>Whether something said in a turn, or last by another before it, makes it no matter.</summary>
        internal bool IsExcused(Measure measure, Utterance turn)
        {
            foreach (var (speaker, concept) in measure.Unless)
            {
                var last = speaker == turn.Speaker ? turn.Turn : LastOf[(int)speaker, turn.Turn];
                if (last >= 0 && _readings[last].Says(concept)) return true;
            }

            return false;
        }
    }
}
