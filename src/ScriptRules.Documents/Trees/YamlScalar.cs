using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ScriptRules.Documents.Trees;

/// <summary>Finds the characters of a YAML scalar in the document: its value is walked along beside what is written.</summary>
internal static class YamlScalar
{
    /// <summary>The scalar as a piece. Where the value does not follow from what is written, it is one run that can only be replaced whole.</summary>
    internal static Piece Read(string text, Scalar scalar)
    {
        var (start, end) = ((int)scalar.Start.Index, (int)Math.Min(scalar.End.Index, text.Length));
        var isBlock = scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded;
        if (isBlock || scalar.Style == ScalarStyle.Plain)
            while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        var piece = Walk(text, scalar, start, end, isBlock);
        if (piece is null)
        {
            var whole = new PieceBuilder();
            whole.Add(scalar.Value, start, end - start == scalar.Value.Length ? end - start + 1 : end - start);
            piece = whole;
        }

        return piece.ToPiece(start, end) with { Style = (int)scalar.Style };
    }

    /// <summary>Words as they stand in a scalar of that style, on one line.</summary>
    internal static string Write(string words, int style) => (ScalarStyle)style switch
    {
        ScalarStyle.DoubleQuoted => Escapes.Write(words),
        ScalarStyle.SingleQuoted => words.Replace("'", "''", StringComparison.Ordinal),
        _ => words,
    };

    /// <summary>The blanks with which a line of a block begins.</summary>
    internal static string IndentOf(DocumentText text, Piece piece)
    {
        var start = text.LineStartOf(piece.Runs[0].Source);
        var end = start;
        while (text.Text[end] == ' ') end++;
        return text.Text[start..end];
    }

    private static PieceBuilder? Walk(string text, Scalar scalar, int start, int end, bool isBlock)
    {
        var (value, piece, at) = (scalar.Value, new PieceBuilder(), start);
        var isQuoted = scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted;
        if (isQuoted) (at, end) = (at + 1, end - 1);
        if (isBlock)
        {
            var header = text.AsSpan(at, end - at).IndexOfAny('\r', '\n');
            if (header < 0) return value.Length == 0 ? piece : null;
            at += header;
        }

        while (piece.Length < value.Length)
        {
            var rest = value.AsSpan(piece.Length);
            if (at >= end)
            {
                // The line breaks at the end of a block are written behind its last character.
                if (!isBlock || rest.ContainsAnyExcept('\n', ' ')) return null;
                var tail = end;
                while (tail < text.Length && char.IsWhiteSpace(text[tail]) && tail - end < rest.Length) tail++;
                piece.Add(rest.ToString(), end, tail - end == rest.Length ? rest.Length + 1 : tail - end);
                return piece;
            }

            if (scalar.Style == ScalarStyle.DoubleQuoted && text[at] == '\\')
            {
                if (at + 1 < end && text[at + 1] is '\r' or '\n')
                {
                    at = Content(text, at + 1, end);
                    continue;
                }

                var escape = Escapes.Read(text.AsSpan(at, end - at), out var escaped);
                if (escape == 0 || !rest.StartsWith(escaped, StringComparison.Ordinal)) return null;
                piece.Add(escaped, at, escape);
                at += escape;
            }
            else if (scalar.Style == ScalarStyle.SingleQuoted && text[at] == '\'')
            {
                if (rest[0] != '\'') return null;
                piece.Add("'", at, 2);
                at += 2;
            }
            else if (BreakAt(text, at, end) is var next and >= 0)
            {
                // Line breaks with their indentation are folded into blanks and line breaks.
                var folded = rest.IndexOfAnyExcept('\n', ' ') is var words and >= 0 ? words : rest.Length;
                piece.Add(rest[..folded].ToString(), at, next - at);
                at = next;
            }
            else if (text[at] == rest[0])
            {
                piece.Add(text.AsSpan(at, 1), at);
                at++;
            }
            else
            {
                return null;
            }
        }

        return piece;
    }

    /// <summary>The offset behind white space that has a line break in it; −1 when there is none here.</summary>
    private static int BreakAt(string text, int at, int end)
    {
        var next = at;
        while (next < end && text[next] is ' ' or '\t') next++;
        return next < end && text[next] is '\r' or '\n' ? Content(text, next, end) : -1;
    }

    private static int Content(string text, int at, int end)
    {
        while (at < end && text[at] is ' ' or '\t' or '\r' or '\n') at++;
        return at;
    }
}
