using System.Globalization;

namespace ScriptRules.Rules.Calendars;

/// <summary>Civil dates as days of the Chinese lunisolar calendar, and back, from 1901-01-01 to 2101-01-28.</summary>
/// <remarks>
/// .NET's <see cref="ChineseLunisolarCalendar"/> with three things mended: its month numbers go one up after a leap month; it
/// begins only on 1901-02-19; and it starts the ninth month of 2057 on 29 September, where the Hong Kong Observatory's table,
/// which we follow, has the 28th. (That new moon is computed for within a minute of midnight, Beijing time, so the day may
/// still be settled otherwise. It moves 重阳 of that year, and no statutory festival.)
/// </remarks>
public static class LunarCalendar
{
    private static readonly ChineseLunisolarCalendar Net = new();

    // The two last months of the lunar year 1900, before .NET begins: 29 days and 30.
    private static readonly DateOnly Month11Of1900 = new(1900, 12, 22);
    private static readonly DateOnly Month12Of1900 = new(1901, 1, 20);
    private static readonly DateOnly NetFirstDay = new(1901, 2, 19);

    // 九月 of 2057: 30 days from the 28th of September, and 八月 before it 29, where .NET has 29 from the 29th, after 30.
    private static readonly DateOnly Month9Of2057 = new(2057, 9, 28);
    private static readonly DateOnly Month10Of2057 = new(2057, 10, 28);

    /// <summary>1901-01-01, 十一月十一.</summary>
    public static DateOnly FirstDay { get; } = new(1901, 1, 1);

    /// <summary>2101-01-28, the last day of the lunar year 2100.</summary>
    public static DateOnly LastDay { get; } = new(2101, 1, 28);

    /// <summary>The lunar day that <paramref name="day"/> is, by Beijing time.</summary>
    /// <exception cref="CalendarRangeException"><paramref name="day"/> is before <see cref="FirstDay"/> or after <see cref="LastDay"/>.</exception>
    public static LunarDay FromCivil(DateOnly day)
    {
        if (day < FirstDay || day > LastDay) throw new CalendarRangeException(nameof(day), day, FirstDay, LastDay);
        if (day < Month12Of1900) return new LunarDay(1900, 11, Since(Month11Of1900));
        if (day < NetFirstDay) return new LunarDay(1900, 12, Since(Month12Of1900));
        if (day >= Month9Of2057 && day < Month10Of2057) return new LunarDay(2057, 9, Since(Month9Of2057));

        var time = day.ToDateTime(TimeOnly.MinValue);
        var (year, month) = (Net.GetYear(time), Net.GetMonth(time));
        var leap = Net.GetLeapMonth(year);
        return new LunarDay(year, leap > 0 && month >= leap ? month - 1 : month, Net.GetDayOfMonth(time), month == leap);

        int Since(DateOnly first) => day.DayNumber - first.DayNumber + 1;
    }

    /// <summary>The civil date of a lunar day; null when there is no such day, as a thirtieth in a month of 29, or none between
    /// <see cref="FirstDay"/> and <see cref="LastDay"/>.</summary>
    public static DateOnly? ToCivil(LunarDay day)
    {
        if (day is { Year: 1900, IsLeapMonth: false })
        {
            var civil = day switch
            {
                { Month: 11, Day: >= 1 and <= 29 } => Month11Of1900.AddDays(day.Day - 1),
                { Month: 12, Day: >= 1 and <= 30 } => Month12Of1900.AddDays(day.Day - 1),
                _ => DateOnly.MinValue,
            };
            return civil < FirstDay ? null : civil;
        }

        if (day is { Year: 2057, IsLeapMonth: false, Month: 9, Day: >= 1 and <= 30 }) return Month9Of2057.AddDays(day.Day - 1);
        if (day is { Year: 2057, IsLeapMonth: false, Month: 8, Day: 30 }) return null;
        if (day.Year is < 1901 or > 2100 || day.Month is < 1 or > 12 || day.Day < 1) return null;

        var leap = Net.GetLeapMonth(day.Year);
        if (day.IsLeapMonth && leap != day.Month + 1) return null;
        var month = day.IsLeapMonth || (leap > 0 && day.Month >= leap) ? day.Month + 1 : day.Month;
        return day.Day <= Net.GetDaysInMonth(day.Year, month)
            ? DateOnly.FromDateTime(Net.ToDateTime(day.Year, month, day.Day, 0, 0, 0, 0))
            : null;
    }

    /// <summary>正月初一 of <paramref name="year"/>; null outside of 1901 to 2100.</summary>
    public static DateOnly? NewYear(int year) => ToCivil(new LunarDay(year, 1, 1));
}
