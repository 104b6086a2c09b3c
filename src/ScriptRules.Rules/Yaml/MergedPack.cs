using System.Collections.Immutable;
using ScriptRules.Rules.Calendars;

namespace ScriptRules.Rules.Yaml;

/// <summary>A pack on top of those that it extends: of one id the nearer counts, whole. One owner.</summary>
/// <param name="layers">The packs, the farthest first; the last is the one that was asked for.</param>
/// <param name="diagnostics">Told what does not go together.</param>
internal sealed class MergedPack(IReadOnlyList<PackLayer> layers, DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, ConceptEntry> _concepts = new(StringComparer.Ordinal);
    private List<RuleEntry> _rules = [];

    internal IReadOnlyList<PackLayer> Layers => layers;

    /// <summary>The pack that was asked for.</summary>
    internal PackLayer Own => layers[^1];

    /// <summary>The concepts and words of those that were added, by id.</summary>
    internal Dictionary<string, ConceptEntry> Concepts => _concepts;

    /// <summary>The rules of those that were added, in the order of the pack.</summary>
    internal List<RuleEntry> Rules => _rules;

    /// <summary>Whether a file could not be read, so that what it may define is not known.</summary>
    internal bool IsPartial => layers.Any(l => l.IsPartial);

    /// <summary>What the nearest pack says that says it at all.</summary>
    internal T? Nearest<T>(Func<PackHead, T?> key) => layers.Select(l => key(l.Head)).LastOrDefault(v => v is not null);

    /// <summary>Puts a pack on top of those before it: of one id the later counts, whole; then it disables and tunes.</summary>
    internal void Add(PackLayer layer)
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

    /// <summary>The calendar that the nearest pack names, with the notices of all; of two for one festival's occurrence the nearer counts.</summary>
    internal FestivalCalendar ReadCalendar()
    {
        if (layers.LastOrDefault(l => l.Head.Calendar is not null) is not { } holder)
        {
            foreach (var layer in layers)
                if (layer.Head.Notices is { } vain && !NodeReader.IsNull(vain))
                    layer.Nodes.Fail(DiagnosticCodes.MissingKey, vain, "notices need a \"calendar\" that has their festivals");
            return FestivalCalendar.Create(FestivalCalendarData.Empty);
        }

        if (holder.ReadCalendar() is not { } calendar) return FestivalCalendar.Create(FestivalCalendarData.Empty);
        var kept = new List<HouseNotice>();
        var definitions = calendar.Data.Festivals.ToDictionary(d => d.Festival.Id, StringComparer.Ordinal);
        foreach (var layer in layers.Reverse())
        {
            var decided = kept.Select(Occurrence).ToHashSet();
            kept.AddRange(layer.ReadNotices(calendar).Where(n => !decided.Contains(Occurrence(n))));
        }

        if (kept.Count == 0) return calendar;
        var data = calendar.Data with { Notices = [.. calendar.Data.Notices, .. kept] };
        foreach (var fault in data.FindFaults()) Own.Nodes.FailAt(DiagnosticCodes.Calendar, 1, 1, 1, fault.Message);
        return diagnostics.HasErrors ? calendar : FestivalCalendar.Create(data);

        (string, DateOnly?) Occurrence(HouseNotice notice) => (notice.FestivalId, CalendarFault.HomeOf(definitions[notice.FestivalId], notice));
    }

    /// <summary>The sentences of all handbooks by id; a rule that cites another id is wrong.</summary>
    internal ImmutableDictionary<string, string> ReadHandbook()
    {
        var sentences = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var books = layers.Select(l => l.ReadHandbook()).ToList();
        foreach (var (id, sentence) in books.OfType<Dictionary<string, string>>().SelectMany(b => b)) sentences[id] = sentence;
        var isUnread = books.Where((b, i) => b is null && layers[i].Head.Handbook is not null).Any();
        if (isUnread || books.TrueForAll(b => b is null)) return sentences.ToImmutable();
        foreach (var cited in _rules.SelectMany(r => r.Citations).Where(c => !sentences.ContainsKey(c.Name)))
            cited.Reader.Fail(DiagnosticCodes.UnknownSource, cited.Node, $"the handbook has no \"{cited.Name}\"", NodeReader.DidYouMean(cited.Name, sentences.Keys));

        return sentences.ToImmutable();
    }

    /// <summary>The suppressions of all packs; of one id the nearer counts.</summary>
    internal ImmutableArray<Suppression> ReadSuppressions(RuleNames names)
    {
        var all = new List<Suppression>();
        foreach (var layer in layers)
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
    internal Scorecard? ReadScorecard(RuleNames names)
    {
        foreach (var layer in layers.Reverse())
        {
            var cards = layer.Scorecards().ToList();
            if (cards.Count == 0) continue;
            if (cards.Count > 1) cards[1].Nodes.Fail(DiagnosticCodes.GivenTwice, cards[1].Node, "the scorecard is given here and in pack.yaml");
            return new ScorecardReader(names, !layer.IsOwn, cards[0].Nodes).Read(cards[0].Node);
        }

        return null;
    }

    /// <summary>The scenarios of all packs; of one name the nearer counts.</summary>
    internal ImmutableDictionary<string, string> Scenarios()
    {
        var scenarios = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, said) in layers.SelectMany(l => l.Head.Scenarios)) scenarios[name] = said;
        return scenarios.ToImmutable();
    }
}
