using System.Collections.Immutable;
using ScriptRules.Rules;

namespace ScriptRules.Examples;

/// <summary>How well a pack tells offending cases from honest ones. <c>docs/evaluation.md</c> defines each figure.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Cases">What came of each case, in their order.</param>
/// <param name="Total">The counts of all.</param>
/// <param name="Sets">By file, in ordinal order.</param>
/// <param name="Sources">By the row that cases are labelled with, in ordinal order; <see cref="NoRow"/> last.</param>
/// <param name="Rules">All rules, in the order of the pack.</param>
public sealed record EvaluationReport(
    RulePack Pack, ImmutableArray<CaseOutcome> Cases, CaseCounts Total, ImmutableArray<EvaluationRow> Sets, ImmutableArray<EvaluationRow> Sources, ImmutableArray<RuleRow> Rules)
{
    /// <summary>What stands for the source of the cases that have none.</summary>
    public const string NoRow = "(no row)";

    /// <summary>The rows that a rule of the pack's own enforces and no case is labelled with, in ordinal order: nothing is known of them.</summary>
    public ImmutableArray<string> RowsWithoutCases =>
        [.. Evaluation.RowsOf(Pack).Where((_, i) => !Pack.Rules[i].IsInherited).SelectMany(r => r).Except(Cases.SelectMany(c => c.Case.Also.Prepend(c.Case.Source)), StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>What cases are labelled with that neither the handbook nor a rule knows, each with the first that is; empty when the pack brings no handbook.</summary>
    public IEnumerable<(string Row, LabelledCase First)> UnknownRows
    {
        get
        {
            if (Pack.Handbook.IsEmpty) return [];
            var cited = ExampleCoverage.Of(Pack).Cited;
            return Cases.SelectMany(c => c.Case.Also.Prepend(c.Case.Source), (c, row) => (Row: row, c.Case))
                .Where(r => r.Row.Length > 0 && !Pack.Handbook.ContainsKey(r.Row) && !cited.Contains(r.Row))
                .DistinctBy(r => r.Row);
        }
    }

    internal static EvaluationReport Of(RulePack pack, ImmutableArray<CaseOutcome> cases, ImmutableArray<ImmutableArray<string>> rows) => new(
        pack,
        cases,
        CaseCounts.Of(cases),
        [.. cases.GroupBy(c => c.Case.Set).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new EvaluationRow(g.Key, CaseCounts.Of(g)))],
        [.. cases.GroupBy(c => c.Case.Source).OrderBy(g => g.Key.Length == 0).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => new EvaluationRow(g.Key.Length == 0 ? NoRow : g.Key, CaseCounts.Of(g)))],
        RuleRow.Of(pack, cases, rows));
}

/// <summary>The counts of the cases of one set or source.</summary>
/// <param name="Name">Of the set, or the id of the handbook row.</param>
/// <param name="Counts">Its counts.</param>
public sealed record EvaluationRow(string Name, CaseCounts Counts);

/// <summary>How many cases came out how.</summary>
/// <param name="Offending">Labelled as violated.</param>
/// <param name="Found">Offending ones in which something was found at warning or above.</param>
/// <param name="FoundAsRow">Of those, the ones where a finding cites the very row.</param>
/// <param name="MissingAtInfo">Of the missing ones, those in which there is an info at least.</param>
/// <param name="Honest">Labelled as clean.</param>
/// <param name="Noisy">Honest ones in which something was found.</param>
/// <param name="HonestAtInfo">Honest ones in which there is nothing but infos.</param>
/// <param name="Undecided">Honest ones of which no rule could be decided: neither noisy nor left alone.</param>
public sealed record CaseCounts(int Offending, int Found, int FoundAsRow, int MissingAtInfo, int Honest, int Noisy, int HonestAtInfo, int Undecided)
{
    /// <summary>All of them.</summary>
    public int Cases => Offending + Honest;

    /// <summary>Offending ones in which nothing was found.</summary>
    public int Missing => Offending - Found;

    /// <summary>Found, of the offending ones.</summary>
    public Share Recall => new(Found, Offending);

    /// <summary>Offending, of those in which something was found.</summary>
    public Share Precision => new(Found, Found + Noisy);

    /// <summary>Of the honest ones, those in which nothing was found though rules could be decided.</summary>
    public Share LeftAlone => new(Honest - Noisy - Undecided, Honest);

    internal static CaseCounts Of(IEnumerable<CaseOutcome> cases)
    {
        var counts = new CaseCounts(0, 0, 0, 0, 0, 0, 0, 0);
        foreach (var item in cases)
        {
            counts = item.Case.IsOffending
                ? counts with
                {
                    Offending = counts.Offending + 1,
                    Found = counts.Found + Number(!item.IsMissing),
                    FoundAsRow = counts.FoundAsRow + Number(item.IsFoundAsRow),
                    MissingAtInfo = counts.MissingAtInfo + Number(item.IsAtInfoOnly),
                }
                : counts with
                {
                    Honest = counts.Honest + 1,
                    Noisy = counts.Noisy + Number(item.IsNoisy),
                    HonestAtInfo = counts.HonestAtInfo + Number(item.IsAtInfoOnly),
                    Undecided = counts.Undecided + Number(item.IsUndecided),
                };
        }

        return counts;
    }

    private static int Number(bool holds) => holds ? 1 : 0;
}

/// <summary>In how many cases a rule fired, and how rightly. A case counts once, however often the rule fires in it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Fired">Cases in which it fired at warning or above.</param>
/// <param name="InOffending">Of those, the offending ones.</param>
/// <param name="InItsRows">Of those, the ones that are labelled, first or also, with a row that the rule enforces.</param>
/// <param name="Found">The offending cases whose first row is one that the rule enforces: how many of them it fired in.</param>
/// <param name="AtInfo">Cases in which it fired as an info, which does not count.</param>
public sealed record RuleRow(Rule Rule, int Fired, int InOffending, int InItsRows, Share Found, int AtInfo)
{
    /// <summary>Offending, of the cases in which it fired.</summary>
    public Share Precision => new(InOffending, Fired);

    internal static ImmutableArray<RuleRow> Of(RulePack pack, ImmutableArray<CaseOutcome> cases, ImmutableArray<ImmutableArray<string>> rows)
    {
        var fired = cases.SelectMany(c => c.Findings.Select(v => v.Rule).Distinct(), (c, rule) => (c, rule)).ToLookup(f => f.rule, f => f.c, StringComparer.Ordinal);
        var infos = cases.SelectMany(c => c.Infos.Select(v => v.Rule).Distinct()).CountBy(r => r).ToDictionary(StringComparer.Ordinal);
        return [.. pack.Rules.Select((rule, i) =>
        {
            var offending = fired[rule.Id].Where(c => c.Case.IsOffending).ToList();
            return new RuleRow(
                rule,
                fired[rule.Id].Count(),
                offending.Count,
                offending.Count(c => rows[i].Any(c.Case.IsLabelled)),
                new Share(offending.Count(c => rows[i].Contains(c.Case.Source)), cases.Count(c => c.Case.IsOffending && rows[i].Contains(c.Case.Source))),
                infos.GetValueOrDefault(rule.Id));
        })];
    }
}
