using System.Collections.Immutable;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Yaml;

/// <summary>A key of a rule kind. It is named once: reading, "unknown key" errors and the docs table follow from it.</summary>
internal abstract class Field(string name, bool isRequired, string about)
{
    internal string Name { get; } = name;

    internal bool IsRequired { get; } = isRequired;

    internal string About { get; } = about;

    internal static Field<T> Required<T>(string name, string about, FieldType<T> type) => new(name, true, about, type, default!);

    internal static Field<T> Optional<T>(string name, T otherwise, string about, FieldType<T> type) => new(name, false, about, type, otherwise);

    /// <summary>Reads the value; false when it is wrong, which the reader has then said.</summary>
    internal abstract bool Read(YamlNode node, FieldReader reader, RuleFields into);
}

/// <summary>A key with the type of its value.</summary>
internal sealed class Field<T>(string name, bool isRequired, string about, FieldType<T> type, T otherwise) : Field(name, isRequired, about)
{
    internal T In(RuleFields rule) => rule.Values.TryGetValue(this, out var value) ? (T)value! : otherwise;

    internal override bool Read(YamlNode node, FieldReader reader, RuleFields into)
    {
        if (!type(node, Name, reader, out var value)) return false;
        into.Values[this] = value;
        return true;
    }
}

/// <summary>Reads a value of type <typeparamref name="T"/>; false when it is wrong, which the reader has then said.</summary>
internal delegate bool FieldType<T>(YamlNode node, string what, FieldReader reader, out T value);

/// <summary>The values that a rule gives to the keys of its kind.</summary>
internal sealed class RuleFields
{
    internal Dictionary<Field, object?> Values { get; } = [];
}

/// <summary>Reads fields, and remembers which concepts they name.</summary>
internal sealed class FieldReader(NodeReader nodes, List<ConceptReference> references)
{
    internal NodeReader Nodes { get; } = nodes;

    /// <summary>Takes down that a concept is named here, to be looked up when all are known.</summary>
    internal void Refer(string concept, YamlNode node) => references.Add(new ConceptReference(concept, node, Nodes));
}

/// <summary>A place that names a concept.</summary>
internal sealed record ConceptReference(string Name, YamlNode Node, NodeReader Reader);
