using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Entities;

/// <summary>Reads the entities of a turn.</summary>
public static class EntityReader
{
    /// <summary>The entities in <paramref name="text"/>, by place. Where they overlap, personal data wins, and of that the one that begins first and is longer.</summary>
    public static IReadOnlyList<EntityHit> Read(FoldedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0) return [];
        var found = new List<EntityHit>();
        EmailReader.Read(text.Source, found);
        NumberReader.Read(text, found);
        AddressReader.Read(text, found);
        AmountReader.Read(text, found);
        DeadlineReader.Read(text, found);
        if (found.Count < 2) return found;
        found.Sort((a, b) => (a.Span.Start, b.Span.End, a.Kind).CompareTo((b.Span.Start, a.Span.End, b.Kind)));
        return Apart(found);
    }

    /// <summary>Leaves out the digits of an e-mail address, the 12号 of a street, and their like.</summary>
    private static List<EntityHit> Apart(List<EntityHit> sorted)
    {
        var personal = new List<EntityHit>();
        foreach (var entity in sorted)
            if (entity.IsPersonal && (personal.Count == 0 || personal[^1].Span.End <= entity.Span.Start)) personal.Add(entity);
        if (personal.Count == 0) return sorted;

        var kept = new List<EntityHit>(sorted.Count);
        var next = 0;
        foreach (var entity in sorted)
        {
            while (next < personal.Count && personal[next].Span.End <= entity.Span.Start) next++;
            if (next == personal.Count || ReferenceEquals(personal[next], entity) || !personal[next].Span.Overlaps(entity.Span)) kept.Add(entity);
        }

        return kept;
    }
}
