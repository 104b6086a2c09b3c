namespace ScriptRules.Text.Matching.Channels;

/// <summary>Writes templates as a channel shows them, and leaves out what is too short to be told apart there.</summary>
internal static class Speller
{
    // Between two gaps one or two characters would be any of their homophones, somewhere in the clause.
    private const int LeastStretch = 3;

    /// <summary>The template as <paramref name="channel"/> reads it; null when it reads none of its wordings.</summary>
    /// <param name="template">One branch.</param>
    /// <param name="isGuarded">Whether the concept says where it stands.</param>
    /// <param name="channel">What reads it.</param>
    internal static PatternNode? Spell(TemplateParts template, bool isGuarded, Channel channel)
    {
        var least = isGuarded || template.HasPlace ? channel.Least.Guarded : channel.Least.Free;
        if (template.Words is { } words)
        {
            var spelled = words.Where(w => w.Length >= least).SelectMany(channel.Spell).Distinct(StringComparer.Ordinal).ToList();
            return spelled.Count == 0 ? null : Whole(template, Choice(spelled), channel);
        }

        return Stretches(template.Middle) is { Shortest: >= LeastStretch } stretch && stretch.Longest >= least && Map(template.Middle, channel) is { } middle
            ? Whole(template, middle, channel) : null;
    }

    /// <summary>Spelled words between the template's own conditions; those are spelled too, or left as they are where the channel cannot.</summary>
    private static PatternNode.Sequence Whole(TemplateParts template, PatternNode middle, Channel channel) =>
        new([.. template.Lead.Select(p => Map(p, channel) ?? p), middle, .. template.Tail.Select(p => Map(p, channel) ?? p)]);

    /// <summary>A node with all its words spelled; null when one of them cannot be.</summary>
    private static PatternNode? Map(PatternNode node, Channel channel)
    {
        switch (node)
        {
            case PatternNode.Words words:
                return channel.Spell(words.Folded) is { Count: > 0 } spelled ? Choice(spelled) : null;
            case PatternNode.Sequence sequence:
                var parts = sequence.Parts.Select(p => Map(p, channel)).ToList();
                return parts.Contains(null) ? null : new PatternNode.Sequence(parts!);
            case PatternNode.Choice choice:
                var branches = choice.Branches.Select(b => Map(b, channel)).Where(b => b is not null).ToList();
                return branches.Count == 0 ? null : new PatternNode.Choice(branches!);
            case PatternNode.NotNext not:
                return Map(not.Inner, channel) is { } next ? new PatternNode.NotNext(next) : null;
            case PatternNode.NotPrevious not:
                return Map(not.Inner, channel) is { Wordings: not null } previous ? new PatternNode.NotPrevious(previous) : null;
            default:
                return node;
        }
    }

    private static PatternNode Choice(IReadOnlyList<string> words) =>
        words.Count == 1 ? new PatternNode.Words(words[0]) : new PatternNode.Choice([.. words.Select(w => new PatternNode.Words(w))]);

    /// <summary>The shortest stretch of words between two gaps that a match can have, and the least length of its longest one.</summary>
    private static (int Shortest, int Longest) Stretches(PatternNode node)
    {
        var (first, inner, last, longest, isBroken) = Run(node);
        var shortest = isBroken ? Least(Least(inner, first), last) : first;
        return (shortest == int.MaxValue ? 0 : shortest, longest);

        static int Least(int a, int b) => b == 0 ? a : Math.Min(a, b);
    }

    // First: words before the first gap; inner: the shortest stretch between two gaps; last: words after the last one.
    private static (int First, int Inner, int Last, int Longest, bool IsBroken) Run(PatternNode node)
    {
        switch (node)
        {
            case PatternNode.Words words:
                return (words.Folded.Length, int.MaxValue, words.Folded.Length, words.Folded.Length, false);
            case PatternNode.Gap { Max: > 0 }:
                return (0, int.MaxValue, 0, 0, true);
            case PatternNode.Choice choice:
                var runs = choice.Branches.Select(Run).ToList();
                return (runs.Min(r => r.First), runs.Min(r => r.Inner), runs.Min(r => r.Last), runs.Min(r => r.Longest), runs.Exists(r => r.IsBroken));
            case PatternNode.Sequence sequence:
                var sum = (First: 0, Inner: int.MaxValue, Last: 0, Longest: 0, IsBroken: false);
                foreach (var part in sequence.Parts) sum = Join(sum, Run(part));
                return sum;
            default:
                return (0, int.MaxValue, 0, 0, false);
        }
    }

    private static (int First, int Inner, int Last, int Longest, bool IsBroken) Join(
        (int First, int Inner, int Last, int Longest, bool IsBroken) a, (int First, int Inner, int Last, int Longest, bool IsBroken) b)
    {
        var middle = a.Last + b.First;
        var longest = Math.Max(Math.Max(a.Longest, b.Longest), middle);
        if (!a.IsBroken && !b.IsBroken) return (middle, int.MaxValue, middle, longest, false);
        if (!a.IsBroken) return (middle, b.Inner, b.Last, longest, true);
        if (!b.IsBroken) return (a.First, a.Inner, middle, longest, true);
        return (a.First, Math.Min(Math.Min(a.Inner, b.Inner), middle == 0 ? int.MaxValue : middle), b.Last, longest, true);
    }
}
