using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Json.Schema;
using ScriptRules.Rules.Schemas;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Tests.Schemas;

/// <summary>A file of a pack as an editor sees it: YAML 1.2 scalars of the core schema, held against a JSON Schema.</summary>
internal static partial class EditorView
{
    private static readonly Dictionary<string, JsonSchema> Read = PackSchemas.Names.ToDictionary(n => n, n => JsonSchema.FromText(PackSchemas.Get(n)));

    /// <summary>Where the file breaks the schema; empty when it does not.</summary>
    internal static IReadOnlyList<string> Faults(string schema, string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        var result = Read[schema].Evaluate(stream.Documents.Count == 0 ? null : Json(stream.Documents[0].RootNode), new EvaluationOptions { OutputFormat = OutputFormat.List });
        return result.IsValid ? [] : [.. result.Details.Where(d => d.HasErrors).Select(d => $"{d.InstanceLocation}: {string.Join("; ", d.Errors!.Values)}")];
    }

    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(c => KeyValuePair.Create(c.Key is YamlScalarNode { Value: { } key } ? key : "?" + c.Key, Json(c.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Json)]),
        _ => Scalar((YamlScalarNode)node),
    };

    private static JsonNode? Scalar(YamlScalarNode node)
    {
        var text = node.Value ?? "";
        if (node.Style != ScalarStyle.Plain) return text;
        if (text is "" or "null" or "~") return null;
        if (text is "true" or "false") return text == "true";
        return Number().IsMatch(text) ? decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : text;
    }

    [GeneratedRegex("^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$")]
    private static partial Regex Number();
}
