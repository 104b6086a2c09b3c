using System.Collections.Immutable;
using ScriptRules.Engine.Tests;
using ScriptRules.Rules;
using ScriptRules.Text.Facts;

namespace ScriptRules.Tests.Checking;

/// <summary>The definition of productions as an engine: slow, and plainly right.</summary>
internal sealed class OracleEngine : IRuleEngine
{
    public string Name => "oracle";

    public IRuleProgram Compile(ImmutableArray<Production> productions) => new Program(productions);

    private sealed class Program(ImmutableArray<Production> productions) : IRuleProgram
    {
        public IFactSession Open() => new Session(productions);
    }

    private sealed class Session(ImmutableArray<Production> productions) : IFactSession
    {
        private readonly HashSet<Fact> _facts = [];

        public void Insert(IReadOnlyList<Fact> facts) => _facts.UnionWith(facts);

        public void Retract(IReadOnlyList<Fact> facts) => _facts.ExceptWith(facts);

        public IReadOnlyCollection<Standing> Evaluate() => [.. NaiveOracle.Standing(productions, _facts).Select(s => new Standing(s.Production, s.Anchor))];

        public void Dispose()
        {
        }
    }
}
