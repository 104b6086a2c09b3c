using System.Collections.Immutable;
using ScriptRules.Rules;

namespace ScriptRules.Engine;

/// <summary>The engine that comes with the library. Its cost follows the facts that productions ask for, not the number of rules.</summary>
public sealed class EmbeddedEngine : IRuleEngine
{
    /// <summary>The engine; it has no state.</summary>
    public static EmbeddedEngine Instance { get; } = new();

    /// <inheritdoc/>
    public string Name => "embedded";

    /// <inheritdoc/>
    public IRuleProgram Compile(ImmutableArray<Production> productions) => new EmbeddedProgram(productions);
}
