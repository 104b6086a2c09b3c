using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ScriptRules.Rules.Calendars;

/// <summary>How a festival's day is found in each year.</summary>
/// <remarks>
/// As text, one of <c>10-01</c> (a civil month and day), <c>lunar 08-15</c>, <c>lunar eve</c> (the last day of the lunar year),
/// <c>solar qingming</c> and <c>solar winter-solstice</c>.
/// </remarks>
public abstract record FestivalRule
{
    private protected FestivalRule()
    {
    }

    /// <summary>Its days in the civil year <paramref name="year"/>, in order.</summary>
    /// <returns>Mostly one. A lunar day near the turn of the civil year can come twice or not at all, as 腊八 in 1908 and 1909;
    /// a lunar thirtieth is not in every year. None outside of 1901 to 2100.</returns>
    public abstract IEnumerable<DateOnly> DaysIn(int year);

    /// <summary>Reads the text form; false when it is none.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out FestivalRule? rule)
    {
        ArgumentNullException.ThrowIfNull(text);
        rule = text.Split(' ') switch
        {
            ["lunar", "eve"] => new LunarYearsEve(),
            ["lunar", var day] when MonthDay(day) is { Month: <= 12, Day: <= 30 } at => new LunarMonthDay(at.Month, at.Day),
            ["solar", "qingming"] => new SolarTermDay(SolarTerm.Qingming),
            ["solar", "winter-solstice"] => new SolarTermDay(SolarTerm.WinterSolstice),
            [var day] when MonthDay(day) is { Month: <= 12 } at && at.Day <= DateTime.DaysInMonth(2000, at.Month) =>
                new CivilMonthDay(at.Month, at.Day),
            _ => null,
        };
        return rule is not null;
    }

    /// <summary>The one of its days that is nearest to <paramref name="day"/>, the earlier of two that are as near.</summary>
    internal DateOnly? Nearest(DateOnly day) =>
        Enumerable.Range(day.Year - 1, 3)
            .SelectMany(DaysIn)
            .Select(found => (DateOnly?)found)
            .MinBy(found => Math.Abs(found!.Value.DayNumber - day.DayNumber));

    private static (int Month, int Day)? MonthDay(string text) =>
        text is [_, _, '-', _, _]
        && int.TryParse(text.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month)
        && int.TryParse(text.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var day)
        && month >= 1 && day >= 1
            ? (month, day)
            : null;
}

/// <summary>The same civil day every year; on 29 February in leap years only.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to the last day of that month.</param>
public sealed record CivilMonthDay(int Month, int Day) : FestivalRule
{
    /// <inheritdoc/>
    public override IEnumerable<DateOnly> DaysIn(int year)
    {
        if (year is >= 1901 and <= 2100 && Day <= DateTime.DaysInMonth(year, Month)) yield return new DateOnly(year, Month, Day);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Month:00}-{Day:00}";
}

/// <summary>A day of a lunar month, never of a leap month.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 30.</param>
public sealed record LunarMonthDay(int Month, int Day) : FestivalRule
{
    /// <inheritdoc/>
    public override IEnumerable<DateOnly> DaysIn(int year)
    {
        if (year is < 1901 or > 2100) yield break;
        for (var lunarYear = year - 1; lunarYear <= year; lunarYear++)
            if (LunarCalendar.ToCivil(new LunarDay(lunarYear, Month, Day)) is { } day && day.Year == year)
                yield return day;
    }

    /// <inheritdoc/>
    public override string ToString() => $"lunar {Month:00}-{Day:00}";
}

/// <summary>除夕, the last day of the lunar year, be it the 29th or the 30th.</summary>
public sealed record LunarYearsEve : FestivalRule
{
    /// <inheritdoc/>
    public override IEnumerable<DateOnly> DaysIn(int year)
    {
        if (LunarCalendar.NewYear(year) is { } newYear) yield return newYear.AddDays(-1);
    }

    /// <inheritdoc/>
    public override string ToString() => "lunar eve";
}

/// <summary>The day of a solar term.</summary>
public sealed record SolarTermDay(SolarTerm Term) : FestivalRule
{
    /// <inheritdoc/>
    public override IEnumerable<DateOnly> DaysIn(int year)
    {
        if (SolarTerms.DayIn(year, Term) is { } day) yield return day;
    }

    /// <inheritdoc/>
    public override string ToString() => Term == SolarTerm.Qingming ? "solar qingming" : "solar winter-solstice";
}
