using ScriptRules.Cli.Checking;
using ScriptRules.Rules;

namespace ScriptRules.Cli.Reports;

/// <summary>The end of every report for people, line by line, without colours.</summary>
internal sealed class SummaryLines(RulePack pack)
{
    /// <summary>What was checked, what was found, what was not checked and why, and by which pack.</summary>
    internal List<string> Of(CheckTally tally)
    {
        using var text = new StringWriter { NewLine = "\n" };
        new SummaryText(text, pack, new Palette(isOn: false), isVerbose: false).Write(tally);
        return [.. text.ToString().TrimEnd('\n').Split('\n')];
    }
}
