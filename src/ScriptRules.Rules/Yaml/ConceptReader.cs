using System.Collections.Immutable;
using ScriptRules.Text.Facts;
using ScriptRules.Text.Matching;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Yaml;

/// <summary>Reads the concepts and words of a file.</summary>
internal sealed class ConceptReader(FieldReader fields)
{
    internal static readonly string[] Keys =
    [
        "title", "says", "regex", "any-of", "at-least", "ignores-punctuation", "all-of", "none-of", "within", "ordered", "not-inside",
        "turn-at-most", "at", "after", "not-after", "before", "not-before", "in-question", "allow",
    ];

    // What can be recognised by itself; all other keys only narrow it down.
    internal static readonly string[] Ways = ["says", "regex", "any-of", "all-of"];

    private NodeReader Nodes => fields.Nodes;

    /// <param name="areWords">Whether they exist only to be used inside templates.</param>
    internal IEnumerable<ConceptEntry> Read(YamlNode node, bool areWords)
    {
        foreach (var (id, idNode, value) in Nodes.Entries(node, areWords ? "words" : "concepts"))
        {
            var entry = new ConceptEntry(new Concept { Id = id, IsWord = areWords }, "", idNode, Nodes);
            if (value is YamlMappingNode mapping)
            {
                entry.Body = mapping;
                ReadKeys(entry, value);
                if (!Ways.Any(entry.Given.Contains))
                    Nodes.Fail(DiagnosticCodes.MissingKey, idNode, $"nothing would ever say \"{id}\": it needs one of {string.Join(", ", Ways)}");
            }
            else entry.Concept = entry.Concept with { Says = List(entry, "says", value) };
            yield return entry;
        }
    }

    private void ReadKeys(ConceptEntry entry, YamlNode node)
    {
        foreach (var (key, keyNode, value) in Nodes.Entries(node, "a concept"))
        {
            var c = entry.Concept;
            entry.Given.Add(key);
            switch (key)
            {
                case "title":
                    if (Nodes.Text(value, key, out var title)) entry.Title = title;
                    break;
                case "says":
                    entry.Concept = c with { Says = List(entry, key, value) };
                    break;
                case "regex":
                    entry.Concept = c with { Regexes = List(entry, key, value) };
                    break;
                case "any-of":
                    entry.Concept = c with { AnyOf = Names(entry, key, value) };
                    break;
                case "all-of":
                    entry.Concept = c with { AllOf = Names(entry, key, value) };
                    break;
                case "none-of":
                    entry.Concept = c with { NoneOf = Names(entry, key, value) };
                    break;
                case "not-inside":
                    entry.Concept = c with { NotInside = List(entry, key, value) };
                    break;
                case "after":
                    entry.Concept = c with { After = List(entry, key, value) };
                    break;
                case "not-after":
                    entry.Concept = c with { NotAfter = List(entry, key, value) };
                    break;
                case "before":
                    entry.Concept = c with { Before = List(entry, key, value) };
                    break;
                case "not-before":
                    entry.Concept = c with { NotBefore = List(entry, key, value) };
                    break;
                case "within":
                    if (Nodes.Choice<TextUnit>(value, key, out var unit)) entry.Concept = c with { Within = unit };
                    break;
                case "ordered":
                    if (Nodes.Flag(value, key, out var ordered)) entry.Concept = c with { Ordered = ordered };
                    break;
                case "at-least":
                    if (Nodes.Number(value, key, 1, 100, out var number)) entry.Concept = c with { AtLeast = (int)number };
                    break;
                case "ignores-punctuation":
                    if (Nodes.Flag(value, key, out var ignores)) entry.Concept = c with { IgnoresPunctuation = ignores };
                    break;
                case "turn-at-most":
                    if (Nodes.Number(value, key, 1, 10_000, out var characters)) entry.Concept = c with { TurnAtMost = (int)characters };
                    break;
                case "in-question":
                    if (Nodes.Flag(value, key, out var asks)) entry.Concept = c with { InQuestion = asks };
                    break;
                case "at":
                    foreach (var item in Nodes.Items(value))
                        if (Nodes.Choice<PositionGuard>(item, key, out var guard)) entry.Concept = entry.Concept with { At = entry.Concept.At | guard };
                    break;
                case "allow":
                    foreach (var item in Nodes.Items(value))
                        if (Nodes.Choice<MentionTraits>(item, key, out var trait)) entry.Concept = entry.Concept with { Allow = entry.Concept.Allow | trait };
                    break;
                default:
                    Nodes.UnknownKey(keyNode, key, Keys, $"concept \"{entry.Concept.Id}\"");
                    break;
            }
        }
    }

    private ImmutableArray<string> List(ConceptEntry entry, string key, YamlNode value)
    {
        entry.Items[key] = [.. (Ways.Contains(key) ? Nodes.SomeItems(value, key) : Nodes.Items(value)).Where(i => i is YamlScalarNode { Value.Length: > 0 })];
        return Nodes.Texts(value, key);
    }

    private ImmutableArray<string> Names(ConceptEntry entry, string key, YamlNode value)
    {
        var names = List(entry, key, value);
        foreach (var item in Nodes.Items(value))
            if (item is YamlScalarNode { Value: { Length: > 0 } name }) fields.Refer(name, item);
        return names;
    }
}

/// <summary>A concept with its places.</summary>
internal sealed class ConceptEntry(Concept concept, string title, YamlNode node, NodeReader reader)
{
    internal Concept Concept { get; set; } = concept;

    /// <summary>What people call it.</summary>
    internal string Title { get; set; } = title;

    internal YamlNode Node { get; } = node;

    internal NodeReader Reader { get; } = reader;

    /// <summary>All of it; null when it is written as a list of templates.</summary>
    internal YamlMappingNode? Body { get; set; }

    /// <summary>The keys that it has.</summary>
    internal HashSet<string> Given { get; } = new(StringComparer.Ordinal);

    /// <summary>The nodes of its lists, by key.</summary>
    internal Dictionary<string, IReadOnlyList<YamlNode>> Items { get; } = new(StringComparer.Ordinal);
}
