using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace ScriptRules.Rules.Calendars;

/// <summary>The festivals that a contact centre observes, and the days that are worked, day by day.</summary>
/// <remarks>
/// A house notice decides when a festival's opening is used; without one, the statutory days count (H-HOL-05), as the law had
/// them in that year. The State Council's yearly notices say which days are worked; they do not move an opening. Both come
/// with their sources from data such as <c>rules/calendars/cn.yaml</c>. Immutable, and safe to share between threads.
/// </remarks>
public sealed class FestivalCalendar
{
    private const int FirstYear = 1901;
    private const int YearCount = 200;

    // A notice has reached back to 29 December (2001, 2007, 2018), so before the next one is out the days from then are open.
    private const int OpenDecemberDay = 29;

    private readonly FestivalCalendarData _data;
    private readonly Dictionary<string, FestivalDefinition> _definitions;
    private readonly ImmutableArray<FestivalDefinition> _openings;
    private readonly Lazy<Dictionary<DateOnly, OfficialDay>> _official; // many days; a check asks for none

    // By year, built when first asked for, then shared: each has a cell a day of the year.
    private readonly ImmutableArray<Festival>[]?[] _years = new ImmutableArray<Festival>[]?[YearCount];

    private FestivalCalendar(FestivalCalendarData data)
    {
        _data = data;
        _definitions = data.Festivals.ToDictionary(definition => definition.Festival.Id, StringComparer.Ordinal);
        _openings = [.. data.Festivals.Where(definition => definition.HasOpening)];
        _official = new(() => OfficialDays(data, _definitions).ToDictionary(day => day.Day));
        Festivals = [.. data.Festivals.Select(definition => definition.Festival)];
        Openings = [.. _openings.Select(definition => definition.Festival)];
        var years = new int[data.Official.Length];
        for (var i = 0; i < years.Length; i++) years[i] = data.Official[i].Year;
        Array.Sort(years);
        Coverage = [.. years];
    }

    /// <summary>1901-01-01, the first day that <see cref="On"/> answers for.</summary>
    public static DateOnly FirstDay { get; } = new(FirstYear, 1, 1);

    /// <summary>2100-12-31, the last day that <see cref="On"/> answers for.</summary>
    public static DateOnly LastDay { get; } = new(FirstYear + YearCount - 1, 12, 31);

    /// <summary>All festivals, in order of precedence.</summary>
    public ImmutableArray<Festival> Festivals { get; }

    /// <summary>Those with an opening of their own, in order of precedence.</summary>
    public ImmutableArray<Festival> Openings { get; }

    /// <summary>The house notices, as given.</summary>
    public ImmutableArray<HouseNotice> Notices => _data.Notices;

    /// <summary>The years whose official notice is known, in order; <see cref="DayKind"/> is sure in these.</summary>
    public ImmutableArray<int> Coverage { get; }

    /// <summary>What the calendar was made of, its house notices included.</summary>
    public FestivalCalendarData Data => _data;

    /// <summary>A calendar of <paramref name="data"/>.</summary>
    /// <exception cref="ArgumentException"><see cref="FestivalCalendarData.FindFaults"/> finds some; the message lists them.</exception>
    public static FestivalCalendar Create(FestivalCalendarData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var faults = data.FindFaults();
        return faults.IsEmpty
            ? new FestivalCalendar(data)
            : throw new ArgumentException(string.Join(Environment.NewLine, faults.Select(fault => fault.Message)), nameof(data));
    }

    /// <summary>This calendar with <paramref name="notices"/> added to its house notices.</summary>
    /// <exception cref="ArgumentException">One names no festival with an opening, overlaps another, or is far from its festival.</exception>
    public FestivalCalendar WithNotices(params IEnumerable<HouseNotice> notices) =>
        Create(_data with { Notices = [.. _data.Notices, .. notices] });

    /// <summary>Whether <see cref="On"/> answers for <paramref name="day"/>: the years 1901 to 2100.</summary>
    public static bool Covers(DateOnly day) => day >= FirstDay && day <= LastDay;

    /// <summary>The festivals whose opening is used on <paramref name="day"/>, in order of precedence.</summary>
    /// <param name="day">A civil date at the centre; no time zone is applied.</param>
    /// <returns>Empty on an ordinary day; two when festivals meet, as they did on 2020-10-01. Nothing is allocated once the
    /// year has been asked for.</returns>
    /// <exception cref="CalendarRangeException"><see cref="Covers"/> is false.</exception>
    public ImmutableArray<Festival> On(DateOnly day)
    {
        if (!Covers(day)) throw new CalendarRangeException(nameof(day), day, FirstDay, LastDay);
        return Year(day.Year)[day.DayOfYear - 1];
    }

    /// <summary>Whether the opening of the festival <paramref name="festivalId"/> is used on <paramref name="day"/>.</summary>
    /// <returns>False too when there is no such festival or no opening of it.</returns>
    /// <exception cref="CalendarRangeException"><see cref="Covers"/> is false.</exception>
    public bool IsOn(DateOnly day, string festivalId)
    {
        foreach (var festival in On(day))
            if (festival.Id == festivalId) return true;
        return false;
    }

    /// <summary>What set the days of <paramref name="festivalId"/> around <paramref name="day"/>: the house notice's source or the
    /// decree; null when its opening is not used on that day.</summary>
    /// <exception cref="CalendarRangeException"><see cref="Covers"/> is false.</exception>
    public string? SourceOf(DateOnly day, string festivalId) =>
        IsOn(day, festivalId)
            ? ObservedAround(_definitions[festivalId], day.Year).First(observed => observed.Days.Contains(day)).Source
            : null;

    /// <summary>The festival of that id; false when there is none.</summary>
    public bool TryFind(string festivalId, [NotNullWhen(true)] out Festival? festival)
    {
        festival = _definitions.GetValueOrDefault(festivalId)?.Festival;
        return festival is not null;
    }

    /// <summary>The festival's own days in a civil year, whatever the notices say: 2026-02-17 for 春节.</summary>
    /// <returns>Mostly one; see <see cref="FestivalRule.DaysIn"/>. Empty for an unknown festival or outside of 1901 to 2100.</returns>
    public ImmutableArray<DateOnly> DaysOf(string festivalId, int year) =>
        _definitions.TryGetValue(festivalId, out var definition) ? [.. definition.On.DaysIn(year)] : [];

    /// <summary>Whether <paramref name="day"/> is worked, by the official notices.</summary>
    /// <returns><see cref="WorkingDayKind.Unknown"/> in a year that is not in <see cref="Coverage"/>, and from 29 December when
    /// the next year's is not: its notice may still move these days.</returns>
    public WorkingDayKind DayKind(DateOnly day)
    {
        if (_official.Value.TryGetValue(day, out var official))
            return official.IsOff ? WorkingDayKind.Holiday : WorkingDayKind.MakeUpWorkday;
        if (!Coverage.Contains(day.Year)
            || (day is { Month: 12, Day: >= OpenDecemberDay } && !Coverage.Contains(day.Year + 1)))
            return WorkingDayKind.Unknown;
        return CalendarFault.IsWeekend(day) ? WorkingDayKind.Weekend : WorkingDayKind.Workday;
    }

    /// <summary>What a notice says of <paramref name="day"/>; false when none names it, as on ordinary days.</summary>
    public bool TryFindOfficial(DateOnly day, [NotNullWhen(true)] out OfficialDay? official) => _official.Value.TryGetValue(day, out official);

    private ImmutableArray<Festival>[] Year(int year)
    {
        ref var cell = ref _years[year - FirstYear];
        return Volatile.Read(ref cell) ?? Interlocked.CompareExchange(ref cell, Build(year), null) ?? cell!;
    }

    private ImmutableArray<Festival>[] Build(int year)
    {
        var days = new ImmutableArray<Festival>[DateTime.IsLeapYear(year) ? 366 : 365];
        Array.Fill(days, []);
        foreach (var definition in _openings) // in order of precedence
            foreach (var day in ObservedAround(definition, year).SelectMany(observed => observed.Days.Days()).Distinct())
                if (day.Year == year)
                    days[day.DayOfYear - 1] = days[day.DayOfYear - 1].Add(definition.Festival);
        return days;
    }

    // The festival's occurrences in this year and its neighbours, as a notice may reach over the turn of the year.
    private IEnumerable<(DayRange Days, string Source)> ObservedAround(FestivalDefinition definition, int year)
    {
        var notices = _data.Notices.Where(notice => notice.FestivalId == definition.Festival.Id)
            .Select(notice => (Home: CalendarFault.HomeOf(definition, notice)!.Value, Notice: notice)).ToList();
        foreach (var own in Enumerable.Range(year - 1, 3).SelectMany(definition.On.DaysIn))
        {
            var decided = false;
            foreach (var (home, notice) in notices)
            {
                if (home != own) continue;
                decided = true;
                yield return (notice.Days, notice.Source);
            }

            if (!decided
                && definition.Statutory.Where(days => days.Since <= own.Year).MaxBy(days => days.Since) is { } statutory
                && CalendarFault.StatutoryRange(statutory, own) is { } range)
                yield return (range, statutory.Law);
        }
    }

    private static IEnumerable<OfficialDay> OfficialDays(
        FestivalCalendarData data, Dictionary<string, FestivalDefinition> definitions)
    {
        foreach (var notice in data.Official)
            foreach (var item in notice.Breaks)
            {
                var festivals = item.FestivalIds.Select(id => definitions[id].Festival).ToImmutableArray();
                var source = item.Source ?? notice.Source;
                foreach (var day in item.Off.SelectMany(range => range.Days())) yield return new OfficialDay(day, true, festivals, source);
                foreach (var day in item.Work) yield return new OfficialDay(day, false, festivals, source);
            }
    }
}

/// <summary>A day that an official notice names.</summary>
/// <param name="Day">The civil date.</param>
/// <param name="IsOff">Off, or else worked to make up for a holiday.</param>
/// <param name="Festivals">What for.</param>
/// <param name="Source">The notice.</param>
public sealed record OfficialDay(DateOnly Day, bool IsOff, ImmutableArray<Festival> Festivals, string Source);
