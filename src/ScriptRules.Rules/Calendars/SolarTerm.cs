namespace ScriptRules.Rules.Calendars;

/// <summary>The solar terms (节气) that are festivals.</summary>
public enum SolarTerm
{
    /// <summary>清明, the sun at 15°: 4 to 6 April.</summary>
    Qingming,

    /// <summary>冬至, the sun at 270°: 21 to 23 December.</summary>
    WinterSolstice,
}

/// <summary>The days of the solar terms, by Beijing time, from 1901 to 2100.</summary>
/// <remarks>
/// The usual formula ⌊c + d·y⌋ − (leap years so far), with y the years since 1900. Its constants are fitted to the Hong Kong
/// Observatory's table and give every one of its days in these two centuries; they say nothing about other years.
/// </remarks>
public static class SolarTerms
{
    /// <summary>The day of <paramref name="term"/> in <paramref name="year"/>; null outside of 1901 to 2100.</summary>
    public static DateOnly? DayIn(int year, SolarTerm term)
    {
        if (year is < 1901 or > 2100) return null;
        return term switch
        {
            SolarTerm.Qingming => Day(4, 5.59, 0.242188),
            SolarTerm.WinterSolstice => Day(12, year <= 2000 ? 22.6338 : 22.6565, 0.242498),
            _ => null,
        };

        DateOnly Day(int month, double constant, double perYear) =>
            new(year, month, (int)Math.Floor(constant + (perYear * (year - 1900))) - LeapYearsSince1900(year));
    }

    // 1900 was none, and neither is 2100; 2000 was.
    private static int LeapYearsSince1900(int year) => (year - 1900) / 4 - (year == 2100 ? 1 : 0);
}
