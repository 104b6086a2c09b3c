using ScriptRules.Cli.Reports;

namespace ScriptRules.Cli.Comparing;

/// <summary>The comparison for people on a terminal.</summary>
internal sealed class CompareText(TextWriter output, Palette palette) : ICompareReport
{
    public void Write(Comparison comparison, IReadOnlyList<Gate> gates)
    {
        output.WriteLine(palette.Strong(CompareWords.Packs(comparison)));
        output.WriteLine(CompareWords.Totals(comparison));
        foreach (var rule in comparison.Different)
        {
            output.WriteLine();
            Write(rule);
        }

        foreach (var ((from, to), move) in comparison.Moves)
        {
            output.WriteLine();
            output.WriteLine($"{palette.Strong($"{from} → {to}")}  {CompareWords.Of(ChangeKind.Moved)} {move.Count}");
            foreach (var example in move.Examples) Write(example);
        }

        output.WriteLine();
        if (!comparison.Different.Any()) output.WriteLine("没有差别");
        foreach (var gate in gates) output.WriteLine(gate.IsBroken ? palette.Of(Rules.Severity.Error, CompareWords.Of(gate)) : CompareWords.Of(gate));
        output.Flush();
    }

    private void Write(RuleDifference rule)
    {
        var parts = new List<string> { palette.Strong(rule.Id) };
        if (CompareWords.State(rule) is { Length: > 0 } state) parts.Add(state);
        foreach (var kind in (ChangeKind[])[ChangeKind.Gained, ChangeKind.Lost, ChangeKind.Changed])
            if (rule.Count(kind) > 0) parts.Add($"{CompareWords.Of(kind)} {rule.Count(kind)}");
        if (rule.MovedHere > 0) parts.Add($"换入 {rule.MovedHere}");
        if (rule.MovedAway > 0) parts.Add($"换出 {rule.MovedAway}");
        output.WriteLine(string.Join("  ", parts));
        if (rule.Verdicts.Count > 0) output.WriteLine(palette.Faint($"  判定 {CompareWords.Verdicts(rule)}"));
        if (rule.UndecidedBefore != rule.UndecidedAfter) output.WriteLine(palette.Faint($"  无法判断 {rule.UndecidedBefore} → {rule.UndecidedAfter} 份"));
        foreach (var example in rule.Examples) Write(example);
    }

    private void Write(ChangeExample example)
    {
        var mark = example.Change.Kind switch
        {
            ChangeKind.Gained => "+",
            ChangeKind.Lost => "-",
            _ => "~",
        };
        output.WriteLine($"  {mark} {VisibleText.Of(example.Region.ToString())}  {example.Turn}  {VisibleText.Of(example.What())}");
        output.WriteLine($"      {example.Words.Before}{palette.Of(example.Change.Place.Severity, $"【{example.Words.Marked}】")}{example.Words.After}");
    }
}
