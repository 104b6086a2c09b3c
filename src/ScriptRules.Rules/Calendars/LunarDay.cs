namespace ScriptRules.Rules.Calendars;

/// <summary>A day of the Chinese lunisolar calendar.</summary>
/// <param name="Year">The civil year in which this lunar year began: 2020 from 2020-01-25 to 2021-02-11.</param>
/// <param name="Month">1 to 12; a leap month has the number of the month that it follows.</param>
/// <param name="Day">1 to 30.</param>
/// <param name="IsLeapMonth">Whether this is the second month of that number, a 闰月; festivals fall in the first.</param>
public readonly record struct LunarDay(int Year, int Month, int Day, bool IsLeapMonth = false)
{
    private static readonly string[] Months =
        ["正月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月"];

    private static readonly string[] Digits = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

    /// <summary>As it is written, without the year: 八月十五, 闰二月初三.</summary>
    public override string ToString() =>
        Month is < 1 or > 12 || Day is < 1 or > 30 ? $"({Month}-{Day})" : (IsLeapMonth ? "闰" : "") + Months[Month - 1] + DayName;

    private string DayName => Day switch
    {
        <= 10 => "初" + Digits[Day - 1],
        < 20 => "十" + Digits[Day - 11],
        20 => "二十",
        < 30 => "廿" + Digits[Day - 21],
        _ => "三十",
    };
}
