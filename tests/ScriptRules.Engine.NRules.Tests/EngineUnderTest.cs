using ScriptRules.Engine.NRules;
using ScriptRules.Rules;

namespace ScriptRules;

/// <summary>NRules, for all tests of this assembly.</summary>
internal static class EngineUnderTest
{
    internal static IRuleEngine Engine { get; } = new NRulesEngine();
}
