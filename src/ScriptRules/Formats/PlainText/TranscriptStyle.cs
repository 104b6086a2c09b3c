namespace ScriptRules.Formats.PlainText;

/// <summary>How one file marks its turns, found out from all of its lines before any is read.</summary>
/// <param name="HasSpeakers">Whether speakers are named at all; if not, the file is a draft.</param>
/// <param name="Letters">Whether A and C alone name the speakers.</param>
/// <param name="Leads">How times stand before the speakers; a line that begins so is a new turn, whoever speaks.</param>
internal sealed record TranscriptStyle(bool HasSpeakers, bool Letters, IReadOnlySet<TimeLead> Leads)
{
    public static TranscriptStyle Of(IReadOnlyList<string> lines)
    {
        var letters = LettersNameSpeakers(lines);
        var leads = new HashSet<TimeLead>();
        var hasSpeakers = false;
        foreach (var line in lines)
        {
            var head = LineHead.Of(line, letters);

            // Nobody writes [09:02:11] 小林: into a reply, so that is a transcript even if its speakers are not known.
            var isTurn = head.Role is not null || (head.Unknown is not null && IsExactBracketed(head));
            hasSpeakers |= isTurn;
            if (isTurn && head.Lead != TimeLead.None)
                leads.Add(head.Lead);
        }

        return new TranscriptStyle(hasSpeakers, letters, leads);
    }

    /// <summary>Whether the line begins a turn, if by a speaker whose role is not known.</summary>
    public bool IsTurnOfUnknown(LineHead head) =>
        head.Role is null && Leads.Contains(head.Lead) && (head.Unknown is not null || IsExactBracketed(head));

    private static bool IsExactBracketed(LineHead head) =>
        head.Lead == TimeLead.Bracketed && (head.HasBadTime || head.Time is { HasSeconds: true } or { Date: not null });

    /// <summary>A and C are speakers when nothing else names any, and when no B shows that they are choices of a list.</summary>
    private static bool LettersNameSpeakers(IReadOnlyList<string> lines)
    {
        if (lines.Any(l => LineHead.Of(l).Role is not null))
            return false;

        var letters = lines.Select(l => LineHead.LetterOf(l)).Where(c => c != '\0').ToHashSet();
        return letters.SetEquals(['A', 'C']);
    }
}
