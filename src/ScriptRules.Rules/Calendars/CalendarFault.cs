using System.Collections.Immutable;

namespace ScriptRules.Rules.Calendars;

/// <summary>What is wrong with a <see cref="FestivalCalendarData"/>.</summary>
/// <param name="Item">The record that is at fault: a definition, statutory days, a notice, a break.</param>
/// <param name="Field">The key in question, as the YAML names it; null for the whole record.</param>
/// <param name="Message">What is wrong, and what to do.</param>
public sealed record CalendarFault(object Item, string? Field, string Message)
{
    // A house may greet from the start of 腊月 to 元宵; what lies further off is a slip of the date.
    internal const int FarthestNotice = 60;
    private const int LongestNotice = 60;
    private const int LongestHoliday = 31;

    internal static ImmutableArray<CalendarFault> FindIn(FestivalCalendarData data)
    {
        var faults = ImmutableArray.CreateBuilder<CalendarFault>();
        var definitions = new Dictionary<string, FestivalDefinition>(StringComparer.Ordinal);

        foreach (var definition in data.Festivals) Check(definition);
        CheckOfficial();
        CheckNotices();
        return faults.ToImmutable();

        void Add(object item, string? field, string message) => faults.Add(new CalendarFault(item, field, message));

        void Check(FestivalDefinition definition)
        {
            var festival = definition.Festival;
            if (!IsId(festival.Id))
                Add(definition, "id", $"\"{festival.Id}\" is no festival id: use English words in lower case, joined by hyphens.");
            else if (!definitions.TryAdd(festival.Id, definition))
                Add(definition, "id", $"festival \"{festival.Id}\" is defined twice.");
            if (string.IsNullOrWhiteSpace(festival.Name)) Add(definition, "name", "a festival needs its Chinese name.");

            var years = new HashSet<int>();
            foreach (var days in definition.Statutory)
            {
                if (days.Since is < 1901 or > 2100)
                    Add(days, "since", $"{days.Since} is outside of the years 1901 to 2100.");
                else if (!years.Add(days.Since))
                    Add(days, "since", $"festival \"{festival.Id}\" has two statutory rules since {days.Since}.");
                else if (StatutoryRange(definition, days, days.Since) is not { Count: >= 1 and <= LongestHoliday } range)
                    Add(days, "days", $"\"{days.First} to {days.Last}\" is no holiday of 1 to {LongestHoliday} days.");
                else if (!definition.On.DaysIn(days.Since).Any(range.Contains))
                    Add(days, "days", $"\"{days.First} to {days.Last}\" leaves out the festival itself, {definition.On}.");
                if (string.IsNullOrWhiteSpace(days.Law)) Add(days, "law", "name the decree that says so.");
            }
        }

        void CheckOfficial()
        {
            var years = new HashSet<int>();
            var said = new Dictionary<DateOnly, int>();
            foreach (var notice in data.Official)
            {
                if (notice.Year is < 1902 or > 2100) Add(notice, "year", $"{notice.Year} is outside of the years 1902 to 2100.");
                else if (!years.Add(notice.Year)) Add(notice, "year", $"{notice.Year} is given twice: put all of a year under one entry.");
                if (string.IsNullOrWhiteSpace(notice.Source)) Add(notice, "source", "name the notice.");

                foreach (var item in notice.Breaks)
                {
                    if (item.FestivalIds.IsEmpty) Add(item, "for", "name the festival that these days are given for.");
                    foreach (var id in item.FestivalIds)
                        if (!definitions.ContainsKey(id)) Add(item, "for", Unknown(id, definitions.Keys));
                    if (item.Off.IsEmpty && item.Work.IsEmpty) Add(item, null, "give the days that are off or worked.");

                    foreach (var range in item.Off)
                    {
                        if (range.Count is < 1 or > LongestHoliday)
                            Add(item, "off", $"{range} is no holiday of 1 to {LongestHoliday} days.");
                        else
                            foreach (var day in range.Days()) Say(notice, item, "off", day);
                    }

                    foreach (var day in item.Work)
                    {
                        Say(notice, item, "work", day);
                        if (!IsWeekend(day)) Add(item, "work", $"{day:yyyy-MM-dd} is a {day.DayOfWeek}, which is worked anyway: check the date.");
                    }
                }
            }

            void Say(OfficialNotice notice, OfficialBreak item, string field, DateOnly day)
            {
                if (!said.TryAdd(day, notice.Year))
                    Add(item, field, $"{day:yyyy-MM-dd} is given twice{(said[day] == notice.Year ? "" : $", first for {said[day]}")}.");
                if (day < new DateOnly(Math.Clamp(notice.Year, 2, 9998) - 1, 12, 1) || day > new DateOnly(Math.Clamp(notice.Year, 2, 9998) + 1, 1, 31))
                    Add(item, field, $"{day:yyyy-MM-dd} cannot belong to the notice for {notice.Year}.");
            }
        }

        void CheckNotices()
        {
            var byFestival = new Dictionary<string, List<HouseNotice>>(StringComparer.Ordinal);
            foreach (var notice in data.Notices)
            {
                if (string.IsNullOrWhiteSpace(notice.Source)) Add(notice, "source", "name the notice, for the report.");
                if (!definitions.TryGetValue(notice.FestivalId, out var definition))
                    Add(notice, "festival", Unknown(notice.FestivalId, definitions.Keys));
                else if (!definition.HasOpening)
                    Add(notice, "festival", $"festival \"{notice.FestivalId}\" has no opening, so no notice can set its days.");

                if (notice.From < FestivalCalendar.FirstDay || notice.To > FestivalCalendar.LastDay)
                {
                    Add(notice, "from", $"{notice.Days} is outside of the calendar, which runs from {FestivalCalendar.FirstDay:yyyy-MM-dd} to {FestivalCalendar.LastDay:yyyy-MM-dd}.");
                    continue;
                }

                if (notice.To < notice.From)
                {
                    Add(notice, "to", $"the last day, {notice.To:yyyy-MM-dd}, comes before the first, {notice.From:yyyy-MM-dd}.");
                    continue;
                }

                if (notice.Days.Count > LongestNotice)
                    Add(notice, "to", $"{notice.Days.Count} days are more than a notice can have ({LongestNotice}): check the dates.");
                else if (definition is not null && HomeOf(definition, notice) is not { } home)
                    Add(notice, "from", $"{notice.Days} is nowhere near {definition.Festival.Name}: check the dates.");

                if (!byFestival.TryGetValue(notice.FestivalId, out var others)) byFestival[notice.FestivalId] = others = [];
                if (others.Find(other => other.Days.Overlaps(notice.Days)) is { } overlapped)
                    Add(notice, "from", $"{notice.Days} overlaps {overlapped.Days}, another notice for \"{notice.FestivalId}\".");
                others.Add(notice);
            }
        }
    }

    /// <summary>The occurrence of the festival that a notice speaks of; null when there is none near.</summary>
    internal static DateOnly? HomeOf(FestivalDefinition definition, HouseNotice notice) =>
        Enumerable.Range(notice.From.Year - 1, notice.To.Year - notice.From.Year + 3)
            .SelectMany(definition.On.DaysIn)
            .Where(day => notice.Days.DistanceTo(day) <= FarthestNotice)
            .Select(day => (DateOnly?)day)
            .MinBy(day => notice.Days.DistanceTo(day!.Value));

    /// <summary>The statutory days around the festival's day in <paramref name="year"/>; null when there are none.</summary>
    internal static DayRange? StatutoryRange(FestivalDefinition definition, StatutoryDays days, int year) =>
        definition.On.DaysIn(year).Select(day => (DateOnly?)day).FirstOrDefault() is { } own ? StatutoryRange(days, own) : null;

    internal static DayRange? StatutoryRange(StatutoryDays days, DateOnly own) =>
        days.First.Nearest(own) is { } first && days.Last.Nearest(own) is { } last ? new DayRange(first, last) : null;

    internal static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>An unknown id, with the nearest known one when there is one near.</summary>
    internal static string Unknown(string id, IEnumerable<string> known) => $"unknown festival \"{id}\"{DidYouMean(id, known)}";

    /// <summary><c>: did you mean "…"?</c>, or a full stop when nothing is near.</summary>
    internal static string DidYouMean(string word, IEnumerable<string> known)
    {
        var best = known.Take(500).Select(candidate => (candidate, distance: EditDistance(word, candidate))).MinBy(pair => pair.distance);
        return best.candidate is not null && best.distance <= Math.Max(1, best.candidate.Length / 3)
            ? $": did you mean \"{best.candidate}\"?"
            : ".";
    }

    private static bool IsId(string id) =>
        id.Length > 0 && char.IsAsciiLetterLower(id[0]) && id[^1] != '-' && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static int EditDistance(string left, string right)
    {
        if (left.Length > 64) return int.MaxValue; // no slip of a key, and the cost is bounded
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
