using System.Globalization;
using System.Text;
using ScriptRules.Cli.Checking;

namespace ScriptRules.Cli.Reports;

/// <summary>A page of Markdown on a run: the sums, the rules that were broken, and the first violations.</summary>
internal sealed class MarkdownSummary(ReportContext context)
{
    private const int Listed = 50;

    internal string Of(IReadOnlyList<Annotation> annotations, CheckTally tally)
    {
        var page = new StringBuilder("### 话术检查\n\n");
        foreach (var line in new SummaryLines(context.Pack).Of(tally)) page.Append(MarkdownText.Of(line)).Append("  \n");
        if (annotations.Count > 0)
        {
            page.Append("\n| 级别 | 规则 | 处数 | 文件数 |\n|---|---|--:|--:|\n");
            foreach (var rule in annotations.GroupBy(a => (a.Severity, a.Code, a.Name)).OrderByDescending(g => g.Key.Severity).ThenByDescending(g => g.Count()))
                page.Append(CultureInfo.InvariantCulture, $"| {Wordings.Of(rule.Key.Severity)} | {MarkdownText.Of(rule.Key.Name)} | {rule.Count()} | {rule.Select(a => a.Region.Path).Distinct(StringComparer.Ordinal).Count()} |\n");
            page.Append("\n| 位置 | 级别 | 规则 | 原因 | 改写 |\n|---|---|---|---|---|\n");
            foreach (var annotation in annotations.OrderByDescending(a => a.Severity).Take(Listed))
                page.Append(CultureInfo.InvariantCulture, $"| {MarkdownText.Of(Place(annotation))} | {Wordings.Of(annotation.Severity)} | {MarkdownText.Of(annotation.Code)} | {MarkdownText.Of(annotation.Message)} | {MarkdownText.Of(annotation.Rewrite?.Text ?? "")} |\n");
            if (annotations.Count > Listed) page.Append(CultureInfo.InvariantCulture, $"\n只列出前 {Listed} 处,共 {annotations.Count} 处。\n");
        }

        return page.Append('\n').ToString();
    }

    private string Place(Annotation annotation)
    {
        var path = context.Paths.Relative(annotation.Region.Path);
        return annotation.Region.Line == 0 ? path : (annotation.Region with { Path = path }).ToString();
    }
}
