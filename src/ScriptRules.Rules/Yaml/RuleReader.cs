using System.Collections.Immutable;
using ScriptRules.Rules.Kinds;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Yaml;

/// <summary>Reads the rules of a file.</summary>
internal sealed class RuleReader(FieldReader fields, TimeSpan offset)
{
    internal static readonly string[] SharedKeys =
    [
        "id", "kind", "title", "description", "source", "severity", "confidence", "weight", "message", "suggest", "applicability", "applies-when", "tags", "examples",
    ];

    private NodeReader Nodes => fields.Nodes;

    internal IEnumerable<RuleEntry> Read(YamlNode node)
    {
        if (NodeReader.IsNull(node)) yield break;
        foreach (var item in Nodes.Items(node))
            if (ReadOne(item) is { } entry) yield return entry;
    }

    private RuleEntry? ReadOne(YamlNode node)
    {
        var entries = Nodes.Entries(node, "a rule").ToList();
        var id = Find("id");
        var kindName = Find("kind");
        if (id is null || kindName is null || !Nodes.Text(id, "id", out var ruleId) || !Nodes.Text(kindName, "kind", out var name)) return null;
        if (!RuleKinds.ByName.TryGetValue(name, out var kind))
        {
            Nodes.Fail(DiagnosticCodes.UnknownKind, kindName, $"unknown rule kind \"{name}\"",
                NodeReader.DidYouMean(name, RuleKinds.ByName.Keys) ?? $"the kinds are {string.Join(", ", RuleKinds.ByName.Keys.Order(StringComparer.Ordinal))}");
            return null;
        }

        var rule = new Rule { Id = ruleId, Kind = name, Place = Nodes.PlaceOf(id) };
        var values = new RuleFields();
        foreach (var (key, keyNode, value) in entries)
        {
            if (kind.Fields.FirstOrDefault(f => f.Name == key) is { } field)
            {
                values.Given.Add(field);
                field.Read(value, fields, values);
            }
            else rule = Shared(rule, key, keyNode, value, kind);
        }

        foreach (var field in kind.Fields)
        {
            if (field.IsRequired && !entries.Exists(e => e.Key == field.Name))
                Nodes.Fail(DiagnosticCodes.MissingKey, id, $"rule \"{ruleId}\" needs \"{field.Name}\": {field.About}");
        }

        return new RuleEntry(rule, kind, values, id, (YamlMappingNode)node, Nodes);

        YamlNode? Find(string key)
        {
            var found = entries.Find(e => e.Key == key).Value;
            if (found is null) Nodes.Fail(DiagnosticCodes.MissingKey, node, $"a rule needs \"{key}\"");
            return found;
        }
    }

    private Rule Shared(Rule rule, string key, YamlNode keyNode, YamlNode value, RuleKind kind)
    {
        switch (key)
        {
            case "id" or "kind":
                return rule;
            case "title":
                return Nodes.Text(value, key, out var title) ? rule with { Title = title } : rule;
            case "description":
                return Nodes.Text(value, key, out var description) ? rule with { Description = description.Trim() } : rule;
            case "source":
                return rule with { Sources = fields.Sources(value, key) };
            case "severity":
                return Nodes.Choice<Severity>(value, key, out var severity) ? rule with { Severity = severity } : rule;
            case "confidence":
                return Nodes.Number(value, key, 0.01, 1, out var confidence) ? rule with { Confidence = confidence } : rule;
            case "weight":
                return Nodes.Points(value, key, out var weight) ? rule with { Weight = weight } : rule;
            case "message":
                return rule with { Messages = Messages(value) };
            case "suggest":
                return rule with { Suggest = Nodes.Texts(value, key) };
            case "applicability":
                return Nodes.Choice<Applicability>(value, key, out var applicability) ? rule with { Applicability = applicability } : rule;
            case "applies-when":
                return rule with { AppliesWhen = OccasionReader.Read(value, key, OccasionReader.Keys, Nodes) };
            case "tags":
                return rule with { Tags = Nodes.Texts(value, key) };
            case "examples":
                return rule with { Examples = new ExampleReader(Nodes, offset).Read(value) };
            default:
                Nodes.UnknownKey(keyNode, key, [.. kind.Fields.Select(f => f.Name), .. SharedKeys], $"a rule of kind \"{kind.Name}\"");
                return rule;
        }
    }

    /// <summary>One message, or one for each reason.</summary>
    private ImmutableDictionary<string, string> Messages(YamlNode node)
    {
        var messages = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (node is YamlMappingNode)
        {
            foreach (var (reason, _, value) in Nodes.Entries(node, "message"))
                if (Nodes.Text(value, "message", out var text)) messages[reason] = text;
        }
        else if (Nodes.Text(node, "message", out var text)) messages[""] = text;

        return messages.ToImmutable();
    }
}

/// <summary>A rule as read, not yet compiled.</summary>
/// <param name="Node">Its id.</param>
/// <param name="Body">All of it.</param>
internal sealed record RuleEntry(Rule Rule, RuleKind Kind, RuleFields Fields, YamlNode Node, YamlMappingNode Body, NodeReader Reader)
{
    /// <summary>The concepts that it names.</summary>
    internal IReadOnlyList<ConceptReference> References { get; init; } = [];

    /// <summary>The handbook rows that it and its parts cite.</summary>
    internal IReadOnlyList<ConceptReference> Citations { get; init; } = [];

    /// <summary>Those of them that are disabled: what only they ask is not asked.</summary>
    internal ImmutableHashSet<string> Silenced { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>Whether the rule is disabled.</summary>
    internal bool IsOff { get; init; }

    /// <summary>The value of one of its keys; null when it is not given.</summary>
    internal YamlNode? Part(string key) => Body.Children.TryGetValue(new YamlScalarNode(key), out var part) ? part : null;
}
