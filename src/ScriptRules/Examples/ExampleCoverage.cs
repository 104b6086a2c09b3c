using System.Collections.Immutable;
using ScriptRules.Rules;

namespace ScriptRules.Examples;

/// <summary>Which rules and which handbook sentences of a pack its examples and rules leave out.</summary>
/// <param name="RulesWithoutPass">Rules with no passing example, in the order of the pack.</param>
/// <param name="RulesWithoutFail">Rules with no failing example, in the order of the pack.</param>
/// <param name="Cited">The handbook ids that some rule enforces, in ordinal order.</param>
/// <param name="NotCited">The handbook ids that no rule enforces, in ordinal order; empty when the pack brings no handbook.</param>
public sealed record ExampleCoverage(
    ImmutableArray<Rule> RulesWithoutPass, ImmutableArray<Rule> RulesWithoutFail, ImmutableArray<string> Cited, ImmutableArray<string> NotCited)
{
    /// <summary>The coverage of <paramref name="pack"/>.</summary>
    public static ExampleCoverage Of(RulePack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var cited = pack.Rules.SelectMany(r => r.Sources).Concat(pack.Productions.SelectMany(p => p.Sources)).ToHashSet(StringComparer.Ordinal);
        return new ExampleCoverage(
            [.. pack.Rules.Where(r => r.Examples.All(e => e.Breaks))],
            [.. pack.Rules.Where(r => !r.Examples.Any(e => e.Breaks))],
            [.. cited.Order(StringComparer.Ordinal)],
            [.. pack.Handbook.Keys.Where(id => !cited.Contains(id)).Order(StringComparer.Ordinal)]);
    }
}
