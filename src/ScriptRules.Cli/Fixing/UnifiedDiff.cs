using System.Globalization;
using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;
using ScriptRules.Cli.Reports;
using ScriptRules.Formats;
using ScriptRules.Text;

namespace ScriptRules.Cli.Fixing;

/// <summary>Writes what would change as a unified diff, which <c>patch</c> and <c>git apply</c> take for text files; of Office files, by cell or paragraph.</summary>
internal sealed class UnifiedDiff(TextWriter output)
{
    private const int ContextLines = 3;

    internal void Write(FixedFile file)
    {
        if (!file.IsChanged) return;
        var name = file.Path.Replace('\\', '/');
        name = name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name.TrimStart('/');
        output.WriteLine($"--- a/{name}");
        output.WriteLine($"+++ b/{name}");
        var (before, after) = (SourceText.Read(file.Before, file.Path), SourceText.Read(file.After, file.Path));
        if (before.Error is null && after.Error is null) WriteText(before.Text, after.Text);
        else WriteParts(file);
    }

    private void WriteParts(FixedFile file)
    {
        foreach (var line in file.Lines.Where(l => l.IsChanged))
        {
            output.WriteLine($"@@ {line.Item.Origin.Script!.Part} @@");
            foreach (var old in line.Written.Split('\n')) output.WriteLine("-" + VisibleText.Of(old));
            foreach (var now in line.NowWritten.Split('\n')) output.WriteLine("+" + VisibleText.Of(now));
        }
    }

    private void WriteText(string before, string after)
    {
        var diff = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, LineEndingsPreservingChunker.Instance);
        var blocks = diff.DiffBlocks.ToList();
        for (var first = 0; first < blocks.Count;)
        {
            var last = first;
            while (last + 1 < blocks.Count && blocks[last + 1].DeleteStartA - End(blocks[last]) <= 2 * ContextLines) last++;
            WriteHunk(diff, blocks[first..(last + 1)]);
            first = last + 1;
        }
    }

    private void WriteHunk(DiffResult diff, List<DiffBlock> blocks)
    {
        var (old, now) = (Whole(diff.PiecesOld), Whole(diff.PiecesNew));
        var from = Math.Max(0, blocks[0].DeleteStartA - ContextLines);
        var to = Math.Min(old.Length, End(blocks[^1]) + ContextLines);
        var nowFrom = blocks[0].InsertStartB - (blocks[0].DeleteStartA - from);
        var grown = blocks.Sum(b => b.InsertCountB - b.DeleteCountA);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"@@ -{Range(from, to - from)} +{Range(nowFrom, to - from + grown)} @@"));
        var at = from;
        foreach (var block in blocks)
        {
            for (; at < block.DeleteStartA; at++) WriteLine(' ', old[at]);
            for (; at < End(block); at++) WriteLine('-', old[at]);
            for (var i = 0; i < block.InsertCountB; i++) WriteLine('+', now[block.InsertStartB + i]);
        }

        for (; at < to; at++) WriteLine(' ', old[at]);
    }

    private void WriteLine(char mark, string line)
    {
        output.Write(mark);
        output.Write(line);
        if (!line.EndsWith('\n')) output.WriteLine("\n\\ No newline at end of file");
    }

    /// <summary>The lines; behind the last line end there is none.</summary>
    private static string[] Whole(IReadOnlyList<string> pieces) => pieces is [.., ""] ? [.. pieces.SkipLast(1)] : [.. pieces];

    private static int End(DiffBlock block) => block.DeleteStartA + block.DeleteCountA;

    private static string Range(int from, int count) => string.Create(CultureInfo.InvariantCulture, $"{(count == 0 ? from : from + 1)},{count}");
}
