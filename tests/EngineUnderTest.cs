using ScriptRules.Engine;
using ScriptRules.Rules;

namespace ScriptRules;

/// <summary>The engine that the tests of this assembly run on. The same tests run on another where this file is replaced.</summary>
internal static class EngineUnderTest
{
    /// <summary>One in so many random cases is tried.</summary>
    internal const int OneIn = 1;

    internal static IRuleEngine Engine => EmbeddedEngine.Instance;
}
