using System.Globalization;

namespace ScriptRules.Cli.Reports;

/// <summary>Writes a score and how it came about.</summary>
internal sealed class ScoreText(TextWriter output, Palette palette)
{
    private const int PointsWidth = 8;

    internal void Write(Score? score)
    {
        if (score is null) return;
        output.WriteLine($"  得分 {palette.Strong(Number(score.Value))}{(score.Level is null ? "" : "  " + score.Level)}");
        // What could not be decided is one line: it moves nothing.
        foreach (var line in score.Lines.Where(l => l.Kind != ScoreLineKind.NotEvaluable)) output.WriteLine(palette.Faint($"{Signed(line)}  {What(line)}"));
        var undecided = score.Lines.Where(l => l.Kind == ScoreLineKind.NotEvaluable).Select(l => l.Rule).Distinct(StringComparer.Ordinal).Count();
        if (undecided > 0) output.WriteLine(palette.Faint($"{"0".PadLeft(PointsWidth)}  {undecided} 条规则未检查,不扣分也不加分"));
    }

    private static string Signed(ScoreLine line)
    {
        var points = Number(line.Points);
        return (line.Kind == ScoreLineKind.Start || line.Points <= 0 ? points : "+" + points).PadLeft(PointsWidth);
    }

    private static string What(ScoreLine line)
    {
        var rule = line.Rule.Length == 0 ? "" : $" {line.Rule}";
        return line.Kind switch
        {
            ScoreLineKind.Start => "起评分",
            ScoreLineKind.Taken => $"{line.Item}{rule}({line.Hits} 处)".TrimStart(),
            ScoreLineKind.Given => $"{line.Item}{rule}(做到)".TrimStart(),
            ScoreLineKind.Bound => $"{line.Item}(已到上限)",
            ScoreLineKind.Veto => $"{line.Item}{rule}(一票否决)",
            _ => "分数限在 0 与满分之间",
        };
    }

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
