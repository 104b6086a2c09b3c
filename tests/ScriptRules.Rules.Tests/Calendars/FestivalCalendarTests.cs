using System.Collections.Immutable;
using ScriptRules.Rules.Calendars;
using static ScriptRules.Rules.Tests.Calendars.CalendarFixture;

namespace ScriptRules.Rules.Tests.Calendars;

public sealed class FestivalCalendarTests
{
    [Theory]
    [InlineData("new-year", 2026, "01-01", "01-01")]
    [InlineData("new-year", 1950, "01-01", "01-01")]
    [InlineData("spring-festival", 2026, "02-16", "02-19")] // 除夕 to 初三 since 2025
    [InlineData("spring-festival", 2025, "01-28", "01-31")]
    [InlineData("spring-festival", 2024, "02-10", "02-12")] // 初一 to 初三, 2014 to 2024
    [InlineData("spring-festival", 2014, "01-31", "02-02")]
    [InlineData("spring-festival", 2013, "02-09", "02-11")] // 除夕 to 初二, 2008 to 2013
    [InlineData("spring-festival", 2008, "02-06", "02-08")]
    [InlineData("spring-festival", 2007, "02-18", "02-20")] // 初一 to 初三
    [InlineData("spring-festival", 1950, "02-17", "02-19")]
    [InlineData("labour-day", 2025, "05-01", "05-02")]
    [InlineData("labour-day", 2024, "05-01", "05-01")]
    [InlineData("labour-day", 2008, "05-01", "05-01")]
    [InlineData("labour-day", 2007, "05-01", "05-03")]
    [InlineData("labour-day", 2000, "05-01", "05-03")]
    [InlineData("labour-day", 1999, "05-01", "05-01")] // the decree came in September
    [InlineData("mid-autumn", 2008, "09-14", "09-14")]
    [InlineData("mid-autumn", 2026, "09-25", "09-25")]
    [InlineData("national-day", 2026, "10-01", "10-03")]
    [InlineData("national-day", 1999, "10-01", "10-03")]
    [InlineData("national-day", 1998, "10-01", "10-02")]
    public void The_statutory_days_are_those_of_their_time(string festival, int year, string first, string last) =>
        Observed(China, festival, year).Should().Equal(Days($"{year}-{first}", $"{year}-{last}"));

    [Theory]
    [InlineData("mid-autumn", 2007)]
    [InlineData("new-year", 1949)]
    [InlineData("spring-festival", 1901)]
    public void Before_the_law_a_festival_is_not_observed(string festival, int year) => Observed(China, festival, year).Should().BeEmpty();

    [Fact]
    public void The_statutory_days_never_fail_in_any_year()
    {
        for (var year = 2025; year <= 2100; year++)
        {
            var spring = China.DaysOf("spring-festival", year).Single();
            Observed(China, "spring-festival", year).Should().Equal(new DayRange(spring.AddDays(-1), spring.AddDays(2)).Days());
            Observed(China, "mid-autumn", year).Should().Equal(China.DaysOf("mid-autumn", year));
            Observed(China, "new-year", year).Should().HaveCount(1);
            Observed(China, "labour-day", year).Should().HaveCount(2);
            Observed(China, "national-day", year).Should().HaveCount(3);
        }
    }

    [Fact]
    public void Only_festivals_with_an_opening_are_told_of()
    {
        China.Openings.Select(festival => festival.Name).Should().Equal("元旦", "春节", "劳动节", "中秋节", "国庆节");
        China.On(Date("2026-04-05")).Should().BeEmpty(); // 清明
        China.On(Date("2026-06-19")).Should().BeEmpty(); // 端午
    }

    [Theory]
    [InlineData("2020-10-01")]
    [InlineData("2031-10-01")]
    public void Both_festivals_are_told_of_where_they_meet(string day)
    {
        China.On(Date(day)).Select(festival => festival.Id).Should().Equal("mid-autumn", "national-day");
        China.On(Date(day).AddDays(1)).Select(festival => festival.Id).Should().Equal("national-day");
    }

    [Theory]
    [InlineData("2001-10-01", "national-day")] // 中秋 too, which was no holiday then
    [InlineData("2009-10-03", "mid-autumn national-day")]
    [InlineData("2017-10-04", "mid-autumn")] // inside the days off, but those do not move an opening
    [InlineData("2025-10-06", "mid-autumn")]
    [InlineData("2028-10-03", "mid-autumn national-day")]
    [InlineData("2025-10-05", "")]
    [InlineData("2026-02-20", "")] // a day off, but no statutory day
    [InlineData("2026-02-15", "")]
    [InlineData("2026-12-31", "")]
    [InlineData("1901-01-01", "")]
    [InlineData("2100-12-31", "")]
    public void The_festivals_of_a_day(string day, string festivals) =>
        string.Join(' ', China.On(Date(day)).Select(festival => festival.Id)).Should().Be(festivals);

    [Theory]
    [InlineData("1900-12-31")]
    [InlineData("2101-01-01")]
    public void Outside_of_the_two_centuries_it_says_so(string day)
    {
        FestivalCalendar.Covers(Date(day)).Should().BeFalse();
        FluentActions.Invoking(() => China.On(Date(day))).Should().Throw<CalendarRangeException>();
        China.DayKind(Date(day)).Should().Be(WorkingDayKind.Unknown);
    }

    [Fact]
    public void Every_official_day_is_as_the_notices_have_it()
    {
        foreach (var (day, off, festivals) in OfficialDays)
        {
            China.DayKind(day).IsWorked().Should().Be(!off, $"so it was on {day:yyyy-MM-dd}");
            if (!off && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) continue; // a workday that tables list too
            China.DayKind(day).Should().Be(off ? WorkingDayKind.Holiday : WorkingDayKind.MakeUpWorkday);
            China.TryFindOfficial(day, out var official).Should().BeTrue();
            official!.Festivals.Select(festival => festival.Id).Should().BeEquivalentTo(festivals, $"of {day:yyyy-MM-dd}");
            official.Source.Should().Contain("国务院");
        }
    }

    [Fact]
    public void No_day_is_official_that_the_tables_do_not_list()
    {
        var listed = OfficialDays.Select(row => row.Day).ToHashSet();
        foreach (var day in Days("2002-01-01", "2026-12-28").Where(day => !listed.Contains(day)))
            China.DayKind(day).Should().Be(
                day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? WorkingDayKind.Weekend : WorkingDayKind.Workday, $"{day:yyyy-MM-dd} is no special day");
    }

    [Fact]
    public void Only_days_that_a_notice_covers_are_known()
    {
        China.Coverage.Should().Equal(Enumerable.Range(2002, 25));
        China.DayKind(Date("2001-12-29")).Should().Be(WorkingDayKind.MakeUpWorkday); // by the notice for 2002
        China.DayKind(Date("2001-12-28")).Should().Be(WorkingDayKind.Unknown);
        China.DayKind(Date("2026-12-28")).Should().Be(WorkingDayKind.Workday);
        China.DayKind(Date("2026-12-29")).Should().Be(WorkingDayKind.Unknown); // the notice for 2027 may still move it
        China.DayKind(Date("2027-01-01")).Should().Be(WorkingDayKind.Unknown);
        China.DayKind(Date("2027-01-01")).IsWorked().Should().BeNull();
    }

    [Fact]
    public void A_notice_decides_both_earlier_and_later()
    {
        var calendar = China.WithNotices(new HouseNotice("spring-festival", Date("2026-02-18"), Date("2026-03-03"), "春节通知"));

        Observed(calendar, "spring-festival", 2026).Should().Equal(Days("2026-02-18", "2026-03-03"));
        calendar.SourceOf(Date("2026-03-03"), "spring-festival").Should().Be("春节通知");
        Observed(calendar, "spring-festival", 2025).Should().Equal(Observed(China, "spring-festival", 2025));
        Observed(calendar, "spring-festival", 2027).Should().Equal(Observed(China, "spring-festival", 2027));
        Observed(China, "spring-festival", 2026).Should().Equal(Days("2026-02-16", "2026-02-19")); // the other is as it was
    }

    [Fact]
    public void A_notice_belongs_to_the_nearest_occurrence_even_over_the_turn_of_the_year()
    {
        var calendar = China.WithNotices(new HouseNotice("new-year", Date("2025-12-24"), Date("2025-12-31"), "元旦通知"));

        Observed(calendar, "new-year", 2025).Should().Equal(Days("2025-01-01", "2025-01-01").Concat(Days("2025-12-24", "2025-12-31")));
        Observed(calendar, "new-year", 2026).Should().BeEmpty(); // it was greeted before
        calendar.SourceOf(Date("2025-12-31"), "new-year").Should().Be("元旦通知");
    }

    [Fact]
    public void Two_notices_of_one_occurrence_add_up()
    {
        var calendar = China.WithNotices(
            new HouseNotice("national-day", Date("2026-09-28"), Date("2026-09-29"), "一"),
            new HouseNotice("national-day", Date("2026-10-05"), Date("2026-10-05"), "二"));
        Observed(calendar, "national-day", 2026).Should().Equal(Date("2026-09-28"), Date("2026-09-29"), Date("2026-10-05"));
        calendar.SourceOf(Date("2026-10-05"), "national-day").Should().Be("二");
        calendar.SourceOf(Date("2026-10-01"), "national-day").Should().BeNull();
    }

    [Fact]
    public void Notices_of_two_festivals_may_meet()
    {
        var calendar = China.WithNotices(
            new HouseNotice("national-day", Date("2025-10-01"), Date("2025-10-08"), "国庆"),
            new HouseNotice("mid-autumn", Date("2025-10-05"), Date("2025-10-07"), "中秋"));
        calendar.On(Date("2025-10-05")).Select(festival => festival.Id).Should().Equal("mid-autumn", "national-day");
        calendar.On(Date("2025-10-08")).Select(festival => festival.Id).Should().Equal("national-day");
    }

    [Theory]
    [InlineData("spring-festval", "2026-02-16", "2026-02-19", "did you mean \"spring-festival\"?")]
    [InlineData("dragon-boat", "2026-06-19", "2026-06-19", "has no opening")]
    [InlineData("spring-festival", "2026-02-19", "2026-02-16", "comes before the first")]
    [InlineData("spring-festival", "2026-08-01", "2026-08-03", "nowhere near 春节")]
    [InlineData("spring-festival", "2026-02-01", "2026-04-30", "more than a notice can have")]
    [InlineData("spring-festival", "1850-02-01", "1850-02-02", "outside of the calendar")]
    [InlineData("spring-festival", "0001-01-01", "9999-12-31", "outside of the calendar")]
    public void A_notice_that_cannot_be_is_refused(string festival, string from, string to, string message) =>
        FluentActions.Invoking(() => China.WithNotices(new HouseNotice(festival, Date(from), Date(to), "通知")))
            .Should().Throw<ArgumentException>().WithMessage($"*{message}*");

    [Fact]
    public void Overlapping_notices_of_one_festival_are_refused() =>
        FluentActions.Invoking(() => China
                .WithNotices(new HouseNotice("new-year", Date("2026-01-01"), Date("2026-01-03"), "一"))
                .WithNotices(new HouseNotice("new-year", Date("2026-01-03"), Date("2026-01-04"), "二")))
            .Should().Throw<ArgumentException>().WithMessage("*2026-01-03 to 2026-01-04 overlaps 2026-01-01 to 2026-01-03*");

    [Fact]
    public void The_decree_is_named_where_no_notice_decides()
    {
        China.SourceOf(Date("2026-02-16"), "spring-festival").Should().Be("国务院令第795号");
        China.SourceOf(Date("2024-02-10"), "spring-festival").Should().Be("国务院令第644号");
        China.SourceOf(Date("2024-02-09"), "spring-festival").Should().BeNull();
        China.SourceOf(Date("2024-02-09"), "no-such").Should().BeNull();
    }

    [Fact]
    public void Asking_again_allocates_nothing()
    {
        var day = Date("2020-10-01");
        China.On(day);
        China.DayKind(day);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            China.On(day);
            China.IsOn(day, "mid-autumn");
            China.DayKind(day);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }

    [Fact]
    public void Many_threads_get_what_one_gets()
    {
        var expected = Days("1901-01-01", "2100-12-31").Select(day => China.On(day).Length).ToArray();
        var shared = FestivalCalendar.Create(China.Data);
        Parallel.For(0, 8, _ => Days("1901-01-01", "2100-12-31").Select(day => shared.On(day).Length).Should().Equal(expected));
    }

    [Fact]
    public void An_empty_calendar_knows_nothing()
    {
        var empty = FestivalCalendar.Create(FestivalCalendarData.Empty);
        empty.On(Date("2026-02-17")).Should().BeEmpty();
        empty.DayKind(Date("2026-02-17")).Should().Be(WorkingDayKind.Unknown);
        empty.Coverage.Should().BeEmpty();
        empty.TryFind("spring-festival", out _).Should().BeFalse();
        China.TryFind("spring-festival", out var festival).Should().BeTrue();
        festival!.ToString().Should().Be("春节 (spring-festival)");
    }

    private static ImmutableArray<DateOnly> Observed(FestivalCalendar calendar, string festival, int year) =>
        [.. Days($"{year}-01-01", $"{year}-12-31").Where(day => calendar.IsOn(day, festival))];
}
