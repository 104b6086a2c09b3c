using System.Globalization;
using ScriptRules.Rules;

namespace ScriptRules.Linting.Checks;

/// <summary>The calendar knows the official days of every year that it should.</summary>
internal sealed class CalendarYears : ILintCheck
{
    public IEnumerable<PackDiagnostic> Run(LintSubject subject)
    {
        var known = subject.Pack.Calendar.Coverage;
        if (known.IsEmpty || !subject.HasOwnCalendar) yield break;
        var missing = Enumerable.Range(known[0], known[^1] - known[0]).Except(known).ToList();
        if (missing.Count > 0)
            yield return Say($"the calendar has official days for {Range(known[0], known[^1])}, but none for {string.Join(", ", missing.Select(y => Year(y)))}", Severity.Warning);
        if (subject.Options.Today is { } today && today.Year > known[^1])
            yield return Say($"the calendar has official days up to {Year(known[^1])} only", Severity.Info);

        PackDiagnostic Say(string message, Severity level) =>
            new(LintCodes.CalendarGap, level, new Place(subject.PackFile, 0, 0), message, "add the State Council's notice of that year under official, in the calendar");
    }

    private static string Range(int from, int to) => $"{Year(from)} to {Year(to)}";

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);
}
