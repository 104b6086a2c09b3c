using System.Collections.Immutable;
using ScriptRules.Rules;

namespace ScriptRules.Examples;

/// <summary>Measures what a pack finds in labelled cases, and whom it accuses unfairly.</summary>
public static class Evaluation
{
    /// <summary>Checks every case with the whole pack, on all cores.</summary>
    /// <param name="checker">Need not look for suggestions, which take most of the time.</param>
    /// <param name="cases">Such as <see cref="LabelledCases.Cases"/>.</param>
    public static EvaluationReport Run(Checker checker, ImmutableArray<LabelledCase> cases)
    {
        ArgumentNullException.ThrowIfNull(checker);
        var rows = RowsOf(checker.Pack);
        var enforcing = checker.Pack.Rules.SelectMany((rule, i) => rows[i].Select(row => (row, rule.Id))).ToLookup(r => r.row, r => r.Id, StringComparer.Ordinal);
        var outcomes = new CaseOutcome[cases.Length];
        Parallel.For(0, cases.Length, i => outcomes[i] = OutcomeOf(checker, cases[i], [.. enforcing[cases[i].Source]]));
        return EvaluationReport.Of(checker.Pack, [.. outcomes], rows);
    }

    private static CaseOutcome OutcomeOf(Checker checker, LabelledCase item, HashSet<string> enforcing)
    {
        var report = checker.Check(item.Conversation);
        var all = report.Violations.Concat(report.Suppressed).OrderBy(v => v.Turn).ThenBy(v => v.Span).ThenBy(v => v.Rule, StringComparer.Ordinal).ToLookup(v => v.Severity >= Severity.Warning);
        return new CaseOutcome(item, [.. all[true]], [.. all[false]])
        {
            NotDecided = [.. report.NotChecked.Where(r => enforcing.Contains(r.Rule))],
            IsUndecided = report.Verdict == Verdict.NotEvaluable,
        };
    }

    /// <summary>The handbook rows of each rule, with those that only some of its sentences are of.</summary>
    internal static ImmutableArray<ImmutableArray<string>> RowsOf(RulePack pack)
    {
        var productions = pack.Productions.ToLookup(p => p.Rule);
        return [.. pack.Rules.Select((rule, i) => rule.Sources.Concat(productions[i].SelectMany(p => p.Sources)).Distinct(StringComparer.Ordinal).ToImmutableArray())];
    }
}
