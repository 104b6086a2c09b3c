using System.Collections.Immutable;
using ScriptRules.Documents.Tables;

namespace ScriptRules.Documents.Office;

/// <summary>Finds the headings of a table that may have a title above them.</summary>
/// <param name="lineNames">Names of columns of lines, besides the usual ones.</param>
internal sealed class TableHeadings(ImmutableArray<string> lineNames)
{
    private const int RowsToLookAt = 15;

    /// <summary>The row of headings: of the first rows the one with the most known names, the first of several.</summary>
    /// <returns>Its index, and what each column holds; null when no row names a column of lines.</returns>
    internal (int Row, ImmutableArray<ScriptRole> Roles)? Find(IEnumerable<IReadOnlyList<string>> rows)
    {
        (int Row, ImmutableArray<ScriptRole> Roles)? best = null;
        var (row, most) = (-1, 0);
        foreach (var cells in rows.Take(RowsToLookAt))
        {
            row++;
            if (Of(cells) is not { IsDefault: false } roles || Known(roles) <= most) continue;
            best = (row, roles);
            most = Known(roles);
        }

        return best;
    }

    /// <summary>What the columns hold under a row that could be the headings of another table; default when it is a row like the others.</summary>
    internal ImmutableArray<ScriptRole> Next(IReadOnlyList<string> cells, ImmutableArray<ScriptRole> before)
    {
        var isName = cells.Where((c, i) => i < before.Length && before[i] == ScriptRole.Line && ScriptNames.Of(c, lineNames) != ScriptRole.None).Any();
        return isName && Of(cells) is { IsDefault: false } roles && Known(roles) >= Math.Min(2, Known(before)) ? roles : default;
    }

    private ImmutableArray<ScriptRole> Of(IReadOnlyList<string> cells) => ScriptColumns.RolesOf(cells, lineNames);

    private static int Known(ImmutableArray<ScriptRole> roles) => roles.Count(r => r != ScriptRole.None);
}
