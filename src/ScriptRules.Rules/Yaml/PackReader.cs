using System.Collections.Immutable;
using ScriptRules.Rules.Calendars;
using ScriptRules.Rules.Kinds;
using ScriptRules.Text.Facts;
using ScriptRules.Text.Matching;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Yaml;

/// <summary>Reads a pack with those that it extends and compiles the whole, or says all that is wrong with it.</summary>
internal sealed class PackReader(IPackSource source, IReadOnlyDictionary<string, string> settings)
{
    // Slots that a conversation fills: they mean something in every pack.
    private static readonly string[] ContextSlots = ["customer_surname", "customer_name", "honorific", "agent_name", "agent_surname"];

    private static readonly HashSet<string> NothingGiven = [];

    private readonly DiagnosticBag _diagnostics = new();
    private readonly Dictionary<string, ConceptEntry> _concepts = new(StringComparer.Ordinal);
    private IReadOnlyList<PackLayer> _layers = [];
    private List<RuleEntry> _rules = [];

    private bool IsPartial => _layers.Any(l => l.IsPartial);

    /// <summary>The concepts and words as written; after <see cref="Read(out ImmutableArray{PackDiagnostic})"/>.</summary>
    internal IReadOnlyCollection<ConceptEntry> Concepts => _concepts.Values;

    /// <summary>The rules as written, in the order of the pack.</summary>
    internal IReadOnlyList<RuleEntry> Rules => _rules;

    /// <summary>Whether the nearest pack names a calendar itself.</summary>
    internal bool HasOwnCalendar => _layers[^1].Head.Calendar is not null;

    /// <summary>Whether a file, as diagnostics name it, belongs to a pack that this one extends.</summary>
    internal bool IsInherited(string file) =>
        _layers.Where(l => file.StartsWith(PackLayer.Named(l.Source, ""), StringComparison.Ordinal)).MaxBy(l => l.Source.Name.Length) is { IsOwn: false };

    /// <summary>The pack; null when <paramref name="diagnostics"/> has errors.</summary>
    internal RulePack? Read(out ImmutableArray<PackDiagnostic> diagnostics)
    {
        var pack = Read();
        diagnostics = _diagnostics.Sorted();
        return _diagnostics.HasErrors ? null : pack;
    }

    private RulePack? Read()
    {
        _layers = new PackChain(_diagnostics).Read(source);
        if (_layers.Count == 0) return null;
        var own = _layers[^1];
        var clock = Nearest(h => h.Clock) ?? SiteClock.Create("Asia/Shanghai");
        var offset = clock.At(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)).Offset;
        foreach (var layer in _layers)
        {
            layer.ReadTopics(offset);
            Merge(layer);
        }

        var calendar = ReadCalendar();
        var handbook = ReadHandbook();
        if (_rules.Count == 0 && !_diagnostics.HasErrors) _diagnostics.Add(DiagnosticCodes.NoRules, new Place(PackLayer.Named(source, PackLayer.HeadFile), 0, 0), "the pack has no rules");
        CheckReferences();

        var slots = Slots();
        var lexicon = BuildLexicon(slots);
        CheckUse();
        var festivals = calendar.Openings.Select(f => f.Id).ToImmutableArray();
        var dayWindows = Nearest(h => h.Windows) ?? DayWindows.Create(new DayWindow("day", TimeOnly.MinValue, TimeOnly.MinValue));
        var windows = dayWindows.All.Select(w => w.Name).ToImmutableArray();
        foreach (var rule in _rules) rule.Kind.Check(rule, windows, festivals);
        var names = new RuleNames(_rules, IsPartial);
        var suppressions = ReadSuppressions(names);
        var scorecard = ReadScorecard(names);
        var variations = new SettingsReader(names, slots, settings).Read(_layers);
        foreach (var variation in variations.Where(v => v.Slots.Count > 0)) CheckSlots(variation, slots);
        if (lexicon is null || _diagnostics.HasErrors) return null;

        var firstOnly = Nearest(h => h.FirstFestivalOnly) ?? false;
        return Compile(_rules, lexicon, slots, isWhole: true);

        RulePack Compile(IReadOnlyList<RuleEntry> rules, Lexicon lexicon, IReadOnlyDictionary<string, string?> slots, bool isWhole)
        {
            var productions = ImmutableArray.CreateBuilder<Production>();
            var (measures, tests) = (new MeasureList(), new List<MetadataTest>());
            for (var i = 0; i < rules.Count; i++)
            {
                var context = new CompileContext(i, lexicon, windows, festivals, firstOnly, measures) { Tests = tests };
                var compiled = rules[i].Kind.Compile(rules[i].Rule, rules[i].Fields, context).ToList();
                if (isWhole) CheckMessages(rules[i], compiled);
                productions.AddRange(compiled.Select(p => Heard(p, rules[i])).OfType<Production>().Select(p => p with { Origin = rules[context.Rule].Rule }));
            }

            return new RulePack
            {
                Name = own.Head.Name,
                Version = own.Head.Version,
                Title = own.Head.Title,
                Rules = [.. rules.Select(r => r.Rule with { Sources = r.Rule.Sources.RemoveAll(r.Silenced.Contains), AppliesWhen = r.IsOff ? AppliesWhen.Never : r.Rule.AppliesWhen })],
                Productions = productions.ToImmutable(),
                Measures = measures.All,
                Tests = [.. tests],
                Lexicon = lexicon,
                ConceptTitles = _concepts.Values.Where(c => c.Title.Length > 0).ToImmutableDictionary(c => c.Concept.Id, c => c.Title, StringComparer.Ordinal),
                Handbook = handbook,
                Slots = slots.ToImmutableDictionary(StringComparer.Ordinal),
                Scenarios = Scenarios(),
                Windows = dayWindows,
                Calendar = calendar,
                Clock = clock,
                Acknowledgement = lexicon.IdOf(Nearest(h => h.Acknowledgement) ?? ""),
                Greeting = lexicon.IdOf(Nearest(h => h.Greeting) ?? ""),
                Farewell = lexicon.IdOf(Nearest(h => h.Farewell) ?? ""),
                Suppressions = suppressions,
                Scorecard = scorecard,
                Variants = isWhole && !variations.IsEmpty ? new PackVariants(variations, clock, Vary) : null,
                Warnings = _diagnostics.Sorted(),
            };
        }

        // The pack as it is for a channel or a queue; the rules keep their places. A lexicon is shared by those with the same slot values.
        RulePack Vary(IReadOnlyList<Setting> chosen, IEnumerable<RulePack> made)
        {
            var varied = new Dictionary<string, string?>(slots, StringComparer.Ordinal);
            foreach (var (slot, value) in chosen.SelectMany(c => c.Slots)) varied[slot] = value;
            var rules = _rules.ConvertAll(rule => chosen.Aggregate(rule, (r, setting) => setting.Adjustments.Of(r)));
            if (varied.All(v => slots[v.Key] == v.Value)) return Compile(rules, lexicon, slots, isWhole: false);
            if (made.FirstOrDefault(p => varied.All(v => p.Slots[v.Key] == v.Value)) is { } like) return Compile(rules, like.Lexicon, varied, isWhole: false);
            return Lexicon.Build(AllConcepts(), varied, out var errors) is { } other
                ? Compile(rules, other, varied, isWhole: false)
                : throw new InvalidOperationException($"settings that are right one by one do not go together: concept \"{errors[0].Concept}\": {errors[0].Error.Message}");
        }
    }

    /// <summary>What the nearest pack says that says it at all.</summary>
    private T? Nearest<T>(Func<PackHead, T?> key) => _layers.Select(l => key(l.Head)).LastOrDefault(v => v is not null);

    /// <summary>Puts a pack on top of those before it: of one id the later counts, whole; then it disables and tunes.</summary>
    private void Merge(PackLayer layer)
    {
        foreach (var (id, concept) in layer.Concepts)
        {
            concept.Concept = layer.Head.Apply(concept.Concept, concept.Given);
            _concepts[id] = concept;
        }

        var places = _rules.Select((r, i) => (r.Rule.Id, i)).ToDictionary(StringComparer.Ordinal);
        foreach (var rule in layer.Rules)
        {
            if (places.TryGetValue(rule.Rule.Id, out var at)) _rules[at] = rule;
            else _rules.Add(rule);
        }

        var adjustments = Adjustments.Read(layer.Head.Disable, layer.Head.Tune, new RuleNames(_rules, IsPartial), layer.Nodes);
        _rules = [.. _rules.Select(adjustments.Of).Where(r => !r.IsOff)];
    }

    /// <summary>The production without the handbook rows that are disabled; null when it asks for nothing else.</summary>
    private static Production? Heard(Production production, RuleEntry rule)
    {
        if (rule.Silenced.IsEmpty || production.Sources.IsEmpty) return production;
        var sources = production.Sources.RemoveAll(rule.Silenced.Contains);
        return sources.IsEmpty ? null : production with { Sources = sources };
    }

    /// <summary>The calendar that the nearest pack names, with the notices of all; of two for one festival's occurrence the nearer counts.</summary>
    private FestivalCalendar ReadCalendar()
    {
        if (_layers.LastOrDefault(l => l.Head.Calendar is not null) is not { } holder)
        {
            foreach (var layer in _layers)
                if (layer.Head.Notices is { } vain && !NodeReader.IsNull(vain))
                    layer.Nodes.Fail(DiagnosticCodes.MissingKey, vain, "notices need a \"calendar\" that has their festivals");
            return FestivalCalendar.Create(FestivalCalendarData.Empty);
        }

        if (holder.ReadCalendar() is not { } calendar) return FestivalCalendar.Create(FestivalCalendarData.Empty);
        var kept = new List<HouseNotice>();
        var definitions = calendar.Data.Festivals.ToDictionary(d => d.Festival.Id, StringComparer.Ordinal);
        foreach (var layer in _layers.Reverse())
        {
            var decided = kept.Select(Occurrence).ToHashSet();
            kept.AddRange(layer.ReadNotices(calendar).Where(n => !decided.Contains(Occurrence(n))));
        }

        if (kept.Count == 0) return calendar;
        var data = calendar.Data with { Notices = [.. calendar.Data.Notices, .. kept] };
        foreach (var fault in data.FindFaults()) _layers[^1].Nodes.FailAt(DiagnosticCodes.Calendar, 1, 1, 1, fault.Message);
        return _diagnostics.HasErrors ? calendar : FestivalCalendar.Create(data);

        (string, DateOnly?) Occurrence(HouseNotice notice) => (notice.FestivalId, CalendarFault.HomeOf(definitions[notice.FestivalId], notice));
    }

    /// <summary>The sentences of all handbooks by id; a rule that cites another id is wrong.</summary>
    private ImmutableDictionary<string, string> ReadHandbook()
    {
        var sentences = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var books = _layers.Select(l => l.ReadHandbook()).ToList();
        foreach (var (id, sentence) in books.OfType<Dictionary<string, string>>().SelectMany(b => b)) sentences[id] = sentence;
        var isUnread = books.Where((b, i) => b is null && _layers[i].Head.Handbook is not null).Any();
        if (isUnread || books.TrueForAll(b => b is null)) return sentences.ToImmutable();
        foreach (var cited in _rules.SelectMany(r => r.Citations).Where(c => !sentences.ContainsKey(c.Name)))
            cited.Reader.Fail(DiagnosticCodes.UnknownSource, cited.Node, $"the handbook has no \"{cited.Name}\"", NodeReader.DidYouMean(cited.Name, sentences.Keys));

        return sentences.ToImmutable();
    }

    /// <summary>The suppressions of all packs; of one id the nearer counts.</summary>
    private ImmutableArray<Suppression> ReadSuppressions(RuleNames names)
    {
        var all = new List<Suppression>();
        foreach (var layer in _layers)
        {
            var own = new Dictionary<string, Suppression>(StringComparer.Ordinal);
            foreach (var (list, nodes) in layer.Suppressions())
            {
                foreach (var (suppression, node) in SuppressionReader.Read(list, names, !layer.IsOwn, nodes))
                {
                    if (suppression.Id.Length > 0 && !own.TryAdd(suppression.Id, suppression))
                        nodes.Fail(DiagnosticCodes.GivenTwice, node, $"suppression \"{suppression.Id}\" is there twice", $"first at {own[suppression.Id].Place}");
                }
            }

            all.RemoveAll(s => own.ContainsKey(s.Id));
            all.AddRange(own.Values);
        }

        return [.. all];
    }

    /// <summary>The scorecard of the nearest pack that has one; null when none has.</summary>
    private Scorecard? ReadScorecard(RuleNames names)
    {
        foreach (var layer in _layers.Reverse())
        {
            var cards = layer.Scorecards().ToList();
            if (cards.Count == 0) continue;
            if (cards.Count > 1) cards[1].Nodes.Fail(DiagnosticCodes.GivenTwice, cards[1].Node, "the scorecard is given here and in pack.yaml");
            return new ScorecardReader(names, !layer.IsOwn, cards[0].Nodes).Read(cards[0].Node);
        }

        return null;
    }

    private Dictionary<string, string?> Slots()
    {
        var slots = ContextSlots.ToDictionary(s => s, string? (_) => null, StringComparer.Ordinal);
        foreach (var (name, (value, _)) in _layers.SelectMany(l => l.Head.Slots)) slots[name] = value;
        foreach (var (name, value) in settings.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            if (slots.ContainsKey(name)) slots[name] = value;
            else _diagnostics.Add(DiagnosticCodes.UnknownSlot, new Place(PackLayer.Named(source, PackLayer.HeadFile), 0, 0), $"a value is set for the slot \"{name}\", which the pack does not declare", help: NodeReader.DidYouMean(name, slots.Keys) ?? $"the slots are {string.Join(", ", slots.Keys.Order(StringComparer.Ordinal))}");
        }

        foreach (var rule in _rules)
        {
            foreach (var item in SlotTexts(rule))
            {
                var text = (item as YamlScalarNode)?.Value ?? "";
                foreach (var slot in SlotText.Names(text).Where(n => !slots.ContainsKey(n)).Distinct())
                    rule.Reader.FailIn(DiagnosticCodes.UnknownSlot, item, text.IndexOf(slot, StringComparison.Ordinal), slot.Length, $"unknown slot \"{slot}\" in a suggestion of rule \"{rule.Rule.Id}\"", NodeReader.DidYouMean(slot, slots.Keys));
            }
        }

        return slots;
    }

    /// <summary>The scenarios of all packs; of one name the nearer counts.</summary>
    private ImmutableDictionary<string, string> Scenarios()
    {
        var scenarios = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, said) in _layers.SelectMany(l => l.Head.Scenarios)) scenarios[name] = said;
        return scenarios.ToImmutable();
    }

    private List<OwnConcept> OwnConcepts() =>
        [.. _rules.SelectMany(r => r.Kind.OwnConcepts(r.Rule, r.Fields)).DistinctBy(o => o.Concept.Id).Where(o => !_concepts.ContainsKey(o.Concept.Id))];

    private List<Concept> AllConcepts() => [.. _concepts.Values.Select(c => c.Concept), .. OwnConcepts().Select(o => _layers[^1].Head.Apply(o.Concept, NothingGiven))];

    private Lexicon? BuildLexicon(Dictionary<string, string?> slots)
    {
        var ownById = OwnConcepts().ToDictionary(o => o.Concept.Id, StringComparer.Ordinal);
        var lexicon = Lexicon.Build(AllConcepts(), slots, out var errors);
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

            var entry = _concepts[error.Concept];
            var node = entry.Items.TryGetValue(error.Part, out var items) && error.Index < items.Count ? items[error.Index] : entry.Node;
            if (error.Part is "any-of" or "all-of" or "none-of" && node is YamlScalarNode { Value: { } part } && (!_concepts.TryGetValue(part, out var whole) || whole.Concept.IsWord)) continue; // said already
            var name = error.Error.Message.Split('"') is [_, var quoted, ..] ? quoted : "";
            var help = code == DiagnosticCodes.Template ? null : NodeReader.DidYouMean(name, code == DiagnosticCodes.UnknownSlot ? slots.Keys : _concepts.Keys);
            if (code == DiagnosticCodes.UnknownConcept && help is null && IsPartial) continue;
            var (offset, length) = Part(node, error.Error.Offset);
            entry.Reader.FailIn(code, node, offset, length, error.Error.Message, help);
        }

        foreach (var warning in lexicon?.Warnings ?? []) Warn(warning);
        return lexicon;
    }

    private void Warn(ConceptWarning warning)
    {
        // What a pack asks for all its concepts holds where it can.
        if (!_concepts.TryGetValue(warning.Concept, out var entry) || (warning.Doubt == ConceptDoubt.Unread && !entry.Given.Contains(warning.Part))) return;
        // What is hoped for may be short: 谢谢. What is forbidden accuses.
        if (warning.Doubt == ConceptDoubt.Short && (entry.Given.Contains("at") || !_rules.Exists(r => r.Kind is NeverSay && NeverSay.Forbidden(r.Fields).Contains(warning.Concept)))) return;
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

    /// <summary>Messages are told apart by the reasons that a rule can be broken for.</summary>
    private static void CheckMessages(RuleEntry rule, IEnumerable<Production> compiled)
    {
        if (Part(rule, "message") is not YamlMappingNode messages) return;
        var reasons = compiled.Where(p => p.Meaning == Meaning.Violation).Select(p => p.Reason).Append("").Distinct().ToList();
        foreach (var (reason, node, _) in rule.Reader.Entries(messages, "message"))
            if (!reasons.Contains(reason)) rule.Reader.UnknownKey(node, reason, [.. reasons.Select(r => r.Length == 0 ? "''" : r)], $"the messages of rule \"{rule.Rule.Id}\"");
    }

    private static IEnumerable<YamlNode> SlotTexts(RuleEntry rule) => rule.Kind.SlotKeys.SelectMany(k => Part(rule, k) is { } part ? rule.Reader.Items(part) : []).Concat(rule.Kind.Models(rule.Fields));

    private static YamlNode? Part(RuleEntry rule, string key) =>
        rule.Body.Children.TryGetValue(new YamlScalarNode(key), out var part) ? part : null;

    /// <summary>Wherever a concept is named, in what is left of all packs.</summary>
    private IEnumerable<ConceptReference> References() =>
        _layers.SelectMany(l => l.References).Concat(_concepts.Values.SelectMany(c => c.References)).Concat(_rules.SelectMany(r => r.References));

    private void CheckReferences()
    {
        foreach (var reference in References())
        {
            if (_concepts.TryGetValue(reference.Name, out var entry) && !entry.Concept.IsWord) continue;
            if (entry is not null)
            {
                reference.Reader.Fail(DiagnosticCodes.UnknownConcept, reference.Node, $"\"{reference.Name}\" is a word for templates, not a concept");
                continue;
            }

            var near = Spelling.Nearest(reference.Name, _concepts.Keys);
            if (near is null && IsPartial) continue;
            reference.Reader.Fail(DiagnosticCodes.UnknownConcept, reference.Node, $"unknown concept \"{reference.Name}\"",
                near is null ? null : $"did you mean \"{near}\", defined at {_concepts[near].Place}?");
        }
    }

    /// <summary>Concepts, words and slots that nothing uses are probably misspelt somewhere; those of packs that are extended wait for others.</summary>
    private void CheckUse()
    {
        if (IsPartial) return;
        var own = _layers[^1];
        var used = References().Select(r => r.Name).ToHashSet(StringComparer.Ordinal);
        var templates = _concepts.Values.SelectMany(c => Templates(c.Concept)).ToList();
        foreach (var template in templates) used.UnionWith(SlotText.Between(template, '<', '>'));
        foreach (var entry in own.Concepts.Values.Where(c => !used.Contains(c.Concept.Id)))
            entry.Reader.Warn(DiagnosticCodes.UnusedConcept, entry.Node, $"nothing uses \"{entry.Concept.Id}\"");

        var texts = templates.Concat(_rules.SelectMany(SlotTexts).Select(n => (n as YamlScalarNode)?.Value ?? "")).Concat(_rules.SelectMany(r => r.Kind.OwnConcepts(r.Rule, r.Fields)).SelectMany(o => o.Concept.Says));
        var usedSlots = texts.SelectMany(SlotText.Names).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, (_, node)) in own.Head.Slots)
            if (!usedSlots.Contains(name)) own.Nodes.Warn(DiagnosticCodes.UnusedSlot, node, $"nothing uses the slot \"{name}\"");
    }

    private static IEnumerable<string> Templates(Concept c) =>
        c.Says.Concat(c.NotInside).Concat(c.After).Concat(c.NotAfter).Concat(c.Before).Concat(c.NotBefore);

    /// <summary>Says what is wrong with the templates that name a slot, when a setting gives it another value.</summary>
    private void CheckSlots(Setting setting, Dictionary<string, string?> slots)
    {
        var byId = AllConcepts().ToDictionary(c => c.Id, StringComparer.Ordinal);
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
