using ScriptRules.Text.Facts;

namespace ScriptRules.Rules.Kinds.Conditions;

/// <summary>A hit that is bound to a variable.</summary>
internal sealed class BoundHit(string name, FactKind fact, List<Condition> where, List<HitLink> links)
{
    internal string Name { get; } = name;

    internal string Which { get; init; } = "";

    internal FactKind Fact { get; } = fact;

    internal List<Condition> Where { get; } = where;

    internal List<HitLink> Links { get; } = links;
}

/// <summary>How a field of a hit compares with one of another hit.</summary>
internal sealed record HitLink(FactField Own, Comparison Is, BoundHit To, FactField Field, int Offset);
