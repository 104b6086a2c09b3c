using System.Collections.Immutable;
using System.Reflection;
using ScriptRules.Rules.Schemas;
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

    /// <summary>The JSON Schema of its values; null when their type does not tell, so that anything goes.</summary>
    internal abstract string? Schema { get; }

    /// <summary>A value for a new rule to begin with; <c>{concept}</c> stands for a concept of its own.</summary>
    internal abstract string Sample { get; }

    /// <summary>Reads the value; false when it is wrong, which the reader has then said.</summary>
    internal abstract bool Read(YamlNode node, FieldReader reader, RuleFields into);
}

/// <summary>A key with the type of its value.</summary>
internal sealed class Field<T>(string name, bool isRequired, string about, FieldType<T> type, T otherwise) : Field(name, isRequired, about)
{
    internal T In(RuleFields rule) => rule.Values.TryGetValue(this, out var value) ? (T)value! : otherwise;

    internal override string? Schema => Type?.Json ?? (Choices is { } choices ? ValueSchemas.Choice(choices) : null);

    internal override string Sample => Type?.Sample ?? (Choices is { } choices ? NodeReader.Hyphenated(Enum.GetNames(choices)[0]) : "TODO");

    /// <summary>The enum of which it is a name.</summary>
    private static Type? Choices => (Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T)) is { IsEnum: true } choices ? choices : null;

    private ValueSchemaAttribute? Type => type.Method.GetCustomAttribute<ValueSchemaAttribute>();

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

    /// <summary>Whether the rule has the key, with a good value or not.</summary>
    internal bool Has(Field field) => Given.Contains(field);

    internal HashSet<Field> Given { get; } = [];
}

/// <summary>Reads fields, and remembers which concepts and handbook rows they name.</summary>
internal sealed class FieldReader(NodeReader nodes, List<ConceptReference> references, List<ConceptReference> citations)
{
    internal NodeReader Nodes { get; } = nodes;

    /// <summary>Takes down that a concept is named here, to be looked up when all are known.</summary>
    internal void Refer(string concept, YamlNode node) => references.Add(new ConceptReference(concept, node, Nodes));

    /// <summary>The handbook rows that are cited here, to be looked up when the handbook is known.</summary>
    internal ImmutableArray<string> Sources(YamlNode node, string what)
    {
        foreach (var item in Nodes.Items(node))
            if (item is YamlScalarNode { Value: { Length: > 0 } id }) citations.Add(new ConceptReference(id, item, Nodes));
        return Nodes.Texts(node, what);
    }
}

/// <summary>A place that names a concept, or a row of the handbook.</summary>
internal sealed record ConceptReference(string Name, YamlNode Node, NodeReader Reader);
