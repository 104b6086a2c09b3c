using ScriptRules.Formats;
using ScriptRules.Formats.Documents;
using ScriptRules.Formats.PlainText;
using ScriptRules.Rules;

namespace ScriptRules.Documents;

/// <summary>A text in which every line is a line of script, under headings such as <c>【客户致谢】</c> or <c># 客户致谢</c>.</summary>
internal sealed class TextFormat : TextForm
{
    private const int LinesToLookAt = 40;
    private const int BracketLevel = 1;

    public override IReadOnlyList<string> Extensions { get; } = [];

    /// <summary>Whether it begins with a heading; a heading further down may be part of one reply.</summary>
    public override bool Recognizes(SourceHead head) => head.Extension == ".txt" && head.Lines.FirstOrDefault() is { } first && (HeadingOf(first) is not null || CommentOf(first) is not null);

    public override bool Recognizes(SourceHead head, ScriptOptions options) =>
        Recognizes(head) || (options.TextIsScript && (head.Extension is ".txt" or "") && !head.Lines.Take(LinesToLookAt).Any(l => LineHead.Of(l).Role is not null));

    protected override void Read(DocumentText text, LineCollector lines, ReaderOptions options)
    {
        foreach (var piece in Pieces(text))
        {
            if (CommentOf(piece.Written) is { } comment) lines.Comment(comment, piece.Start + 1);
            else if (HeadingOf(piece.Written) is var (level, title)) lines.Heading(level, title);
            else lines.Add(Words(piece));
        }
    }

    protected override IReadOnlyList<Piece> Pieces(DocumentText text)
    {
        var pieces = new List<Piece>();
        for (var at = 0; at < text.Text.Length;)
        {
            var length = text.Text.AsSpan(at).IndexOfAny('\r', '\n') is var end and >= 0 ? end : text.Text.Length - at;
            var line = text.Text.AsSpan(at, length);
            var start = at + line.Length - line.TrimStart().Length;
            if (line.Trim() is { IsEmpty: false } words)
            {
                var piece = new PieceBuilder();
                piece.Add(words, start);
                pieces.Add(piece.ToPiece(start, start + words.Length));
            }

            at += length + 1;
        }

        return pieces;
    }

    protected override IEnumerable<Splice>? Write(DocumentText text, Piece piece, IReadOnlyList<Edit> edits, string wanted, int way) =>
        way == 0 ? InPlace(piece, edits, r => r) : null;

    /// <summary>The line without the mark of a list.</summary>
    private static Piece Words(Piece piece)
    {
        var line = piece.Written;
        var digits = line.AsSpan().IndexOfAnyExceptInRange('0', '9');
        var mark = line is ['-' or '*' or '•' or '·' or '●', ' ' or '\t' or '\u3000', ..] ? 1
            : digits is > 0 and <= 3 && digits + 1 < line.Length && line[digits] is '.' or '、' or ')' or '）' && !char.IsAsciiDigit(line[digits + 1]) ? digits + 1 : 0;
        if (mark == 0) return piece;
        while (mark < line.Length && char.IsWhiteSpace(line[mark])) mark++;
        var words = new PieceBuilder();
        words.Add(line.AsSpan(mark), piece.Start + mark);
        return words.ToPiece(piece.Start + mark, piece.End);
    }

    private static string? CommentOf(string line) => line is ['#', .. var comment] && IgnoreComment.IsMeant(comment) ? comment : null;

    private static (int Level, string Title)? HeadingOf(string line) => line switch
    {
        ['#', ..] when line.TrimStart('#').Trim() is { Length: > 0 } title => (line.Length - line.TrimStart('#').Length, title),
        ['【', .. var title, '】'] when !title.Contains('】', StringComparison.Ordinal) => (BracketLevel, title.Trim()),
        _ => null,
    };
}
