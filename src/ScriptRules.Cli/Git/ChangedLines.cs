using System.Globalization;
using System.Text;

namespace ScriptRules.Cli.Git;

/// <summary>The lines of a file that are not as they were, from 1, and the places at which lines are gone.</summary>
/// <remarks>A place is named by the line above it; that at the start of the file is 0.</remarks>
internal sealed class ChangedLines
{
    private readonly bool _isAll;
    private readonly List<int> _lines = [];
    private readonly List<int> _gaps = [];
    private readonly List<int> _lost = [];

    private ChangedLines(bool isAll) => _isAll = isAll;

    /// <summary>Those of a file that is new, or in which no lines can be told.</summary>
    internal static ChangedLines All { get; } = new(isAll: true);

    /// <summary>Reads a patch of one file without context. Added lines that are blank are left out.</summary>
    internal static ChangedLines OfPatch(byte[] patch)
    {
        var changed = new ChangedLines(isAll: false);
        Hunk? hunk = null;
        foreach (var line in Encoding.Latin1.GetString(patch).Split('\n'))
        {
            if (line.StartsWith("@@ ", StringComparison.Ordinal))
            {
                hunk?.End(changed);
                hunk = new Hunk(line);
            }
            else if (hunk is not null) hunk.Add(line, changed);
            else if (line.StartsWith("Binary files ", StringComparison.Ordinal)) return All;
        }

        hunk?.End(changed);
        return changed;
    }

    /// <summary>Whether a line from <paramref name="first"/> to <paramref name="last"/> has changed, or one between them is gone.</summary>
    internal bool Touch(int first, int last) => _isAll || Has(_lines, first, last) || Has(_gaps, first, last - 1);

    /// <summary>Whether a line from <paramref name="first"/> to <paramref name="last"/> has changed.</summary>
    internal bool Change(int first, int last) => _isAll || Has(_lines, first, last);

    /// <summary>Whether more lines with words went than came at a place from <paramref name="first"/> to <paramref name="last"/>.</summary>
    internal bool Lose(int first, int last) => _isAll || Has(_lost, first, last);

    /// <summary>Whether one of some rising numbers lies between two.</summary>
    private static bool Has(List<int> numbers, int first, int last)
    {
        var at = numbers.BinarySearch(first);
        if (at < 0) at = ~at;
        return at < numbers.Count && numbers[at] <= last;
    }

    /// <summary>A change of lines that follow each other.</summary>
    private sealed class Hunk
    {
        private readonly int _first;
        private readonly int _count;
        private int _next;
        private int _balance;

        /// <param name="head">Its first line, such as <c>@@ -10,2 +12,3 @@</c>; with a count of 0 the number is that of the line above.</param>
        internal Hunk(string head)
        {
            var added = head[(head.IndexOf(" +", StringComparison.Ordinal) + 2)..].Split(' ')[0].Split(',');
            _count = added.Length == 1 ? 1 : int.Parse(added[1], CultureInfo.InvariantCulture);
            _next = _first = int.Parse(added[0], CultureInfo.InvariantCulture) + (_count == 0 ? 1 : 0);
        }

        internal void Add(string line, ChangedLines changed)
        {
            if (line.Length == 0 || line[0] is not ('+' or '-')) return;
            var isBlank = string.IsNullOrWhiteSpace(line[1..]);
            if (!isBlank) _balance += line[0] == '+' ? 1 : -1;
            if (line[0] == '-') return;
            if (!isBlank) changed._lines.Add(_next);
            _next++;
        }

        internal void End(ChangedLines changed)
        {
            if (_count == 0) changed._gaps.Add(_first - 1);
            if (_balance >= 0) return;
            for (var place = _first - 1; place < _next; place++) changed._lost.Add(place);
        }
    }
}
