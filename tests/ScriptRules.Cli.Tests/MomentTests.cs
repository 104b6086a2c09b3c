using ScriptRules.Cli.Checking;
using ScriptRules.Cli.Hosting;
using ScriptRules.Rules.Calendars;

namespace ScriptRules.Cli.Tests;

public sealed class MomentTests
{
    [Theory]
    [InlineData("2026-02-17T09:00", "Asia/Shanghai", "2026-02-17T09:00:00+08:00")]
    [InlineData("2026-02-17 09:00:30", "Asia/Shanghai", "2026-02-17T09:00:30+08:00")]
    [InlineData("2026-02-17T09:00Z", "Asia/Shanghai", "2026-02-17T09:00:00+00:00")]
    [InlineData("2026-02-17T09:00:00-05:00", "Asia/Shanghai", "2026-02-17T09:00:00-05:00")]
    [InlineData("2026-07-01T12:00", "America/New_York", "2026-07-01T12:00:00-04:00")]
    [InlineData("2026-11-01T01:30", "America/New_York", "2026-11-01T01:30:00-04:00")] // comes twice: the first pass
    [InlineData("2026-11-01T02:30", "America/New_York", "2026-11-01T02:30:00-05:00")]
    public void Is_local_unless_it_has_an_offset(string written, string zone, string expected) =>
        Moment.Of(written, SiteClock.Create(zone)).Should().Be(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2026-13-01T09:00", "not a date and time")]
    [InlineData("2026-02-30T09:00", "not a date and time")]
    [InlineData("09:00", "not a date and time")]
    [InlineData("", "not a date and time")]
    [InlineData("2026-03-08T02:30", "never show this time")] // the hour that is skipped
    public void Is_refused_with_a_reason(string written, string why)
    {
        var reading = () => Moment.Of(written, SiteClock.Create("America/New_York"));
        reading.Should().Throw<UsageException>().Which.Message.Should().Contain(why);
    }
}
