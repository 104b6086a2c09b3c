using System.Text;
using ScriptRules.Formats;

namespace ScriptRules.Cli.Reports;

/// <summary>Tells where a character stands in bytes of UTF-8, by the line of the file.</summary>
/// <param name="except">The file that cannot be read again, since standard input bore its name; null for none.</param>
internal sealed class SourceLines(string? except)
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];
    private string _path = "";
    private string[] _lines = [];
    private bool _hasMark;

    /// <summary>The column in bytes, from 1; null when the file cannot be read again, or has no such column.</summary>
    /// <param name="path">The file; standard input cannot be read again.</param>
    /// <param name="line">From 1.</param>
    /// <param name="column">From 1, in characters (Unicode code points).</param>
    internal int? ByteColumn(string path, int line, int column) => IndexOf(path, line, column) is { } at
        ? Encoding.UTF8.GetByteCount(_lines[line - 1].AsSpan(0, at)) + 1 + (line == 1 && _hasMark ? ByteOrderMark.Length : 0)
        : null;

    /// <summary>What stands between two columns of a line; null when that cannot be told.</summary>
    internal string? Words(string path, int line, int column, int endColumn) =>
        IndexOf(path, line, column) is { } start && IndexOf(path, line, endColumn) is { } end && start <= end ? _lines[line - 1][start..end] : null;

    /// <summary>The index in the line, in UTF-16 units.</summary>
    private int? IndexOf(string path, int line, int column)
    {
        Load(path);
        if (column < 1 || line < 1 || line > _lines.Length) return null;
        var (text, at) = (_lines[line - 1], 0);
        for (var character = 1; character < column; character++)
        {
            if (at >= text.Length) return null;
            at += char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1;
        }

        return at;
    }

    /// <summary>Keeps the file that was asked for last: places come file by file.</summary>
    private void Load(string path)
    {
        if (path == _path) return;
        (_path, _lines, _hasMark) = (path, [], false);
        if (path == except || !File.Exists(path)) return;
        var bytes = File.ReadAllBytes(path);
        var source = SourceText.Read(bytes, path);
        if (source.Error is not null) return;
        _lines = source.Text.Split('\n');
        _hasMark = bytes.AsSpan().StartsWith(ByteOrderMark);
    }
}
