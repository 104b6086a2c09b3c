using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Yaml;

/// <summary>The slots of a pack with their values, and where rules name them.</summary>
internal sealed class PackSlots(MergedPack packs, DiagnosticBag diagnostics)
{
    // Slots that a conversation fills: they mean something in every pack.
    private static readonly string[] ContextSlots = ["customer_surname", "customer_name", "honorific", "agent_name", "agent_surname"];

    /// <summary>The slots by name; null for one that is open. Says which of the settings, and of the names in suggestions, are none.</summary>
    /// <param name="source">The pack that was asked for.</param>
    /// <param name="settings">Values that replace the pack's own.</param>
    internal Dictionary<string, string?> Read(IPackSource source, IReadOnlyDictionary<string, string> settings)
    {
        var slots = ContextSlots.ToDictionary(s => s, string? (_) => null, StringComparer.Ordinal);
        foreach (var (name, (value, _)) in packs.Layers.SelectMany(l => l.Head.Slots)) slots[name] = value;
        foreach (var (name, value) in settings.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            if (slots.ContainsKey(name)) slots[name] = value;
            else diagnostics.Add(DiagnosticCodes.UnknownSlot, new Place(PackLayer.Named(source, PackLayer.HeadFile), 0, 0), $"a value is set for the slot \"{name}\", which the pack does not declare", help: NodeReader.DidYouMean(name, slots.Keys) ?? $"the slots are {string.Join(", ", slots.Keys.Order(StringComparer.Ordinal))}");
        }

        foreach (var rule in packs.Rules)
        {
            foreach (var item in TextsOf(rule))
            {
                var text = (item as YamlScalarNode)?.Value ?? "";
                foreach (var slot in SlotText.Names(text).Where(n => !slots.ContainsKey(n)).Distinct())
                    rule.Reader.FailIn(DiagnosticCodes.UnknownSlot, item, text.IndexOf(slot, StringComparison.Ordinal), slot.Length, $"unknown slot \"{slot}\" in a suggestion of rule \"{rule.Rule.Id}\"", NodeReader.DidYouMean(slot, slots.Keys));
            }
        }

        return slots;
    }

    /// <summary>Where a rule names slots outside of concepts: in suggestions and model sentences.</summary>
    internal static IEnumerable<YamlNode> TextsOf(RuleEntry rule) => rule.Kind.SlotKeys.SelectMany(k => rule.Part(k) is { } part ? rule.Reader.Items(part) : []).Concat(rule.Kind.Models(rule.Fields));
}
