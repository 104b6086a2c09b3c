using System.Globalization;
using ScriptRules.Rules.Calendars;

namespace ScriptRules.Rules.Tests.Calendars;

public sealed class SiteClockTests
{
    [Theory]
    [InlineData("2026-02-17T09:12:00+08:00", "2026-02-17 09:12:00")]
    [InlineData("2026-02-16T16:00:00Z", "2026-02-17 00:00:00")]
    [InlineData("2026-02-16T15:59:59Z", "2026-02-16 23:59:59")]
    [InlineData("2025-12-31T11:00:00-05:00", "2026-01-01 00:00:00")]
    public void Shanghai_reads_any_offset(string moment, string local) => Read("Asia/Shanghai", moment).Should().Be(local);

    [SkippableOnMissingZone("America/New_York")]
    public void Clocks_go_forward_and_back()
    {
        Read("America/New_York", "2026-03-08T06:59:59Z").Should().Be("2026-03-08 01:59:59");
        Read("America/New_York", "2026-03-08T07:00:00Z").Should().Be("2026-03-08 03:00:00");

        var clock = SiteClock.Create("America/New_York");
        var (first, second) = (clock.At(Moment("2026-11-01T05:30:00Z")), clock.At(Moment("2026-11-01T06:30:00Z")));
        (first.Day, first.Time).Should().Be((second.Day, second.Time));
        (first.Offset - second.Offset).Should().Be(TimeSpan.FromHours(1));
    }

    [SkippableOnMissingZone("Asia/Shanghai")]
    public void Shanghai_had_summer_time_once() => Read("Asia/Shanghai", "1988-07-01T00:00:00Z").Should().Be("1988-07-01 09:00:00");

    [Fact]
    public void Without_zone_data_Shanghai_is_still_known_and_it_is_said()
    {
        SiteClock.TryCreate("Asia/Shanghai", _ => null, out var clock).Should().BeTrue();
        clock!.Note.Should().Contain("UTC+08:00");
        clock.ZoneId.Should().Be("Asia/Shanghai");
        clock.At(Moment("2026-02-16T16:00:00Z")).Should().Be(new LocalMoment(new DateOnly(2026, 2, 17), TimeOnly.MinValue, TimeSpan.FromHours(8)));
        SiteClock.TryCreate("Asia/Tokyo", _ => null, out _).Should().BeFalse();
    }

    [Fact]
    public void With_zone_data_there_is_nothing_to_say()
    {
        SiteClock.TryCreate("Asia/Shanghai", _ => TimeZoneInfo.Utc, out var clock).Should().BeTrue();
        clock!.Note.Should().BeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("Asia/Shanghi")]
    [InlineData("../../etc/passwd")]
    public void An_unknown_zone_is_refused(string zone)
    {
        SiteClock.TryCreate(zone, out _).Should().BeFalse();
        FluentActions.Invoking(() => SiteClock.Create(zone)).Should().Throw<ArgumentException>().WithMessage($"*\"{zone}\"*");
    }

    [Fact]
    public void The_ends_of_time_do_not_throw()
    {
        var clock = SiteClock.Create("Asia/Shanghai");
        clock.At(DateTimeOffset.MinValue).Day.Year.Should().Be(1);
        clock.At(DateTimeOffset.MaxValue).Day.Year.Should().Be(9999);
    }

    private static string Read(string zone, string moment)
    {
        var local = SiteClock.Create(zone).At(Moment(moment));
        return $"{local.Day:yyyy-MM-dd} {local.Time:HH:mm:ss}";
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>A fact about the machine's zone data, skipped and said so where there is none.</summary>
    private sealed class SkippableOnMissingZoneAttribute : FactAttribute
    {
        public SkippableOnMissingZoneAttribute(string zone)
        {
            if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)) Skip = $"This machine has no zone {zone}.";
        }
    }
}
