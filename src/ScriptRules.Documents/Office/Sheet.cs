using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace ScriptRules.Documents.Office;

/// <summary>The texts of one sheet, hidden rows and columns among them. Numbers, dates and truth values are no text.</summary>
internal sealed class Sheet
{
    private readonly SortedDictionary<int, SortedDictionary<int, Cell>> _rows = [];
    private readonly List<(CellPlace First, CellPlace Last)> _merged = [];
    private readonly Dictionary<int, List<(CellPlace First, CellPlace Last)>> _mergedByColumn = [];

    /// <summary>By row and column, both from 1.</summary>
    internal IReadOnlyDictionary<int, SortedDictionary<int, Cell>> Rows => _rows;

    /// <summary>Reads a part that holds a worksheet; a chart has no rows.</summary>
    internal static Sheet Read(XmlReader reader, IReadOnlyList<string> shared)
    {
        var sheet = new Sheet();
        var row = 0;
        while (!reader.EOF)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "row" }) sheet.Add((XElement)XNode.ReadFrom(reader), ref row, shared);
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "mergeCell" }) sheet.Merge(((XElement)XNode.ReadFrom(reader)).Attribute("ref")?.Value ?? "");
            else reader.Read();
        }

        return sheet;
    }

    /// <summary>The text that holds for a cell: its own, or that of the merged cells it is one of; empty when there is none.</summary>
    internal string TextAt(int row, int column)
    {
        var text = Find(row, column)?.Text ?? "";
        if (text.Length > 0 || _merged.Count == 0) return text;
        if (!_mergedByColumn.TryGetValue(column, out var ranges))
            _mergedByColumn[column] = ranges = [.. _merged.Where(m => m.First.Column <= column && column <= m.Last.Column).OrderBy(m => m.First.Row)];
        var (low, high) = (0, ranges.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ranges[middle].First.Row <= row) low = middle + 1;
            else high = middle;
        }

        return low > 0 && ranges[low - 1] is var range && row <= range.Last.Row ? Find(range.First.Row, range.First.Column)?.Text ?? "" : "";
    }

    /// <summary>The cells of a sheet's XML, with the places that rows and cells need not tell.</summary>
    internal static IEnumerable<(CellPlace Place, XElement Cell)> CellsOf(XElement row, int number)
    {
        var column = 0;
        foreach (var cell in row.Elements().Where(e => e.Name.LocalName == "c"))
        {
            column = cell.Attribute("r")?.Value is { } written
                ? CellPlace.TryParse(written, out var place) ? place.Column : throw OfficeException.Broken($"a cell is called \"{written}\"")
                : column + 1;
            yield return (new CellPlace(number, column), cell);
        }
    }

    /// <summary>The number of a row, which is one more than that of the row before when it does not tell.</summary>
    internal static int NumberOf(XElement row, int before) =>
        row.Attribute("r")?.Value is not { } written ? before + 1
        : int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : throw OfficeException.Broken($"a row is called \"{written}\"");

    private Cell? Find(int row, int column) => _rows.TryGetValue(row, out var cells) ? cells.GetValueOrDefault(column) : null;

    private void Add(XElement row, ref int number, IReadOnlyList<string> shared)
    {
        number = NumberOf(row, number);
        foreach (var (place, cell) in CellsOf(row, number))
        {
            if (CellOf(cell, shared) is not { } read) continue;
            if (!_rows.TryGetValue(place.Row, out var cells)) _rows[place.Row] = cells = [];
            if (!cells.TryAdd(place.Column, read)) throw OfficeException.Broken($"the cell {place} is there twice");
        }
    }

    private static Cell? CellOf(XElement cell, IReadOnlyList<string> shared)
    {
        var value = cell.Elements().FirstOrDefault(e => e.Name.LocalName == "v");
        var isFormula = cell.Elements().Any(e => e.Name.LocalName == "f");
        return cell.Attribute("t")?.Value switch
        {
            "s" when value is not null => int.TryParse(value.Value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count
                ? new Cell(shared[index], isFormula)
                : throw OfficeException.Broken($"a cell refers to the text {value.Value}, which is not there"),
            "inlineStr" => cell.Elements().FirstOrDefault(e => e.Name.LocalName == "is") is { } inline ? new Cell(CellText.Of(inline).Text, isFormula) : null,
            "str" when value is not null => new Cell(CellText.Decode(value.Value), isFormula),
            "e" when value is not null => new Cell("", isFormula) { Fault = value.Value },
            _ when isFormula && value is null => new Cell("", isFormula) { Fault = "" },
            _ => null,
        };
    }

    private void Merge(string range)
    {
        var colon = range.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && CellPlace.TryParse(range.AsSpan(0, colon), out var first) && CellPlace.TryParse(range.AsSpan(colon + 1), out var last)) _merged.Add((first, last));
    }
}

/// <summary>A cell that holds text, or should.</summary>
/// <param name="Text">As shown; empty when there is a <see cref="Fault"/>.</param>
/// <param name="IsFormula">Whether a formula makes it.</param>
internal sealed record Cell(string Text, bool IsFormula)
{
    /// <summary>The error that stands in place of a text, such as <c>#REF!</c>; empty when nobody has computed the formula; null when there is a text.</summary>
    internal string? Fault { get; init; }
}
