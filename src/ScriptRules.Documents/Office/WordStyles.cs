using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ScriptRules.Documents.Office;

/// <summary>Tells headings, and lines of a table of contents, by the styles of a Word document.</summary>
internal sealed partial class WordStyles
{
    // In the body, where a style says 9.
    private const int LowestHeading = 8;
    private const int LongestChain = 20;

    private readonly Dictionary<string, XElement> _styles = new(StringComparer.Ordinal);

    /// <param name="styles">The part that holds the styles; null when there is none.</param>
    internal WordStyles(XElement? styles)
    {
        foreach (var style in styles?.Elements().Where(e => e.Name.LocalName == "style") ?? [])
            if (Word.Value(style, "styleId") is { } id) _styles.TryAdd(id, style);
    }

    /// <summary>The level, from 1, of a paragraph that names the case that the ones below it are for; null for any other.</summary>
    internal int? HeadingLevelOf(XElement paragraph)
    {
        if (LevelOf(Word.Child(paragraph, "pPr")) is { } level) return level <= LowestHeading ? level + 1 : null;
        return StyleNames(paragraph).Select(n => Heading().Match(n)).FirstOrDefault(m => m.Success) is { } name ? name.Groups["level"].Success ? name.Value[^1] - '0' : 1 : null;
    }

    /// <summary>Whether a paragraph repeats a heading elsewhere.</summary>
    internal bool IsContents(XElement paragraph) => StyleNames(paragraph).Any(n => Contents().IsMatch(n));

    private int? LevelOf(XElement? properties)
    {
        if (Level(properties) is { } own) return own;
        return StylesOf(properties).Select(s => Level(Word.Child(s, "pPr"))).FirstOrDefault(l => l is not null);
    }

    private static int? Level(XElement? properties) => int.TryParse(Word.Value(Word.Child(properties, "outlineLvl"), "val"), out var level) ? level : null;

    /// <summary>The style's id, its name, and those that it is based on.</summary>
    private IEnumerable<string> StyleNames(XElement paragraph)
    {
        var properties = Word.Child(paragraph, "pPr");
        if (Word.Value(Word.Child(properties, "pStyle"), "val") is { } id) yield return id;
        foreach (var style in StylesOf(properties)) yield return Word.Value(Word.Child(style, "name"), "val") ?? "";
    }

    private IEnumerable<XElement> StylesOf(XElement? properties)
    {
        var id = Word.Value(Word.Child(properties, "pStyle"), "val");
        for (var step = 0; step < LongestChain && id is not null && _styles.TryGetValue(id, out var style); step++)
        {
            yield return style;
            id = Word.Value(Word.Child(style, "basedOn"), "val");
        }
    }

    [GeneratedRegex(@"^(heading|标题|標題)\s*(?<level>[1-9])$|^(title|subtitle|标题|副标题)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(toc|目录)\s*([1-9]|heading)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Contents();
}
