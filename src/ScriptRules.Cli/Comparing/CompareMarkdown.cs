using System.Globalization;
using System.Text;
using ScriptRules.Cli.Reports;

namespace ScriptRules.Cli.Comparing;

/// <summary>The comparison as a comment on a pull request: a table by rule, and the examples folded away.</summary>
/// <remarks>GitHub takes 65,536 characters; what does not fit is counted.</remarks>
internal sealed class CompareMarkdown(TextWriter output) : ICompareReport
{
    private const int Longest = 60_000;
    private const int LongestTable = 30_000;

    private readonly StringBuilder _text = new();
    private int _left;

    public void Write(Comparison comparison, IReadOnlyList<Gate> gates)
    {
        Line($"### {Text(CompareWords.Packs(comparison))}\n");
        Line(Text(CompareWords.Totals(comparison)) + "\n");
        foreach (var gate in gates) Line($"- {(gate.IsBroken ? "❌" : "✅")} {Text(CompareWords.Of(gate))}");
        if (gates.Count > 0) Line("");
        var rules = comparison.Different.ToList();
        if (rules.Count == 0) Line("没有差别");
        else
        {
            Table(rules);
            foreach (var rule in rules.Where(r => r.Examples.Count > 0)) Fold($"<code>{Text(rule.Id)}</code> {Counts(rule)}", rule.Examples);
            foreach (var ((from, to), move) in comparison.Moves) Fold($"<code>{Text(from)}</code> → <code>{Text(to)}</code> {CompareWords.Of(ChangeKind.Moved)} {move.Count}", move.Examples);
            if (_left > 0) Line($"\n另有 {_left} 组例子放不下,见 text 或 json 格式的报告。");
        }

        output.Write(_text);
        output.Flush();
    }

    private void Table(List<RuleDifference> rules)
    {
        Line("| 规则 | 新增 | 消失 | 变化 | 换入 | 换出 | 无法判断 | 判定 |");
        Line("|---|--:|--:|--:|--:|--:|--:|---|");
        var shown = 0;
        foreach (var rule in rules)
        {
            var state = CompareWords.State(rule);
            var undecided = rule.UndecidedBefore == rule.UndecidedAfter ? "" : $"{rule.UndecidedBefore} → {rule.UndecidedAfter}";
            var row = $"| <code>{Text(rule.Id)}</code>{(state.Length == 0 ? "" : $"({state})")} | {Number(rule.Count(ChangeKind.Gained))} | {Number(rule.Count(ChangeKind.Lost))} | {Number(rule.Count(ChangeKind.Changed))} | {Number(rule.MovedHere)} | {Number(rule.MovedAway)} | {undecided} | {CompareWords.Verdicts(rule)} |";
            if (_text.Length + row.Length > LongestTable) break;
            Line(row);
            shown++;
        }

        Line(shown == rules.Count ? "" : $"\n另有 {rules.Count - shown} 条规则放不下。\n");
    }

    /// <summary>A list that opens when it is asked for; nothing, when it is too long for what is left.</summary>
    private void Fold(string title, List<ChangeExample> examples)
    {
        var fold = new StringBuilder($"<details><summary>{title}</summary>\n\n");
        foreach (var example in examples)
        {
            fold.Append(CultureInfo.InvariantCulture, $"- {CompareWords.Of(example.Change.Kind)} <code>{Text(VisibleText.Of(example.Region.ToString()))}</code> {example.Turn} {Text(VisibleText.Of(example.What()))}<br>");
            fold.Append(CultureInfo.InvariantCulture, $"{Text(example.Words.Before)}<b>{(example.Words.Marked.Length == 0 ? "▲" : Text(example.Words.Marked))}</b>{Text(example.Words.After)}\n");
        }

        fold.Append("\n</details>\n");
        if (_text.Length + fold.Length > Longest) _left++;
        else _text.Append(fold);
    }

    private static string Counts(RuleDifference rule) =>
        string.Join(",", ((ChangeKind[])[ChangeKind.Gained, ChangeKind.Lost, ChangeKind.Changed]).Where(k => rule.Count(k) > 0).Select(k => $"{CompareWords.Of(k)} {rule.Count(k)}"));

    private static string Number(int count) => count == 0 ? "" : count.ToString(CultureInfo.InvariantCulture);

    private static string Text(string text) => MarkdownText.Plain(text);

    private void Line(string line) => _text.Append(line).Append('\n');
}
