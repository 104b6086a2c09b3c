using System.Collections.Immutable;

namespace ScriptRules.Rules.Kinds.Conditions;

/// <summary>Writes an expression as cases of which any will do; in each, all of its claims hold.</summary>
/// <remarks>
/// A condition that looks from another one's hit says, held or denied, that there is such a hit. A count that is bounded above becomes a claim of its own.
/// </remarks>
internal sealed class ConditionCases(ConditionSet set)
{
    internal const int MostCases = 32;

    /// <summary>The cases; null when they are too many.</summary>
    internal ImmutableArray<ImmutableArray<Claim>>? Of(Expression expression) => Cases(expression, true) is { } cases
        ? [.. cases.Select(c => c.Order().ToImmutableArray()).DistinctBy(c => string.Join(' ', c))]
        : null;

    private List<ImmutableHashSet<Claim>>? Cases(Expression expression, bool isHeld) => expression switch
    {
        Expression.Name name => Cases(set.All[set.IndexOf(name.Text)], isHeld),
        Expression.Not not => Cases(not.Of, !isHeld),
        Expression.And and => isHeld ? All(and.Parts.Select(p => Cases(p, true))) : Any(and.Parts.Select(p => Cases(p, false))),
        Expression.Or or => isHeld ? Any(or.Parts.Select(p => Cases(p, true))) : All(or.Parts.Select(p => Cases(p, false))),
        _ => throw new InvalidOperationException("unknown expression"),
    };

    private List<ImmutableHashSet<Claim>>? Cases(NamedCondition condition, bool isHeld)
    {
        var own = set.All.IndexOf(condition);
        List<ImmutableHashSet<Claim>> least = condition.Min == 0 ? [[]] : [[new Claim(own, ClaimKind.AtLeast, condition.Min)]];
        var anchor = condition.Anchor is { } a ? All([Cases(set.All[set.IndexOf(a.Condition)], true), [[new Claim(set.IndexOf(a.Condition), ClaimKind.AtLeast, 1)]]]) : [[]];
        var count = isHeld
            ? All([least, condition.Max is { } max ? Fewer(condition, own, max + 1) : [[]]])
            : Any([condition.Min == 0 ? [] : Fewer(condition, own, condition.Min), condition.Max is { } most ? [[new Claim(own, ClaimKind.AtLeast, most + 1)]] : []]);
        return All([anchor, count]);
    }

    /// <summary>Fewer than <paramref name="number"/>. In a part of the conversation that is none, or some, counted from the first there.</summary>
    private static List<ImmutableHashSet<Claim>> Fewer(NamedCondition condition, int own, int number) => number == 1 || condition.IsPlain
        ? [[new Claim(own, ClaimKind.Fewer, number)]]
        : [[new Claim(own, ClaimKind.Fewer, 1)], [new Claim(own, ClaimKind.Few, number)]];

    private static List<ImmutableHashSet<Claim>>? Any(IEnumerable<List<ImmutableHashSet<Claim>>?> parts)
    {
        var cases = new List<ImmutableHashSet<Claim>>();
        foreach (var part in parts)
        {
            if (part is null) return null;
            cases.AddRange(part);
        }

        return cases.Count > MostCases ? null : cases;
    }

    private static List<ImmutableHashSet<Claim>>? All(IEnumerable<List<ImmutableHashSet<Claim>>?> parts)
    {
        List<ImmutableHashSet<Claim>> cases = [[]];
        foreach (var part in parts)
        {
            if (part is null) return null;
            cases = [.. cases.SelectMany(_ => part, (a, b) => a.Union(b)).Where(c => !Contradicts(c))];
            if (cases.Count > MostCases) return null;
        }

        return cases;
    }

    private static bool Contradicts(ImmutableHashSet<Claim> claims) => claims.Any(few => few.Kind != ClaimKind.AtLeast
        && claims.Any(c => c.Condition == few.Condition && ((c.Kind == ClaimKind.AtLeast && c.Number >= few.Number) || (few is { Kind: ClaimKind.Fewer, Number: 1 } && c.Kind == ClaimKind.Few))));
}

/// <summary>What a case claims of one condition: how many hits it has.</summary>
/// <param name="Condition">Its place in the rule.</param>
internal readonly record struct Claim(int Condition, ClaimKind Kind, int Number) : IComparable<Claim>
{
    public int CompareTo(Claim other) => (Condition, Kind, Number).CompareTo((other.Condition, other.Kind, other.Number));
}

/// <summary>How a claim counts.</summary>
internal enum ClaimKind
{
    /// <summary>So many or more.</summary>
    AtLeast,

    /// <summary>Fewer than so many.</summary>
    Fewer,

    /// <summary>Some, but fewer than so many.</summary>
    Few,
}
