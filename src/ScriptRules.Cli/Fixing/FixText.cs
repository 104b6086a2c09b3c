using System.Globalization;
using ScriptRules.Cli.Reports;
using ScriptRules.Text;

namespace ScriptRules.Cli.Fixing;

/// <summary>Tells, in Chinese, what was changed, what was not, and why.</summary>
internal sealed class FixText(TextWriter output, bool isDryRun)
{
    private readonly SortedDictionary<LeftBecause, int> _left = [];
    private int _lines;
    private int _files;

    /// <summary>Tells of a file; of its changes only when they were made, since a diff shows those that would be.</summary>
    internal void Write(FixedFile file)
    {
        if (file.IsChanged) _files++;
        foreach (var line in file.Lines)
        {
            var place = Place(line);
            if (line.IsChanged)
            {
                _lines++;
                if (!isDryRun)
                {
                    output.WriteLine($"{place} 已改 {string.Join(", ", line.Rules.Distinct(StringComparer.Ordinal))}");
                    output.WriteLine("  - " + VisibleText.Of(line.Written));
                    output.WriteLine("  + " + VisibleText.Of(line.NowWritten));
                }
            }

            foreach (var (rule, why, detail) in line.Left.Select(l => (l.Violation.Rule, l.Why, l.Detail)).Distinct())
            {
                _left[why] = _left.GetValueOrDefault(why) + 1;
                output.WriteLine($"{place} 未改 {rule}: {Reason(why)}{Detail(why, detail)}");
            }
        }
    }

    /// <param name="suppressed">How many violations suppressions excuse.</param>
    internal void Finish(int suppressed)
    {
        var done = _lines == 0 ? (isDryRun ? "没有要改的" : "没有改动") : string.Create(CultureInfo.InvariantCulture, $"{(isDryRun ? "会改" : "改了")} {_lines} 行({_files} 个文件)");
        var left = _left.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $";还有 {_left.Values.Sum()} 处未改: {string.Join(", ", _left.Select(l => $"{Reason(l.Key)} {l.Value}"))}");
        output.WriteLine(done + left + (suppressed == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $";另豁免 {suppressed} 处")));
    }

    private static string Place(FixedLine line)
    {
        var turns = line.Item.Conversation!.Turns.Length;
        return line.Item.Origin.RegionOf(turns, default(TextSpan), turns).ToString();
    }

    private static string Reason(LeftBecause why) => why switch
    {
        LeftBecause.NeedsConsent => "内容有变,要确认(--confirm)",
        LeftBecause.NeedsFilling => "有空要人填",
        LeftBecause.TouchesBlank => "会动到空位",
        LeftBecause.NoSuggestion => "没有改写",
        LeftBecause.Unwritable => "这种文件写不下",
        LeftBecause.NotTaken => "同一行写不下",
        _ => "规则互相抵触",
    };

    private static string Detail(LeftBecause why, string detail) => detail.Length == 0 ? "" : why switch
    {
        LeftBecause.NeedsConsent or LeftBecause.NeedsFilling => " → " + VisibleText.Of(detail),
        LeftBecause.NoSuggestion => $"({Wordings.Reason(detail)})",
        _ => $"({detail})",
    };
}
