using ScriptRules.Rules.Kinds;
using ScriptRules.Text.Matching;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Yaml;

/// <summary>Makes the lexicon of a pack, and says at its place what is wrong with a concept.</summary>
internal sealed class PackConcepts(MergedPack packs)
{
    private static readonly HashSet<string> NothingGiven = [];

    /// <summary>Concepts that rules bring themselves.</summary>
    private List<OwnConcept> OfRules() =>
        [.. packs.Rules.SelectMany(r => r.Kind.OwnConcepts(r.Rule, r.Fields)).DistinctBy(o => o.Concept.Id).Where(o => !packs.Concepts.ContainsKey(o.Concept.Id))];

    /// <summary>All concepts and words, those that rules bring themselves behind the others.</summary>
    internal List<Concept> All() => [.. packs.Concepts.Values.Select(c => c.Concept), .. OfRules().Select(o => packs.Own.Head.Apply(o.Concept, NothingGiven))];

    /// <summary>Builds the lexicon, or says what is wrong with the concepts; null when something is.</summary>
    internal Lexicon? Build(Dictionary<string, string?> slots)
    {
        var ownById = OfRules().ToDictionary(o => o.Concept.Id, StringComparer.Ordinal);
        var lexicon = Lexicon.Build(All(), slots, out var errors);
        foreach (var error in errors)
        {
            var code = error.Error.Message.StartsWith("unknown slot", StringComparison.Ordinal) ? DiagnosticCodes.UnknownSlot
                : error.Error.Message.StartsWith("unknown concept", StringComparison.Ordinal) ? DiagnosticCodes.UnknownConcept : DiagnosticCodes.Template;
            if (ownById.TryGetValue(error.Concept, out var made))
            {
                if (error.Part is "any-of" or "all-of") continue; // said already
                made.From.Reader.Fail(code, made.From.Node, error.Error.Message);
                continue;
            }

            var entry = packs.Concepts[error.Concept];
            var node = entry.Items.TryGetValue(error.Part, out var items) && error.Index < items.Count ? items[error.Index] : entry.Node;
            if (error.Part is "any-of" or "all-of" or "none-of" && node is YamlScalarNode { Value: { } part } && (!packs.Concepts.TryGetValue(part, out var whole) || whole.Concept.IsWord)) continue; // said already
            var name = error.Error.Message.Split('"') is [_, var quoted, ..] ? quoted : "";
            var help = code == DiagnosticCodes.Template ? null : NodeReader.DidYouMean(name, code == DiagnosticCodes.UnknownSlot ? slots.Keys : packs.Concepts.Keys);
            if (code == DiagnosticCodes.UnknownConcept && help is null && packs.IsPartial) continue;
            var (offset, length) = Part(node, error.Error.Offset);
            entry.Reader.FailIn(code, node, offset, length, error.Error.Message, help);
        }

        foreach (var warning in lexicon?.Warnings ?? []) Warn(warning);
        return lexicon;
    }

    private void Warn(ConceptWarning warning)
    {
        // What a pack asks for all its concepts holds where it can.
        if (!packs.Concepts.TryGetValue(warning.Concept, out var entry) || (warning.Doubt == ConceptDoubt.Unread && !entry.Given.Contains(warning.Part))) return;
        // What is hoped for may be short: 谢谢. What is forbidden accuses.
        if (warning.Doubt == ConceptDoubt.Short && (entry.Given.Contains("at") || !packs.Rules.Exists(r => r.Kind is NeverSay && NeverSay.Forbidden(r.Fields).Contains(warning.Concept)))) return;
        var (code, part) = warning.Doubt switch
        {
            ConceptDoubt.Unread => (DiagnosticCodes.Unread, "says"),
            ConceptDoubt.Ungated => (DiagnosticCodes.Ungated, warning.Part),
            _ => (DiagnosticCodes.ShortPhrase, warning.Part),
        };
        var node = entry.Items.TryGetValue(part, out var items) && warning.Index < items.Count ? items[warning.Index] : entry.Node;
        if (warning.Doubt == ConceptDoubt.Short) entry.Reader.Fail(code, node, warning.Message);
        else entry.Reader.Warn(code, node, warning.Message);
    }

    /// <summary>What is meant in a template: a name with its brackets, a character, or all of it.</summary>
    private static (int Offset, int Length) Part(YamlNode node, int offset)
    {
        var text = (node as YamlScalarNode)?.Value ?? "";
        if (offset >= text.Length) return (0, text.Length);
        var close = text[offset] switch { '<' => text.IndexOf('>', offset), '{' => text.IndexOf('}', offset), _ => -1 };
        if (close > 0) return (offset, close + 1 - offset);
        return offset == 0 ? (0, text.Length) : (offset, 1);
    }

    /// <summary>Everything that is written as a template in a concept.</summary>
    internal static IEnumerable<string> Templates(Concept c) =>
        c.Says.Concat(c.NotInside).Concat(c.After).Concat(c.NotAfter).Concat(c.Before).Concat(c.NotBefore);

    /// <summary>Says what is wrong with the templates that name a slot, when a setting gives it another value.</summary>
    internal void Check(Setting setting, Dictionary<string, string?> slots)
    {
        var byId = All().ToDictionary(c => c.Id, StringComparer.Ordinal);
        var names = setting.Slots.Keys.Select(s => $"{{{s}}}").ToList();
        var wanted = byId.Values.Where(c => Templates(c).Any(t => names.Exists(n => t.Contains(n, StringComparison.Ordinal)))).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var inlined = new HashSet<string>(StringComparer.Ordinal);
        for (var count = -1; count < wanted.Count;)
        {
            count = wanted.Count;
            wanted.UnionWith(byId.Values.Where(c => Templates(c).SelectMany(t => SlotText.Between(t, '<', '>')).Any(wanted.Contains)).Select(c => c.Id));
        }

        Inline(wanted);
        // What a concept asks beside its templates is checked with the pack.
        var part = wanted.Union(inlined).Select(id => byId[id] with { AllOf = [], NoneOf = [], Regexes = [] }).ToList();
        var varied = new Dictionary<string, string?>(slots, StringComparer.Ordinal);
        foreach (var (slot, value) in setting.Slots) varied[slot] = value;
        Lexicon.Build(part, varied, out var errors);
        foreach (var error in errors.DistinctBy(e => e.Concept))
            setting.Nodes.Fail(DiagnosticCodes.Template, setting.Node, $"with these slots the concept \"{error.Concept}\" cannot be read: {error.Error.Message}");

        void Inline(IEnumerable<string> concepts)
        {
            foreach (var id in concepts)
                Inline(Templates(byId[id]).SelectMany(t => SlotText.Between(t, '<', '>')).Concat(byId[id].AnyOf).Where(n => byId.ContainsKey(n) && inlined.Add(n)).ToList());
        }
    }
}
