using ScriptRules.Cli.Packs;
using ScriptRules.Cli.Reports;
using ScriptRules.Examples;

namespace ScriptRules.Cli.Testing;

/// <summary>What a report on the labelled cases of a pack tells.</summary>
internal sealed class MeasuredPack
{
    private const int NamedAtMost = 8;

    internal MeasuredPack(EvaluationReport report, LabelledCases cases, EvaluationFloors floors)
    {
        (Report, Floors, IsWhole) = (report, floors, cases.Errors.IsEmpty);
        // Without the cases that cannot be read, the figures are others.
        Losses = IsWhole ? floors.LossesOf(report) : [];
        New = [.. floors.NewIn(report)];
        Unguarded = [.. floors.Unguarded(report).Select(u => $"{u.Part.ToString().ToLowerInvariant()} {u.Name}")];
        Warnings = [.. Repeated(cases), .. Unknown(report), .. Undecided(report)];
        Noisy = [.. report.Cases.Where(c => c.IsNoisy).OrderBy(c => c.Case.Source, StringComparer.Ordinal)];
        Missing = [.. report.Cases.Where(c => c.IsMissing).OrderBy(c => c.Case.Source, StringComparer.Ordinal)];
    }

    /// <summary>The figures.</summary>
    internal EvaluationReport Report { get; }

    /// <summary>What the figures must reach.</summary>
    internal EvaluationFloors Floors { get; }

    /// <summary>Whether every case could be read.</summary>
    internal bool IsWhole { get; }

    /// <summary>What fell below its floor.</summary>
    internal IReadOnlyList<FloorLoss> Losses { get; }

    /// <summary>The cases that are noisy or missing since the floors were written.</summary>
    internal IReadOnlyList<CaseOutcome> New { get; }

    /// <summary>What has no floor yet.</summary>
    internal IReadOnlyList<string> Unguarded { get; }

    /// <summary>What is odd about the cases, though they can be measured; each begins with its place.</summary>
    internal IReadOnlyList<string> Warnings { get; }

    /// <summary>The noisy cases, by row.</summary>
    internal IReadOnlyList<CaseOutcome> Noisy { get; }

    /// <summary>The missing cases, by row.</summary>
    internal IReadOnlyList<CaseOutcome> Missing { get; }

    /// <summary>The rules of the pack's own, and of those that it has from others the ones that the cases are about.</summary>
    internal IEnumerable<RuleRow> Rules => Report.Rules.Where(r => !r.Rule.IsInherited || r.Fired > 0 || r.AtInfo > 0 || r.Found.Whole > 0);

    /// <summary>The whole in three lines.</summary>
    internal IEnumerable<string> Summary()
    {
        var total = Report.Total;
        yield return $"{PackOptions.Describe(Report.Pack)}: {Number(total.Cases, "case")} in {Number(Report.Sets.Length, "set")}: {total.Offending} offending, {total.Honest} honest";
        yield return $"found {total.Found} of {total.Offending}: recall {WithInterval(total.Recall)}; {total.Missing} missing{(total.MissingAtInfo > 0 ? $", {total.MissingAtInfo} of them reached at info only" : "")}";
        yield return $"left alone {total.LeftAlone.Part} of {total.Honest}{(total.HonestAtInfo > 0 ? $", {total.HonestAtInfo} of them with an info" : "")}; {total.Noisy} noisy: precision {WithInterval(total.Precision)}";
    }

    /// <summary>How the figures stand to the floors.</summary>
    internal IEnumerable<string> FloorSummary()
    {
        if (!IsWhole) yield return "floors: not compared, since not every case could be read";
        else if (Floors.IsEmpty) yield return "floors: none, so nothing keeps these figures from falling; --update-floors writes them";
        else
        {
            yield return Losses.Count == 0 ? "floors: all reached" : $"floors: {Losses.Count} not reached";
            if (Unguarded.Count > 0) yield return $"without a floor: {Unguarded.Count}: {string.Join(", ", Unguarded.Take(NamedAtMost))}{(Unguarded.Count > NamedAtMost ? ", …" : "")}; --update-floors writes them";
        }
    }

    /// <summary>A line for each case that is new, and for each set, source and rule below its floor.</summary>
    internal IEnumerable<string> Changes() =>
        New.Select(c => $"new: {c.Case.Place}: {(c.IsNoisy ? "noisy" : "missing")} {c.Case.Source}".TrimEnd()).Concat(Losses.Select(l => $"fell: {l}")).Select(l => VisibleText.Of(l));

    /// <summary>Such as <c>97.6 % (94–99)</c>.</summary>
    internal static string WithInterval(Share share) => $"{share} {Interval(share)}".TrimEnd();

    /// <summary>Such as <c>(94–99)</c>; empty of nothing.</summary>
    internal static string Interval(Share share) => share.Interval is var (low, high) ? $"({low}–{high})" : "";

    private static string Number(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";

    private static IEnumerable<string> Repeated(LabelledCases cases) =>
        cases.Repeated().Select(r => $"{r.Case.Place}: warning: the same case as {r.First.Place}{(r.Case.IsOffending == r.First.IsOffending ? "" : ", but labelled otherwise")}");

    private static IEnumerable<string> Unknown(EvaluationReport report) =>
        report.UnknownRows.Select(u => $"{u.First.Place}: warning: neither the handbook nor a rule knows \"{u.Row}\"");

    private static IEnumerable<string> Undecided(EvaluationReport report) =>
        report.Cases.Where(c => c.IsUndecided).Select(c => $"{c.Case.Place}: warning: no rule could be decided");
}
