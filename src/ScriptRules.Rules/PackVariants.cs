using System.Collections.Immutable;
using ScriptRules.Rules.Calendars;
using ScriptRules.Rules.Yaml;
using ScriptRules.Text;

namespace ScriptRules.Rules;

/// <summary>What a pack becomes by its settings for channels and queues: one compiled pack for each choice of settings that was met.</summary>
/// <param name="settings">At most 64.</param>
/// <param name="clock">The time at the site.</param>
/// <param name="compile">Makes the pack for a choice, with those that are kept to share from.</param>
/// <remarks>Safe to share between threads.</remarks>
internal sealed class PackVariants(ImmutableArray<Setting> settings, SiteClock clock, Func<IReadOnlyList<Setting>, IEnumerable<RulePack>, RulePack> compile)
{
    /// <summary>How many are kept. With more choices than that all are dropped and it begins anew, so that memory stays bounded.</summary>
    private const int KeptAtMost = 64;

    private readonly Lock _gate = new();
    private readonly Dictionary<ulong, RulePack> _kept = [];

    /// <summary>The one for <paramref name="conversation"/>; null when no setting fits.</summary>
    internal RulePack? For(Conversation conversation)
    {
        var choice = 0UL;
        for (var i = 0; i < settings.Length; i++)
            if (settings[i].When.Covers(conversation, clock) == true) choice |= 1UL << i;
        if (choice == 0) return null;
        lock (_gate)
        {
            if (_kept.TryGetValue(choice, out var known)) return known;
            if (_kept.Count == KeptAtMost) _kept.Clear();
            return _kept[choice] = compile([.. settings.Where((_, i) => (choice & (1UL << i)) != 0)], _kept.Values);
        }
    }
}
