namespace ScriptRules.Rules.Schemas;

/// <summary>Stands on a method that reads a value of YAML, and tells its JSON Schema.</summary>
/// <param name="json">A whole schema, mostly one of <see cref="ValueSchemas"/>.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ValueSchemaAttribute(string json) : Attribute
{
    /// <param name="choices">The enum of which it takes one name, or a list of names.</param>
    internal ValueSchemaAttribute(Type choices)
        : this(ValueSchemas.Choices(choices))
    {
    }

    internal string Json { get; } = json;

    /// <summary>A value for a new rule to begin with; <c>{concept}</c> stands for a concept of its own.</summary>
    public string Sample { get; init; } = "TODO";
}
