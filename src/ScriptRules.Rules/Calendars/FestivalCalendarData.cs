using System.Collections.Immutable;

namespace ScriptRules.Rules.Calendars;

/// <summary>What a <see cref="FestivalCalendar"/> is made of: plain facts, with their sources, not yet checked.</summary>
/// <param name="Festivals">In order of precedence: where festivals meet, the first here is named first.</param>
/// <param name="Official">The State Council's notices of days off, one a year, in any order.</param>
/// <param name="Notices">The house's own notices of when an opening is used.</param>
public sealed record FestivalCalendarData(
    ImmutableArray<FestivalDefinition> Festivals,
    ImmutableArray<OfficialNotice> Official,
    ImmutableArray<HouseNotice> Notices)
{
    /// <summary>No festivals and no notices.</summary>
    public static FestivalCalendarData Empty { get; } = new([], [], []);

    /// <summary>All that keeps this from being a calendar; empty when <see cref="FestivalCalendar.Create"/> will take it.</summary>
    public ImmutableArray<CalendarFault> FindFaults() => CalendarFault.FindIn(this);
}

/// <summary>A festival and how its days are found.</summary>
/// <param name="Festival">Its id and name.</param>
/// <param name="On">The festival's own day.</param>
/// <param name="HasOpening">Whether it has an opening of its own, so that <see cref="FestivalCalendar.On"/> tells of it.</param>
/// <param name="Statutory">Its statutory days as the law changed them, in any order; none for a festival that is no public holiday.</param>
public sealed record FestivalDefinition(
    Festival Festival, FestivalRule On, bool HasOpening, ImmutableArray<StatutoryDays> Statutory);

/// <summary>The days that the law gives a festival, since some year.</summary>
/// <param name="Since">The first civil year in which these hold; they do until those with the next <c>Since</c>.</param>
/// <param name="First">The first day, on the occurrence nearest to the festival's own day.</param>
/// <param name="Last">The last day, included.</param>
/// <param name="Law">The decree: 国务院令第795号.</param>
public sealed record StatutoryDays(int Since, FestivalRule First, FestivalRule Last, string Law);

/// <summary>Civil days from one to another.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day, included.</param>
public readonly record struct DayRange(DateOnly First, DateOnly Last)
{
    /// <summary>How many days; zero or less when it is the wrong way round.</summary>
    public int Count => Last.DayNumber - First.DayNumber + 1;

    /// <summary>Whether <paramref name="day"/> is one of them.</summary>
    public bool Contains(DateOnly day) => First <= day && day <= Last;

    /// <summary>Whether the two share a day.</summary>
    public bool Overlaps(DayRange other) => First <= other.Last && other.First <= Last;

    /// <summary>The days, in order.</summary>
    public IEnumerable<DateOnly> Days()
    {
        for (var day = First.DayNumber; day <= Last.DayNumber; day++) yield return DateOnly.FromDayNumber(day);
    }

    /// <summary>How many days <paramref name="day"/> lies before or after; zero inside.</summary>
    internal int DistanceTo(DateOnly day) =>
        Math.Max(0, Math.Max(First.DayNumber - day.DayNumber, day.DayNumber - Last.DayNumber));

    /// <inheritdoc/>
    public override string ToString() => Count == 1 ? $"{First:yyyy-MM-dd}" : $"{First:yyyy-MM-dd} to {Last:yyyy-MM-dd}";
}

/// <summary>The State Council's notice of a year's days off and make-up workdays.</summary>
/// <param name="Year">The year that it arranges; its days may begin in the December before.</param>
/// <param name="Source">Its title and number.</param>
/// <param name="Url">Where it is published; null when not known.</param>
/// <param name="Breaks">What it says, holiday by holiday.</param>
public sealed record OfficialNotice(int Year, string Source, string? Url, ImmutableArray<OfficialBreak> Breaks);

/// <summary>One holiday of an official notice.</summary>
/// <param name="FestivalIds">The festivals that it is given for; two when they share the days, as 国庆节、中秋节 in 2025.</param>
/// <param name="Off">The days off, those of an adjoining weekend included.</param>
/// <param name="Work">Days of a weekend that are worked to make up for it.</param>
/// <param name="Source">A notice of its own, when this was changed or added later; null for the year's.</param>
public sealed record OfficialBreak(
    ImmutableArray<string> FestivalIds, ImmutableArray<DayRange> Off, ImmutableArray<DateOnly> Work, string? Source);

/// <summary>The house's own word on when a festival's opening is used (H-HOL-05): it replaces the statutory days.</summary>
/// <param name="FestivalId">A festival that has an opening.</param>
/// <param name="From">The first day, in the site's own time; it may be earlier or later than the statutory ones.</param>
/// <param name="To">The last day, included.</param>
/// <param name="Source">The notice, for the report.</param>
/// <remarks>It speaks of the festival's nearest occurrence, which lies within 60 days of it. Several of one occurrence add up.</remarks>
public sealed record HouseNotice(string FestivalId, DateOnly From, DateOnly To, string Source)
{
    /// <summary>The days it covers.</summary>
    public DayRange Days => new(From, To);
}
