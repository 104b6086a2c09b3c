using System.Text;
using ScriptRules.Text;

namespace ScriptRules.Cli.Testing;

/// <summary>A table for a terminal. Columns are aligned by display width, since a Chinese character takes two.</summary>
/// <param name="columns">The heads; one that begins with <c>&lt;</c> has its texts to the left, as the first column has, the others theirs to the right.</param>
internal sealed class TextTable(params string[] columns)
{
    private const string Gap = "  ";

    private readonly List<string[]> _rows = [[.. columns.Select(c => c.TrimStart('<'))]];

    internal void Add(params string[] cells) => _rows.Add(cells);

    internal void Write(TextWriter output)
    {
        var widths = Enumerable.Range(0, columns.Length).Select(c => _rows.Max(r => DisplayWidth.Of(r[c]))).ToList();
        foreach (var row in _rows)
        {
            var line = new StringBuilder();
            for (var c = 0; c < columns.Length; c++)
            {
                var isLeft = c == 0 || columns[c].StartsWith('<');
                var padding = new string(' ', widths[c] - DisplayWidth.Of(row[c]));
                line.Append(c == 0 ? "" : Gap).Append(isLeft ? row[c] + padding : padding + row[c]);
            }

            output.WriteLine(line.ToString().TrimEnd());
        }
    }
}
