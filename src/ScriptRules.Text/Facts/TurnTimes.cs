namespace ScriptRules.Text.Facts;

/// <summary>When words were said, in milliseconds from the start of the conversation.</summary>
internal static class TurnTimes
{
    internal const int Unknown = -1;

    /// <summary>When the words at <paramref name="span"/> begin and end, by their share of the turn's characters.</summary>
    /// <returns>−1 twice when the turn's start is unknown; the turn's start twice when only its end is.</returns>
    internal static (int Starts, int Ends) Of(Turn turn, TextSpan span)
    {
        if (turn.Start is not { } start) return (Unknown, Unknown);
        if (turn.End is not { } end || end <= start || turn.Text.Length == 0) return (Milliseconds(start), Milliseconds(start));
        return (At(span.Start), At(span.End));

        int At(int unit) => Milliseconds(start + ((end - start) * ((double)unit / turn.Text.Length)));
    }

    /// <summary>When the conversation ended; −1 when neither the record nor its last turn tells.</summary>
    internal static int EndOf(Conversation conversation)
    {
        if (conversation.EndedAt is { } ended) return Milliseconds(ended);
        return conversation.Turns is [.., var last] ? Of(last, new TextSpan(0, last.Text.Length)).Ends : Unknown;
    }

    private static int Milliseconds(TimeSpan time) => (int)Math.Clamp(Math.Round(time.TotalMilliseconds), 0, int.MaxValue);
}
