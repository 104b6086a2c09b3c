using ScriptRules.Rules;
using ScriptRules.Text.Facts;

namespace ScriptRules.Engine.Tests;

/// <summary>Productions by their definition: all bindings are enumerated, and then the clauses are read. For small cases.</summary>
internal static class NaiveOracle
{
    internal static IEnumerable<(int Production, Fact Anchor)> Standing(IReadOnlyList<Production> productions, IReadOnlyCollection<Fact> facts) =>
        from index in Enumerable.Range(0, productions.Count)
        from anchor in facts
        where Bindings(productions[index].Clauses.Count(c => c.Kind == ClauseKind.Match), facts).Any(b => b[0] == anchor && IsMet(productions[index], b, facts))
        select (index, anchor);

    private static IEnumerable<Fact[]> Bindings(int variables, IReadOnlyCollection<Fact> facts) =>
        variables == 0 ? [[]] : Bindings(variables - 1, facts).SelectMany(_ => facts, (head, last) => head.Append(last).ToArray());

    private static bool IsMet(Production production, Fact[] bound, IReadOnlyCollection<Fact> facts)
    {
        var variable = 0;
        return production.Clauses.All(clause =>
        {
            var meeting = facts.Count(f => f.Kind == clause.Fact && clause.Where.All(c => IsMet(c, f, bound)));
            return clause.Kind switch
            {
                ClauseKind.Match => bound[variable++] is var own && own.Kind == clause.Fact && clause.Where.All(c => IsMet(c, own, bound)),
                ClauseKind.Exists => meeting > 0,
                ClauseKind.NotExists => meeting == 0,
                _ => meeting >= clause.AtLeast,
            };
        });
    }

    private static bool IsMet(Condition condition, Fact fact, Fact[] bound)
    {
        long left = fact.Get(condition.Field);
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
            Comparison.In => condition.Set.Contains((int)left),
            _ => throw new InvalidOperationException(condition.Is.ToString()),
        };
    }
}
