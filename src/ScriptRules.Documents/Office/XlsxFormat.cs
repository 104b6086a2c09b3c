using System.Xml.Linq;
using ScriptRules.Formats;
using ScriptRules.Formats.Documents;

namespace ScriptRules.Documents.Office;

/// <summary>Excel workbooks: every sheet with a row of headings that name a column of lines.</summary>
internal sealed class XlsxFormat : IDocumentFormat
{
    private static readonly string[] NamesOfNoCase = ["sheet", "工作表", "表"];

    /// <summary>Old and binary workbooks are taken too, so that a folder with one never passes for clean.</summary>
    public IReadOnlyList<string> Extensions { get; } = [".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb"];

    public bool Recognizes(SourceHead head) => false;

    public ScriptDocument Read(ReadOnlyMemory<byte> bytes, string path, Formats.ReaderOptions options)
    {
        if (OfficeLock.NoteOf(bytes, path) is { } note) return new ScriptDocument { Notes = [note] };
        try
        {
            using var package = OfficePackage.Open(bytes, options.Limits);
            var workbook = new Workbook(package);
            var shared = workbook.SharedTexts();
            var lines = new OfficeLines(path, options);
            foreach (var (name, part) in workbook.Sheets)
            {
                using var reader = package.Read(part);
                Read(Sheet.Read(reader, shared), name, lines);
            }

            return lines.ToDocument(holdsOthers: false);
        }
        catch (Exception e) when (OfficeException.Describe(e, path) is { } error)
        {
            return new ScriptDocument { Errors = [error] };
        }
    }

    public byte[] Apply(ReadOnlyMemory<byte> bytes, IReadOnlyList<LineEdits> edits)
    {
        using var package = OfficePackage.Open(bytes, new ReaderLimits());
        var workbook = new Workbook(package);
        var changed = new Dictionary<string, XDocument>(StringComparer.OrdinalIgnoreCase);
        foreach (var group in edits.GroupBy(e => e.Line.Part[..e.Line.Part.LastIndexOf('!')], StringComparer.Ordinal))
        {
            var part = workbook.Sheets.Find(s => s.Name == group.Key).Part ?? throw new DocumentEditException($"there is no sheet {group.Key}");
            var sheet = package.Load(part);
            var cells = CellsOf(sheet.Root!);
            foreach (var cell in group.GroupBy(e => e.Line.Part[(group.Key.Length + 1)..], StringComparer.Ordinal))
                Edit(cells.GetValueOrDefault(cell.Key) ?? throw new DocumentEditException($"there is no cell {cell.Key}"), cell, workbook);

            changed[part] = sheet;
        }

        return OfficePackage.Replace(bytes, changed);
    }

    private static void Read(Sheet sheet, string name, OfficeLines lines)
    {
        var rows = sheet.Rows.Where(r => r.Value.Values.Any(c => c.Text.Length > 0 || c.Fault is not null)).ToList();
        if (rows.Count == 0) return;
        if (lines.Headings.Find(rows.Select(r => Headings(r.Value))) is not (var heading, var roles))
        {
            lines.PassOver($"the sheet {name}");
            return;
        }

        lines.Heading(1, NamesOfNoCase.Contains(name.TrimEnd("0123456789 ".ToCharArray()), StringComparer.OrdinalIgnoreCase) ? "" : name);
        lines.Table();
        foreach (var (row, cells) in rows.Skip(heading + 1))
        {
            if (lines.Headings.Next(Headings(cells), roles) is { IsDefault: false } next)
            {
                roles = next;
                lines.Table();
                continue;
            }

            lines.Row(roles, column => Own(cells, column, $"{name}!{new CellPlace(row, column + 1)}", lines), column => sheet.TextAt(row, column + 1), row);
        }
    }

    private static (string, string)? Own(SortedDictionary<int, Cell> cells, int column, string part, OfficeLines lines)
    {
        if (cells.GetValueOrDefault(column + 1) is not { } cell) return null;
        if (cell.Fault is { Length: 0 }) lines.Fail(InputErrorCode.FormulaWithoutText, $"{part} holds a formula that was never computed", "open the file in a spreadsheet program and save it");
        else if (cell.Fault is { } fault) lines.Fail(InputErrorCode.FormulaWithoutText, $"{part} shows {fault} in place of a text");
        return cell.Fault is null ? (cell.Text, part) : null;
    }

    private static string[] Headings(SortedDictionary<int, Cell> cells)
    {
        var headings = new string[cells.Keys.Last()];
        Array.Fill(headings, "");
        foreach (var (column, cell) in cells) headings[column - 1] = cell.Text;
        return headings;
    }

    private static Dictionary<string, XElement> CellsOf(XElement sheet)
    {
        var cells = new Dictionary<string, XElement>(StringComparer.Ordinal);
        var number = 0;
        foreach (var row in sheet.Descendants().Where(e => e.Name.LocalName == "row"))
        {
            number = Sheet.NumberOf(row, number);
            foreach (var (place, cell) in Sheet.CellsOf(row, number)) cells.TryAdd(place.ToString(), cell);
        }

        return cells;
    }

    private static void Edit(XElement cell, IEnumerable<LineEdits> lines, Workbook workbook)
    {
        if (cell.Elements().Any(e => e.Name.LocalName == "f")) throw new DocumentEditException("the cell holds a formula");
        BlockEdits.Make(CellText.Of(ItemOf(cell, workbook)), lines);
    }

    /// <summary>The text of a cell, made its own: cells that shared it keep what they show.</summary>
    private static XElement ItemOf(XElement cell, Workbook workbook)
    {
        var inline = cell.Elements().FirstOrDefault(e => e.Name.LocalName == "is");
        if (cell.Attribute("t")?.Value == "inlineStr" && inline is not null) return WithoutReadings(inline);
        var value = cell.Elements().FirstOrDefault(e => e.Name.LocalName == "v") ?? throw new DocumentEditException("the cell holds no text");
        var space = cell.Name.Namespace;
        inline = cell.Attribute("t")?.Value switch
        {
            "s" when workbook.SharedText(value.Value) is { } shared => new XElement(space + "is", shared.Nodes()),
            "str" => new XElement(space + "is", new XElement(space + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), value.Value)),
            _ => throw new DocumentEditException("the cell holds no text"),
        };
        value.ReplaceWith(inline);
        cell.SetAttributeValue("t", "inlineStr");
        return WithoutReadings(inline);
    }

    /// <summary>How the words are read aloud is told by their places, which an edit moves.</summary>
    private static XElement WithoutReadings(XElement item)
    {
        item.Elements().Where(e => e.Name.LocalName == "rPh").Remove();
        return item;
    }
}
