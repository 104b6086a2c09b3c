using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Yaml;

/// <summary>What is changed in a rule that is otherwise kept as it is; null for what stays.</summary>
internal sealed record Tuning(Severity? Severity, decimal? Weight, double? Confidence, AppliesWhen? AppliesWhen)
{
    internal static readonly string[] Keys = ["severity", "weight", "confidence", "applies-when"];

    internal static Tuning Read(string rule, YamlNode node, NodeReader nodes)
    {
        var tuning = new Tuning(null, null, null, null);
        foreach (var (key, keyNode, value) in nodes.Entries(node, $"the tuning of \"{rule}\""))
        {
            switch (key)
            {
                case "severity":
                    if (nodes.Choice<Severity>(value, key, out var severity)) tuning = tuning with { Severity = severity };
                    break;
                case "weight":
                    if (nodes.Points(value, key, out var weight)) tuning = tuning with { Weight = weight };
                    break;
                case "confidence":
                    if (nodes.Number(value, key, 0.01, 1, out var confidence)) tuning = tuning with { Confidence = confidence };
                    break;
                case "applies-when":
                    tuning = tuning with { AppliesWhen = OccasionReader.Read(value, key, OccasionReader.Keys, nodes) };
                    break;
                default:
                    nodes.UnknownKey(keyNode, key, Keys, $"the tuning of \"{rule}\"");
                    break;
            }
        }

        return tuning;
    }

    internal Rule Of(Rule rule) => rule with
    {
        Severity = Severity ?? rule.Severity,
        Weight = Weight ?? rule.Weight,
        Confidence = Confidence ?? rule.Confidence,
        AppliesWhen = AppliesWhen ?? rule.AppliesWhen,
    };
}
