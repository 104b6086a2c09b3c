using ScriptRules.Cli.Reports;
using ScriptRules.Rules;

namespace ScriptRules.Cli.Comparing;

/// <summary>What comparisons say in Chinese.</summary>
internal static class CompareWords
{
    internal static string Of(ChangeKind kind) => kind switch
    {
        ChangeKind.Gained => "新增",
        ChangeKind.Lost => "消失",
        ChangeKind.Changed => "变化",
        _ => "换规则",
    };

    internal static string Packs(Comparison comparison) => $"规则包 {Of(comparison.Old)} → {Of(comparison.New)}";

    private static string Of(RulePack pack) => $"{pack.Name}{(pack.Version.Length == 0 ? "" : " " + pack.Version)}({pack.Rules.Length} 条规则)";

    internal static string Totals(Comparison comparison) =>
        $"共比较 {comparison.Conversations} 份:有违规 {comparison.ViolatedBefore} → {comparison.ViolatedAfter},违规 {comparison.ViolationsBefore} → {comparison.ViolationsAfter} 处;"
        + string.Join(",", Enum.GetValues<ChangeKind>().Select(k => $"{Of(k)} {comparison.Count(k)}"));

    internal static string Verdicts(RuleDifference rule) => string.Join(",", rule.Verdicts.Select(v => $"{Wordings.Of(v.Key.From)}→{Wordings.Of(v.Key.To)} {v.Value}"));

    internal static string Of(Gate gate) =>
        $"{gate.Name} {gate.Limit}:{(gate.Rule.Length == 0 ? "" : gate.Rule + " ")}{(gate.Name == "--max-lost" ? "消失" : "新增")} {gate.Actual} 处,{(gate.IsBroken ? "超过" : "未超过")}";

    internal static string State(RuleDifference rule) => rule.IsAdded ? "新规则" : rule.IsRemoved ? "已删除" : "";
}
