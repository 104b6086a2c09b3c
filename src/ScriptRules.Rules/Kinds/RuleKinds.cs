using System.Collections.Frozen;

namespace ScriptRules.Rules.Kinds;

/// <summary>All rule kinds.</summary>
internal static class RuleKinds
{
    internal static FrozenDictionary<string, RuleKind> ByName { get; } = new RuleKind[]
    {
        new NeverSay(),
        new MustSay(),
        new MustAnswer(),
        new Opening(),
        new Closing(),
        new Address(),
        new Timing(),
        new Repeat(),
        new Sequence(),
        new ConditionRule(),
        new Promised(),
        new PrivateData(),
    }.ToFrozenDictionary(k => k.Name);
}
