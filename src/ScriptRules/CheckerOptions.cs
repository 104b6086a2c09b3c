using System.Collections.Immutable;
using ScriptRules.Engine;
using ScriptRules.Rules;

namespace ScriptRules;

/// <summary>How a checker is set up.</summary>
public sealed record CheckerOptions
{
    /// <summary>Slot values of the house, such as <c>brand</c>; a slot that is not set may hold anything.</summary>
    public ImmutableDictionary<string, string> Settings { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What evaluates the rules. All engines give the same answers.</summary>
    public IRuleEngine Engine { get; init; } = EmbeddedEngine.Instance;

    /// <summary>Tells today for suppressions, when neither the draft nor the conversation has a clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Whether rewrites are looked for; each is checked before it is offered.</summary>
    public bool Suggest { get; init; } = true;
}
