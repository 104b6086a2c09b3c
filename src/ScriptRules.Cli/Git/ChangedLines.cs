using System.Globalization;
using System.Text;

namespace ScriptRules.Cli.Git;

/// <summary>The lines of a file that are not as they were, from 1.</summary>
internal sealed class ChangedLines
{
    private readonly bool _isAll;
    private readonly List<int> _lines = [];
    private readonly List<int> _gaps = [];

    private ChangedLines(bool isAll) => _isAll = isAll;

    /// <summary>Those of a file that is new, or in which no lines can be told.</summary>
    internal static ChangedLines All { get; } = new(isAll: true);

    /// <summary>Reads a patch of one file without context. Added lines that are blank are left out.</summary>
    internal static ChangedLines OfPatch(byte[] patch)
    {
        var changed = new ChangedLines(isAll: false);
        var (number, isInHunk) = (0, false);
        foreach (var line in Encoding.Latin1.GetString(patch).Split('\n'))
        {
            if (line.StartsWith("@@ ", StringComparison.Ordinal))
            {
                (number, var count) = AddedIn(line);
                if (count == 0) changed._gaps.Add(number);
                isInHunk = true;
            }
            else if (!isInHunk && line.StartsWith("Binary files ", StringComparison.Ordinal)) return All;
            else if (isInHunk && line.StartsWith('+'))
            {
                if (!string.IsNullOrWhiteSpace(line[1..])) changed._lines.Add(number);
                number++;
            }
        }

        return changed;
    }

    /// <summary>Whether a line from <paramref name="first"/> to <paramref name="last"/> has changed, or one between them is gone.</summary>
    internal bool Touch(int first, int last) => _isAll || Has(_lines, first, last) || Has(_gaps, first, last - 1);

    /// <summary>Whether one of some rising numbers lies between two.</summary>
    private static bool Has(List<int> numbers, int first, int last)
    {
        var at = numbers.BinarySearch(first);
        if (at < 0) at = ~at;
        return at < numbers.Count && numbers[at] <= last;
    }

    /// <summary>Such as 12 and 3 of <c>@@ -10,0 +12,3 @@</c>.</summary>
    private static (int First, int Count) AddedIn(string head)
    {
        var added = head[(head.IndexOf(" +", StringComparison.Ordinal) + 2)..].Split(' ')[0].Split(',');
        return (int.Parse(added[0], CultureInfo.InvariantCulture), added.Length == 1 ? 1 : int.Parse(added[1], CultureInfo.InvariantCulture));
    }
}
