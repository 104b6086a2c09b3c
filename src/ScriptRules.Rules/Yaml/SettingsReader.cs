using System.Collections.Immutable;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Yaml;

/// <summary>Reads <c>settings-for</c>: what is different for a channel, a direction or a queue.</summary>
/// <param name="names">The rules that there are.</param>
/// <param name="slots">The slots of the pack.</param>
/// <param name="fixedSlots">Those that are set from outside, which wins.</param>
internal sealed class SettingsReader(RuleNames names, IReadOnlyDictionary<string, string?> slots, IReadOnlyDictionary<string, string> fixedSlots)
{
    internal static readonly string[] Keys = ["when", "slots", "disable", "tune"];

    // A choice of settings is a set of bits.
    private const int AtMost = 64;

    /// <summary>The settings of all packs, those of packs that are extended first.</summary>
    internal ImmutableArray<Setting> Read(IReadOnlyList<PackLayer> layers)
    {
        var all = ImmutableArray.CreateBuilder<Setting>();
        foreach (var layer in layers.Where(l => l.Head.SettingsFor is { } given && !NodeReader.IsNull(given)))
        {
            foreach (var node in layer.Nodes.Items(layer.Head.SettingsFor!))
            {
                all.Add(ReadOne(node, layer));
                if (all.Count == AtMost + 1) layer.Nodes.Fail(DiagnosticCodes.WrongValue, node, $"a pack has at most {AtMost} settings, with those of the packs that it extends");
            }
        }

        return all.ToImmutable();
    }

    private Setting ReadOne(YamlNode node, PackLayer layer)
    {
        var nodes = layer.Nodes;
        var (when, values, disable, tune) = (AppliesWhen.Always, ImmutableDictionary<string, string?>.Empty, (YamlNode?)null, (YamlNode?)null);
        foreach (var (key, keyNode, value) in nodes.Entries(node, "settings-for"))
        {
            switch (key)
            {
                case "when":
                    when = OccasionReader.Read(value, key, OccasionReader.KeysOfSettings, nodes);
                    break;
                case "slots":
                    values = Slots(value, nodes);
                    break;
                case "disable":
                    disable = value;
                    break;
                case "tune":
                    tune = value;
                    break;
                default:
                    nodes.UnknownKey(keyNode, key, Keys, "settings-for");
                    break;
            }
        }

        if (node is YamlMappingNode && when is { Channels.IsEmpty: true, Direction: null, Attributes.IsEmpty: true }) nodes.Fail(DiagnosticCodes.MissingKey, node, "settings need a \"when\" with a channel, a direction or attributes");
        return new Setting(when, values, Adjustments.Read(disable, tune, names, nodes, mayBeGone: !layer.IsOwn), node, nodes);
    }

    private ImmutableDictionary<string, string?> Slots(YamlNode node, NodeReader nodes)
    {
        var values = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        foreach (var (name, (value, nameNode)) in PackHead.ReadSlots(node, nodes))
        {
            if (!slots.ContainsKey(name)) nodes.Fail(DiagnosticCodes.UnknownSlot, nameNode, $"a value is set for the slot \"{name}\", which the pack does not declare", NodeReader.DidYouMean(name, slots.Keys));
            else if (!fixedSlots.ContainsKey(name)) values[name] = value;
        }

        return values.ToImmutable();
    }
}

/// <summary>What is different for some conversations.</summary>
/// <param name="When">For which.</param>
/// <param name="Slots">Values by slot, null for one that is open.</param>
/// <param name="Adjustments">What is changed in rules.</param>
/// <param name="Node">Where it stands.</param>
/// <param name="Nodes">Of the file that it stands in.</param>
internal sealed record Setting(AppliesWhen When, ImmutableDictionary<string, string?> Slots, Adjustments Adjustments, YamlNode Node, NodeReader Nodes);
