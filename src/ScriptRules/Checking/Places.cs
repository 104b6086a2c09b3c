using System.Collections.Immutable;
using ScriptRules.Rules;
using ScriptRules.Text;
using ScriptRules.Text.Facts;

namespace ScriptRules.Checking;

/// <summary>Where a violation is shown.</summary>
internal static class Places
{
    private const int OpeningSentences = 3;

    internal static (int Turn, TextSpan Span) Of(Production production, Fact anchor, Conversation conversation, FactSet facts, int greeting)
    {
        var text = facts.Readings[anchor.Turn].Turn.Text;
        return production.ShownAt switch
        {
            ShownAt.Reply => Reply(anchor, conversation, facts),
            ShownAt.TurnStart => (anchor.Turn, default),
            ShownAt.TurnEnd => (anchor.Turn, new TextSpan(text.Length, text.Length)),
            ShownAt.Opening => (anchor.Turn, Opening(facts.Readings[anchor.Turn], greeting, production)),
            _ => (anchor.Turn, anchor.Span),
        };
    }

    /// <summary>The sentences with which a turn greets, or the whole wording when it is one of the production's; empty, at its start, when it does neither.</summary>
    private static TextSpan Opening(TurnReading reading, int greeting, Production production)
    {
        var (text, end) = (reading.Text, 0);
        for (int sentence = 0, from = 0; sentence < OpeningSentences && from < text.Length; sentence++)
        {
            var to = text.SentenceEnd(from);
            var span = new TextSpan(text.SourceStart(from), text.SourceEnd(to - 1));
            foreach (var hit in reading.Hits)
                if (hit.Concept == greeting && span.Covers(hit.Span)) end = to;
            from = to;
        }

        var last = end == 0 ? 0 : text.SourceEnd(end - 1);
        foreach (var clause in production.Clauses)
        {
            if (clause.Fact != FactKind.Mention || clause.Concepts.IsDefault) continue;
            foreach (var hit in reading.Hits)
                if (hit.Span.End > last && clause.Concepts.AsSpan().BinarySearch(hit.Concept) >= 0) last = hit.Span.End;
        }

        return last == 0 ? default : new TextSpan(text.SourceStart(0), last);
    }

    /// <summary>The start of the agent's reply to <paramref name="anchor"/>; the end of the anchor's turn when there is none.</summary>
    private static (int Turn, TextSpan Span) Reply(Fact anchor, Conversation conversation, FactSet facts)
    {
        // A draft in the same exchange can still do what an earlier turn left out.
        var draft = conversation.Turns.Length;
        if (conversation.Draft is not null && facts.Facts.Any(f => f is Utterance u && u.Turn == draft && u.Round == anchor.Round)) return (draft, default);
        if (conversation.Draft is not null && anchor.Kind == FactKind.PartyName) return (draft, default);

        // A name on record is known before the first word; the opening has its own wording, so the turn after it is meant.
        var fromStart = anchor.Kind == FactKind.PartyName && anchor.Span == default;
        var opening = fromStart ? facts.Facts.FirstOrDefault(f => f is Utterance { Opens: 1 })?.Turn ?? -1 : -1;
        for (var i = fromStart ? opening + 1 : anchor.Turn + 1; i < facts.Readings.Count; i++)
            if (facts.Readings[i].Turn.Speaker == SpeakerRole.Agent) return (i, default);
        var end = facts.Readings[anchor.Turn].Turn.Text.Length;
        return (anchor.Turn, new TextSpan(end, end));
    }
}
