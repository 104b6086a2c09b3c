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
        "title", "says", "regex", "similar", "coverage", "sound-like", "disguises", "any-of", "at-least", "ignores-punctuation", "all-of", "none-of", "within", "ordered",
        "not-inside", "turn-at-most", "at", "after", "not-after", "before", "not-before", "in-question", "allow", "refuse", "only",
    ];

    // What can be recognised by itself; all other keys only narrow it down.
    internal static readonly string[] Ways = ["says", "regex", "similar", "any-of", "all-of"];

    private const double LeastCoverage = 0.5;
    private const double MostCharacters = 1000;

    private static readonly Dictionary<string, double> Characters = new() { ["characters"] = 1, ["character"] = 1 };

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
                    entry.Concept = Within(c, value);
                    break;
                case "similar":
                    entry.Concept = c with { Similar = List(entry, key, value) };
                    break;
                case "coverage":
                    if (Nodes.Number(value, key, LeastCoverage, 1, out var coverage)) entry.Concept = c with { Coverage = coverage };
                    break;
                case "sound-like":
                    if (ReadSounds(Nodes, value, key, out var accents)) entry.Concept = c with { SoundLike = accents };
                    break;
                case "disguises":
                    if (ReadDisguises(Nodes, value, key, out var disguises)) entry.Concept = c with { Disguises = disguises };
                    break;
                case "refuse":
                    foreach (var item in Nodes.Items(value))
                        if (Nodes.Choice<MentionTraits>(item, key, out var refused)) entry.Concept = entry.Concept with { Allow = entry.Concept.Allow & ~refused };
                    break;
                case "only":
                    foreach (var item in Nodes.Items(value))
                        if (Nodes.Choice<MentionTraits>(item, key, out var needed)) entry.Concept = entry.Concept with { Only = entry.Concept.Only | needed };
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

    /// <summary><c>true</c>, <c>false</c>, or the sounds that count as one.</summary>
    internal static bool ReadSounds(NodeReader nodes, YamlNode value, string key, out Accents? accents)
    {
        accents = null;
        if (value is YamlScalarNode { Value: "true" or "yes" or "false" or "no" } && nodes.Flag(value, key, out var isOn))
        {
            accents = isOn ? Accents.Usual : null;
            return true;
        }

        var found = Accents.Same;
        var isGood = true;
        foreach (var item in nodes.Items(value))
        {
            if (nodes.Choice<Accents>(item, key, out var one)) found |= one;
            else isGood = false;
        }

        accents = found;
        return isGood;
    }

    internal static bool ReadDisguises(NodeReader nodes, YamlNode value, string key, out Disguises disguises)
    {
        disguises = Disguises.None;
        var isGood = true;
        foreach (var item in nodes.Items(value))
        {
            if (nodes.Choice<Disguises>(item, key, out var one)) disguises |= one;
            else isGood = false;
        }

        return isGood;
    }

    /// <summary>A stretch of the turn, or a number of characters.</summary>
    private Concept Within(Concept concept, YamlNode value)
    {
        if (value is YamlScalarNode { Value: [>= '0' and <= '9', ..] })
        {
            if (!Nodes.Quantity(value, "within", Characters, MostCharacters, out var most)) return concept;
            if (most >= 1 && most % 1 == 0) return concept with { WithinCharacters = (int)most };
            Nodes.Fail(DiagnosticCodes.WrongValue, value, "within is a whole number of characters, at least 1");
            return concept;
        }

        return Nodes.Choice<TextUnit>(value, "within", out var unit) ? concept with { Within = unit } : concept;
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

    internal Place Place => Reader.PlaceOf(Node);

    /// <summary>The concepts that it names, beside those inside its templates.</summary>
    internal IReadOnlyList<ConceptReference> References { get; set; } = [];

    /// <summary>All of it; null when it is written as a list of templates.</summary>
    internal YamlMappingNode? Body { get; set; }

    /// <summary>The keys that it has.</summary>
    internal HashSet<string> Given { get; } = new(StringComparer.Ordinal);

    /// <summary>The nodes of its lists, by key.</summary>
    internal Dictionary<string, IReadOnlyList<YamlNode>> Items { get; } = new(StringComparer.Ordinal);
}
