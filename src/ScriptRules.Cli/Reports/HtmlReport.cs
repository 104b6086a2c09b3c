using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using ScriptRules.Cli.Checking;
using ScriptRules.Formats;
using ScriptRules.Rules;

namespace ScriptRules.Cli.Reports;

/// <summary>One page for people, which needs nothing from elsewhere: the sums, then every violation, to be filtered by severity, rule, file and words.</summary>
internal sealed class HtmlReport(TextWriter output, ReportContext context) : ICheckReportWriter
{
    private static readonly string Style = Resource("report.css");
    private static readonly string Script = Resource("report.js");

    private readonly List<CheckedItem> _violated = [];
    private readonly List<CheckedItem> _excused = [];
    private readonly List<Annotation> _notChecked = [];

    public bool IsForPrograms => false;

    public void Write(CheckedItem item)
    {
        if (!item.Report.Violations.IsEmpty) _violated.Add(item);
        if (!item.Report.Suppressed.IsEmpty || !item.Report.Accepted.IsEmpty) _excused.Add(item);
        if (item.Report.Verdict == Verdict.NotEvaluable) _notChecked.Add(Annotation.OfUndecided(item));
    }

    public void WriteUnread(InputError error) => _notChecked.Add(Annotation.OfUnread(error));

    public void Flush()
    {
    }

    public void Finish(CheckTally tally)
    {
        output.WriteLine($"""
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{Hash(Style)}'; script-src '{Hash(Script)}'">
            <title>话术检查报告</title>
            <style>{Style}</style>
            </head>
            <body>
            <main>
            """);
        WriteSums(tally);
        WriteNotChecked();
        if (_violated.Count > 0)
        {
            WriteTables();
            WriteFilter();
            foreach (var item in _violated) WriteItem(item);
        }

        WriteExcused();
        output.WriteLine($"""
            </main>
            <script>{Script}</script>
            </body>
            </html>
            """);
        output.Flush();
    }

    private void WriteSums(CheckTally tally)
    {
        output.WriteLine("<h1>话术检查报告</h1>\n<ul class=\"numbers\">");
        Number("检查", tally.Conversations, "");
        Number("有违规", tally.Violated, "");
        for (var severity = Severity.Error; severity >= Severity.Info; severity--) Number(Wordings.Of(severity), tally.ViolationsOf(severity), SeverityWords.Of(severity).Name);
        if (tally.Suppressed.Count > 0) Number("豁免", tally.Suppressed.Values.Sum(), "faint");
        if (tally.Accepted > 0) Number("基线已接受", tally.Accepted, "faint");
        if (_notChecked.Count > 0) Number("读不了或无法判断", _notChecked.Count, "error");
        output.WriteLine("</ul>");
        foreach (var line in new SummaryLines(context.Pack).Of(tally)) output.WriteLine($"<p class=\"faint\">{Text(line)}</p>");
        if (tally.Conversations > 0 && _violated.Count == 0 && _notChecked.Count == 0) output.WriteLine("<p class=\"good\">没有违规。</p>");
    }

    private void Number(string label, int number, string kind) =>
        output.WriteLine($"<li class=\"{(number == 0 ? "faint" : kind)}\"><b>{number.ToString(CultureInfo.InvariantCulture)}</b>{label}</li>");

    private void WriteNotChecked()
    {
        if (_notChecked.Count == 0) return;
        output.WriteLine("<h2 class=\"error\">没有检查的</h2>\n<table>\n<tr><th>位置</th><th>原因</th></tr>");
        foreach (var annotation in _notChecked) output.WriteLine($"<tr><td><code>{Text(PlaceOf(annotation.Region))}</code></td><td>{Text(annotation.Message)}</td></tr>");
        output.WriteLine("</table>");
    }

    private void WriteTables()
    {
        output.WriteLine("<div class=\"tables\">\n<section>\n<h2>按规则</h2>\n<table>\n<tr><th>级别</th><th>规则</th><th class=\"number\">处数</th><th class=\"number\">份数</th></tr>");
        var all = _violated.SelectMany(i => i.Report.Violations.Select(v => (Item: i, Violation: v))).ToList();
        foreach (var rule in all.GroupBy(a => (a.Violation.Severity, a.Violation.Rule)).OrderByDescending(g => g.Key.Severity).ThenByDescending(g => g.Count()).ThenBy(g => g.Key.Rule, StringComparer.Ordinal))
        {
            var items = rule.Select(a => a.Item).Distinct(ReferenceEqualityComparer.Instance).Count();
            output.WriteLine($"<tr><td class=\"{SeverityWords.Of(rule.Key.Severity).Name}\">{Wordings.Of(rule.Key.Severity)}</td><td>{Text(context.Words.Title(rule.Key.Rule))} <code>{Text(rule.Key.Rule)}</code></td><td class=\"number\">{rule.Count()}</td><td class=\"number\">{items}</td></tr>");
        }

        output.WriteLine("</table>\n</section>\n<section>\n<h2>按文件</h2>\n<table>\n<tr><th>文件</th><th class=\"number\">错误</th><th class=\"number\">警告</th><th class=\"number\">提示</th></tr>");
        foreach (var file in all.GroupBy(a => a.Item.Origin.Path, StringComparer.Ordinal))
        {
            output.Write($"<tr><td>{Text(context.Paths.Relative(file.Key))}</td>");
            for (var severity = Severity.Error; severity >= Severity.Info; severity--) output.Write($"<td class=\"number\">{file.Count(a => a.Violation.Severity == severity)}</td>");
            output.WriteLine("</tr>");
        }

        output.WriteLine("</table>\n</section>\n</div>");
    }

    private void WriteFilter()
    {
        var violations = _violated.SelectMany(i => i.Report.Violations).ToList();
        output.WriteLine("<form hidden>");
        Select("severity", "所有级别", violations.Select(v => v.Severity).Distinct().OrderDescending().Select(s => (SeverityWords.Of(s).Name, Wordings.Of(s))));
        Select("rule", "所有规则", violations.Select(v => v.Rule).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(r => (r, context.Words.Name(r))));
        Select("file", "所有文件", _violated.Select(i => context.Paths.Relative(i.Origin.Path)).Distinct(StringComparer.Ordinal).Select(p => (p, p)));
        output.WriteLine("<input name=\"words\" type=\"search\" placeholder=\"查找文字\" aria-label=\"查找文字\">\n<output name=\"shown\"></output>\n</form>");
    }

    private void Select(string name, string all, IEnumerable<(string Value, string Label)> choices)
    {
        output.Write($"<select name=\"{name}\" aria-label=\"{all}\"><option value=\"\">{all}</option>");
        foreach (var (value, label) in choices) output.Write($"<option value=\"{Text(value)}\">{Text(label)}</option>");
        output.WriteLine("</select>");
    }

    private void WriteItem(CheckedItem item)
    {
        output.WriteLine($"<section class=\"item\" data-file=\"{Text(context.Paths.Relative(item.Origin.Path))}\">\n<h3>{Text(Heading(item))}</h3>");
        if (item.Origin.Script is { } script && (script.Scenario.Length > 0 || script.Owner.Length > 0))
            output.WriteLine($"<p class=\"faint\">{Text(string.Join("  ", ((string[])[script.Scenario.Length > 0 ? $"场景 {script.Scenario}" : "", script.Owner.Length > 0 ? $"负责人 {script.Owner}" : ""]).Where(p => p.Length > 0)))}</p>");
        foreach (var violation in item.Report.Violations) WriteViolation(item, violation);
        output.WriteLine("</section>");
    }

    private string Heading(CheckedItem item)
    {
        var place = PlaceOf(item.RegionOf(item.Conversation.Turns.Length, default));
        if (item.Origin.Script is not null) return place;
        var own = item.Conversation.Id.Length > 0 ? "  " + item.Conversation.Id : "";
        return $"{PlaceOf(new SourceRegion(item.Origin.Path, "", item.Origin.Line, 0, item.Origin.Line, 0))}{own}";
    }

    private void WriteViolation(CheckedItem item, Violation violation)
    {
        var kind = SeverityWords.Of(violation.Severity).Name;
        output.WriteLine($"<article class=\"breach\" data-severity=\"{kind}\" data-rule=\"{Text(violation.Rule)}\">");
        output.WriteLine($"<header><b class=\"{kind}\">{Wordings.Of(violation.Severity)}</b><b>{Text(context.Words.Title(violation.Rule))}</b><code>{Text(violation.Rule)}</code><span class=\"faint\">{ViolationWords.Sure(violation)}</span></header>");
        output.WriteLine($"<p class=\"faint\">{Text(PlaceOf(item.RegionOf(violation.Turn, violation.Span)))}  {Text(ViolationWords.Place(item, violation))}</p>");
        var (text, span) = Quote.Of(item, violation);
        output.WriteLine($"<blockquote>{Text(text[..span.Start])}<mark class=\"{kind}\">{Text(text[span.Start..span.End])}</mark>{Text(text[span.End..])}</blockquote>\n<dl>");
        Entry("原因", violation.Message);
        foreach (var sentence in context.Words.Handbook(violation)) Entry("手册", sentence);
        foreach (var evidence in context.Words.Evidence(item.Conversation, violation)) Entry("依据", evidence);
        if (Rewrite.Best(item, violation) is { } best) output.WriteLine($"<dt>{best.Label}</dt><dd><span class=\"good\">{Text(best.Text)}</span> <span class=\"faint\">({best.Note})</span></dd>");
        else if (violation.NoSuggestion is { } reason) Entry("改写", $"没有:{Wordings.Reason(reason)}");
        output.WriteLine("</dl>\n</article>");
    }

    private void Entry(string label, string text) => output.WriteLine($"<dt>{label}</dt><dd>{Text(text)}</dd>");

    private void WriteExcused()
    {
        if (_excused.Count == 0) return;
        var (suppressed, accepted) = (_excused.Sum(i => i.Report.Suppressed.Length), _excused.Sum(i => i.Report.Accepted.Length));
        var title = string.Join(",", ((string[])[suppressed > 0 ? $"豁免 {suppressed} 处" : "", accepted > 0 ? $"基线已接受 {accepted} 处" : ""]).Where(t => t.Length > 0));
        output.WriteLine($"<details>\n<summary>{title}</summary>\n<table>\n<tr><th>位置</th><th>规则</th><th>原话</th><th>为什么不算</th></tr>");
        foreach (var item in _excused)
            foreach (var violation in item.Report.Suppressed.Concat(item.Report.Accepted))
                output.WriteLine($"<tr><td><code>{Text(PlaceOf(item.RegionOf(violation.Turn, violation.Span)))}</code></td><td><code>{Text(violation.Rule)}</code></td><td>{Text(violation.Text)}</td><td>{Text(Why(violation))}</td></tr>");
        output.WriteLine("</table>\n</details>");
    }

    private static string Why(Violation violation) => violation.Suppression is { } suppression
        ? $"{suppression.Reason}({suppression.Owner},{suppression.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} 止)"
        : "基线已接受";

    private string PlaceOf(SourceRegion region)
    {
        var path = context.Paths.Relative(region.Path);
        return region.Line == 0 ? path : (region with { Path = path }).ToString();
    }

    /// <summary>Escaped for elements and for attributes in quotes.</summary>
    private static string Text(string text) => WebUtility.HtmlEncode(Markup.Of(text));

    /// <summary>What the page's policy lets run: this text, and nothing that a report could smuggle in.</summary>
    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(HtmlReport).Assembly.GetManifestResourceStream($"html/{name}")!, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
