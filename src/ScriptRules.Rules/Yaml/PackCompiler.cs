using System.Collections.Immutable;
using ScriptRules.Rules.Calendars;
using ScriptRules.Rules.Kinds;
using ScriptRules.Text.Facts;
using ScriptRules.Text.Matching;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Yaml;

/// <summary>Compiles the rules of a pack to productions: once as they are, and for a channel or a queue when that is first needed.</summary>
internal sealed class PackCompiler(MergedPack packs, PackParts parts, Lexicon lexicon, IReadOnlyDictionary<string, string?> slots, ImmutableArray<Setting> variations, DiagnosticBag diagnostics)
{
    private readonly ImmutableArray<string> _windows = parts.WindowNames;
    private readonly ImmutableArray<string> _festivals = parts.FestivalNames;
    private readonly bool _firstOnly = packs.Nearest(h => h.FirstFestivalOnly) ?? false;

    internal RulePack Compile() => Compile(packs.Rules, lexicon, slots, isWhole: true);

    private RulePack Compile(IReadOnlyList<RuleEntry> rules, Lexicon lexicon, IReadOnlyDictionary<string, string?> slots, bool isWhole)
    {
        var productions = ImmutableArray.CreateBuilder<Production>();
        var (measures, tests) = (new MeasureList(), new List<MetadataTest>());
        for (var i = 0; i < rules.Count; i++)
        {
            var context = new CompileContext(i, lexicon, _windows, _festivals, _firstOnly, measures) { Tests = tests };
            var compiled = rules[i].Kind.Compile(rules[i].Rule, rules[i].Fields, context).ToList();
            if (isWhole) CheckMessages(rules[i], compiled);
            productions.AddRange(compiled.Select(p => Heard(p, rules[i])).OfType<Production>().Select(p => p with { Origin = rules[context.Rule].Rule }));
        }

        return new RulePack
        {
            Name = packs.Own.Head.Name,
            Version = packs.Own.Head.Version,
            Title = packs.Own.Head.Title,
            Rules = [.. rules.Select(r => r.Rule with { Sources = r.Rule.Sources.RemoveAll(r.Silenced.Contains), AppliesWhen = r.IsOff ? AppliesWhen.Never : r.Rule.AppliesWhen })],
            Productions = productions.ToImmutable(),
            Measures = measures.All,
            Tests = [.. tests],
            Lexicon = lexicon,
            ConceptTitles = packs.Concepts.Values.Where(c => c.Title.Length > 0).ToImmutableDictionary(c => c.Concept.Id, c => c.Title, StringComparer.Ordinal),
            Handbook = parts.Handbook,
            Slots = slots.ToImmutableDictionary(StringComparer.Ordinal),
            Scenarios = packs.Scenarios(),
            Windows = parts.Windows,
            Calendar = parts.Calendar,
            Clock = parts.Clock,
            Acknowledgement = lexicon.IdOf(packs.Nearest(h => h.Acknowledgement) ?? ""),
            Greeting = lexicon.IdOf(packs.Nearest(h => h.Greeting) ?? ""),
            Farewell = lexicon.IdOf(packs.Nearest(h => h.Farewell) ?? ""),
            Suppressions = parts.Suppressions,
            Scorecard = parts.Scorecard,
            Variants = isWhole && !variations.IsEmpty ? new PackVariants(variations, parts.Clock, Vary) : null,
            Warnings = diagnostics.Sorted(),
        };
    }

    /// <summary>The pack as it is for a channel or a queue; the rules keep their places. A lexicon is shared by those with the same slot values.</summary>
    private RulePack Vary(IReadOnlyList<Setting> chosen, IEnumerable<RulePack> made)
    {
        var varied = new Dictionary<string, string?>(slots, StringComparer.Ordinal);
        foreach (var (slot, value) in chosen.SelectMany(c => c.Slots)) varied[slot] = value;
        var rules = packs.Rules.ConvertAll(rule => chosen.Aggregate(rule, (r, setting) => setting.Adjustments.Of(r)));
        if (varied.All(v => slots[v.Key] == v.Value)) return Compile(rules, lexicon, slots, isWhole: false);
        if (made.FirstOrDefault(p => varied.All(v => p.Slots[v.Key] == v.Value)) is { } like) return Compile(rules, like.Lexicon, varied, isWhole: false);
        return Lexicon.Build(new PackConcepts(packs).All(), varied, out var errors) is { } other
            ? Compile(rules, other, varied, isWhole: false)
            : throw new InvalidOperationException($"settings that are right one by one do not go together: concept \"{errors[0].Concept}\": {errors[0].Error.Message}");
    }

    /// <summary>The production without the handbook rows that are disabled; null when it asks for nothing else.</summary>
    private static Production? Heard(Production production, RuleEntry rule)
    {
        if (rule.Silenced.IsEmpty || production.Sources.IsEmpty) return production;
        var sources = production.Sources.RemoveAll(rule.Silenced.Contains);
        return sources.IsEmpty ? null : production with { Sources = sources };
    }

    /// <summary>Messages are told apart by the reasons that a rule can be broken for.</summary>
    private static void CheckMessages(RuleEntry rule, IEnumerable<Production> compiled)
    {
        if (rule.Part("message") is not YamlMappingNode messages) return;
        var reasons = compiled.Where(p => p.Meaning == Meaning.Violation).Select(p => p.Reason).Append("").Distinct().ToList();
        foreach (var (reason, node, _) in rule.Reader.Entries(messages, "message"))
            if (!reasons.Contains(reason)) rule.Reader.UnknownKey(node, reason, [.. reasons.Select(r => r.Length == 0 ? "''" : r)], $"the messages of rule \"{rule.Rule.Id}\"");
    }
}

/// <summary>What is the same in a pack for all channels and queues.</summary>
internal sealed record PackParts(SiteClock Clock, DayWindows Windows, FestivalCalendar Calendar, ImmutableDictionary<string, string> Handbook, ImmutableArray<Suppression> Suppressions, Scorecard? Scorecard)
{
    internal ImmutableArray<string> WindowNames => [.. Windows.All.Select(w => w.Name)];

    internal ImmutableArray<string> FestivalNames => [.. Calendar.Openings.Select(f => f.Id)];
}
