using System.Collections.Immutable;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Yaml;

/// <summary>What a pack, or its settings for a queue, changes in rules: some are disabled, some tuned.</summary>
/// <param name="Disabled">Ids of rules and of handbook rows.</param>
/// <param name="Tuned">By rule.</param>
internal sealed record Adjustments(ImmutableHashSet<string> Disabled, ImmutableDictionary<string, Tuning> Tuned)
{
    /// <param name="disable">A list of ids; null for none.</param>
    /// <param name="tune">Tunings by rule; null for none.</param>
    /// <param name="names">The rules that there are to change.</param>
    /// <param name="nodes">Of the file that both stand in.</param>
    /// <param name="mayBeGone">Whether what they name may since have gone, as a nearer pack can disable it.</param>
    internal static Adjustments Read(YamlNode? disable, YamlNode? tune, RuleNames names, NodeReader nodes, bool mayBeGone = false)
    {
        var disabled = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var item in disable is null ? [] : nodes.Items(disable))
            if (nodes.Text(item, "disable", out var name) && (names.HasRule(name) || names.HasSource(name) || mayBeGone || names.SayUnknown(name, item, nodes))) disabled.Add(name);

        var tuned = ImmutableDictionary.CreateBuilder<string, Tuning>(StringComparer.Ordinal);
        foreach (var (rule, node, value) in tune is null ? [] : nodes.Entries(tune, "tune"))
        {
            var tuning = Tuning.Read(rule, value, nodes);
            if (names.HasRule(rule) || mayBeGone || names.SayUnknown(rule, node, nodes, onlyRules: true)) tuned[rule] = tuning;
        }

        return new Adjustments(disabled.ToImmutable(), tuned.ToImmutable());
    }

    /// <summary>The rule as it is then.</summary>
    internal RuleEntry Of(RuleEntry entry)
    {
        if (Tuned.TryGetValue(entry.Rule.Id, out var tuning)) entry = entry with { Rule = tuning.Of(entry.Rule) };
        if (Disabled.Contains(entry.Rule.Id)) return entry with { IsOff = true };
        var cited = entry.Citations.Select(c => c.Name).ToList();
        var silenced = entry.Silenced.Union(cited.Where(Disabled.Contains));
        return entry with { Silenced = silenced, IsOff = entry.IsOff || (cited.Count > 0 && cited.TrueForAll(silenced.Contains)) };
    }
}
