namespace ScriptRules.Formats.PlainText;

/// <summary>The forms in which transcripts name a speaker before the words.</summary>
internal static class SpeakerLabel
{
    /// <summary>The longest name; what is longer is words.</summary>
    public const int LongestName = 24;

    /// <summary>Reads a time in brackets, or one that white space or the end of the line follows.</summary>
    public static bool TryReadTime(ref TextCursor cursor, out Timestamp? time)
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

    /// <summary>Reads who speaks, up to the colon, and fills that in. False leaves the cursor where it was.</summary>
    public static bool TryReadSpeaker(ref TextCursor cursor, bool letters, ref LineHead head)
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
                if (cursor.Skip(':') || (cursor.AtEnd && (hasTime || (head.Lead != TimeLead.None && cursor.Position < LineHead.Longest))))
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
        if (name is "您好" or "你好")
            return false;

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

    /// <summary>Whether the text could be a name: letters and digits, no blank in between.</summary>
    public static bool IsName(ReadOnlySpan<char> text)
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
}
