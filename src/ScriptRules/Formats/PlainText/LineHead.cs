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
    /// <summary>A head is short; what is longer is words.</summary>
    public const int Longest = 100;

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
        var hasTime = SpeakerLabel.TryReadTime(ref cursor, out var time);
        var lead = !hasTime ? TimeLead.None : isBracket ? TimeLead.Bracketed : TimeLead.Bare;
        var head = new LineHead { Time = time, Lead = lead, HasBadTime = hasTime && time is null };
        cursor.SkipSpaces();

        var afterTime = cursor;
        if (!SpeakerLabel.TryReadSpeaker(ref cursor, letters, ref head))
            return head with { Unknown = hasTime ? UnknownSpeaker(afterTime) : null, TextStart = cursor.Position };

        cursor.SkipSpaces();
        return head with { TextStart = SkipSpaces(line, cursor.Position) };
    }

    /// <summary>The single letter that stands before a colon at the start of the line; NUL when there is none.</summary>
    public static char LetterOf(ReadOnlySpan<char> line)
    {
        var trimmed = line.TrimStart();
        var isLabel = trimmed.Length > 1 && Fold(trimmed[1]) == ':' && char.IsAsciiLetter(Fold(trimmed[0]));
        return isLabel ? char.ToUpperInvariant(Fold(trimmed[0])) : '\0';
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

    private static string? UnknownSpeaker(TextCursor cursor)
    {
        var colon = cursor.Rest.IndexOf(':');
        return colon is > 0 and <= SpeakerLabel.LongestName && SpeakerLabel.IsName(cursor.Rest[..colon]) ? cursor.Rest[..colon].Trim().ToString() : null;
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
