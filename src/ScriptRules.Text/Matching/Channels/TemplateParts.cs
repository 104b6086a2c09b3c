namespace ScriptRules.Text.Matching.Channels;

/// <summary>A template taken apart: what must hold where it begins, its words, and what must hold where it ends.</summary>
/// <param name="Lead">Edges, and what must not stand before.</param>
/// <param name="Words">Every wording, when the middle is words alone; null otherwise.</param>
/// <param name="Middle">All between.</param>
/// <param name="Tail">Edges, and what must not follow.</param>
internal sealed record TemplateParts(IReadOnlyList<PatternNode> Lead, IReadOnlyList<string>? Words, PatternNode Middle, IReadOnlyList<PatternNode> Tail)
{
    /// <summary>Whether it says where it stands.</summary>
    internal bool HasPlace => Lead.Concat(Tail).Any(p => p is PatternNode.Edge);

    /// <summary>The branches of a template, each taken apart.</summary>
    internal static IEnumerable<TemplateParts> Of(PatternNode node)
    {
        if (node is PatternNode.Choice choice && Wordings(node) is null) return choice.Branches.SelectMany(Of);
        var parts = node is PatternNode.Sequence sequence ? sequence.Parts.ToList() : [node];
        var lead = parts.TakeWhile(IsCondition).ToList();
        var tail = Enumerable.Reverse(parts).TakeWhile(IsCondition).Reverse().ToList();
        if (lead.Count == parts.Count) return [];
        parts.RemoveRange(parts.Count - tail.Count, tail.Count);
        parts.RemoveRange(0, lead.Count);
        var middle = parts.Count == 1 ? parts[0] : new PatternNode.Sequence(parts);
        return [new TemplateParts(lead, Wordings(middle), middle, tail)];
    }

    private static IReadOnlyList<string>? Wordings(PatternNode node) =>
        node.MinWidth > 0 ? node.Wordings : null;

    private static bool IsCondition(PatternNode part) => part is PatternNode.Edge or PatternNode.NotNext or PatternNode.NotPrevious;
}
