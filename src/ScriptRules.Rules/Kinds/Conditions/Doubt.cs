using ScriptRules.Text.Facts;

namespace ScriptRules.Rules.Kinds.Conditions;

/// <summary>What a loose case asks for: something that is not known, on which it depends.</summary>
/// <param name="Condition">The condition that cannot be judged.</param>
/// <param name="Of">Whose number is unknown.</param>
/// <param name="Field">Which number.</param>
internal readonly record struct Doubt(int Condition, DoubtOf Of, FactField Field);

/// <summary>Whose number is unknown.</summary>
internal enum DoubtOf
{
    /// <summary>The condition's own hit, or the attribute.</summary>
    Hit,

    /// <summary>The hit that it looks from.</summary>
    Anchor,

    /// <summary>The conversation's end.</summary>
    Ending,
}
