using System.Collections.Immutable;
using ScriptRules.Rules.Yaml;
using ScriptRules.Text.Facts;
using ScriptRules.Text.Matching;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Kinds;

/// <summary>The shape in which a rule is written: its fields, and how they become productions.</summary>
internal abstract class RuleKind
{
    /// <summary>The name in the pack.</summary>
    internal abstract string Name { get; }

    /// <summary>The keys beside those that all rules share.</summary>
    internal abstract ImmutableArray<Field> Fields { get; }

    /// <summary>The keys whose texts have slots.</summary>
    internal virtual ImmutableArray<string> SlotKeys => ["suggest"];

    /// <summary>What a message can ask for, beside <c>{said}</c> and <c>{missing}</c>; null: nothing.</summary>
    internal virtual string? MessageSlot => null;

    /// <summary>The keys that a new rule begins with: those that it needs, and those of which it needs one.</summary>
    internal virtual IEnumerable<Field> Start => Fields.Where(f => f.IsRequired);

    /// <summary>Says what is wrong with a rule's keys taken together, or with names of windows and festivals.</summary>
    internal virtual void Check(RuleEntry rule, ImmutableArray<string> windows, ImmutableArray<string> festivals)
    {
    }

    /// <summary>Concepts that the rule brings itself, such as the wordings of an opening.</summary>
    internal virtual IEnumerable<OwnConcept> OwnConcepts(Rule rule, RuleFields fields) => [];

    /// <summary>Model sentences that stand in keys of the kind, beside the rule's own.</summary>
    internal virtual IEnumerable<YamlNode> Models(RuleFields fields) => [];

    /// <summary>The productions of <paramref name="rule"/>. They speak of facts and name no engine.</summary>
    internal abstract IEnumerable<Production> Compile(Rule rule, RuleFields fields, CompileContext context);
}

/// <summary>A concept that a rule brings, and the model sentence that it is made from.</summary>
internal sealed record OwnConcept(Concept Concept, Wording From);

/// <summary>What a kind may ask about the pack while it compiles a rule.</summary>
internal sealed class CompileContext(int rule, Lexicon lexicon, ImmutableArray<string> windows, ImmutableArray<string> festivals, bool precedence, MeasureList measures)
{
    /// <summary>The rule's place in the pack.</summary>
    internal int Rule { get; } = rule;

    /// <summary>The names of the windows of the day, in the order of <see cref="Text.Facts.Clock.Window"/>.</summary>
    internal ImmutableArray<string> Windows { get; } = windows;

    /// <summary>The ids of the festivals, in the order of the bits of <see cref="Text.Facts.Clock.Festivals"/>.</summary>
    internal ImmutableArray<string> Festivals { get; } = festivals;

    /// <summary>Whether, where festivals meet, only the first one's opening is right.</summary>
    internal bool FirstFestivalOnly { get; } = precedence;

    /// <summary>What the pack's rules ask of a conversation's own data, by number.</summary>
    internal List<MetadataTest> Tests { get; init; } = [];

    /// <summary>The number of a test; the same whenever its rule asks for it.</summary>
    internal int NumberOf(MetadataTest test)
    {
        if (Tests.FindIndex(t => ReferenceEquals(t, test)) is var known and >= 0) return known;
        Tests.Add(test);
        return Tests.Count - 1;
    }

    /// <summary>The numbers of concepts, in rising order; those that do not exist have been reported before and are left out.</summary>
    internal ImmutableArray<int> Ids(IEnumerable<string> concepts) => [.. concepts.Select(lexicon.IdOf).Where(id => id > 0).Distinct().Order()];

    /// <summary>Asks for a measure and gives its place in the pack's list; equal ones share it.</summary>
    internal int Measure(Measure measure) => measures.Add(measure);
}
