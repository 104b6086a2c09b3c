using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Yaml;

/// <summary>What one file of a pack defines, read by itself.</summary>
internal sealed class TopicFile
{
    private readonly List<ConceptReference> _references = [];
    private readonly List<ConceptReference> _citations = [];
    private readonly FieldReader _fields;
    private readonly TimeSpan _offset;

    private TopicFile(NodeReader nodes, TimeSpan offset) => (_fields, _offset) = (new FieldReader(nodes, _references, _citations), offset);

    /// <summary>Concepts and words, as they stand; two may have one name.</summary>
    internal List<ConceptEntry> Concepts { get; } = [];

    /// <summary>The rules, as they stand; two may have one name.</summary>
    internal List<RuleEntry> Rules { get; } = [];

    /// <summary>Reads a file; null when it is not YAML, which <paramref name="diagnostics"/> then says.</summary>
    /// <param name="path">As diagnostics name it.</param>
    /// <param name="offset">Of the site's clock, for the times of examples.</param>
    internal static TopicFile? Read(string path, string text, TimeSpan offset, DiagnosticBag diagnostics)
    {
        if (YamlFile.Parse(path, text, diagnostics) is not { } file) return null;
        var topics = new TopicFile(new NodeReader(file, diagnostics), offset);
        if (file.Root is not null) topics.Read(file.Root);
        return topics;
    }

    private void Read(YamlNode root)
    {
        var nodes = _fields.Nodes;
        foreach (var (key, keyNode, value) in nodes.Entries(root, "a topic file"))
        {
            switch (key)
            {
                case "words" or "concepts":
                    foreach (var concept in new ConceptReader(_fields).Read(value, key == "words"))
                    {
                        concept.References = Taken(_references);
                        Concepts.Add(concept);
                    }

                    break;
                case "rules":
                    foreach (var rule in new RuleReader(_fields, _offset).Read(value)) Rules.Add(rule with { References = Taken(_references), Citations = Taken(_citations) });
                    break;
                default:
                    nodes.UnknownKey(keyNode, key, ["words", "concepts", "rules"], "a topic file");
                    break;
            }
        }
    }

    private static List<ConceptReference> Taken(List<ConceptReference> list)
    {
        var taken = list.ToList();
        list.Clear();
        return taken;
    }
}
