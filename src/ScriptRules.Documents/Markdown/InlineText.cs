using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ScriptRules.Formats.PlainText;

namespace ScriptRules.Documents.Markdown;

/// <summary>The plain text of a block of Markdown, and how words are written into one.</summary>
internal static class InlineText
{
    /// <summary>The style of a cell of a table.</summary>
    internal const int InTable = 1;

    private const string Special = "\\`*_[]<>|&~#";

    private static readonly HashSet<string> Tags = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "b", "big", "br", "center", "cite", "code", "del", "div", "em", "font", "hr", "i", "img", "ins", "kbd", "mark", "p", "q", "s", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "wbr",
    };

    /// <summary>The text without emphasis marks and link targets.</summary>
    /// <param name="block">A paragraph or heading.</param>
    /// <param name="text">The document.</param>
    /// <param name="comment">Is told of HTML comments, with their offsets.</param>
    internal static Piece Of(LeafBlock block, DocumentText text, Action<string, int>? comment = null)
    {
        var piece = new PieceBuilder();
        if (block.Inline is not null) Add(block.Inline, piece, text.Text, comment);
        return piece.ToPiece(block.Span.Start, block.Span.End + 1);
    }

    /// <summary>The words between the tags and comments of a block of HTML, line by line.</summary>
    internal static IEnumerable<Piece> OfHtml(LeafBlock block, DocumentText text)
    {
        var (source, end) = (text.Text, Math.Min(block.Span.End + 1, text.Text.Length));
        for (var at = block.Span.Start; at < end;)
        {
            if (source[at] == '<')
            {
                var close = source.AsSpan(at, end - at).StartsWith("<!--", StringComparison.Ordinal) ? "-->" : ">";
                at = source.IndexOf(close, at, end - at, StringComparison.Ordinal) is var found and >= 0 ? found + close.Length : end;
                continue;
            }

            var length = source.AsSpan(at, end - at).IndexOfAny('<', '\r', '\n') is var stop and >= 0 ? stop : end - at;
            var words = source.AsSpan(at, length).Trim();
            if (!words.IsEmpty)
            {
                var piece = new PieceBuilder();
                var start = at + source.AsSpan(at, length).IndexOf(words);
                piece.Add(words, start);
                yield return piece.ToPiece(start, start + words.Length);
            }

            at += Math.Max(1, length);
        }
    }

    /// <summary>Words as they are written into a text.</summary>
    /// <param name="text">The document.</param>
    /// <param name="piece">Where they go.</param>
    /// <param name="words">Plain.</param>
    /// <param name="isEscaped">Whether to write them so that nothing in them is taken for a mark.</param>
    internal static string Write(DocumentText text, Piece piece, string words, bool isEscaped)
    {
        var written = new StringBuilder();
        var lines = words.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0) written.Append(piece.Style == InTable ? "<br>" : $"{(isEscaped ? "\\" : "")}{text.LineEnd}{PrefixOf(text, piece)}");
            if (!isEscaped)
            {
                written.Append(lines[i]);
                continue;
            }

            foreach (var c in lines[i]) written.Append(Special.Contains(c, StringComparison.Ordinal) ? $"\\{c}" : c);
        }

        return written.ToString();
    }

    /// <summary>Whether what stands between runs can go with them: line breaks, and marks that both open and close there.</summary>
    internal static bool GapsMayGo(DocumentText text, List<Run> runs)
    {
        var marks = new List<string>();
        for (var i = 1; i < runs.Count; i++)
        {
            var from = runs[i - 1].Source + runs[i - 1].SourceLength;
            var gap = string.Concat(text.Text[from..runs[i].Source].Where(c => !char.IsWhiteSpace(c) && c != '>'));
            if (gap.Length > 0) marks.Add(gap);
        }

        return marks.Count % 2 == 0 && marks.TrueForAll(m => m.All(c => c is '*' or '_')) && marks.SequenceEqual(Enumerable.Reverse(marks));
    }

    private static void Add(ContainerInline inlines, PieceBuilder piece, string source, Action<string, int>? comment)
    {
        foreach (var inline in inlines)
        {
            var (start, end) = (inline.Span.Start, inline.Span.End + 1);
            switch (inline)
            {
                case LiteralInline literal:
                    AddLiteral(literal.Content.AsSpan(), start, end, piece, source);
                    break;
                case LineBreakInline line:
                    AddBreak(line, piece, source);
                    break;
                case CodeInline code:
                    AddLiteral(code.Content, start + code.DelimiterCount, end - code.DelimiterCount, piece, source);
                    break;
                case HtmlEntityInline entity:
                    piece.Add(entity.Transcoded.ToString(), start, end - start);
                    break;
                case AutolinkInline link:
                    piece.Add(link.Url, start, end - start);
                    break;
                case HtmlInline html when html.Tag.StartsWith("<!--", StringComparison.Ordinal):
                    comment?.Invoke(html.Tag[4..^3], start + 4);
                    break;
                case HtmlInline html:
                    AddTag(html.Tag, start, end, piece);
                    break;
                case LinkInline { IsImage: true }:
                    break;
                case ContainerInline container:
                    Add(container, piece, source, comment);
                    break;
            }
        }
    }

    /// <summary>Adds text of which the document may hold an escaped form; what is escaped stands at the end of its span.</summary>
    private static void AddLiteral(ReadOnlySpan<char> words, int start, int end, PieceBuilder piece, string source)
    {
        end = Math.Min(end, source.Length);
        var from = Math.Max(0, end - words.Length);
        var inner = start;
        while (inner < end && source[inner] is ' ' or '\t') inner++;

        // The span of a cell has the blanks around its words.
        if (inner + words.Length <= end && source.AsSpan(inner, words.Length).SequenceEqual(words)) piece.Add(words, inner);
        else if (source.AsSpan(from, end - from).SequenceEqual(words))
        {
            // A backslash in front goes with its character.
            if (words.Length == 1 && from == start + 1) piece.Add(words.ToString(), start, 2);
            else piece.Add(words, from);
        }
        else piece.Add(words.ToString(), start, Math.Max(0, end - start));
    }

    /// <summary>A line that is only wrapped goes on; after a mark of punctuation it may be meant as one of its own.</summary>
    private static void AddBreak(LineBreakInline line, PieceBuilder piece, string source)
    {
        var at = line.Span.Start;
        while (at < source.Length && source[at] is not ('\r' or '\n')) at++;
        var next = at;
        while (next < source.Length && (char.IsWhiteSpace(source[next]) || source[next] == '>')) next++;
        var (before, after) = (piece.Last, next < source.Length ? source[next] : '\0');
        var ahead = source.AsSpan(next, Math.Min(source.Length - next, LineHead.Longest)).TrimStart("*_");
        if (!line.IsHard && IsHan(before) && IsHan(after) && SpokenLabel.Of(ahead.IndexOfAny('\r', '\n') is var stop and >= 0 ? ahead[..stop] : ahead).Words == 0) return;
        var ending = at + 1 < source.Length && source[at] == '\r' && source[at + 1] == '\n' ? 2 : 1;
        piece.Add(!line.IsHard && char.IsAsciiLetterOrDigit(before) && char.IsAsciiLetterOrDigit(after) ? " " : "\n", at, ending);
    }

    /// <summary>Of tags, only a line break says anything; what is no tag of HTML is a blank.</summary>
    private static void AddTag(string tag, int start, int end, PieceBuilder piece)
    {
        var name = tag.AsSpan(1).TrimStart('/');
        var length = 0;
        while (length < name.Length && char.IsAsciiLetterOrDigit(name[length])) length++;
        var word = name[..length].ToString();
        if (word.Equals("br", StringComparison.OrdinalIgnoreCase)) piece.Add("\n", start, end - start);
        else if (!Tags.Contains(word)) piece.Add(tag, start);
    }

    /// <summary>With what a further line of the same paragraph begins: the marks of block quotes, and blanks in place of those of lists.</summary>
    private static string PrefixOf(DocumentText text, Piece piece)
    {
        var start = text.LineStartOf(piece.Start);
        return string.Concat(text.Text[start..piece.Start].Select(c => c is '>' or '\t' ? c : ' '));
    }

    private static bool IsHan(char c) => c is >= '\u3400' and <= '\u9FFF' || char.IsSurrogate(c);
}
