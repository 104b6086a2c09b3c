using ScriptRules.Formats;
using ScriptRules.Formats.Documents;
using ScriptRules.Rules;

namespace ScriptRules.Documents.Tables;

/// <summary>A table with commas, tabs, semicolons or bars between its cells.</summary>
internal sealed class CsvFormat : TextForm
{
    private const int RowsAboveHeadings = 10;

    public override IReadOnlyList<string> Extensions { get; } = [".csv", ".tsv"];

    public override bool Recognizes(SourceHead head) => false;

    protected override void Read(DocumentText text, LineCollector lines, ReaderOptions options)
    {
        ScriptColumns? columns = null;
        var above = new List<List<Piece>>();
        foreach (var record in CsvText.Records(text.Text, CsvText.DelimiterOf(text.Text)))
        {
            if (record.TrueForAll(c => string.IsNullOrWhiteSpace(c.Written))) continue;
            if (columns is not null) columns.Row(record, lines, text);
            else if (above.Count < RowsAboveHeadings)
            {
                columns = ScriptColumns.Of([.. record.Select(c => c.Written)], options.Scripts.LineNames);
                above.Add(record);
            }
        }

        if (columns is not null || above is not [var first, ..]) return;
        var (message, hint) = ScriptColumns.None(first.Select(c => c.Written));
        lines.Fail(InputErrorCode.NoLineColumn, first[0].Start, message, hint);
    }

    protected override IReadOnlyList<Piece> Pieces(DocumentText text) => [.. CsvText.Records(text.Text, CsvText.DelimiterOf(text.Text)).SelectMany(r => r)];

    protected override IEnumerable<Splice>? Write(DocumentText text, Piece piece, IReadOnlyList<Edit> edits, string wanted, int way) => way switch
    {
        0 => InPlace(piece, edits, r => piece.Style == CsvText.Quoted ? InQuotes(r) : r),
        1 => [new Splice(piece.Start, piece.End - piece.Start, $"\"{InQuotes(wanted)}\"")],
        _ => null,
    };

    private static string InQuotes(string words) => words.Replace("\"", "\"\"", StringComparison.Ordinal);
}
