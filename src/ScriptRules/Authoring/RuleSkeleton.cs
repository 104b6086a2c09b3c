using ScriptRules.Rules.Kinds;
using ScriptRules.Rules.Yaml;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Authoring;

/// <summary>The text of a new rule, with what is left to fill marked by <c>TODO</c>, which the linter finds.</summary>
public static class RuleSkeleton
{
    private const int AboutColumn = 34;

    /// <summary>The kinds of rules, by name.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. RuleKinds.ByName.Keys.Order(StringComparer.Ordinal)];

    /// <summary>A topic file with a new rule at the end of its rules, and a concept for it at the end of its concepts when the kind asks for one.</summary>
    /// <param name="topic">The file's text; empty for a new file.</param>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="id">The rule's id.</param>
    /// <param name="concept">The id of the concept; not yet in the pack.</param>
    /// <exception cref="FormatException">The text is no YAML in which something can be added; the message says why.</exception>
    public static string AddTo(string topic, string kind, string id, string concept)
    {
        ArgumentNullException.ThrowIfNull(topic);
        if (!RuleKinds.ByName.TryGetValue(kind, out var written)) throw new ArgumentException($"no rule kind \"{kind}\"", nameof(kind));
        var text = topic.ReplaceLineEndings("\n");
        if (written.Start.Any(f => f.Sample.Contains("{concept}", StringComparison.Ordinal)))
            text = Insert(text, "concepts", [$"{concept}:", "  title: TODO", "  says: [TODO]"]);
        text = Insert(text, "rules", [.. Rule(written, id, concept)]);
        return topic.Contains("\r\n", StringComparison.Ordinal) ? text.ReplaceLineEndings("\r\n") : text;
    }

    private static IEnumerable<string> Rule(RuleKind kind, string id, string concept)
    {
        var start = kind.Start.ToList();
        yield return $"- id: {id}";
        yield return "  title: TODO";
        yield return Line("description: TODO", "how the requirement is read, and what the rule cannot see");
        yield return $"  kind: {kind.Name}";
        yield return Line("# source: H-1", "the sentence of the handbook that it enforces");
        foreach (var field in start) yield return Line($"{field.Name}: {field.Sample.Replace("{concept}", concept, StringComparison.Ordinal)}", field.About);
        foreach (var field in kind.Fields.Except(start)) yield return Line($"# {field.Name}:", field.About);
        yield return Line("message: TODO", $"{Filled(kind)} are filled in");
        yield return Line("suggest: TODO", "what to say instead");
        yield return "  examples:";
        yield return Line("  pass: [TODO a reply that keeps the rule]", "[客户: …, 客服: …] is a conversation");
        yield return Line("  fail: [TODO a reply that breaks it]", "[] in a text marks the words that are wrong");
    }

    /// <summary>What is filled in in the messages of a rule.</summary>
    internal static string Filled(RuleKind kind) => kind.MessageSlot is { } own ? $"{{said}}, {{missing}} and {own}" : "{said} and {missing}";

    private static string Line(string entry, string about) => $"  {entry.PadRight(AboutColumn)} # {about}";

    /// <summary>Puts lines at the end of the block behind a key of the top level.</summary>
    private static string Insert(string text, string key, IReadOnlyList<string> added)
    {
        var diagnostics = new DiagnosticBag();
        if (YamlFile.Parse("", text, diagnostics) is not { } file || diagnostics.HasErrors) throw new FormatException($"it is not YAML: {diagnostics.Sorted()[0].Message}");
        var lines = text.TrimEnd('\n').Split('\n').ToList();
        if (text.Trim().Length == 0) lines.Clear();
        if (file.Root is not (null or YamlMappingNode { Style: not MappingStyle.Flow }) && !NodeReader.IsNull(file.Root)) throw new FormatException("it is no topic file: keys stand at its top");

        var entries = (file.Root as YamlMappingNode)?.Children.ToList() ?? [];
        var at = entries.FindIndex(e => e.Key is YamlScalarNode { Value: var name } && name == key);
        if (at < 0)
        {
            if (entries.Count > 0) lines.Add("");
            lines.Add($"{key}:");
            lines.AddRange(added.Select(l => "  " + l));
            return string.Join('\n', lines) + "\n";
        }

        var value = entries[at].Value;
        if (value is YamlSequenceNode { Style: SequenceStyle.Flow } or YamlMappingNode { Style: MappingStyle.Flow })
            throw new FormatException($"\"{key}\" is written in brackets; write it as lines, one entry below the other");
        var indent = NodeReader.IsNull(value) ? 2 : (int)value.Start.Column - 1;
        var end = at + 1 < entries.Count ? (int)entries[at + 1].Key.Start.Line - 1 : lines.Count; // the line after the block
        while (end > 0 && (lines[end - 1].Trim() is var line && (line.Length == 0 || line[0] == '#')) && end > (int)entries[at].Key.Start.Line) end--;
        var block = added.Select(l => new string(' ', indent) + l).ToList();
        if (!NodeReader.IsNull(value)) block.Insert(0, "");
        lines.InsertRange(end, block);
        return string.Join('\n', lines) + "\n";
    }
}
