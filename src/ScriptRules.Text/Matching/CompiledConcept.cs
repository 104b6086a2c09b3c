using System.Text.RegularExpressions;
using ScriptRules.Text.Facts;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Matching;

/// <summary>A concept ready to be looked for.</summary>
internal sealed class CompiledConcept(int id, Concept concept)
{
    private Lazy<Regex>[] _regexes = [];

    internal int Id { get; } = id;

    internal Concept Definition { get; } = concept;

    internal Attempt[] NotInside { get; init; } = [];

    internal Attempt[] After { get; init; } = [];

    internal Attempt[] NotAfter { get; init; } = [];

    internal Attempt[] Before { get; init; } = [];

    internal Attempt[] NotBefore { get; init; } = [];

    internal int[] AnyOf { get; init; } = [];

    internal int[] AllOf { get; init; } = [];

    internal int[] NoneOf { get; init; } = [];

    /// <summary>Built when first needed: a regex without backtracking is slow to build.</summary>
    internal Lazy<Regex>[] Regexes { get => _regexes; init => _regexes = value; }

    /// <summary>Whether its words are also looked for otherwise than as written.</summary>
    internal bool IsReadOtherwise { get; } = concept.SoundLike is not null || concept.SoundLikeInSpeech is not null || concept.Disguises != Disguises.None;

    /// <summary>Whether a match of the concept's own wording stands as the concept demands.</summary>
    internal bool Accepts(FoldedText text, int start, int end, MatchScratch scratch)
    {
        var at = Definition.At;
        if ((at & PositionGuard.ClauseStart) != 0 && start != text.ClauseStart(start)) return false;
        if ((at & PositionGuard.ClauseEnd) != 0 && end != text.ClauseEnd(end - 1)) return false;
        if ((at & PositionGuard.TurnStart) != 0 && start != 0) return false;
        if ((at & PositionGuard.TurnEnd) != 0 && end != text.Length) return false;
        if (Definition.TurnAtMost > 0 && text.Length > Definition.TurnAtMost) return false;
        if (Definition.InQuestion is { } asks && text.EndsInQuestion(end - 1) != asks) return false;
        foreach (ref var longer in NotInside.AsSpan())
            if (IsInside(ref longer, text, start, end, scratch)) return false;
        if (After.Length + NotAfter.Length + Before.Length + NotBefore.Length == 0) return true;
        var (from, to) = (text.ClauseStart(start), text.ClauseEnd(end - 1));
        return (After.Length == 0 || StandsIn(After, text, from, start, scratch))
            && (NotAfter.Length == 0 || !StandsIn(NotAfter, text, from, start, scratch))
            && (Before.Length == 0 || StandsIn(Before, text, end, to, scratch))
            && (NotBefore.Length == 0 || !StandsIn(NotBefore, text, end, to, scratch));
    }

    /// <summary>Whether its traits let a saying count.</summary>
    internal bool Allows(MentionTraits traits) =>
        (traits & ~Definition.Allow) == 0 && (Definition.Only == MentionTraits.None || (traits & Definition.Only) != 0);

    private static bool IsInside(ref Attempt longer, FoldedText text, int start, int end, MatchScratch scratch)
    {
        if (longer.Longest <= end - start) return false;
        var chars = text.Chars;
        var first = Math.Max(Math.Max(0, start - 12), end - longer.Longest);
        for (var from = longer.NextStart(text, chars, first, start); from >= 0; from = longer.NextStart(text, chars, from + 1, start))
        {
            var to = longer.Program.Match(text, from, scratch);
            if (to >= end && to - from > end - start) return true;
        }

        return false;
    }

    private static bool StandsIn(Attempt[] attempts, FoldedText text, int from, int to, MatchScratch scratch)
    {
        var chars = text.Chars;
        foreach (ref var attempt in attempts.AsSpan())
        {
            for (var i = attempt.NextStart(text, chars, from, to - 1); i >= 0; i = attempt.NextStart(text, chars, i + 1, to - 1))
            {
                var end = attempt.Program.Match(text, i, scratch);
                if (end >= 0 && end <= to) return true;
            }
        }

        return false;
    }
}
