using ScriptRules.Text.Matching;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Yaml;

/// <summary>Where concepts and slots are named: what is named and not there, and what is there and not named.</summary>
internal sealed class PackReferences(MergedPack packs)
{
    /// <summary>Wherever a concept is named, in what is left of all packs.</summary>
    private IEnumerable<ConceptReference> All() =>
        packs.Layers.SelectMany(l => l.References).Concat(packs.Concepts.Values.SelectMany(c => c.References)).Concat(packs.Rules.SelectMany(r => r.References));

    /// <summary>Says which names are no concept.</summary>
    internal void Check()
    {
        foreach (var reference in All())
        {
            if (packs.Concepts.TryGetValue(reference.Name, out var entry) && !entry.Concept.IsWord) continue;
            if (entry is not null)
            {
                reference.Reader.Fail(DiagnosticCodes.UnknownConcept, reference.Node, $"\"{reference.Name}\" is a word for templates, not a concept");
                continue;
            }

            var near = Spelling.Nearest(reference.Name, packs.Concepts.Keys);
            if (near is null && packs.IsPartial) continue;
            reference.Reader.Fail(DiagnosticCodes.UnknownConcept, reference.Node, $"unknown concept \"{reference.Name}\"",
                near is null ? null : $"did you mean \"{near}\", defined at {packs.Concepts[near].Place}?");
        }
    }

    /// <summary>Concepts, words and slots that nothing uses are probably misspelt somewhere; those of packs that are extended wait for others.</summary>
    internal void CheckUse()
    {
        if (packs.IsPartial) return;
        var own = packs.Own;
        var used = All().Select(r => r.Name).ToHashSet(StringComparer.Ordinal);
        var templates = packs.Concepts.Values.SelectMany(c => PackConcepts.Templates(c.Concept)).ToList();
        foreach (var template in templates.Where(t => t.Contains('<', StringComparison.Ordinal))) used.UnionWith(SlotText.Between(template, '<', '>'));
        foreach (var entry in own.Concepts.Values.Where(c => !used.Contains(c.Concept.Id)))
            entry.Reader.Warn(DiagnosticCodes.UnusedConcept, entry.Node, $"nothing uses \"{entry.Concept.Id}\"");

        var texts = templates.Concat(packs.Rules.SelectMany(PackSlots.TextsOf).Select(n => (n as YamlScalarNode)?.Value ?? "")).Concat(packs.Rules.SelectMany(r => r.Kind.OwnConcepts(r.Rule, r.Fields)).SelectMany(o => o.Concept.Says));
        var usedSlots = texts.Where(t => t.Contains('{', StringComparison.Ordinal)).SelectMany(SlotText.Names).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, (_, node)) in own.Head.Slots)
            if (!usedSlots.Contains(name)) own.Nodes.Warn(DiagnosticCodes.UnusedSlot, node, $"nothing uses the slot \"{name}\"");
    }
}
