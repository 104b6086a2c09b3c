using ScriptRules.Rules;
using ScriptRules.Rules.Yaml;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Linting.Checks;

/// <summary>Nothing of a skeleton is left: no value says <c>TODO</c>.</summary>
internal sealed class LeftToFill : ILintCheck
{
    private const string Sign = "TODO";

    public IEnumerable<PackDiagnostic> Run(LintSubject subject)
    {
        foreach (var rule in subject.Rules)
            foreach (var found in In(rule.Body, rule.Reader)) yield return found;
        foreach (var concept in subject.Concepts)
        {
            IEnumerable<YamlNode> nodes = concept.Body is { } body ? [body] : concept.Items.Values.SelectMany(i => i);
            foreach (var found in nodes.SelectMany(n => In(n, concept.Reader))) yield return found;
        }
    }

    /// <summary>Whether something behind a key of <paramref name="node"/> is left to fill.</summary>
    internal static bool IsLeft(YamlNode node) => node switch
    {
        YamlScalarNode { Value: { } text } => text.Contains(Sign, StringComparison.Ordinal),
        YamlSequenceNode sequence => sequence.Children.Any(IsLeft),
        YamlMappingNode mapping => mapping.Children.Any(c => IsLeft(c.Value)),
        _ => false,
    };

    private static IEnumerable<PackDiagnostic> In(YamlNode node, NodeReader reader) => node switch
    {
        YamlScalarNode when IsLeft(node) =>
            [reader.Describe(LintCodes.LeftToFill, Severity.Warning, node, "this was left to fill", $"write what belongs here instead of {Sign}")],
        YamlSequenceNode sequence => sequence.Children.SelectMany(c => In(c, reader)),
        YamlMappingNode mapping => mapping.Children.SelectMany(c => In(c.Value, reader)),
        _ => [],
    };
}
