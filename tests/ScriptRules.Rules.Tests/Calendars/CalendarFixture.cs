using System.Globalization;
using ScriptRules.Rules.Calendars;

namespace ScriptRules.Rules.Tests.Calendars;

/// <summary>The repository's calendar, and the public facts that it is held against.</summary>
internal static class CalendarFixture
{
    public static string ChinaYaml { get; } = File.ReadAllText(InRepository("rules", "calendars", "cn.yaml"));

    public static FestivalCalendar China { get; } = CalendarYaml.Read(ChinaYaml).Calendar!;

    /// <summary>Days off and make-up workdays, 2001-12-29 to 2026, from three public tables that agree wherever they share a day.</summary>
    public static IReadOnlyList<(DateOnly Day, bool Off, string[] Festivals)> OfficialDays { get; } =
        [.. Rows("official-days.csv").Select(row => (Date(row[0]), row[1] == "off", row[2].Split(' ')))];

    /// <summary>Lunar festivals, 1901 to 2100, from the Hong Kong Observatory's table.</summary>
    public static IReadOnlyList<(DateOnly Day, string Festival, string Lunar)> LunarFestivals { get; } =
        [.. Rows("lunar-festivals.csv").Select(row => (Date(row[0]), row[1], row[2]))];

    public static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static IEnumerable<DateOnly> Days(string first, string last) => new DayRange(Date(first), Date(last)).Days();

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(InRepository("tests", "ScriptRules.Rules.Tests", "Calendars", "data", file)).Skip(1).Select(line => line.Split(','));

    private static string InRepository(params string[] path)
    {
        var relative = Path.Combine(path);
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, relative) is var found && File.Exists(found)) return found;
        throw new FileNotFoundException($"{relative} is in no folder above {AppContext.BaseDirectory}.");
    }
}
