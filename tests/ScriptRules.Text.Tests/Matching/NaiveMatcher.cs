using ScriptRules.Text.Matching;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Tests.Matching;

/// <summary>The notation by its definition: every way is tried in order, nothing is remembered. Exponential; for small cases.</summary>
internal sealed class NaiveMatcher(FoldedText text, bool ignoresPunctuation)
{
    private const Break Hard = Break.Comma | Break.Stop | Break.Line;

    /// <summary>The end of the first way that succeeds, or −1.</summary>
    internal int Match(PatternNode node, int start) => Try(node, start, start, Break.None, (at, _) => at);

    private Break Between => ignoresPunctuation ? Break.None : Hard;

    private int Try(PatternNode node, int start, int at, Break open, Func<int, Break, int> next)
    {
        if (Wordings(node) is { } words && words.All(w => w.Length > 0))
        {
            foreach (var word in words.Distinct().OrderByDescending(w => w.Length))
            {
                if (at < text.Length && (at == start || (text.BreakBefore(at) & Between & ~open) == 0) && Stands(word, at)
                    && next(at + word.Length, Break.None) is >= 0 and var end) return end;
            }

            return -1;
        }

        switch (node)
        {
            case PatternNode.Sequence { Parts.Count: 0 }:
                return next(at, open);
            case PatternNode.Sequence sequence:
                var rest = new PatternNode.Sequence([.. sequence.Parts.Skip(1)]);
                return Try(sequence.Parts[0], start, at, open, (a, o) => Parts(rest, start, a, o, next));
            case PatternNode.Choice choice:
                return choice.Branches.Select(b => Try(b, start, at, open, next)).FirstOrDefault(end => end >= 0, -1);
            case PatternNode.Gap gap:
                for (var skipped = 0; skipped <= gap.Max && at + skipped <= text.Length; skipped++)
                {
                    if (skipped > 0 && at + skipped - 1 is var last && last > start && IsWall(gap, last, last == at ? open : Break.None)) break;
                    var allowed = (skipped == 0 ? open : Break.None) | (gap.Wide ? Break.Comma | Break.Particle : Break.None);
                    if (skipped >= gap.Min && next(at + skipped, allowed) is >= 0 and var end) return end;
                }

                return -1;
            case PatternNode.Pause:
                return next(at, open | Break.Comma | Break.Particle);
            case PatternNode.Edge { Kind: EdgeKind.TurnStart }:
                return at == 0 ? next(at, open) : -1;
            case PatternNode.Edge { Kind: EdgeKind.TurnEnd }:
                return at == text.Length ? next(at, open) : -1;
            case PatternNode.Edge:
                return (text.BreakBefore(at) & (Hard | Break.Particle | Break.Edge)) != 0 ? next(at, open | Between | (ignoresPunctuation ? Break.None : Break.Particle)) : -1;
            case PatternNode.NotNext not:
                var follows = Match(not.Inner, at) >= 0 && (at == start || (text.BreakBefore(at) & Between & ~open) == 0);
                return follows ? -1 : next(at, open);
            case PatternNode.NotPrevious not:
                var precedes = Wordings(not.Inner)!.Any(w => at >= w.Length && text.Chars[(at - w.Length)..at].SequenceEqual(w));
                return precedes && (text.BreakBefore(at) & Between) == 0 ? -1 : next(at, open);
            default:
                throw new InvalidOperationException(node.ToString());
        }
    }

    // The rest of a sequence, part by part: its words are not taken together again.
    private int Parts(PatternNode.Sequence parts, int start, int at, Break open, Func<int, Break, int> next) =>
        parts.Parts.Count == 0 ? next(at, open)
            : Try(parts.Parts[0], start, at, open, (a, o) => Parts(new PatternNode.Sequence([.. parts.Parts.Skip(1)]), start, a, o, next));

    private bool IsWall(PatternNode.Gap gap, int at, Break open)
    {
        var walls = ignoresPunctuation ? Break.None : gap.Wide ? Break.Stop | Break.Line : Hard | Break.Particle;
        return (text.BreakBefore(at) & walls & ~open) != 0;
    }

    private bool Stands(string word, int at)
    {
        if (at + word.Length > text.Length) return false;
        for (var i = 0; i < word.Length; i++)
            if (text.Chars[at + i] != word[i] || (i > 0 && (text.BreakBefore(at + i) & Between) != 0)) return false;
        return true;
    }

    private static List<string>? Wordings(PatternNode node)
    {
        switch (node)
        {
            case PatternNode.Words words:
                return [words.Folded];
            case PatternNode.Choice choice:
                var branches = choice.Branches.Select(Wordings).ToList();
                return branches.Contains(null) ? null : [.. branches.SelectMany(b => b!)];
            case PatternNode.Sequence sequence:
                List<string> all = [""];
                foreach (var part in sequence.Parts)
                {
                    if (Wordings(part) is not { } tails) return null;
                    all = [.. all.SelectMany(head => tails.Select(tail => head + tail))];
                }

                return all;
            default:
                return null;
        }
    }
}
