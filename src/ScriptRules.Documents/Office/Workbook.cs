using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace ScriptRules.Documents.Office;

/// <summary>Where the sheets of a workbook are, and the texts that they share. One owner.</summary>
internal sealed class Workbook
{
    private readonly OfficePackage _package;
    private readonly string? _shared;
    private List<XElement>? _sharedXml;

    /// <exception cref="OfficeException">The package holds no workbook.</exception>
    internal Workbook(OfficePackage package)
    {
        _package = package;
        var (main, root) = package.Main();
        if (root != "workbook") throw OfficeException.Broken($"it holds a {root} and no workbook");
        var relations = package.Relations(main);
        _shared = relations.Find(r => r.Type.EndsWith("/sharedStrings", StringComparison.Ordinal)).Target;
        foreach (var sheet in package.Load(main).Root!.Elements().Where(e => e.Name.LocalName == "sheets").Elements())
        {
            var id = sheet.Attributes().FirstOrDefault(a => a.Name.LocalName == "id" && a.Name.Namespace != XNamespace.None)?.Value;
            var relation = relations.Find(r => r.Id == id);
            var name = sheet.Attribute("name")?.Value ?? "";
            if (relation.Target is null) throw OfficeException.Broken($"its sheet {name} is missing");
            if (relation.Type.EndsWith("/worksheet", StringComparison.Ordinal)) Sheets.Add((name, relation.Target));
        }
    }

    /// <summary>In the order of their tabs, hidden ones among them: they are sent along with the others.</summary>
    internal List<(string Name, string Part)> Sheets { get; } = [];

    /// <summary>The texts that cells refer to by number.</summary>
    internal List<string> SharedTexts()
    {
        List<string> texts = [];
        if (_shared is null) return texts;
        using var reader = _package.Read(_shared);
        while (!reader.EOF)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" }) texts.Add(CellText.Of((XElement)XNode.ReadFrom(reader)).Text);
            else reader.Read();
        }

        return texts;
    }

    /// <summary>One of the texts that cells refer to, with its styles; null when it is not there.</summary>
    internal XElement? SharedText(string index) =>
        _shared is not null && int.TryParse(index.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (_sharedXml ??= [.. _package.Load(_shared).Root!.Elements().Where(e => e.Name.LocalName == "si")]).ElementAtOrDefault(number)
            : null;
}
