namespace ScriptRules.Text.Facts;

/// <summary>Finds the silences and the overlaps of a conversation.</summary>
/// <remarks>Turns count in the order in which they began. Notices of the platform and turns without words are no speech.</remarks>
internal static class TimeFinder
{
    internal static void Add(List<Fact> facts, Conversation conversation, IReadOnlyList<TurnReading> readings, bool isOngoing)
    {
        if (Reached(facts) < 0) return;
        var spoken = facts.OfType<Utterance>().Where(IsSpoken).ToList();
        var timed = spoken.Where(u => u.StartsAt >= 0).OrderBy(u => u.StartsAt).ThenBy(u => u.Turn).ToList();
        if (timed.Count == 0) return;
        var latest = new Utterance?[Enum.GetValues<SpeakerRole>().Length]; // by speaker, the turn that ends last
        Utterance? before = null; // the turn that ends last of all
        foreach (var turn in timed)
        {
            if (before is { EndsAt: >= 0 }) facts.Add(Between(before, turn, readings));
            foreach (var other in latest)
            {
                if (other is null || other.Speaker == turn.Speaker || other.EndsAt <= turn.StartsAt || turn.EndsAt < 0) continue;
                facts.Add(new Overlap
                {
                    Turn = turn.Turn, Span = turn.Span, Position = turn.Position, Speaker = turn.Speaker, AgentRun = turn.AgentRun, Round = turn.Round,
                    Amount = Math.Min(other.EndsAt, turn.EndsAt) - turn.StartsAt, Floor = turn.StartsAt - other.StartsAt, Interrupted = other.Turn,
                    StartsAt = turn.StartsAt, EndsAt = Math.Min(other.EndsAt, turn.EndsAt), TimesFrom = TimeSource.Turns,
                });
            }

            ref var own = ref latest[(int)turn.Speaker];
            if (own is null || turn.EndsAt >= own.EndsAt) own = turn;
            // Without an end of this turn nothing is known of the silence after it.
            if (before is null || turn.EndsAt < 0 || turn.EndsAt >= before.EndsAt) before = turn;
        }

        var ended = TurnTimes.Milliseconds(conversation.EndedAt);
        if (!isOngoing && conversation.Draft is null && ended >= 0 && timed.Count == spoken.Count && before is { EndsAt: >= 0 }) facts.Add(AtEnd(before, ended));
    }

    /// <summary>The time up to which all is known while more is said: the beginning of the turn that began last; −1 when unknown.</summary>
    internal static int Reached(List<Fact> facts)
    {
        var reached = -1;
        foreach (var fact in facts)
            if (fact is Utterance turn) reached = Math.Max(reached, turn.StartsAt);
        return reached;
    }

    internal static bool IsSpoken(Utterance turn) => turn.Speaker != SpeakerRole.System && turn.Length > 0;

    private static Silence Between(Utterance before, Utterance after, IReadOnlyList<TurnReading> readings) => new()
    {
        Turn = before.Turn, Span = new TextSpan(before.Span.End, before.Span.End), Position = before.Position + before.Span.End, Speaker = before.Speaker,
        AgentRun = before.AgentRun, Round = before.Round,
        Amount = Math.Max(0, after.StartsAt - before.EndsAt), Next = after.Turn, Due = (int)Due(before, after, readings[before.Turn]),
        StartsAt = before.EndsAt, EndsAt = Math.Max(before.EndsAt, after.StartsAt), TimesFrom = TimeSource.Turns,
    };

    private static Silence AtEnd(Utterance before, int ended) => new()
    {
        Turn = before.Turn, Span = new TextSpan(before.Span.End, before.Span.End), Position = before.Position + before.Span.End, Speaker = before.Speaker,
        AgentRun = before.AgentRun, Round = before.Round,
        Amount = Math.Max(0, ended - before.EndsAt), Next = Silence.End, Due = Silence.Nobody,
        StartsAt = before.EndsAt, EndsAt = Math.Max(before.EndsAt, ended), TimesFrom = TimeSource.Turns,
    };

    private static SpeakerRole Due(Utterance before, Utterance after, TurnReading reading)
    {
        if (before.Speaker == SpeakerRole.Customer) return SpeakerRole.Agent;
        if (after.Speaker == SpeakerRole.Customer) return SpeakerRole.Customer;
        return reading.Text.EndsInQuestion(reading.Text.Length - 1) ? SpeakerRole.Customer : SpeakerRole.Agent;
    }
}
