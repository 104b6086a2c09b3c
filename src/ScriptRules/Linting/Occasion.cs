using ScriptRules.Rules;
using ScriptRules.Rules.Calendars;

namespace ScriptRules.Linting;

/// <summary>A window of the day, on an ordinary day or on a day with certain festivals, and an instant that lies in it.</summary>
/// <param name="Name">For people: <c>morning, 中秋节 国庆节</c>.</param>
/// <param name="At">The instant.</param>
internal sealed record Occasion(string Name, DateTimeOffset At)
{
    // Long enough for festivals to meet that can meet: 中秋 on 国庆 comes every 19 years or so.
    private static readonly DateOnly From = new(2020, 1, 1);
    private static readonly DateOnly To = new(2044, 12, 31);

    /// <summary>Each window on the first day of each set of festivals.</summary>
    internal static IReadOnlyList<Occasion> AllOf(RulePack pack)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var occasions = new List<Occasion>();
        for (var day = From; day <= To; day = day.AddDays(1))
        {
            var festivals = string.Join(" ", pack.Calendar.On(day).Select(f => f.Name));
            if (!seen.Add(festivals)) continue;
            foreach (var window in pack.Windows.All)
                if (Instant(pack.Clock, day, window.Start) is { } at) occasions.Add(new Occasion(festivals.Length == 0 ? window.Name : $"{window.Name}, {festivals}", at));
        }

        return occasions;
    }

    /// <summary>An instant at which the clock shows this; null when it never does, because it was put forward.</summary>
    private static DateTimeOffset? Instant(SiteClock clock, DateOnly day, TimeOnly time)
    {
        var noon = new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
        foreach (var offset in (TimeSpan[])[clock.At(noon.AddDays(-1)).Offset, clock.At(noon.AddDays(1)).Offset])
        {
            var at = new DateTimeOffset(day.ToDateTime(time), offset);
            if (clock.At(at) is var local && local.Day == day && local.Time == time) return at;
        }

        return null;
    }
}
