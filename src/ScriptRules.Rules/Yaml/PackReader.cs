using System.Collections.Immutable;
using ScriptRules.Rules.Calendars;

namespace ScriptRules.Rules.Yaml;

/// <summary>Reads a pack with those that it extends and compiles the whole, or says all that is wrong with it.</summary>
internal sealed class PackReader(IPackSource source, IReadOnlyDictionary<string, string> settings)
{
    private readonly DiagnosticBag _diagnostics = new();
    private MergedPack _packs = new([], new DiagnosticBag());

    /// <summary>The concepts and words as written; after <see cref="Read(out ImmutableArray{PackDiagnostic})"/>.</summary>
    internal IReadOnlyCollection<ConceptEntry> Concepts => _packs.Concepts.Values;

    /// <summary>The rules as written, in the order of the pack.</summary>
    internal IReadOnlyList<RuleEntry> Rules => _packs.Rules;

    /// <summary>Whether the nearest pack names a calendar itself.</summary>
    internal bool HasOwnCalendar => _packs.Own.Head.Calendar is not null;

    /// <summary>Whether a file, as diagnostics name it, belongs to a pack that this one extends.</summary>
    internal bool IsInherited(string file) =>
        _packs.Layers.Where(l => file.StartsWith(PackLayer.Named(l.Source, ""), StringComparison.Ordinal)).MaxBy(l => l.Source.Name.Length) is { IsOwn: false };

    /// <summary>The pack; null when <paramref name="diagnostics"/> has errors.</summary>
    internal RulePack? Read(out ImmutableArray<PackDiagnostic> diagnostics)
    {
        var pack = Read();
        diagnostics = _diagnostics.Sorted();
        return _diagnostics.HasErrors ? null : pack;
    }

    private RulePack? Read()
    {
        var layers = new PackChain(_diagnostics).Read(source);
        if (layers.Count == 0) return null;
        var packs = _packs = new MergedPack(layers, _diagnostics);
        var clock = packs.Nearest(h => h.Clock) ?? SiteClock.Create("Asia/Shanghai");
        var offset = clock.At(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)).Offset;
        foreach (var layer in layers)
        {
            layer.ReadTopics(offset);
            packs.Add(layer);
        }

        var calendar = packs.ReadCalendar();
        var handbook = packs.ReadHandbook();
        if (packs.Rules.Count == 0 && !_diagnostics.HasErrors) _diagnostics.Add(DiagnosticCodes.NoRules, new Place(PackLayer.Named(source, PackLayer.HeadFile), 0, 0), "the pack has no rules");
        var references = new PackReferences(packs);
        references.Check();

        var slots = new PackSlots(packs, _diagnostics).Read(source, settings);
        var concepts = new PackConcepts(packs);
        var lexicon = concepts.Build(slots);
        references.CheckUse();
        var names = new RuleNames(packs.Rules, packs.IsPartial);
        var windows = packs.Nearest(h => h.Windows) ?? DayWindows.Create(new DayWindow("day", TimeOnly.MinValue, TimeOnly.MinValue));
        var parts = new PackParts(clock, windows, calendar, handbook, packs.ReadSuppressions(names), packs.ReadScorecard(names));
        foreach (var rule in packs.Rules) rule.Kind.Check(rule, parts.WindowNames, parts.FestivalNames);
        var variations = new SettingsReader(names, slots, settings).Read(layers);
        foreach (var variation in variations.Where(v => v.Slots.Count > 0)) concepts.Check(variation, slots);
        return lexicon is null || _diagnostics.HasErrors ? null : new PackCompiler(packs, parts, lexicon, slots, variations, _diagnostics).Compile();
    }
}
