using System.Xml.Linq;

namespace ScriptRules.Documents.Office;

/// <summary>Looks into WordprocessingML (ECMA-376, part 1, 17) by local names.</summary>
internal static class Word
{
    internal static XElement? Child(XElement? parent, string name) => parent?.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    internal static string? Value(XElement? element, string attribute) => element?.Attributes().FirstOrDefault(a => a.Name.LocalName == attribute)?.Value;

    /// <summary>The elements in an element, seen through wrappers that hold whole paragraphs, rows or cells; what was deleted is not there.</summary>
    internal static IEnumerable<XElement> Inside(XElement parent)
    {
        foreach (var child in parent.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "sdt":
                    if (Child(child, "sdtContent") is { } content)
                        foreach (var inner in Inside(content)) yield return inner;
                    break;
                case "ins" or "moveTo" or "customXml" or "smartTag":
                    foreach (var inner in Inside(child)) yield return inner;
                    break;
                case "AlternateContent":
                    if ((Child(child, "Choice") ?? Child(child, "Fallback")) is { } choice)
                        foreach (var inner in Inside(choice)) yield return inner;
                    break;
                case "del" or "moveFrom":
                    break;
                default:
                    yield return child;
                    break;
            }
        }
    }
}
