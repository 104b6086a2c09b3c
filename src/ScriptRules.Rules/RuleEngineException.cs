using System.Collections.Immutable;

namespace ScriptRules.Rules;

/// <summary>An engine could not evaluate the facts that it was given. The conversation was not checked, and must not count as clean.</summary>
/// <param name="engine">The engine's name.</param>
/// <param name="rules">What was being evaluated, as the engine calls it; empty when it does not say.</param>
/// <param name="cause">What went wrong.</param>
public sealed class RuleEngineException(string engine, ImmutableArray<string> rules, Exception cause)
    : Exception($"the engine {engine} failed{(rules.IsEmpty ? "" : $" at {string.Join(", ", rules)}")}: {cause.Message}", cause)
{
    /// <summary>What was being evaluated: ids of rules, with what the engine adds; empty when it does not say.</summary>
    public ImmutableArray<string> Rules => rules;
}
