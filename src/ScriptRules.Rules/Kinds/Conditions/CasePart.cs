using ScriptRules.Text.Facts;

namespace ScriptRules.Rules.Kinds.Conditions;

/// <summary>A clause that binds nothing, or is about to.</summary>
internal sealed record CasePart(ClauseKind Kind, FactKind Fact, IReadOnlyList<Condition> Where, IReadOnlyList<HitLink> Links)
{
    internal int AtLeast { get; init; }
}
