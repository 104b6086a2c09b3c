using ScriptRules.Examples;
using ScriptRules.Rules;

namespace ScriptRules.Cli.Testing;

/// <summary>Writes which rules lack examples and which handbook sentences lack rules.</summary>
internal sealed class CoverageText(TextWriter output, bool isVerbose)
{
    private const int NamedAtMost = 8;

    internal void Write(RulePack pack, ExampleCoverage coverage)
    {
        List("rules without a passing example", coverage.RulesWithoutPass.Select(r => r.Id));
        List("rules without a failing example", coverage.RulesWithoutFail.Select(r => r.Id));
        if (pack.Handbook.IsEmpty)
        {
            output.WriteLine($"handbook: {coverage.Cited.Length} sentences cited; the pack brings no handbook to compare with");
            return;
        }

        output.WriteLine($"handbook: {pack.Handbook.Count - coverage.NotCited.Length} of {pack.Handbook.Count} sentences have a rule");
        List("sentences without a rule", coverage.NotCited);
    }

    private void List(string what, IEnumerable<string> names)
    {
        var all = names.ToList();
        if (all.Count == 0) return;
        var shown = isVerbose ? all : all.Take(NamedAtMost);
        var rest = isVerbose || all.Count <= NamedAtMost ? "" : $" and {all.Count - NamedAtMost} more";
        output.WriteLine($"{what}: {all.Count}: {string.Join(", ", shown)}{rest}");
    }
}
