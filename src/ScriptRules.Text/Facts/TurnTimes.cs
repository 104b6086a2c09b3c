using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Facts;

/// <summary>When the characters of one turn were spoken, in milliseconds from the start of the conversation; −1 is unknown.</summary>
/// <remarks>
/// Where the input has the times of words, they count; other characters lie evenly between the words around them, or between the start
/// and the end of the turn. Times beyond 24 days are unknown.
/// </remarks>
internal sealed class TurnTimes
{
    // How many characters that no word names may come before one that does.
    private const int PassedOver = 20;

    private readonly TurnReading _reading;
    private readonly bool _isSent;
    private int[]? _starts; // of each folded character, −1 where no word has it
    private int[]? _ends;

    private static readonly TurnTimes Unknown = new();

    private TurnTimes() => (_reading, StartsAt, EndsAt) = (null!, -1, -1); // no one asks for a place when the start is unknown

    private TurnTimes(TurnReading reading, bool isSent)
    {
        (_reading, _isSent) = (reading, isSent);
        var turn = reading.Turn;
        var words = turn.Words;
        StartsAt = Milliseconds(turn.Start ?? (words.IsEmpty ? null : words[0].Start));
        EndsAt = Milliseconds(turn.End ?? (words.IsEmpty ? null : words[^1].End));
        if (isSent && EndsAt < 0) EndsAt = StartsAt;
        if (EndsAt < StartsAt) EndsAt = -1;
    }

    /// <summary>The times of a turn; those of turns that have none are one and the same.</summary>
    /// <param name="reading">The turn.</param>
    /// <param name="isSent">Whether a turn without an end takes no time, as a message does.</param>
    internal static TurnTimes Of(TurnReading reading, bool isSent) =>
        reading.Turn is not { Start: null, End: null, Words.IsEmpty: true } ? new TurnTimes(reading, isSent) : Unknown;

    internal int StartsAt { get; }

    internal int EndsAt { get; }

    /// <summary>When the words of <paramref name="span"/> were spoken; either time can be unknown by itself when the turn's end is.</summary>
    internal (int StartsAt, int EndsAt, TimeSource From) Of(TextSpan span)
    {
        if (StartsAt < 0) return (-1, -1, TimeSource.Unknown);
        if (_isSent && EndsAt == StartsAt) return (StartsAt, EndsAt, TimeSource.Turns);
        var text = _reading.Text;
        var (first, end) = (IndexAt(span.Start), IndexAt(span.End));
        if (!_reading.Turn.Words.IsEmpty)
        {
            if (_starts is null) Align();
            if (first < text.Length && end > first && _starts![first] >= 0 && _ends![end - 1] >= 0) return (_starts[first], _ends[end - 1], TimeSource.Words);
        }

        var (from, to) = (Before(first), Before(end));
        if (from < 0) return (-1, -1, TimeSource.Unknown);
        return (from, to < 0 ? -1 : Math.Max(from, to), first == 0 && (to < 0 || end == text.Length) ? TimeSource.Turns : TimeSource.Interpolated);
    }

    /// <summary>When the conversation ended, as the record has it, or else with its last turn; −1 when neither tells.</summary>
    internal static int EndOf(Conversation conversation, IReadOnlyList<Fact> facts) =>
        conversation.EndedAt is { } ended ? Milliseconds(ended) : facts.OfType<Utterance>().LastOrDefault()?.EndsAt ?? -1;

    internal static int Milliseconds(TimeSpan? time) =>
        time is { TotalMilliseconds: >= 0 and < int.MaxValue } known ? (int)Math.Min(int.MaxValue - 1, Math.Round(known.TotalMilliseconds)) : -1;

    /// <summary>The folded character at or after a place in the text as sent.</summary>
    private int IndexAt(int source)
    {
        var text = _reading.Text;
        var (low, high) = (0, text.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (text.SourceStart(middle) < source) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>The time at the border before folded character <paramref name="i"/>.</summary>
    private int Before(int i)
    {
        var (left, right, from, to) = (0, _reading.Text.Length, StartsAt, EndsAt);
        if (_starts is not null)
        {
            for (var k = i - 1; k >= 0; k--)
            {
                if (_ends![k] < 0) continue;
                (left, from) = (k + 1, _ends[k]);
                break;
            }

            for (var k = i; k < right; k++)
            {
                if (_starts[k] < 0) continue;
                (right, to) = (k, _starts[k]);
                break;
            }
        }

        if (i == left) return from;
        if (to < 0) return -1;
        return right == left ? from : (int)(from + ((long)Math.Max(0, to - from) * (i - left) / (right - left)));
    }

    /// <summary>Lays the words on the folded characters, in order. A word that is not there is passed over.</summary>
    private void Align()
    {
        var text = _reading.Text;
        (_starts, _ends) = (new int[text.Length], new int[text.Length]);
        Array.Fill(_starts, -1);
        Array.Fill(_ends, -1);
        var next = 0;
        foreach (var word in _reading.Turn.Words)
        {
            var length = word.Text is { } said ? FoldedText.Of(said).Length : 1;
            var at = word.Text is null ? next : Find(FoldedText.Of(word.Text).Chars, next);
            if (at < 0 || length == 0 || at + length > text.Length) continue;
            var (start, end) = (Milliseconds(word.Start), Milliseconds(word.End));
            for (var k = 0; k < length && start >= 0 && end >= start; k++)
            {
                _starts[at + k] = (int)(start + ((long)(end - start) * k / length));
                _ends[at + k] = (int)(start + ((long)(end - start) * (k + 1) / length));
            }

            next = at + length;
        }
    }

    private int Find(ReadOnlySpan<char> word, int from)
    {
        var ahead = _reading.Text.Chars[from..Math.Min(_reading.Text.Length, from + word.Length + PassedOver)];
        var at = word.IsEmpty ? -1 : ahead.IndexOf(word, StringComparison.Ordinal);
        return at < 0 ? -1 : from + at;
    }
}
