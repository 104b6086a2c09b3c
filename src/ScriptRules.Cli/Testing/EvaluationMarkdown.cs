using System.Text;
using ScriptRules.Cli.Reports;
using ScriptRules.Examples;
using ScriptRules.Text.Entities;

namespace ScriptRules.Cli.Testing;

/// <summary>The report on labelled cases as a comment on a pull request: what fell and the sets, all else folded away. Words are masked of personal data.</summary>
/// <remarks>GitHub takes 65,536 characters; what does not fit is counted.</remarks>
internal sealed class EvaluationMarkdown(TextWriter output)
{
    private const int Longest = 60_000;
    private const int LongestTable = 18_000;
    private const int NamedAtMost = 50;

    private readonly StringBuilder _text = new();

    internal void Write(MeasuredPack measured)
    {
        var report = measured.Report;
        Line($"### {MarkdownText.Plain(measured.Summary().First())}\n");
        foreach (var line in measured.Summary().Skip(1)) Line($"- {line}");
        Line($"- {(measured.IsWhole && measured.Losses.Count == 0 ? "" : "❌ ")}{MarkdownText.Plain(measured.FloorSummary().First())}");
        List(measured.Changes(), "  - ");
        foreach (var line in measured.FloorSummary().Skip(1)) Line($"- {MarkdownText.Plain(line)}");
        List(measured.Warnings, "- ⚠️ ");
        Line("");
        Line(Head("set"));
        foreach (var row in report.Sets.Append(new EvaluationRow("all", report.Total))) Line(Counts(row));
        Line("");
        Fold("by source", Head("source"), report.Sources.Select(Counts), LongestTable);
        Fold("by rule", "| rule | fired | in offending | in its rows | precision | found of its rows | at info |\n|---|--:|--:|--:|--:|--:|--:|", measured.Rules.Select(Rule), LongestTable);
        Fold($"noisy: {measured.Noisy.Count}", "", measured.Noisy.Select(c => Case(c, ": " + string.Join(", ", c.Findings.Select(v => v.Rule).Distinct()))), Longest);
        Fold($"missing: {measured.Missing.Count}", "", measured.Missing.Select(c => Case(c, c.IsAtInfoOnly ? ": at info only " + string.Join(", ", c.Infos.Select(v => v.Rule).Distinct()) : "")), Longest);
        output.Write(_text);
        output.Flush();
    }

    private static string Head(string what) => $"| {what} | offending | found | cites it | missing | recall | honest | left alone | noisy | precision |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|";

    private static string Counts(EvaluationRow row)
    {
        var c = row.Counts;
        return $"| {MarkdownText.Plain(row.Name)} | {c.Offending} | {c.Found} | {c.FoundAsRow} | {c.Missing} | {MeasuredPack.WithInterval(c.Recall)} | {c.Honest} | {c.LeftAlone.Part} | {c.Noisy} | {MeasuredPack.WithInterval(c.Precision)} |";
    }

    private static string Rule(RuleRow row) =>
        $"| {MarkdownText.Plain(row.Rule.Id)} | {row.Fired} | {row.InOffending} | {row.InItsRows} | {MeasuredPack.WithInterval(row.Precision)} | {row.Found.Part} of {row.Found.Whole}: {row.Found} | {row.AtInfo} |";

    private static string Case(CaseOutcome item, string rest) =>
        $"- <code>{MarkdownText.Plain(item.Case.Place.ToString())}</code> {MarkdownText.Plain(item.Case.Source + rest)}<br>{MarkdownText.Plain(PersonalData.Mask(CaseText.Of(item)))}";

    private void List(IEnumerable<string> items, string bullet)
    {
        var all = items.ToList();
        foreach (var item in all.Take(NamedAtMost)) Line(bullet + MarkdownText.Plain(item));
        if (all.Count > NamedAtMost) Line($"{bullet}and {all.Count - NamedAtMost} more");
    }

    /// <summary>Lines that open when they are asked for, as many as fit.</summary>
    private void Fold(string title, string head, IEnumerable<string> lines, int longest)
    {
        var all = lines.ToList();
        if (all.Count == 0) return;
        Line($"<details><summary>{title}</summary>\n");
        if (head.Length > 0) Line(head);
        var (start, shown) = (_text.Length, 0);
        foreach (var line in all.TakeWhile(l => _text.Length + l.Length < Longest && _text.Length - start + l.Length < longest))
        {
            Line(line);
            shown++;
        }

        if (shown < all.Count) Line($"\n{all.Count - shown} more do not fit; the text and the JSON have them.");
        Line("\n</details>");
    }

    private void Line(string line) => _text.Append(line).Append('\n');
}
