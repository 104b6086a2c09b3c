namespace ScriptRules.Rules.Calendars;

/// <summary>A date that lies outside of the years a calendar can answer for.</summary>
/// <remarks>A caller's slip, as a checked date comes with its own year: ask <see cref="FestivalCalendar.Covers"/> first.</remarks>
public sealed class CalendarRangeException : ArgumentOutOfRangeException
{
    /// <summary>For <paramref name="day"/>, which is not in <c>[first, last]</c>.</summary>
    public CalendarRangeException(string parameter, DateOnly day, DateOnly first, DateOnly last)
        : base(parameter, day, $"{day:yyyy-MM-dd} is outside of the calendar, which runs from {first:yyyy-MM-dd} to {last:yyyy-MM-dd}.")
    {
        First = first;
        Last = last;
    }

    /// <summary>The first day that would have been answered.</summary>
    public DateOnly First { get; }

    /// <summary>The last day that would have been answered.</summary>
    public DateOnly Last { get; }
}
