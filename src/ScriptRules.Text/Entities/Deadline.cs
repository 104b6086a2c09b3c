namespace ScriptRules.Text.Entities;

/// <summary>A time by which something is to be done, before it is known when it was said.</summary>
/// <param name="Form">How it is told.</param>
/// <param name="Number">Minutes of a duration; days from today; the day of the week from 1, or of the month.</param>
/// <param name="Shift">Of a week: weeks from this one, −1 for the next such day; of a date: the month, 0 for the coming such day.</param>
/// <param name="From">When it begins, in minutes of the day.</param>
/// <param name="To">When it ends, in minutes of the day.</param>
/// <param name="IsBy">Whether its end is meant: 前, 内. A part of the day without that is judged by its begin, since it may be kept then.</param>
public sealed record Deadline(DeadlineForm Form, int Number, int Shift = 0, int From = 0, int To = Deadline.Day, bool IsBy = false)
{
    /// <summary>Minutes of a day.</summary>
    public const int Day = 24 * 60;

    /// <summary>How long from <paramref name="now"/> it is until what counts against a limit, and until it is over at the latest, in minutes; −1 when that cannot be told.</summary>
    /// <param name="now">The local time at which it was said; null when unknown. Then today counts as a whole day, and no other day can be told.</param>
    public (int Judged, int Due) Minutes(DateTime? now)
    {
        if (Form == DeadlineForm.Duration) return (Number, Number);
        if (now is not { } at) return Form == DeadlineForm.Days && Number == 0 ? (Day, Day) : (-1, -1);
        if (Start(at) is not { } day) return (-1, -1);
        var (from, to) = (Until(at, day, From), Until(at, day, To));
        if (to < 0 && Form == DeadlineForm.Days && Number == 0) (from, to) = (from + Day, to + Day); // 九点前, said at ten
        return to < 0 ? (-1, -1) : (IsBy ? to : Math.Max(0, from), to);
    }

    private static int Until(DateTime now, DateTime day, int minute) => (int)Math.Ceiling((day.AddMinutes(minute) - now).TotalMinutes);

    /// <summary>The day that is meant; null when there is none, as 2月30日.</summary>
    private DateTime? Start(DateTime now)
    {
        if (now.Year is <= 1 or >= 9998) return null;
        var today = now.Date;
        switch (Form)
        {
            case DeadlineForm.Days:
                return today.AddDays(Number);
            case DeadlineForm.Weekday:
                var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
                var day = monday.AddDays(Number - 1 + (Math.Max(0, Shift) * 7));
                return Shift < 0 && day < today ? day.AddDays(7) : day;
            case DeadlineForm.MonthEnd:
                return new DateTime(today.Year, today.Month, DateTime.DaysInMonth(today.Year, today.Month)).AddMonths(Number);
            default:
                var (year, month) = (today.Year, Shift == 0 ? today.Month : Shift);
                if (Shift == 0 && Number < today.Day) (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1);
                else if (Shift != 0 && (month, Number).CompareTo((today.Month, today.Day)) < 0) year++;
                return Number <= DateTime.DaysInMonth(year, month) ? new DateTime(year, month, Number) : null;
        }
    }
}

/// <summary>How a deadline is told.</summary>
public enum DeadlineForm
{
    /// <summary>A length of time: 24小时内. Working days count as days.</summary>
    Duration,

    /// <summary>So many days from today: 今天, 明天上午, 后天; a time of day alone is of today, or of tomorrow when it is past.</summary>
    Days,

    /// <summary>A day of the week: 周五前, 下周三.</summary>
    Weekday,

    /// <summary>A day of the month: 12月3日, 15号.</summary>
    Date,

    /// <summary>The end of the month.</summary>
    MonthEnd,
}
