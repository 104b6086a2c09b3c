using ScriptRules.Cli.Checking;
using ScriptRules.Rules;
using ScriptRules.Text;

namespace ScriptRules.Cli.Reports;

/// <summary>The report for people: what was said, why that is wrong, what the handbook says, and what to say instead.</summary>
/// <param name="output">Where it goes.</param>
/// <param name="pack">For the handbook's sentences and the titles of rules and concepts.</param>
/// <param name="palette">The colours.</param>
/// <param name="isVerbose">Whether clean conversations are named too.</param>
internal sealed class TextReport(TextWriter output, RulePack pack, Palette palette, bool isVerbose) : ICheckReportWriter
{
    private readonly ViolationText _violations = new(output, pack, palette);
    private readonly ScoreText _score = new(output, palette);
    private readonly SummaryText _summary = new(output, pack, palette, isVerbose);

    public bool IsForPrograms => false;

    public void Write(CheckedItem item)
    {
        var report = item.Report;
        switch (report.Verdict)
        {
            case Verdict.Violated:
                output.WriteLine($"{Name(item)}  {Tally(report)}");
                output.WriteLine();
                foreach (var violation in report.Violations) _violations.Write(item, violation);
                _score.Write(report.Score);
                if (WriteNotChecked(report) || report.Score is not null) output.WriteLine();
                break;
            case Verdict.NotEvaluable:
                output.WriteLine($"{Name(item)}  无法判断:{Wordings.Reason(report.NotChecked.FirstOrDefault()?.Reason)}");
                break;
            default:
                if (!isVerbose) return;
                output.WriteLine($"{Name(item)}  {palette.Good("合规")}{(report.Suppressed.IsEmpty && report.Accepted.IsEmpty ? "" : $"  {Tally(report)}")}");
                _score.Write(report.Score);
                WriteNotChecked(report);
                break;
        }

        output.Flush();
    }

    public void Flush() => output.Flush();

    public void Finish(CheckTally tally)
    {
        _summary.Write(tally);
        output.Flush();
    }

    private string Name(CheckedItem item)
    {
        if (item.Origin.Script is { } script)
        {
            var about = (script.Scenario.Length == 0 ? "" : $"  场景“{VisibleText.Of(script.Scenario)}”") + (script.Owner.Length == 0 ? "" : $"  负责人 {VisibleText.Of(script.Owner)}");
            return palette.Strong(VisibleText.Of(item.RegionOf(item.Conversation.Turns.Length, default).ToString())) + "  话术" + about;
        }

        var (path, line) = (item.Origin.Path, item.Origin.Line);
        var place = $"{VisibleText.Of(path)}:{line}";
        var id = item.Report.Id == $"{path}:{line}" ? "" : "  " + VisibleText.Of(item.Report.Id);
        var what = item.Conversation.Draft is not null ? "  草稿" : item.Conversation.Channel is { } channel ? "  " + Wordings.Of(channel) : "";
        return palette.Strong(place + id) + what;
    }

    private string Tally(CheckReport report)
    {
        var parts = new List<string>();
        for (var severity = Severity.Error; severity >= Severity.Info; severity--)
        {
            var count = report.Violations.Count(v => v.Severity == severity);
            if (count > 0) parts.Add(palette.Of(severity, $"{Wordings.Of(severity)} {count}"));
        }

        if (!report.Suppressed.IsEmpty) parts.Add($"豁免 {report.Suppressed.Length}");
        if (!report.Accepted.IsEmpty) parts.Add($"基线 {report.Accepted.Length}");
        return string.Join("  ", parts);
    }

    /// <summary>One line with the reasons; nothing, and false, when every rule was decided.</summary>
    private bool WriteNotChecked(CheckReport report)
    {
        var groups = report.NotChecked.GroupBy(r => Wordings.Reason(r.Reason), StringComparer.Ordinal).ToList();
        if (groups.Count == 0) return false;
        var reasons = groups.Count == 1 ? groups[0].Key : string.Join(";", groups.Select(g => $"{g.Key}({g.Count()} 条)"));
        output.WriteLine(palette.Faint($"  {report.NotChecked.Count()} 条规则未检查:{reasons}"));
        return true;
    }
}
