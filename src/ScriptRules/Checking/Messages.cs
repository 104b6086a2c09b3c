using ScriptRules.Rules;

namespace ScriptRules.Checking;

/// <summary>What is told to the agent.</summary>
internal static class Messages
{
    /// <param name="reasons">Why the rule is broken; the first one chooses the message, all of them stand for <c>{missing}</c>.</param>
    /// <param name="said">What stands for <c>{said}</c>.</param>
    internal static string Of(RulePack pack, Rule rule, IEnumerable<string> reasons, string said)
    {
        var message = rule.Messages.GetValueOrDefault(reasons.First()) ?? rule.Messages.GetValueOrDefault("") ?? rule.Title;
        return message
            .Replace("{said}", said, StringComparison.Ordinal)
            .Replace("{missing}", string.Join("、", reasons.Select(r => pack.ConceptTitles.GetValueOrDefault(r, r))), StringComparison.Ordinal);
    }
}
