using ScriptRules.Rules;
using ScriptRules.Text;
using ScriptRules.Text.Facts;

namespace ScriptRules.Checking;

/// <summary>A rule that is broken at one place, for one or several reasons.</summary>
internal sealed class Finding(int rule, int turn, TextSpan span)
{
    internal int Rule { get; } = rule;

    internal int Turn { get; } = turn;

    internal TextSpan Span { get; set; } = span;

    /// <summary>The productions that stand, with their anchors, in the order of the pack.</summary>
    internal List<(Production Production, Fact Anchor)> Standing { get; } = [];

    /// <summary>Whether only times broke the rule, so that no other words would mend it.</summary>
    internal bool IsOfTimes => Standing.TrueForAll(s => (s.Production.Needs & (Needs.Times | Needs.TurnTimes | Needs.EndTime)) != 0);
}
