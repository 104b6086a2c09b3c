using ScriptRules.Rules;
using ScriptRules.Text.Facts;

namespace ScriptRules.Engine.NRules;

/// <summary>What stands in a session. Several matches can stand behind one production and anchor, so they are counted.</summary>
internal sealed class StandingSet
{
    private readonly Dictionary<Standing, int> _matches = [];

    /// <summary>A match came.</summary>
    internal void Add(int production, Fact anchor)
    {
        var standing = new Standing(production, anchor);
        _matches[standing] = _matches.GetValueOrDefault(standing) + 1;
    }

    /// <summary>A match went.</summary>
    internal void Remove(int production, Fact anchor)
    {
        var standing = new Standing(production, anchor);
        if (--_matches[standing] == 0) _matches.Remove(standing);
    }

    internal Standing[] ToArray() => [.. _matches.Keys];
}
