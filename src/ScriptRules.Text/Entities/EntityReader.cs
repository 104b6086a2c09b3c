using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Entities;

/// <summary>Reads the entities of a turn.</summary>
public static class EntityReader
{
    /// <summary>The entities in <paramref name="text"/>, by place; personal ones do not overlap.</summary>
    public static IReadOnlyList<EntityHit> Read(FoldedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0) return [];
        var found = new List<EntityHit>();
        EmailReader.Read(text.Source, found);
        var emails = found.Count;
        NumberReader.Read(text, found);
        found.RemoveAll(e => found.IndexOf(e) >= emails && found.Take(emails).Any(m => m.Span.Overlaps(e.Span))); // 13812345678@example.com
        AddressReader.Read(text, found);
        AmountReader.Read(text, found);
        DeadlineReader.Read(text, found);
        found.RemoveAll(e => !e.IsPersonal && found.Exists(p => p.IsPersonal && p.Span.Overlaps(e.Span))); // 建国路12号
        found.Sort((a, b) => a.Span != b.Span ? a.Span.CompareTo(b.Span) : a.Kind.CompareTo(b.Kind));
        return found;
    }
}
