using System.Collections.Immutable;
using System.Text;
using ScriptRules.Formats.Documents;

namespace ScriptRules.Documents;

/// <summary>A text that a document holds in one place: a cell, a paragraph, a value; without the marks of the format.</summary>
/// <param name="Written">The text.</param>
/// <param name="Runs">Where its characters stand, in order and without gaps in <paramref name="Written"/>.</param>
/// <param name="Start">Where it begins in the document, its marks included.</param>
/// <param name="End">The offset behind its last character or mark.</param>
internal sealed record Piece(string Written, ImmutableArray<Run> Runs, int Start, int End)
{
    /// <summary>How the format writes it: in quotation marks, say.</summary>
    internal int Style { get; init; }

    /// <summary>A part of a document that stands there without marks.</summary>
    internal static Piece AsIs(string document, int start, int end) =>
        new(document[start..end], start < end ? [new Run(0, end - start, start, end - start)] : [], start, end);

    /// <summary>The anchors of a part of it, for a line of script; there is one for each line of the document.</summary>
    internal ImmutableArray<ScriptAnchor> Anchors(int from, int to, DocumentText text)
    {
        var anchors = ImmutableArray.CreateBuilder<ScriptAnchor>(1); // most have one
        foreach (var run in Runs)
        {
            if (run.Written >= to && anchors.Count > 0) break;
            if (run.Written + run.Length <= from) continue;
            var skipped = run.IsExact ? Math.Max(0, from - run.Written) : 0;
            var (line, column) = text.PlaceOf(run.Source + skipped);
            anchors.Add(new ScriptAnchor(Math.Max(0, run.Written - from), run.Source + skipped, line, column));
            if (!run.IsExact) continue;
            for (var at = run.Written + skipped + 1; at < Math.Min(to, run.Written + run.Length); at++)
            {
                if (Written[at - 1] != '\n' && (Written[at - 1] != '\r' || Written[at] == '\n')) continue;
                (line, column) = text.PlaceOf(run.Source + at - run.Written);
                anchors.Add(new ScriptAnchor(at - from, run.Source + at - run.Written, line, column));
            }
        }

        return anchors.DrainToImmutable();
    }

    /// <summary>The offset in <see cref="Written"/> of a character of the document; −1 when it is none of this text.</summary>
    internal int At(int source)
    {
        foreach (var run in Runs)
            if (source >= run.Source && source < run.Source + Math.Max(1, run.SourceLength)) return run.IsExact ? run.Written + source - run.Source : run.Written;
        return -1;
    }

    /// <summary>The runs of which a part of the text consists, cut to it; null when it cuts one that cannot be cut.</summary>
    internal List<Run>? Between(int from, int to)
    {
        var cut = new List<Run>();
        foreach (var run in Runs)
        {
            var (start, end) = (Math.Max(from, run.Written), Math.Min(to, run.Written + run.Length));
            if (start >= end) continue;
            if (run.IsExact) cut.Add(new Run(start, end - start, run.Source + start - run.Written, end - start));
            else if (start == run.Written && end == run.Written + run.Length) cut.Add(run);
            else return null;
        }

        return cut;
    }

    /// <summary>Where something is put in: behind the character before, so that it takes part in that one's style.</summary>
    internal int InsertionAt(int at)
    {
        foreach (var run in Runs)
            if (at > run.Written && at <= run.Written + run.Length) return run.Source + (at == run.Written + run.Length ? run.SourceLength : at - run.Written);
        return Runs.IsEmpty ? Start : Runs[0].Source;
    }
}

/// <summary>Characters that stand together in a document.</summary>
/// <param name="Written">Where they begin in the text.</param>
/// <param name="Length">How many they are in the text.</param>
/// <param name="Source">Where they begin in the document.</param>
/// <param name="SourceLength">How many they are in the document: more or fewer when they are escaped there.</param>
internal readonly record struct Run(int Written, int Length, int Source, int SourceLength)
{
    /// <summary>Whether they stand in the document as they are.</summary>
    internal bool IsExact => Length == SourceLength;
}

/// <summary>Puts a piece together. One owner.</summary>
internal sealed class PieceBuilder
{
    private readonly StringBuilder _written = new();
    private readonly List<Run> _runs = [];

    internal int Length => _written.Length;

    internal char Last => _written.Length == 0 ? '\0' : _written[^1];

    /// <summary>Adds characters that stand in the document as they are.</summary>
    internal void Add(ReadOnlySpan<char> characters, int source)
    {
        if (characters.IsEmpty) return;
        if (_runs is [.., { IsExact: true } last] && last.Source + last.SourceLength == source) _runs[^1] = last with { Length = last.Length + characters.Length, SourceLength = last.Length + characters.Length };
        else _runs.Add(new Run(_written.Length, characters.Length, source, characters.Length));
        _written.Append(characters);
    }

    /// <summary>Adds characters that the document writes in another way.</summary>
    internal void Add(string characters, int source, int length)
    {
        if (characters.Length == 0) return;
        _runs.Add(new Run(_written.Length, characters.Length, source, length));
        _written.Append(characters);
    }

    internal Piece ToPiece(int start, int end) => new(_written.ToString(), [.. _runs], start, end);
}
