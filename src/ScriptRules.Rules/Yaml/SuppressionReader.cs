using System.Collections.Immutable;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Yaml;

/// <summary>Reads a list of suppressions.</summary>
internal static class SuppressionReader
{
    internal static readonly string[] Keys = ["id", "rule", "source", "reason", "owner", "until", "conversation", "text", "attributes"];

    private static readonly string[] Needed = ["id", "reason", "owner", "until"];

    /// <param name="node">The list.</param>
    /// <param name="names">The rules that there are; those of a suppression that is inherited may have gone.</param>
    /// <param name="isInherited">Whether the pack has it from one that it extends.</param>
    /// <param name="nodes">Of the file that it stands in.</param>
    internal static IEnumerable<(Suppression Suppression, YamlNode Node)> Read(YamlNode node, RuleNames names, bool isInherited, NodeReader nodes)
    {
        if (NodeReader.IsNull(node)) yield break;
        foreach (var item in nodes.Items(node))
            if (ReadOne(item, names, isInherited, nodes) is { } suppression) yield return (suppression, item);
    }

    private static Suppression? ReadOne(YamlNode node, RuleNames names, bool isInherited, NodeReader nodes)
    {
        var suppression = new Suppression { Id = "", Reason = "", Owner = "", Until = default, IsInherited = isInherited, Place = nodes.PlaceOf(node) };
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, keyNode, value) in nodes.Entries(node, "a suppression"))
        {
            given.Add(key);
            switch (key)
            {
                case "id":
                    if (nodes.Text(value, key, out var id)) suppression = suppression with { Id = id };
                    break;
                case "rule":
                    if (nodes.Text(value, key, out var rule) && (isInherited || names.HasRule(rule) || names.SayUnknown(rule, value, nodes, onlyRules: true))) suppression = suppression with { Rule = rule };
                    break;
                case "source":
                    if (nodes.Text(value, key, out var source) && (isInherited || names.HasSource(source) || names.SayUnknown(source, value, nodes))) suppression = suppression with { Source = source };
                    break;
                case "reason":
                    if (nodes.Text(value, key, out var reason)) suppression = suppression with { Reason = reason };
                    break;
                case "owner":
                    if (nodes.Text(value, key, out var owner)) suppression = suppression with { Owner = owner };
                    break;
                case "until":
                    if (nodes.Date(value, key, out var until)) suppression = suppression with { Until = until };
                    break;
                case "conversation":
                    if (nodes.Text(value, key, out var conversation)) suppression = suppression with { Conversation = conversation };
                    break;
                case "text":
                    if (nodes.Text(value, key, out var text)) suppression = suppression with { Text = text };
                    break;
                case "attributes":
                    suppression = suppression with { Attributes = OccasionReader.Attributes(value, nodes) };
                    break;
                default:
                    nodes.UnknownKey(keyNode, key, Keys, "a suppression");
                    break;
            }
        }

        if (node is not YamlMappingNode) return null;
        foreach (var key in Needed.Where(k => !given.Contains(k))) nodes.Fail(DiagnosticCodes.MissingKey, node, $"a suppression needs \"{key}\"");
        if (given.Contains("rule") == given.Contains("source")) nodes.Fail(DiagnosticCodes.MissingKey, node, "a suppression names one \"rule\" or one \"source\"");
        return suppression;
    }
}
