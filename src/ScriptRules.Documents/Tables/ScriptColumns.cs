using System.Collections.Immutable;
using ScriptRules.Formats;
using ScriptRules.Rules;

namespace ScriptRules.Documents.Tables;

/// <summary>Which columns of a table hold what, by their headings.</summary>
internal sealed class ScriptColumns
{
    private static readonly int Roles = Enum.GetValues<ScriptRole>().Length;

    private readonly int[][] _columns; // by role
    private string _scenario = "";

    private ScriptColumns(ImmutableArray<ScriptRole> roles) =>
        _columns = [.. Enumerable.Range(0, Roles).Select(role => Enumerable.Range(0, roles.Length).Where(i => roles[i] == (ScriptRole)role).ToArray())];

    /// <summary>The columns under these headings; null when none of them holds lines.</summary>
    internal static ScriptColumns? Of(IReadOnlyList<string> headings, ImmutableArray<string> lineNames) =>
        RolesOf(headings, lineNames) is { IsDefault: false } roles ? new ScriptColumns(roles) : null;

    /// <summary>What each column holds; default when none of them holds lines.</summary>
    internal static ImmutableArray<ScriptRole> RolesOf(IReadOnlyList<string> headings, ImmutableArray<string> lineNames)
    {
        var roles = headings.Select(h => ScriptNames.Of(h, lineNames)).ToArray();
        var named = Where(i => roles[i] == ScriptRole.Line && !lineNames.IsEmpty && lineNames.Any(n => ScriptNames.Of(headings[i], [n]) == ScriptRole.Line && ScriptNames.Of(headings[i], []) != ScriptRole.Line));
        var usual = Where(i => roles[i] == ScriptRole.Line && !ScriptNames.IsGeneral(headings[i]));
        var alike = Where(i => roles[i] == ScriptRole.None && ScriptNames.EndsLikeLine(headings[i]));
        var general = Where(i => roles[i] == ScriptRole.Line);
        var lines = named.Count > 0 ? named : usual.Count > 0 ? usual : alike.Count > 0 ? alike : general;
        if (lines.Count == 0) return default;
        return [.. roles.Select((role, i) => lines.Contains(i) ? ScriptRole.Line : role == ScriptRole.Line ? ScriptRole.None : role)];

        List<int> Where(Func<int, bool> holds) => [.. Enumerable.Range(0, headings.Count).Where(holds)];
    }

    /// <summary>What is said of a table without lines.</summary>
    internal static (string Message, string Hint) None(IEnumerable<string> headings) =>
        ($"no column of this table is known to hold lines of script; its headings are {string.Join(", ", headings.Select(h => $"\"{h.Trim().ReplaceLineEndings(" ")}\""))}", "--line-column NAME names the one that does");

    /// <summary>Takes a row. A case that is left out is that of the row above, as in merged cells.</summary>
    internal void Row(IReadOnlyList<Piece> cells, LineCollector lines, DocumentText text)
    {
        var (customer, owner) = (Words(cells, ScriptRole.Customer), Words(cells, ScriptRole.Owner));
        if (Words(cells, ScriptRole.Scenario) is { Length: > 0 } scenario) _scenario = scenario;
        var of = new LineCase(_scenario, customer, owner, Suppressions(cells, lines, text));
        foreach (var column in _columns[(int)ScriptRole.Line])
            if (column < cells.Count) lines.Add(cells[column], of);
    }

    private ImmutableArray<Suppression> Suppressions(IReadOnlyList<Piece> cells, LineCollector lines, DocumentText text)
    {
        var suppressions = new List<Suppression>();
        foreach (var column in _columns[(int)ScriptRole.Ignore])
        {
            if (column >= cells.Count) continue;
            var cell = cells[column];
            foreach (var words in cell.Written.Split('\n', ';', '；').Where(w => !string.IsNullOrWhiteSpace(w)))
            {
                try
                {
                    suppressions.Add(IgnoreComment.Read(words, cell.InsertionAt(0), text));
                }
                catch (BrokenDocumentException e)
                {
                    lines.Fail(e.Code, cell.InsertionAt(0), e.Message, e.Hint);
                }
            }
        }

        return [.. suppressions];
    }

    /// <summary>What the cells of a role say, a line each.</summary>
    private string Words(IReadOnlyList<Piece> cells, ScriptRole role)
    {
        var words = "";
        foreach (var column in _columns[(int)role])
        {
            if (column >= cells.Count || cells[column].Written.Trim() is not { Length: > 0 } more) continue;
            words = words.Length == 0 ? more : $"{words}\n{more}";
        }

        return words;
    }
}
