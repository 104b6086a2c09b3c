using ScriptRules.Formats;

namespace ScriptRules.Documents.Tables;

/// <summary>Reads the records of a table with delimiters, each cell with its places.</summary>
internal static class CsvText
{
    /// <summary>The style of a cell in quotation marks.</summary>
    internal const int Quoted = 1;

    private const string Delimiters = ",\t;|";
    private const int RecordsToLookAt = 20;

    /// <summary>The delimiter: the one that cuts the first records into the most columns that agree in number.</summary>
    internal static char DelimiterOf(string text)
    {
        var (best, score) = (Delimiters[0], 0);
        foreach (var delimiter in Delimiters)
        {
            var counts = Records(text, delimiter, strict: false).Where(r => r.Count > 1 || r[0].Written.Length > 0).Take(RecordsToLookAt).Select(r => r.Count).ToList();
            if (counts.Count == 0 || counts[0] < 2) continue;
            var agreeing = counts.Count(c => c == counts[0]) * counts[0];
            if (agreeing > score) (best, score) = (delimiter, agreeing);
        }

        return best;
    }

    /// <summary>The records, blank lines included.</summary>
    /// <exception cref="BrokenDocumentException">A quotation mark is never closed, and <paramref name="strict"/>.</exception>
    internal static IEnumerable<List<Piece>> Records(string text, char delimiter, bool strict = true)
    {
        var record = new List<Piece>();
        for (var at = 0; ;)
        {
            record.Add(Cell(text, ref at, delimiter, strict));
            if (at < text.Length && text[at] == delimiter)
            {
                at++;
                continue;
            }

            yield return record;
            if (at >= text.Length) yield break;
            at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            if (at >= text.Length) yield break;
            record = [];
        }
    }

    private static Piece Cell(string text, ref int at, char delimiter, bool strict)
    {
        var start = at;
        if (at >= text.Length || text[at] != '"')
        {
            at += Rest(text, at, delimiter);
            return Piece.AsIs(text, start, at);
        }

        var builder = new PieceBuilder();
        at++;
        while (true)
        {
            var stop = text.AsSpan(at).IndexOfAny('"', '\r');
            if (stop < 0 && strict) throw new BrokenDocumentException(InputErrorCode.BrokenTable, start, "this quotation mark is never closed", "a quotation mark inside a cell is written twice");
            if (stop < 0) stop = text.Length - at;
            builder.Add(text.AsSpan(at, stop), at);
            at += stop;
            if (at >= text.Length) break;
            var isPair = at + 1 < text.Length && text[at + 1] == (text[at] == '"' ? '"' : '\n');
            if (text[at] == '"' && !isPair) break;
            builder.Add(text[at] == '"' ? "\"" : "\n", at, isPair ? 2 : 1);
            at += isPair ? 2 : 1;
        }

        if (at < text.Length) at++;

        // What follows a closing quotation mark belongs to the cell, as spreadsheets read it.
        var rest = Rest(text, at, delimiter);
        builder.Add(text.AsSpan(at, rest), at);
        at += rest;
        return builder.ToPiece(start, at) with { Style = Quoted };
    }

    /// <summary>How many characters there are to the end of the cell.</summary>
    private static int Rest(string text, int at, char delimiter) => text.AsSpan(at).IndexOfAny(delimiter, '\r', '\n') is var end and >= 0 ? end : text.Length - at;
}
