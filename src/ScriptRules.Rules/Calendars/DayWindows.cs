using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ScriptRules.Rules.Calendars;

/// <summary>A named part of the day in local time, <c>[start, end)</c>: 早上 from 00:00 up to 12:00.</summary>
/// <param name="Name">For rules and reports: morning.</param>
/// <param name="Start">The first moment.</param>
/// <param name="End">The moment after the last. Not after <paramref name="Start"/>, it is on the next day: 00:00 is the day's
/// end, and a window that ends as it starts is the whole day. No window is empty.</param>
public sealed record DayWindow(string Name, TimeOnly Start, TimeOnly End)
{
    /// <summary>Whether it goes on past midnight: 22:00–06:00.</summary>
    public bool Wraps => End != TimeOnly.MinValue && End <= Start;

    /// <summary>Whether <paramref name="time"/> lies inside.</summary>
    public bool Contains(TimeOnly time) =>
        Start == End || (Start < End ? Start <= time && time < End : time >= Start || time < End);

    /// <summary>Reads <c>00:00-12:00</c>, <c>12:00-24:00</c> or <c>22:00–06:00</c>; false when it is none, as with an empty window.</summary>
    public static bool TryParse(string name, string span, [NotNullWhen(true)] out DayWindow? window)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(span);
        window = span.Split('-', '–') is [var first, var second]
            && Moment(first.Trim()) is { } start and < 24 * 60
            && Moment(second.Trim()) is { } end
            && start != end
                ? new DayWindow(name, Time(start), Time(end % (24 * 60)))
                : null;
        return window is not null;

        static TimeOnly Time(int minutes) => new(minutes / 60, minutes % 60);

        static int? Moment(string text) =>
            text is "24:00" ? 24 * 60
            : TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                ? (time.Hour * 60) + time.Minute
                : null;
    }

    /// <summary>As in morning 00:00–12:00.</summary>
    public override string ToString() => $"{Name} {Start:HH:mm}–{(End == TimeOnly.MinValue ? "24:00" : End.ToString("HH:mm", CultureInfo.InvariantCulture))}";
}

/// <summary>Windows that part the day: every moment lies in exactly one.</summary>
/// <remarks>Immutable, and safe to share between threads.</remarks>
public sealed class DayWindows
{
    private readonly ImmutableArray<DayWindow> _byStart;

    private DayWindows(ImmutableArray<DayWindow> windows)
    {
        All = windows;
        DayWindow[] byStart = [.. windows];
        Array.Sort(byStart, (a, b) => a.Start.CompareTo(b.Start));
        _byStart = [.. byStart];
    }

    /// <summary>As given.</summary>
    public ImmutableArray<DayWindow> All { get; }

    /// <summary>The windows as a whole day.</summary>
    /// <exception cref="ArgumentException"><see cref="FindFaults"/> finds some; the message lists them.</exception>
    public static DayWindows Create(params IEnumerable<DayWindow> windows)
    {
        ImmutableArray<DayWindow> all = [.. windows];
        var faults = FindFaults(all);
        return faults.IsEmpty
            ? new DayWindows(all)
            : throw new ArgumentException(string.Join(Environment.NewLine, faults.Select(fault => fault.Message)), nameof(windows));
    }

    /// <summary>The window that <paramref name="time"/> lies in. Nothing is allocated.</summary>
    public DayWindow At(TimeOnly time)
    {
        for (var i = _byStart.Length - 1; i >= 0; i--)
            if (_byStart[i].Start <= time) return _byStart[i];
        return _byStart[^1]; // before the first start: what began last goes on past midnight
    }

    /// <summary>Where the windows leave a gap or overlap, in the order of the day, and names that are given twice; empty when they
    /// part the day.</summary>
    public static ImmutableArray<WindowFault> FindFaults(params IEnumerable<DayWindow> windows)
    {
        ImmutableArray<DayWindow> all = [.. windows];
        var faults = ImmutableArray.CreateBuilder<WindowFault>();
        foreach (var twice in all.GroupBy(window => window.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
            faults.Add(new WindowFault(WindowFaultKind.SameName, twice.First().Start, twice.First().End, [.. twice]));

        // Between two neighbouring bounds nothing changes, so one moment, the first, speaks for all.
        var bounds = new List<long> { 0 };
        foreach (var window in all) bounds.AddRange([window.Start.Ticks, window.End.Ticks]);
        bounds.Sort();
        WindowFault? open = null;
        for (var i = 0; i < bounds.Count; i++)
        {
            if (i + 1 < bounds.Count && bounds[i] == bounds[i + 1]) continue;
            var (from, to) = (new TimeOnly(bounds[i]), new TimeOnly(bounds[(i + 1) % bounds.Count]));
            ImmutableArray<DayWindow> here = [.. all.Where(window => window.Contains(from))];
            if (here.Length == 1)
            {
                Close();
            }
            else if (open is not null && open.Windows.SequenceEqual(here))
            {
                open = open with { To = to };
            }
            else
            {
                Close();
                open = new WindowFault(here.IsEmpty ? WindowFaultKind.Gap : WindowFaultKind.Overlap, from, to, here);
            }
        }

        Close();
        return faults.ToImmutable();

        void Close()
        {
            if (open is not null) faults.Add(open);
            open = null;
        }
    }
}

/// <summary>How windows fail to part the day.</summary>
public enum WindowFaultKind
{
    /// <summary>A part of the day is in no window.</summary>
    Gap,

    /// <summary>A part of the day is in two windows or more.</summary>
    Overlap,

    /// <summary>Two windows have one name.</summary>
    SameName,
}

/// <summary>One fault of a set of windows.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends, excluded; 00:00 is the day's end.</param>
/// <param name="Windows">Those concerned; none in a gap.</param>
public sealed record WindowFault(WindowFaultKind Kind, TimeOnly From, TimeOnly To, ImmutableArray<DayWindow> Windows)
{
    /// <summary>What is wrong, in a sentence.</summary>
    public string Message => Kind switch
    {
        WindowFaultKind.Gap => $"no window covers {Span}.",
        WindowFaultKind.Overlap => $"{Span} is in {string.Join(" and in ", Windows)}.",
        _ => $"two windows are named \"{Windows[0].Name}\".",
    };

    private string Span => $"{From:HH:mm}–{(To == TimeOnly.MinValue ? "24:00" : To.ToString("HH:mm", CultureInfo.InvariantCulture))}";
}
