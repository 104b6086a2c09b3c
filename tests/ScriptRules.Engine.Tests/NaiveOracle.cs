using System.Collections.Immutable;
using ScriptRules.Rules;
using ScriptRules.Text.Facts;

namespace ScriptRules.Engine.Tests;

/// <summary>Productions by their definition: the clauses are read in order, and each match tries every fact. For small cases.</summary>
internal static class NaiveOracle
{
    internal static IEnumerable<(int Production, Fact Anchor)> Standing(IReadOnlyList<Production> productions, IReadOnlyCollection<Fact> facts) =>
        from index in Enumerable.Range(0, productions.Count)
        from anchor in facts
        where Meets(productions[index].Clauses[0], anchor, []) && Hold(productions[index].Clauses[1..], [anchor], facts)
        select (index, anchor);

    private static bool Hold(ImmutableArray<Clause> clauses, Fact[] bound, IReadOnlyCollection<Fact> facts)
    {
        if (clauses.IsEmpty) return true;
        var (clause, rest) = (clauses[0], clauses[1..]);
        var meeting = facts.Where(f => Meets(clause, f, bound));
        return clause.Kind switch
        {
            ClauseKind.Match => meeting.Any(f => Hold(rest, [.. bound, f], facts)),
            ClauseKind.Exists => meeting.Any() && Hold(rest, bound, facts),
            ClauseKind.NotExists => !meeting.Any() && Hold(rest, bound, facts),
            _ => meeting.Count() >= clause.AtLeast && Hold(rest, bound, facts),
        };
    }

    private static bool Meets(Clause clause, Fact fact, Fact[] bound) => fact.Kind == clause.Fact && clause.Where.All(c => IsMet(c, fact, bound));

    private static bool IsMet(Condition condition, Fact fact, Fact[] bound)
    {
        long left = fact.Get(condition.Field);
        if (condition.Is == Comparison.In) return condition.Set.Contains((int)left);
        var right = Math.Clamp(condition.Value.Offset + (condition.Value.IsConstant ? 0L : bound[condition.Value.Variable].Get(condition.Value.Field)), int.MinValue, int.MaxValue);
        return condition.Is switch
        {
            Comparison.Equal => left == right,
            Comparison.NotEqual => left != right,
            Comparison.Less => left < right,
            Comparison.AtMost => left <= right,
            Comparison.More => left > right,
            Comparison.AtLeast => left >= right,
            Comparison.HasAny => (left & right) != 0,
            Comparison.HasNone => (left & right) == 0,
            _ => throw new InvalidOperationException(condition.Is.ToString()),
        };
    }
}
