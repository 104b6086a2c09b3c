using System.Globalization;
using ScriptRules.Cli.Hosting;
using ScriptRules.Rules.Calendars;

namespace ScriptRules.Cli.Checking;

/// <summary>Reads the date and time of <c>--at</c>.</summary>
internal static class Moment
{
    private static readonly string[] Local = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFF", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];
    private static readonly string[] WithOffset = [.. Local.Select(f => f + "zzz"), .. Local.Select(f => f + "'Z'")];

    /// <summary>The instant that <paramref name="written"/> means; null for null.</summary>
    /// <param name="written">ISO date and time; without an offset it is local time at the site.</param>
    /// <param name="clock">The time at the site. Of an hour that comes twice, the first pass is meant.</param>
    /// <exception cref="UsageException">It is not a date and time, or the clocks at the site never show it.</exception>
    internal static DateTimeOffset? Of(string? written, SiteClock clock)
    {
        if (written is null) return null;
        if (DateTimeOffset.TryParseExact(written, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)) return moment;
        if (!DateTime.TryParseExact(written, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            throw UsageException.Of($"--at {written}: not a date and time", "write it as 2026-02-17T09:00, or 2026-02-17T09:00+08:00");

        // The offset at the site is that of an instant near; where it changes, both neighbours are tried, the earlier pass first.
        foreach (var near in (TimeSpan[])[TimeSpan.FromHours(-24), TimeSpan.FromHours(24)])
        {
            if (!InRange(local, near)) continue;
            var offset = clock.At(new DateTimeOffset(local + near, TimeSpan.Zero)).Offset;
            if (!InRange(local, -offset)) continue;
            var candidate = new DateTimeOffset(local, offset);
            if (clock.At(candidate).Offset == offset) return candidate;
        }

        throw UsageException.Of($"--at {written}: the clocks in {clock.ZoneId} never show this time");
    }

    private static bool InRange(DateTime local, TimeSpan shift) =>
        local.Ticks + shift.Ticks is var ticks && ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks;
}
