using ScriptRules.Formats;
using ScriptRules.Formats.Documents;
using ScriptRules.Rules;

namespace ScriptRules.Documents;

/// <summary>A text file that holds one draft reply: the whole of it is one line, without the blank lines around.</summary>
internal sealed class DraftFormat : IDocumentFormat
{
    public IReadOnlyList<string> Extensions { get; } = [];

    public bool Recognizes(SourceHead head) => false;

    public ScriptDocument Read(ReadOnlyMemory<byte> bytes, string path, ReaderOptions options)
    {
        if (DocumentText.Read(bytes, path, options.Limits, out var error) is not { } text) return new ScriptDocument { Errors = [error!] };
        var piece = PieceOf(text.Text);
        return piece.Written.Length == 0 ? new ScriptDocument() : new ScriptDocument { Lines = [new ScriptLine { Written = piece.Written, Anchors = piece.Anchors(0, piece.Written.Length, text) }] };
    }

    public byte[] Apply(ReadOnlyMemory<byte> bytes, IReadOnlyList<LineEdits> edits)
    {
        if (DocumentText.Read(bytes, "the draft", new ReaderLimits(), out var error) is not { } text) throw new DocumentEditException(error!.Message);
        var piece = PieceOf(text.Text);
        var splices = new List<Splice>();
        foreach (var (line, made) in edits)
        {
            if (line.Written != piece.Written) throw new DocumentEditException("the file no longer holds the draft");
            splices.AddRange(made.Select(e => SpliceOf(e, piece, text.LineEnd)));
        }

        return text.With(splices);
    }

    private static Splice SpliceOf(Edit edit, Piece piece, string lineEnd)
    {
        var replacement = edit.Replacement.Replace("\n", lineEnd, StringComparison.Ordinal);
        if (edit.Span.Length == 0) return new Splice(piece.InsertionAt(edit.Span.Start), 0, replacement);
        var runs = piece.Between(edit.Span.Start, edit.Span.End)!;
        return new Splice(runs[0].Source, runs[^1].Source + runs[^1].SourceLength - runs[0].Source, replacement);
    }

    private static Piece PieceOf(string text)
    {
        var piece = new PieceBuilder();
        var (start, end) = (0, text.Length);
        while (end > 0 && char.IsWhiteSpace(text[end - 1])) end--;
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        for (var at = start; at < end;)
        {
            var length = text.AsSpan(at, end - at).IndexOfAny('\r', '\n') is var stop and >= 0 ? stop : end - at;
            piece.Add(text.AsSpan(at, length), at);
            at += length;
            if (at >= end) break;
            var lineEnd = text[at] == '\r' && at + 1 < end && text[at + 1] == '\n' ? 2 : 1;
            piece.Add("\n", at, lineEnd);
            at += lineEnd;
        }

        return piece.ToPiece(start, end);
    }
}
