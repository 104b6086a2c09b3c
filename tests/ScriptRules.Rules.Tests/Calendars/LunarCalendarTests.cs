using ScriptRules.Rules.Calendars;
using static ScriptRules.Rules.Tests.Calendars.CalendarFixture;

namespace ScriptRules.Rules.Tests.Calendars;

public sealed class LunarCalendarTests
{
    [Theory]
    [InlineData("new-years-eve")]
    [InlineData("spring-festival")]
    [InlineData("lantern")]
    [InlineData("qingming")]
    [InlineData("dragon-boat")]
    [InlineData("qixi")]
    [InlineData("zhongyuan")]
    [InlineData("mid-autumn")]
    [InlineData("double-ninth")]
    [InlineData("laba")]
    [InlineData("little-new-year")]
    [InlineData("winter-solstice")]
    public void Finds_a_festival_on_the_days_of_the_observatory_and_on_no_other(string festival)
    {
        var found = Enumerable.Range(1901, 200).SelectMany(year => China.DaysOf(festival, year));
        found.Should().Equal(LunarFestivals.Where(row => row.Festival == festival).Select(row => row.Day));
    }

    [Fact]
    public void The_table_holds_twelve_festivals_in_two_hundred_years() =>
        LunarFestivals.GroupBy(row => row.Festival).Select(group => group.Count()).Should().HaveCount(12).And.AllBeEquivalentTo(200);

    [Fact]
    public void Names_every_day_of_the_table_as_the_table_does()
    {
        foreach (var (day, _, lunar) in LunarFestivals)
        {
            var found = LunarCalendar.FromCivil(day);
            if (lunar == "腊月最后一天")
                LunarCalendar.FromCivil(day.AddDays(1)).Should().Be(new LunarDay(day.Year, 1, 1), $"it follows {day:yyyy-MM-dd}");
            else
                found.ToString().Should().Be(lunar, $"it is {day:yyyy-MM-dd}");
        }
    }

    [Fact]
    public void Every_day_goes_there_and_back_and_follows_the_one_before()
    {
        var before = LunarCalendar.FromCivil(LunarCalendar.FirstDay);
        for (var day = LunarCalendar.FirstDay; day <= LunarCalendar.LastDay; day = day.AddDays(1))
        {
            var lunar = LunarCalendar.FromCivil(day);
            if (LunarCalendar.ToCivil(lunar) != day) Assert.Fail($"{day:yyyy-MM-dd} comes back as {LunarCalendar.ToCivil(lunar)}");
            if (day > LunarCalendar.FirstDay && !Follows(before, lunar)) Assert.Fail($"{lunar} on {day:yyyy-MM-dd} follows {before}");
            before = lunar;
        }

        static bool Follows(LunarDay before, LunarDay day) =>
            day == before with { Day = before.Day + 1 }
            || (day.Day == 1 && before.Day is 29 or 30
                && ((day.Year, day.Month, day.IsLeapMonth) == (before.Year, before.Month, true)
                    || (day.Year, day.Month, day.IsLeapMonth) == (before.Year, before.Month + 1, false)
                    || ((day.Month, day.IsLeapMonth) == (1, false) && day.Year == before.Year + 1 && before.Month == 12)));
    }

    [Theory]
    [InlineData("1901-01-01", 1900, 11, 11, false)] // before .NET's calendar begins
    [InlineData("2020-05-22", 2020, 4, 30, false)]
    [InlineData("2020-05-23", 2020, 4, 1, true)]
    [InlineData("2020-06-21", 2020, 5, 1, false)] // .NET calls it the sixth month
    [InlineData("2033-12-22", 2033, 11, 1, true)]
    [InlineData("2026-02-17", 2026, 1, 1, false)]
    [InlineData("2057-09-27", 2057, 8, 29, false)]
    [InlineData("2057-09-28", 2057, 9, 1, false)] // .NET has 八月三十
    [InlineData("2057-10-28", 2057, 10, 1, false)]
    public void Converts_both_ways(string civil, int year, int month, int day, bool leap)
    {
        var lunar = new LunarDay(year, month, day, leap);
        LunarCalendar.FromCivil(Date(civil)).Should().Be(lunar);
        LunarCalendar.ToCivil(lunar).Should().Be(Date(civil));
    }

    [Theory]
    [InlineData(2057, 8, 30, false)]
    [InlineData(2026, 4, 1, true)]  // no leap month in 2026
    [InlineData(2020, 5, 1, true)]  // it follows the fourth
    [InlineData(2020, 13, 1, false)]
    [InlineData(2020, 0, 1, false)]
    [InlineData(2020, 1, 0, false)]
    [InlineData(2020, 1, 31, false)]
    [InlineData(1900, 10, 1, false)]
    [InlineData(1900, 11, 10, false)] // 1900-12-31
    [InlineData(2101, 1, 1, false)]
    public void Knows_no_such_day(int year, int month, int day, bool leap) =>
        LunarCalendar.ToCivil(new LunarDay(year, month, day, leap)).Should().BeNull();

    [Theory]
    [InlineData("1900-12-31")]
    [InlineData("2101-01-29")]
    public void Says_where_it_ends(string day) =>
        FluentActions.Invoking(() => LunarCalendar.FromCivil(Date(day))).Should().Throw<CalendarRangeException>()
            .WithMessage("*1901-01-01 to 2101-01-28*");

    [Theory]
    [InlineData(1, 1, false, "正月初一")]
    [InlineData(12, 20, false, "十二月二十")]
    [InlineData(2, 29, true, "闰二月廿九")]
    [InlineData(11, 19, false, "十一月十九")]
    public void Is_written_as_people_write_it(int month, int day, bool leap, string expected) =>
        new LunarDay(2026, month, day, leap).ToString().Should().Be(expected);

    [Theory]
    [InlineData("10-01")]
    [InlineData("02-29")]
    [InlineData("lunar 08-15")]
    [InlineData("lunar 12-30")]
    [InlineData("lunar eve")]
    [InlineData("solar qingming")]
    [InlineData("solar winter-solstice")]
    public void A_rule_reads_as_it_is_written(string text)
    {
        FestivalRule.TryParse(text, out var rule).Should().BeTrue();
        rule!.ToString().Should().Be(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1-1")]
    [InlineData("13-01")]
    [InlineData("02-30")]
    [InlineData("00-10")]
    [InlineData("lunar")]
    [InlineData("lunar 13-01")]
    [InlineData("lunar 01-31")]
    [InlineData("lunar 1-1")]
    [InlineData("solar spring")]
    [InlineData("easter")]
    [InlineData("-1--1")]
    public void What_is_no_rule_is_refused(string text) => FestivalRule.TryParse(text, out _).Should().BeFalse();

    [Fact]
    public void A_leap_day_comes_in_leap_years() =>
        Enumerable.Range(2096, 5).SelectMany(new CivilMonthDay(2, 29).DaysIn).Should().Equal(new DateOnly(2096, 2, 29));

    [Fact]
    public void No_festival_falls_outside_of_the_two_centuries()
    {
        foreach (var festival in China.Festivals)
        {
            China.DaysOf(festival.Id, 1900).Should().BeEmpty();
            China.DaysOf(festival.Id, 2101).Should().BeEmpty();
        }
    }
}
