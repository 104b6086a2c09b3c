using NRules;
using ScriptRules.Rules;

namespace ScriptRules.Engine.NRules;

/// <summary>Productions as a session factory, which threads may share.</summary>
internal sealed class NRulesProgram(ISessionFactory factory) : IRuleProgram
{
    public IFactSession Open() => new NRulesSession(factory);
}
