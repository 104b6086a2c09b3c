using ScriptRules.Cli.Checking;
using ScriptRules.Rules;

namespace ScriptRules.Cli.Reports;

/// <summary>Writes the end of the report: what was checked, what was found, and what was not checked and why.</summary>
internal sealed class SummaryText(TextWriter output, RulePack pack, Palette palette, bool isVerbose)
{
    private const int FilesNamed = 3;

    internal void Write(CheckTally tally)
    {
        var clean = tally.Conversations - tally.Violated - tally.Undecided;
        output.WriteLine(palette.Strong($"共检查 {tally.Conversations} 份(对话 {tally.Conversations - tally.Drafts},草稿 {tally.Drafts}):有违规 {tally.Violated},合规 {clean},无法判断 {tally.Undecided}"));
        output.WriteLine($"违规 {Enum.GetValues<Severity>().Sum(tally.ViolationsOf)} 处:{Count(tally, Severity.Error)},{Count(tally, Severity.Warning)},{Count(tally, Severity.Info)}{(tally.Suppressed.Count == 0 ? "" : $";另豁免 {tally.Suppressed.Values.Sum()} 处")}{(tally.Accepted == 0 ? "" : $";基线已接受 {tally.Accepted} 处")}");
        foreach (var (reason, rules, times) in tally.NotChecked)
            output.WriteLine($"未检查:{Wordings.Reason(reason)}({rules} 条规则,共 {times} 次)");
        var never = tally.NeverApplied.Select(r => r.Id).ToList();
        if (tally is { HasFiles: true, Conversations: > 0 } && never.Count > 0)
            output.WriteLine($"从未用上:{never.Count} 条规则{(isVerbose ? ":" + string.Join("、", never) : "")}");
        if (tally.NotRead.Count > 0)
            output.WriteLine($"未读:{tally.NotRead.Count} 个文件,类型读不了、没有话术或以点开头:{Files(tally.NotRead)}");
        if (tally.Unreadable > 0) output.WriteLine($"读不了:{tally.Unreadable} 处,原因见错误输出");
        output.WriteLine(palette.Faint($"规则包 {pack.Name}{(pack.Version.Length == 0 ? "" : " " + pack.Version)},共 {pack.Rules.Length} 条规则"));
    }

    private string Count(CheckTally tally, Severity severity)
    {
        var count = tally.ViolationsOf(severity);
        var text = $"{Wordings.Of(severity)} {count}";
        return count == 0 ? text : palette.Of(severity, text);
    }

    private static string Files(List<string> files)
    {
        var named = string.Join("、", files.Take(FilesNamed).Select(f => VisibleText.Of(f)));
        return files.Count > FilesNamed ? named + " 等" : named;
    }
}
