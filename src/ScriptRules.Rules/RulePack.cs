using System.Collections.Immutable;
using ScriptRules.Rules.Calendars;
using ScriptRules.Rules.Yaml;
using ScriptRules.Text;
using ScriptRules.Text.Facts;
using ScriptRules.Text.Matching;

namespace ScriptRules.Rules;

/// <summary>A folder of rules that is versioned as one, read and compiled.</summary>
/// <remarks>Immutable, and safe to share between threads.</remarks>
public sealed class RulePack
{
    /// <summary>The name in <c>pack.yaml</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The version in <c>pack.yaml</c>; empty when it has none.</summary>
    public required string Version { get; init; }

    /// <summary>What the pack is, for people.</summary>
    public required string Title { get; init; }

    /// <summary>The rules, in the order of the files.</summary>
    public required ImmutableArray<Rule> Rules { get; init; }

    /// <summary>What the rules compiled to.</summary>
    public required ImmutableArray<Production> Productions { get; init; }

    /// <summary>What the rules want to be measured.</summary>
    public required ImmutableArray<Measure> Measures { get; init; }

    /// <summary>What can be recognised.</summary>
    public required Lexicon Lexicon { get; init; }

    /// <summary>What people call a concept, by its id.</summary>
    public required ImmutableDictionary<string, string> ConceptTitles { get; init; }

    /// <summary>The handbook's sentences by id; empty when the pack brings none.</summary>
    public required ImmutableDictionary<string, string> Handbook { get; init; }

    /// <summary>The values of slots; null for one that is open.</summary>
    public required ImmutableDictionary<string, string?> Slots { get; init; }

    /// <summary>What the customer says in each scenario that a script document may name, by its name.</summary>
    public ImmutableDictionary<string, string> Scenarios { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The windows of the day.</summary>
    public required DayWindows Windows { get; init; }

    /// <summary>The festivals, with the house's notices.</summary>
    public required FestivalCalendar Calendar { get; init; }

    /// <summary>The time at the site.</summary>
    public required SiteClock Clock { get; init; }

    /// <summary>What the rules ask of a conversation's own data, in the order of <see cref="Metadata.Test"/>.</summary>
    public ImmutableArray<MetadataTest> Tests { get; init; } = [];

    /// <summary>Whether a rule counts sentences.</summary>
    public bool CountsSentences => Productions.Any(p => p.Clauses.Any(c => c.Where.Any(w => w.Field is FactField.Sentences or FactField.AgentSentences or FactField.CustomerSentences
        or FactField.SentencesBefore or FactField.AgentSentencesBefore or FactField.CustomerSentencesBefore)));

    /// <summary>The concept that is said when nothing is brought up; 0 when the pack names none.</summary>
    public required int Acknowledgement { get; init; }

    /// <summary>The concept by which a draft greets; 0 when the pack names none.</summary>
    public required int Greeting { get; init; }

    /// <summary>The concept by which a draft closes the contact; 0 when the pack names none.</summary>
    public required int Farewell { get; init; }

    /// <summary>The concepts that promise, in rising order; empty when no rule is about promises.</summary>
    public ImmutableArray<int> Promises => [.. Productions.SelectMany(p => p.Clauses).Where(c => c.Fact == FactKind.Promise && !c.Concepts.IsDefault).SelectMany(c => c.Concepts).Distinct().Order()];

    /// <summary>The concepts that its rules ask for, and what the finder of facts asks itself.</summary>
    public AskedConcepts Asked => new(Lexicon, [.. PackQuestions.Of(this)]);

    /// <summary>The rules silenced in places.</summary>
    public ImmutableArray<Suppression> Suppressions { get; init; } = [];

    /// <summary>How reports are scored; null when the pack scores none.</summary>
    public Scorecard? Scorecard { get; init; }

    /// <summary>What is odd about the pack, though it can be used.</summary>
    public required ImmutableArray<PackDiagnostic> Warnings { get; init; }

    /// <summary>The settings for channels and queues; null when there are none.</summary>
    internal PackVariants? Variants { get; init; }

    /// <summary>The pack with its settings for the channel, direction and attributes of <paramref name="conversation"/>; itself when none fits.</summary>
    /// <remarks>
    /// The rules stand in the same places; one that is disabled there applies to no conversation. What comes of one choice of settings is compiled
    /// when it is first needed and kept, up to 64 of them, then all are dropped and it begins anew.
    /// </remarks>
    /// <exception cref="InvalidOperationException">Several settings fit that are right one by one, but whose slot values do not go together.</exception>
    public RulePack For(Conversation conversation)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        return Variants?.For(conversation) ?? this;
    }

    /// <summary>Reads and compiles a pack.</summary>
    /// <param name="source">Where its files are.</param>
    /// <param name="settings">Slot values that replace the pack's own.</param>
    /// <exception cref="PackException">Something is wrong with it; all of it is said.</exception>
    public static RulePack Load(IPackSource source, IReadOnlyDictionary<string, string>? settings = null) =>
        TryLoad(source, settings, out var diagnostics) ?? throw new PackException(diagnostics);

    /// <summary>Reads and compiles a pack; null when <paramref name="diagnostics"/> has errors.</summary>
    public static RulePack? TryLoad(IPackSource source, IReadOnlyDictionary<string, string>? settings, out ImmutableArray<PackDiagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new PackReader(source, settings ?? ImmutableDictionary<string, string>.Empty).Read(out diagnostics);
    }
}
