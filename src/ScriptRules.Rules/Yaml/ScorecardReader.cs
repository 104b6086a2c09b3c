using System.Collections.Immutable;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Yaml;

/// <summary>Reads a scorecard.</summary>
/// <param name="names">The rules that there are to score.</param>
/// <param name="isInherited">Whether the pack has it from one that it extends: what it names may then have gone.</param>
/// <param name="nodes">Of the file that it stands in.</param>
internal sealed class ScorecardReader(RuleNames names, bool isInherited, NodeReader nodes)
{
    internal static readonly string[] Keys = ["start", "full", "items", "veto", "levels"];
    internal static readonly string[] ItemKeys = ["name", "rules", "sources", "tags", "take", "give", "per", "at-most"];
    internal static readonly string[] VetoKeys = ["name", "rules", "sources", "tags", "ceiling"];

    internal Scorecard Read(YamlNode node)
    {
        var card = new Scorecard();
        decimal? full = null;
        foreach (var (key, keyNode, value) in nodes.Entries(node, "the scorecard"))
        {
            switch (key)
            {
                case "start":
                    if (nodes.Points(value, key, out var start)) card = card with { Start = start };
                    break;
                case "full":
                    if (nodes.Points(value, key, out var most)) full = most;
                    break;
                case "items":
                    card = card with { Items = [.. nodes.SomeItems(value, key).Select(Item)] };
                    break;
                case "veto":
                    card = card with { Vetoes = [.. nodes.SomeItems(value, key).Select(Veto)] };
                    break;
                case "levels":
                    card = card with { Levels = Levels(value) };
                    break;
                default:
                    nodes.UnknownKey(keyNode, key, Keys, "the scorecard");
                    break;
            }
        }

        if (full < card.Start) nodes.Fail(DiagnosticCodes.WrongValue, node, "the scorecard starts above its full score");
        return card with { Full = full ?? Math.Max(100, card.Start) };
    }

    private ScoreItem Item(YamlNode node)
    {
        var item = new ScoreItem("", Picked(node, "an item"), 0, false, false, null);
        var ways = 0;
        foreach (var (key, keyNode, value) in nodes.Entries(node, "an item"))
        {
            switch (key)
            {
                case "name":
                    if (nodes.Text(value, key, out var name)) item = item with { Name = name };
                    break;
                case "rules" or "sources" or "tags":
                    break;
                case "take" or "give":
                    ways++;
                    if (nodes.Points(value, key, out var points)) item = item with { Points = points, Gives = key == "give" };
                    break;
                case "per":
                    if (nodes.Choice<Per>(value, key, out var per)) item = item with { IsOnce = per == Per.Rule };
                    break;
                case "at-most":
                    if (nodes.Points(value, key, out var most)) item = item with { AtMost = most };
                    break;
                default:
                    nodes.UnknownKey(keyNode, key, ItemKeys, "an item");
                    break;
            }
        }

        if (node is not YamlMappingNode) return item;
        if (item.Name.Length == 0) nodes.Fail(DiagnosticCodes.MissingKey, node, "an item needs \"name\"");
        if (ways != 1) nodes.Fail(DiagnosticCodes.MissingKey, node, "an item needs one of \"take\" and \"give\": the points for one rule");
        return item;
    }

    private ScoreVeto Veto(YamlNode node)
    {
        var veto = new ScoreVeto("", Picked(node, "a veto"), 0);
        foreach (var (key, keyNode, value) in nodes.Entries(node, "a veto"))
        {
            switch (key)
            {
                case "name":
                    if (nodes.Text(value, key, out var name)) veto = veto with { Name = name };
                    break;
                case "rules" or "sources" or "tags":
                    break;
                case "ceiling":
                    if (nodes.Points(value, key, out var ceiling)) veto = veto with { Ceiling = ceiling };
                    break;
                default:
                    nodes.UnknownKey(keyNode, key, VetoKeys, "a veto");
                    break;
            }
        }

        if (node is YamlMappingNode && veto.Name.Length == 0) nodes.Fail(DiagnosticCodes.MissingKey, node, "a veto needs \"name\"");
        return veto;
    }

    /// <summary>The rules that a list of ids, of handbook rows and of tags picks; a <c>*</c> at the end stands for any rest.</summary>
    private ImmutableHashSet<string> Picked(YamlNode node, string what)
    {
        var picked = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var isAsked = false;
        foreach (var (key, _, value) in node is YamlMappingNode ? nodes.Entries(node, what) : [])
        {
            if (key is not ("rules" or "sources" or "tags")) continue;
            isAsked = true;
            foreach (var item in nodes.SomeItems(value, key))
            {
                if (!nodes.Text(item, key, out var name)) continue;
                var found = names.Rules.Where(r => Called(r, key).Any(n => Fits(n, name))).Select(r => r.Rule.Id).ToList();
                picked.UnionWith(found);
                if (found.Count > 0 || isInherited) continue;
                if (key == "tags") nodes.Fail(DiagnosticCodes.UnknownRule, item, $"no rule has the tag \"{name}\"", NodeReader.DidYouMean(name, names.Rules.SelectMany(r => r.Rule.Tags)));
                else names.SayUnknown(name, item, nodes, onlyRules: key == "rules");
            }
        }

        if (!isAsked) nodes.Fail(DiagnosticCodes.MissingKey, node, $"{what} needs \"rules\", \"sources\" or \"tags\": what it scores");
        return picked.ToImmutable();
    }

    private static IEnumerable<string> Called(RuleEntry rule, string key) => key switch
    {
        "rules" => [rule.Rule.Id],
        "sources" => rule.Citations.Select(c => c.Name),
        _ => rule.Rule.Tags,
    };

    private static bool Fits(string name, string pattern) =>
        pattern.EndsWith('*') ? name.StartsWith(pattern[..^1], StringComparison.Ordinal) : name == pattern;

    private ImmutableArray<ScoreLevel> Levels(YamlNode node)
    {
        var levels = new List<ScoreLevel>();
        foreach (var (name, _, value) in nodes.Entries(node, "levels"))
        {
            if (!nodes.Points(value, name, out var from)) continue;
            if (levels.Exists(l => l.From == from)) nodes.Fail(DiagnosticCodes.WrongValue, value, $"two levels begin at {from}");
            levels.Add(new ScoreLevel(name, from));
        }

        return [.. levels.OrderByDescending(l => l.From)];
    }

    private enum Per
    {
        Hit,
        Rule,
    }
}
