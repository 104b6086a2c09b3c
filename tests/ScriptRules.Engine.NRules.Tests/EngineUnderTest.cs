using ScriptRules.Engine.NRules;
using ScriptRules.Rules;

namespace ScriptRules;

/// <summary>NRules, for all tests of this assembly.</summary>
internal static class EngineUnderTest
{
    /// <summary>One in so many random cases is tried: each compiles with NRules, which takes milliseconds.</summary>
    internal const int OneIn = 4;

    internal static IRuleEngine Engine { get; } = new NRulesEngine();
}
