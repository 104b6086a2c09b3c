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

    /// <summary>Whether the other one, of facts found anew, is of the same productions at the same places.</summary>
    internal bool IsSame(Finding other)
    {
        if (Rule != other.Rule || Turn != other.Turn || Span != other.Span || Standing.Count != other.Standing.Count) return false;
        for (var i = 0; i < Standing.Count; i++)
        {
            var ((production, anchor), (otherProduction, otherAnchor)) = (Standing[i], other.Standing[i]);
            if (production != otherProduction || anchor.Turn != otherAnchor.Turn || anchor.Span != otherAnchor.Span) return false;
        }

        return true;
    }
}
