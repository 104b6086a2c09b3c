namespace ScriptRules.Text.Normalization;

/// <summary>What stands between two folded characters, or around the first and the last.</summary>
[Flags]
public enum Break : byte
{
    /// <summary>Nothing: they touch in the text as sent.</summary>
    None = 0,

    /// <summary>Something that was skipped and says nothing about clauses: a space, an emoji, a symbol, a zero-width mark.</summary>
    Space = 1,

    /// <summary>A weak boundary: <c>，、；：—…～</c> and their like. It ends a clause.</summary>
    Comma = 2,

    /// <summary>The end of a sentence: <c>。！？</c>.</summary>
    Stop = 4,

    /// <summary>A question mark; comes with <see cref="Stop"/>.</summary>
    Question = 8,

    /// <summary>An exclamation mark; comes with <see cref="Stop"/>.</summary>
    Exclaim = 16,

    /// <summary>A line break: also the end of a sentence.</summary>
    Line = 32,

    /// <summary>No mark was written, but a particle such as 吗 or 吧, or a space, closes a clause here; see <see cref="FoldedText"/>.</summary>
    Particle = 64,

    /// <summary>The start or the end of the text.</summary>
    Edge = 128,
}

internal static class Breaks
{
    internal const Break Clause = Break.Comma | Break.Stop | Break.Line | Break.Particle | Break.Edge;
    internal const Break Sentence = Break.Stop | Break.Line | Break.Edge;

    /// <summary>What the skipped character at <paramref name="at"/> means; a mark between two digits or letters is only a space.</summary>
    internal static Break At(string text, int at)
    {
        switch (text[at])
        {
            case '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029':
                return Break.Line;
            case '?' or '？' or '﹖' or '︖' or '⁇' or '¿' or '؟':
                return Break.Stop | Break.Question;
            case '!' or '！' or '﹗' or '︕' or '‼' or '¡':
                return Break.Stop | Break.Exclaim;
            case '⁈' or '⁉' or '‽':
                return Break.Stop | Break.Question | Break.Exclaim;
            case '。' or '｡' or '︒':
                return Break.Stop;
            case '.' or '．' or '﹒':
                return JoinsWord(text, at) ? Break.Space : IsDot(text, at - 1) || IsDot(text, at + 1) ? Break.Comma : Break.Stop;
            case ',' or '，' or ':' or '：':
                return JoinsWord(text, at) ? Break.Space : Break.Comma;
            case '、' or '､' or '﹑' or '﹐' or '︐' or '︑' or ';' or '；' or '﹔' or '︔' or '﹕' or '︓'
                or '—' or '–' or '―' or '─' or '━' or '…' or '‥' or '⋯' or '~' or '～' or '〜' or '∼' or '˜' or '〰':
                return Break.Comma;
            default:
                return Break.Space;
        }
    }

    private static bool IsDot(string text, int at) => (uint)at < (uint)text.Length && text[at] is '.' or '．';

    // 3.14, 10:30, 1,000, www.example.com
    private static bool JoinsWord(string text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsAsciiLetterOrDigit(Narrow(text[at - 1])) && char.IsAsciiLetterOrDigit(Narrow(text[at + 1]));

    private static char Narrow(char c) => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c;
}
