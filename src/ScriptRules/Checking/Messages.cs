using ScriptRules.Rules;
using ScriptRules.Text.Facts;

namespace ScriptRules.Checking;

/// <summary>What is told to the agent.</summary>
internal static class Messages
{
    /// <param name="standing">Why the rule is broken; the first one chooses the message, all of them stand for <c>{missing}</c>.</param>
    /// <param name="said">What stands for <c>{said}</c>.</param>
    internal static string Of(RulePack pack, Rule rule, IReadOnlyList<(Production Production, Fact Anchor)> standing, string said)
    {
        var (first, anchor) = standing[0];
        var message = rule.Messages.GetValueOrDefault(first.Reason) ?? rule.Messages.GetValueOrDefault("") ?? rule.Title;
        if (!message.Contains('{', StringComparison.Ordinal)) return message;
        return message
            .Replace("{said}", said, StringComparison.Ordinal)
            .Replace("{missing}", Names(standing.Select(s => s.Production.Reason)), StringComparison.Ordinal)
            .Replace("{step}", Names(standing.Where(s => s.Production.Reason == first.Reason).Select(s => s.Production.Subject)), StringComparison.Ordinal)
            .Replace("{measured}", anchor is Measured measured ? MeasuredText.Number(measured, pack) : "", StringComparison.Ordinal);

        string Names(IEnumerable<string> concepts) => string.Join("、", concepts.Distinct(StringComparer.Ordinal).Select(c => pack.ConceptTitles.GetValueOrDefault(c, c)));
    }
}
