namespace ScriptRules.Text.Matching;

/// <summary>Proves that one template finds whatever another finds.</summary>
/// <remarks>Templates are compared part by part, runs of plain words as sets of wordings. What is not proven is not said.</remarks>
internal sealed class TemplateCover
{
    private readonly List<PatternNode> _parts; // a run of words is one Choice of Words; nothing else is a Choice of Words

    private TemplateCover(List<PatternNode> parts) => _parts = parts;

    internal static TemplateCover Of(PatternNode node)
    {
        var parts = new List<PatternNode>();
        IReadOnlyList<string> run = [""];
        foreach (var part in Flat(node))
        {
            if (part.Wordings is { } words && run.Count * words.Count <= PatternNode.WordingLimit)
            {
                run = [.. run.SelectMany(_ => words, (head, tail) => head + tail)];
                continue;
            }

            Flush(run, parts);
            run = [""];
            parts.Add(part);
        }

        Flush(run, parts);
        return new TemplateCover(parts);
    }

    /// <summary>Whether it is nothing but words.</summary>
    internal bool IsWordsOnly => _parts is [PatternNode.Choice { Branches: var branches }] && branches.All(b => b is PatternNode.Words);

    /// <summary>Whether wherever <paramref name="other"/> matches from some place, this matches from that place too.</summary>
    internal bool Covers(TemplateCover other) =>
        _parts.Count == other._parts.Count && _parts.Zip(other._parts).All(pair => Covers(pair.First, pair.Second));

    /// <summary>Whether where both match, this one finds a longer wording than <paramref name="other"/> in some text.</summary>
    internal bool MayRunPast(TemplateCover other) =>
        !IsWordsOnly || !other.IsWordsOnly || Wordings(_parts[0]).Any(mine => Wordings(other._parts[0]).Any(theirs => mine.Length > theirs.Length && mine.StartsWith(theirs, StringComparison.Ordinal)));

    private static bool Covers(PatternNode wide, PatternNode narrow) => (wide, narrow) switch
    {
        (PatternNode.Words a, PatternNode.Words b) => a.Folded == b.Folded,
        (PatternNode.Choice a, PatternNode.Choice b) => b.Branches.All(inner => a.Branches.Any(outer => Covers(outer, inner))),
        (PatternNode.Sequence a, PatternNode.Sequence b) => a.Parts.Count == b.Parts.Count && a.Parts.Zip(b.Parts).All(pair => Covers(pair.First, pair.Second)),
        (PatternNode.Gap a, PatternNode.Gap b) => a.Wide == b.Wide && a.Min <= b.Min && a.Max >= b.Max,
        (PatternNode.NotNext a, PatternNode.NotNext b) => Covers(a.Inner, b.Inner) && Covers(b.Inner, a.Inner),
        (PatternNode.NotPrevious a, PatternNode.NotPrevious b) => Covers(a.Inner, b.Inner) && Covers(b.Inner, a.Inner),
        (PatternNode.Edge a, PatternNode.Edge b) => a.Kind == b.Kind,
        (PatternNode.Pause, PatternNode.Pause) => true,
        _ => false,
    };

    private static IEnumerable<PatternNode> Flat(PatternNode node) => node is PatternNode.Sequence sequence ? sequence.Parts.SelectMany(Flat) : [node];

    private static IEnumerable<string> Wordings(PatternNode run) => ((PatternNode.Choice)run).Branches.Select(b => ((PatternNode.Words)b).Folded);

    private static void Flush(IReadOnlyList<string> run, List<PatternNode> parts)
    {
        if (run.Count == 1 && run[0].Length == 0) return;
        parts.Add(new PatternNode.Choice([.. run.Distinct(StringComparer.Ordinal).Select(w => w.Length == 0 ? (PatternNode)PatternNode.Sequence.Empty : new PatternNode.Words(w))]));
    }
}
