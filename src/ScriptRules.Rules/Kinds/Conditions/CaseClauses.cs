using System.Collections.Immutable;

namespace ScriptRules.Rules.Kinds.Conditions;

/// <summary>Puts the hits of a case in order, and writes each link at whichever of its two hits comes later.</summary>
/// <param name="bound">The hits that are bound to variables.</param>
/// <param name="parts">What binds nothing.</param>
internal sealed class CaseClauses(List<BoundHit> bound, List<CasePart> parts)
{
    /// <summary>Writes each hit, and what is asked of it and of those before it.</summary>
    /// <param name="shown">The hit that comes first.</param>
    internal ImmutableArray<Clause> Write(BoundHit shown)
    {
        var links = bound.Select(_ => new List<Condition>()).ToList();
        var order = Order(shown);
        for (var i = 0; i < order.Count; i++)
        {
            foreach (var link in order[i].Links)
            {
                var other = order.IndexOf(link.To);
                if (other < i) links[i].Add(new Condition(link.Own, link.Is, Operand.Of(other, link.Field, link.Offset)));
                else links[other].Add(new Condition(link.Field, Mirrored(link.Is), Operand.Of(i, link.Own, -link.Offset)));
            }
        }

        var clauses = ImmutableArray.CreateBuilder<Clause>();
        for (var i = 0; i < order.Count; i++)
        {
            clauses.Add(new Clause(ClauseKind.Match, order[i].Fact, [.. order[i].Where, .. links[i]]));
            foreach (var part in parts.Where(p => p.Links.Select(l => order.IndexOf(l.To)).DefaultIfEmpty(0).Max() == i))
            {
                var conditions = part.Links.Select(l => new Condition(l.Own, l.Is, Operand.Of(order.IndexOf(l.To), l.Field, l.Offset)));
                clauses.Add(new Clause(part.Kind, part.Fact, [.. part.Where, .. conditions], part.AtLeast));
            }
        }

        return clauses.ToImmutable();
    }

    /// <summary>The place first, then each hit after one that it is linked to, where there is one.</summary>
    private List<BoundHit> Order(BoundHit shown)
    {
        List<BoundHit> order = [shown];
        while (order.Count < bound.Count)
        {
            order.Add(bound.Find(b => !order.Contains(b) && (b.Links.Exists(l => order.Contains(l.To)) || order.Exists(o => o.Links.Exists(l => l.To == b))))
                ?? bound.First(b => !order.Contains(b)));
        }

        return order;
    }

    private static Comparison Mirrored(Comparison comparison) => comparison switch
    {
        Comparison.Less => Comparison.More,
        Comparison.AtMost => Comparison.AtLeast,
        Comparison.More => Comparison.Less,
        Comparison.AtLeast => Comparison.AtMost,
        _ => comparison,
    };
}
