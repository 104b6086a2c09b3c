using ScriptRules.Text.Facts;
using ScriptRules.Text.Matching;

namespace ScriptRules.Linting;

/// <summary>What can be proven of how the concepts of a pack hang together.</summary>
internal sealed class Meanings
{
    private readonly Dictionary<string, Concept> _concepts;
    private readonly Dictionary<string, string?> _dead = new(StringComparer.Ordinal);

    internal Meanings(IEnumerable<Concept> concepts) => _concepts = concepts.ToDictionary(c => c.Id, StringComparer.Ordinal);

    /// <summary>Whether in every turn where <paramref name="one"/> is said, <paramref name="other"/> is said too.</summary>
    internal bool Implies(string one, string other)
    {
        if (one == other) return true;
        if (!_concepts.TryGetValue(one, out var from) || !_concepts.TryGetValue(other, out var to)) return false;
        return Rises(from, to) || Falls(from, other);
    }

    /// <summary>Why nothing can ever say <paramref name="id"/>; null when that is not proven.</summary>
    internal string? WhyDead(string id)
    {
        if (_dead.TryGetValue(id, out var known)) return known;
        return _dead[id] = _concepts.TryGetValue(id, out var concept) && !concept.IsWord ? WhyDead(concept) : null;
    }

    /// <summary>Why no saying of a concept can stand as it demands; null when one may.</summary>
    internal static string? WhyNowhere(Concept concept) =>
        (concept.At & (PositionGuard.TurnStart | PositionGuard.ClauseStart)) != 0 && concept.After.Length > 0 ? "it stands at a start, where nothing comes before it, and asks for something before it (after)"
        : (concept.At & (PositionGuard.TurnEnd | PositionGuard.ClauseEnd)) != 0 && concept.Before.Length > 0 ? "it stands at an end, where nothing comes after it, and asks for something after it (before)"
        : null;

    /// <summary>The other is said wherever some part of it is.</summary>
    private bool Rises(Concept from, Concept to) => IsBare(to) && to.AnyOf.Any(part =>
        Implies(from.Id, part) && _concepts.TryGetValue(part, out var said) && (said.Allow & ~to.Allow) == MentionTraits.None);

    /// <summary>The one is made of nothing but what implies the other.</summary>
    private bool Falls(Concept from, string other) =>
        from.Says.IsEmpty && from.Regexes.IsEmpty && from.Similar.IsEmpty && from.AnyOf.Length + from.AllOf.Length > 0
        && from.AnyOf.All(part => Implies(part, other))
        && (from.AllOf.IsEmpty || from.AllOf.Any(part => Implies(part, other)));

    private static bool IsBare(Concept c) =>
        c.AtLeast <= 1 && c.NoneOf.IsEmpty && c.At == PositionGuard.Anywhere && c.NotInside.IsEmpty && c.After.IsEmpty && c.NotAfter.IsEmpty
        && c.Before.IsEmpty && c.NotBefore.IsEmpty && c.InQuestion is null && c.TurnAtMost == 0 && c.Only == MentionTraits.None;

    private string? WhyDead(Concept c)
    {
        if (WhyNowhere(c) is { } nowhere) return nowhere;
        if (!c.Says.IsEmpty || !c.Regexes.IsEmpty || !c.Similar.IsEmpty) return null;

        string? why = null;
        if (!c.AnyOf.IsEmpty)
        {
            var alive = c.AnyOf.Where(part => WhyDead(part) is null && !(c.AtLeast <= 1 && Excludes(c, part))).ToList();
            if (alive.Count >= c.AtLeast) return null;
            why = c.AnyOf.Length < c.AtLeast ? $"it wants {c.AtLeast} of {c.AnyOf.Length} (at-least)"
                : c.AnyOf.FirstOrDefault(part => Excludes(c, part)) is { } same ? $"what it is made of, \"{same}\", is in none-of as well"
                : $"nothing can say \"{c.AnyOf.First(part => WhyDead(part) is not null)}\"";
        }

        if (c.AllOf.IsEmpty) return why;
        if (c.AllOf.FirstOrDefault(part => WhyDead(part) is not null) is { } dead) return why ?? $"nothing can say \"{dead}\"";
        return c.AllOf.FirstOrDefault(part => Excludes(c, part)) is { } both ? why ?? $"\"{both}\" is in all-of and in none-of" : null;
    }

    private bool Excludes(Concept whole, string part) =>
        whole.NoneOf.Any(none => none == part || (whole.Within == TextUnit.Turn && Implies(part, none)));
}
