using System.Globalization;

namespace ScriptRules.Formats.PlainText;

/// <summary>A date or time as a transcript gives it.</summary>
/// <param name="Date">The day; null when only the time is given. The year is 2000 when none is given.</param>
/// <param name="HasYear">Whether the year was given.</param>
/// <param name="Clock">The time of day.</param>
/// <param name="HasSeconds">
/// Whether seconds were given. Without, 00:12 may be minutes and seconds of a call as well as a time of day.
/// </param>
/// <param name="Offset">The offset from UTC, if given.</param>
internal sealed record Timestamp(DateOnly? Date, bool HasYear, TimeSpan Clock, bool HasSeconds, TimeSpan? Offset)
{
    private const int EarliestYear = 1970;
    private const int LatestYear = 2199;

    private static readonly (string Word, bool IsAfternoon)[] HalfDays =
    [
        ("上午", false), ("早上", false), ("凌晨", false), ("下午", true), ("晚上", true), ("中午", true), ("AM", false), ("PM", true),
    ];

    /// <summary>Reads a date and time, or a time, and moves behind it. False leaves the cursor where it was.</summary>
    /// <param name="cursor">Over text folded to half width.</param>
    /// <param name="timestamp">Null when it looks like a time but is none, such as 25:00.</param>
    public static bool TryRead(ref TextCursor cursor, out Timestamp? timestamp)
    {
        var start = cursor;
        timestamp = null;
        var isDate = TryReadDate(ref cursor, out var year, out var month, out var day);
        if (isDate && !cursor.Skip('T'))
            cursor.SkipSpaces();

        var half = ReadHalfDay(ref cursor);
        if (!cursor.Digits(1, 2, out var hour) || !cursor.Skip(':') || !cursor.Digits(2, 2, out var minute))
        {
            cursor = start;
            return false;
        }

        var (second, fraction, hasSeconds) = ReadSeconds(ref cursor);
        var beforeHalf = cursor;
        cursor.SkipSpaces();
        var after = ReadHalfDay(ref cursor);
        if (after is null)
            cursor = beforeHalf;
        half ??= after;

        TimeSpan? offset = isDate ? ReadOffset(ref cursor) : null;
        if (half is { } isAfternoon && hour <= 12)
            hour = (hour % 12) + (isAfternoon ? 12 : 0);
        if (hour > 23 || minute > 59 || second > 59 || year is < EarliestYear or > LatestYear)
            return true;

        DateOnly? date = null;
        if (isDate)
        {
            if (!DateOnly.TryParseExact($"{year ?? 2000:0000}-{month:00}-{day:00}", "yyyy-MM-dd", out var read))
                return true;
            date = read;
        }

        timestamp = new Timestamp(date, year is not null, new TimeSpan(0, hour, minute, second) + fraction, hasSeconds, offset);
        return true;
    }

    private static bool TryReadDate(ref TextCursor cursor, out int? year, out int month, out int day)
    {
        var start = cursor;
        year = null;
        (month, day) = (0, 0);
        if (cursor.Digits(4, 4, out var y) && cursor.SkipAny("-/.年"))
            year = y;
        else
            cursor = start;

        var isDate = cursor.Digits(1, 2, out month) && cursor.SkipAny("-/.月") && cursor.Digits(1, 2, out day);
        if (!isDate)
        {
            cursor = start;
            return false;
        }

        cursor.SkipAny("日号");
        return true;
    }

    private static bool? ReadHalfDay(ref TextCursor cursor)
    {
        foreach (var (word, isAfternoon) in HalfDays)
        {
            if (cursor.Skip(word))
            {
                cursor.SkipSpaces();
                return isAfternoon;
            }
        }

        return null;
    }

    private static (int Second, TimeSpan Fraction, bool Given) ReadSeconds(ref TextCursor cursor)
    {
        var before = cursor;
        if (!cursor.Skip(':') || !cursor.Digits(2, 2, out var second))
        {
            cursor = before;
            return (0, TimeSpan.Zero, false);
        }

        before = cursor;
        if (cursor.SkipAny(".,") && cursor.TakeDigits(1, 7) is { Length: > 0 } digits)
        {
            var fraction = double.Parse("0." + digits.ToString(), CultureInfo.InvariantCulture);
            return (second, TimeSpan.FromTicks((long)Math.Round(fraction * TimeSpan.TicksPerSecond)), true);
        }

        cursor = before;
        return (second, TimeSpan.Zero, true);
    }

    private static TimeSpan? ReadOffset(ref TextCursor cursor)
    {
        if (cursor.Skip('Z'))
            return TimeSpan.Zero;

        var before = cursor;
        var isWest = cursor.Skip('-');
        if ((isWest || cursor.Skip('+')) && cursor.Digits(2, 2, out var hours) && cursor.Skip(':')
            && cursor.Digits(2, 2, out var minutes) && hours <= 14 && minutes <= 59)
        {
            var offset = new TimeSpan(hours, minutes, 0);
            return isWest ? -offset : offset;
        }

        cursor = before;
        return null;
    }
}
