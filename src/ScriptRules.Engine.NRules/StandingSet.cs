using NRules.RuleModel;
using ScriptRules.Rules;
using ScriptRules.Text.Facts;

namespace ScriptRules.Engine.NRules;

/// <summary>What stands in a session. Several matches can stand behind one production and anchor, so they are counted.</summary>
internal sealed class StandingSet
{
    private readonly Dictionary<Standing, int> _matches = [];

    /// <summary>A match came or went.</summary>
    internal void Change(IContext context, int production, Fact anchor)
    {
        var standing = new Standing(production, anchor);
        if (context.Match.Trigger != MatchTrigger.Removed) _matches[standing] = _matches.GetValueOrDefault(standing) + 1;
        else if (--_matches[standing] == 0) _matches.Remove(standing);
    }

    internal Standing[] ToArray() => [.. _matches.Keys];
}
