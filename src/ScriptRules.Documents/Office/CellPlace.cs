using System.Globalization;

namespace ScriptRules.Documents.Office;

/// <summary>A cell of a sheet.</summary>
/// <param name="Row">From 1.</param>
/// <param name="Column">From 1.</param>
internal readonly record struct CellPlace(int Row, int Column)
{
    // The most that a spreadsheet program shows.
    private const int Rows = 1_048_576;
    private const int Columns = 16_384;

    /// <summary>Reads <c>C12</c>, with or without dollar signs.</summary>
    internal static bool TryParse(ReadOnlySpan<char> written, out CellPlace place)
    {
        var (column, row) = (0, 0);
        foreach (var c in written)
        {
            if (c == '$') continue;
            if (char.IsAsciiLetter(c) && row == 0 && column <= Columns) column = (column * 26) + (char.ToUpperInvariant(c) - 'A' + 1);
            else if (char.IsAsciiDigit(c) && row <= Rows) row = (row * 10) + (c - '0');
            else column = Columns + 1;
        }

        place = new CellPlace(row, column);
        return row is > 0 and <= Rows && column is > 0 and <= Columns;
    }

    /// <summary>Such as <c>C12</c>.</summary>
    public override string ToString()
    {
        var letters = "";
        for (var rest = Column; rest > 0; rest = (rest - 1) / 26) letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters + Row.ToString(CultureInfo.InvariantCulture);
    }
}
