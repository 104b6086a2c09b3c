using ScriptRules.Text;

namespace ScriptRules.Formats.PlainText;

/// <summary>How a line of a transcript begins: when, who, and where the words start.</summary>
/// <param name="Role">Who speaks; null when the line names nobody whose role is known.</param>
/// <param name="Name">The speaker's name or number; null when none is given.</param>
/// <param name="Time">When; null when no time is given, or when it is a <paramref name="HasBadTime"/>.</param>
/// <param name="HasBadTime">Whether there is a time that is none, such as 25:00.</param>
/// <param name="Lead">Whether and how a time comes first.</param>
/// <param name="Unknown">Who speaks, after a time, when that is nobody whose role is known; else null.</param>
/// <param name="TextStart">Where the words start.</param>
internal readonly record struct LineHead(
    SpeakerRole? Role, string? Name, Timestamp? Time, bool HasBadTime, TimeLead Lead, string? Unknown, int TextStart)
{
    // A head is short; what is longer is words.
    private const int Longest = 100;
    private const int LongestName = 24;

    /// <summary>Reads the head of a line.</summary>
    /// <param name="line">As it stands in the file.</param>
    /// <param name="letters">Whether a single A or C names a speaker.</param>
    public static LineHead Of(ReadOnlySpan<char> line, bool letters = false)
    {
        Span<char> folded = stackalloc char[Math.Min(line.Length, Longest)];
        for (var i = 0; i < folded.Length; i++)
            folded[i] = Fold(line[i]);

        var cursor = new TextCursor(folded);
        cursor.SkipSpaces();
        var isBracket = !cursor.AtEnd && cursor.Rest[0] is ('[' or '(');
        var hasTime = TryReadTime(ref cursor, out var time);
        var lead = !hasTime ? TimeLead.None : isBracket ? TimeLead.Bracketed : TimeLead.Bare;
        var head = new LineHead { Time = time, Lead = lead, HasBadTime = hasTime && time is null };
        cursor.SkipSpaces();

        var afterTime = cursor;
        if (!TryReadSpeaker(ref cursor, letters, ref head))
            return head with { Unknown = hasTime ? UnknownSpeaker(afterTime) : null, TextStart = cursor.Position };

        cursor.SkipSpaces();
        return head with { TextStart = SkipSpaces(line, cursor.Position) };
    }

    /// <summary>The single letter that stands before a colon at the start of the line; NUL when there is none.</summary>
    public static char LetterOf(ReadOnlySpan<char> line)
    {
        var trimmed = line.TrimStart();
        return trimmed.Length > 1 && Fold(trimmed[1]) == ':' && char.IsAsciiLetter(Fold(trimmed[0])) ? char.ToUpperInvariant(Fold(trimmed[0])) : '\0';
    }

    /// <summary>Full-width ASCII to half width, and the brackets of times and names to square ones; never changes the length.</summary>
    private static char Fold(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '【' or '〔' or '「' => '[',
        '】' or '〕' or '」' => ']',
        '\u3000' or '\t' or '\u00A0' => ' ',
        '—' or '–' => '-',
        _ => c,
    };

    private static bool TryReadTime(ref TextCursor cursor, out Timestamp? time)
    {
        var start = cursor;
        var inBrackets = cursor.SkipAny("[(");
        if (inBrackets)
            cursor.SkipSpaces();
        if (Timestamp.TryRead(ref cursor, out time))
        {
            var afterTime = cursor.Position;
            cursor.SkipSpaces();
            if (inBrackets ? cursor.SkipAny("])") : cursor.Position > afterTime || cursor.AtEnd)
                return true;
        }

        cursor = start;
        time = null;
        return false;
    }

    private static bool TryReadSpeaker(ref TextCursor cursor, bool letters, ref LineHead head)
    {
        var start = cursor;
        if (TryReadLetter(ref cursor, letters, ref head) || TryReadBracketed(ref cursor, ref head)
            || TryReadWord(ref cursor, ref head) || TryReadNameFirst(ref cursor, ref head))
        {
            return true;
        }

        cursor = start;
        return false;
    }

    private static bool TryReadLetter(ref TextCursor cursor, bool letters, ref LineHead head)
    {
        var rest = cursor.Rest;
        if (!letters || rest.Length < 2 || rest[1] != ':' || SpeakerWords.OfLetter(rest[0]) is not { } role)
            return false;

        cursor.Position += 2;
        head = head with { Role = role };
        return true;
    }

    /// <summary><c>[客服] …</c>, with or without a colon.</summary>
    private static bool TryReadBracketed(ref TextCursor cursor, ref LineHead head)
    {
        var start = cursor;
        if (cursor.Skip('[') && SpeakerWords.Match(cursor.Rest, out var role) is > 0 and var length)
        {
            cursor.Position += length;
            if (TryReadName(ref cursor, "]", out var name) && cursor.Skip(']'))
            {
                cursor.SkipSpaces();
                cursor.Skip(':');
                head = head with { Role = role, Name = name };
                return true;
            }
        }

        cursor = start;
        return false;
    }

    /// <summary><c>客服: …</c>, <c>客服-小林(09:02:11): …</c>, or <c>客服-小林 09:02:11</c> with the words on the next line.</summary>
    private static bool TryReadWord(ref TextCursor cursor, ref LineHead head)
    {
        var start = cursor;
        if (SpeakerWords.Match(cursor.Rest, out var role) is > 0 and var length)
        {
            cursor.Position += length;
            if (TryReadName(ref cursor, ":", out var name))
            {
                cursor.SkipSpaces();
                var hasTime = TryReadTime(ref cursor, out var time);
                cursor.SkipSpaces();
                if (cursor.Skip(':') || (cursor.AtEnd && (hasTime || (head.Lead != TimeLead.None && cursor.Position < Longest))))
                {
                    head = head with { Role = role, Name = name };
                    if (hasTime)
                        head = head with { Time = time, HasBadTime = time is null };
                    return true;
                }
            }
        }

        cursor = start;
        return false;
    }

    /// <summary><c>小林(客服): …</c></summary>
    private static bool TryReadNameFirst(ref TextCursor cursor, ref LineHead head)
    {
        var start = cursor;
        var open = cursor.Rest.IndexOf('(');
        if (open is > 0 and <= LongestName && IsName(cursor.Rest[..open]))
        {
            var name = cursor.Rest[..open].Trim().ToString();
            cursor.Position += open + 1;
            if (SpeakerWords.Match(cursor.Rest, out var role) is > 0 and var length)
            {
                cursor.Position += length;
                if (cursor.Skip(')') && cursor.Skip(':'))
                {
                    head = head with { Role = role, Name = name };
                    return true;
                }
            }
        }

        cursor = start;
        return false;
    }

    /// <summary>
    /// The name behind a speaker's word: set off by a mark, in brackets, a number, or 小林 or 王女士 without a gap.
    /// Anything else, such as 客服电话, is no speaker.
    /// </summary>
    private static bool TryReadName(ref TextCursor cursor, string end, out string? name)
    {
        name = null;
        cursor.SkipSpaces();
        if (cursor.AtEnd || end.Contains(cursor.Rest[0], StringComparison.Ordinal) || BeginsTime(cursor))
            return true;

        var isSetOff = cursor.SkipAny("-_/·|#") || (cursor.Position > 0 && cursor.Rest.Length > 0 && IsGap(cursor));
        var close = cursor.SkipAny("(") ? ')' : cursor.SkipAny("[") ? ']' : '\0';
        cursor.SkipSpaces();
        var rest = cursor.Rest;
        var length = 0;
        while (length < rest.Length && length < LongestName && IsNamePart(rest[length]))
            length++;
        if (length == 0)
            return false;

        name = rest[..length].ToString();
        cursor.Position += length;
        cursor.SkipSpaces();
        if (close != '\0')
            return cursor.Skip(close);

        return isSetOff || name.All(char.IsAsciiLetterOrDigit) || IsFamiliarName(name);
    }

    private static bool BeginsTime(TextCursor cursor) => TryReadTime(ref cursor, out _);

    private static bool IsGap(TextCursor cursor)
    {
        cursor.Position--;
        return cursor.Rest[0] == ' ';
    }

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is '_' or '*' or '·' or '.';

    private static bool IsName(ReadOnlySpan<char> text)
    {
        foreach (var c in text.Trim())
        {
            if (!IsNamePart(c))
                return false;
        }

        return !text.IsWhiteSpace();
    }

    private static bool IsFamiliarName(string name) =>
        (name.Length == 2 && name[0] is '小' or '阿' or '老') || PartyName.EndsWithHonorific(name);

    private static string? UnknownSpeaker(TextCursor cursor)
    {
        var colon = cursor.Rest.IndexOf(':');
        return colon is > 0 and <= LongestName && IsName(cursor.Rest[..colon]) ? cursor.Rest[..colon].Trim().ToString() : null;
    }

    private static int SkipSpaces(ReadOnlySpan<char> line, int from)
    {
        while (from < line.Length && char.IsWhiteSpace(line[from]))
            from++;

        return from;
    }
}

/// <summary>How a time stands at the start of a line.</summary>
internal enum TimeLead
{
    /// <summary>There is none.</summary>
    None,

    /// <summary><c>09:02:11 客服: …</c></summary>
    Bare,

    /// <summary><c>[09:02:11] 客服: …</c></summary>
    Bracketed,
}
