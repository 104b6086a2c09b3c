using ScriptRules.Rules.Calendars;

namespace ScriptRules.Rules.Tests.Calendars;

public sealed class DayWindowsTests
{
    [Theory]
    [InlineData("00:00:00", "morning")]
    [InlineData("11:59:59.9999999", "morning")]
    [InlineData("12:00:00", "rest")]
    [InlineData("23:59:59.9999999", "rest")]
    public void A_window_is_half_open(string time, string expected) =>
        Windows("morning 00:00-12:00", "rest 12:00-24:00").At(Time(time)).Name.Should().Be(expected);

    [Theory]
    [InlineData("21:59:59", "day")]
    [InlineData("22:00:00", "night")]
    [InlineData("00:00:00", "night")]
    [InlineData("05:59:59.9999999", "night")]
    [InlineData("06:00:00", "day")]
    public void A_window_may_go_on_past_midnight(string time, string expected)
    {
        var windows = Windows("night 22:00-06:00", "day 06:00-22:00");
        windows.At(Time(time)).Name.Should().Be(expected);
        windows.All.Select(window => window.Wraps).Should().Equal(true, false);
    }

    [Fact]
    public void One_window_may_be_the_whole_day()
    {
        var windows = DayWindows.Create(new DayWindow("always", new TimeOnly(8, 0), new TimeOnly(8, 0)));
        windows.At(new TimeOnly(7, 59)).Name.Should().Be("always");
        Windows("always 00:00-24:00").At(TimeOnly.MaxValue).ToString().Should().Be("always 00:00–24:00");
    }

    [Fact]
    public void Lookup_agrees_with_the_windows_at_every_minute()
    {
        var windows = Windows("a 05:30-09:00", "b 09:00-12:15", "c 12:15-18:00", "d 18:00-23:10", "e 23:10-05:30");
        for (var minute = 0; minute < 24 * 60; minute++)
        {
            var time = TimeOnly.MinValue.AddMinutes(minute);
            windows.All.Where(window => window.Contains(time)).Should().ContainSingle().Which.Should().BeSameAs(windows.At(time));
        }
    }

    [Theory]
    [InlineData("", "no window covers 00:00–24:00.")]
    [InlineData("a 00:00-12:00", "no window covers 12:00–24:00.")]
    [InlineData("a 06:00-12:00|b 12:00-18:00", "no window covers 00:00–06:00.|no window covers 18:00–24:00.")]
    [InlineData("a 00:00-12:01|b 12:00-24:00", "12:00–12:01 is in a 00:00–12:01 and in b 12:00–24:00.")]
    [InlineData("a 22:00-06:00|b 05:00-22:00", "05:00–06:00 is in a 22:00–06:00 and in b 05:00–22:00.")]
    [InlineData("a 00:00-24:00|b 00:00-24:00", "00:00–24:00 is in a 00:00–24:00 and in b 00:00–24:00.")]
    [InlineData("a 00:00-12:00|a 12:00-24:00", "two windows are named \"a\".")]
    [InlineData("a 00:00-11:00|b 12:00-13:00|c 12:30-24:00", "no window covers 11:00–12:00.|12:30–13:00 is in b 12:00–13:00 and in c 12:30–24:00.")]
    public void Faults_are_told_in_the_order_of_the_day(string windows, string expected)
    {
        var all = windows.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(Window).ToArray();
        DayWindows.FindFaults(all).Select(fault => fault.Message).Should().Equal(expected.Split('|'));
        FluentActions.Invoking(() => DayWindows.Create(all)).Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData("12:00")]
    [InlineData("12:00-12:00")]
    [InlineData("24:00-12:00")]
    [InlineData("9:00-12:00")]
    [InlineData("00:00-25:00")]
    [InlineData("00:00-12:00-13:00")]
    [InlineData("")]
    public void What_is_no_window_is_refused(string span) => DayWindow.TryParse("a", span, out _).Should().BeFalse();

    [Fact]
    public void The_dash_may_be_long() => DayWindow.TryParse("a", "00:00 – 24:00", out _).Should().BeTrue();

    private static DayWindows Windows(params string[] windows) => DayWindows.Create(windows.Select(Window));

    private static DayWindow Window(string text)
    {
        var parts = text.Split(' ');
        DayWindow.TryParse(parts[0], parts[1], out var window).Should().BeTrue();
        return window!;
    }

    private static TimeOnly Time(string text) => TimeOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
