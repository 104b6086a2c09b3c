using System.Collections.Immutable;
using NRules;
using NRules.RuleModel;
using ScriptRules.Rules;

namespace ScriptRules.Engine.NRules;

/// <summary>Evaluates productions with NRules: each is one NRules rule, named by <see cref="ProductionNames"/>.</summary>
/// <remarks>
/// Safe to share between threads. It keeps the shapes of conditions that it has compiled, so a second pack compiles faster than the first:
/// keep one engine.
/// </remarks>
/// <param name="compiled">
/// Sees the session factory of each list of productions before its first session: to read the schema, or to listen to the events of all
/// sessions. What it throws comes out of <see cref="Compile"/>; what a listener throws makes the session fail.
/// </param>
public sealed class NRulesEngine(Action<ISessionFactory>? compiled = null) : IRuleEngine
{
    private readonly SharedShapes _shapes = new();

    /// <inheritdoc/>
    public string Name => "nrules";

    /// <inheritdoc/>
    public IRuleProgram Compile(ImmutableArray<Production> productions)
    {
        foreach (var production in productions) production.Check();
        var names = ProductionNames.Of(productions);
        var factory = FactoryOf(productions.Select((p, i) => Translation.RuleOf(p, i, names[i])));
        compiled?.Invoke(factory);
        return new NRulesProgram(factory);
    }

    /// <summary>Takes no token: cancelled, NRules gives a factory with some of the rules.</summary>
    internal ISessionFactory FactoryOf(IEnumerable<IRuleDefinition> rules)
    {
        // Two expressions that NRules cannot compare are two nodes, rather than a failure.
        var compiler = new RuleCompiler(new RuleCompilerOptions { UnsupportedExpressionHandling = RuleCompilerUnsupportedExpressionsHandling.TreatAsNotEqual })
        {
            ExpressionCompiler = _shapes,
        };
        compiler.FactIdentityComparerRegistry.DefaultFactIdentityComparer = ReferenceEqualityComparer.Instance;
        return compiler.Compile(rules);
    }
}
