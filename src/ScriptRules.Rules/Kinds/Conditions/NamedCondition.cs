using System.Collections.Immutable;
using ScriptRules.Rules.Yaml;
using ScriptRules.Text;
using ScriptRules.Text.Facts;
using ScriptRules.Text.Matching;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Kinds.Conditions;

/// <summary>One condition of a rule of kind <c>condition</c>: who, what, where from another condition's hits, in which part of the conversation, how often.</summary>
internal sealed record NamedCondition(string Name, YamlNode Node)
{
    /// <summary>Null: anybody.</summary>
    internal SpeakerRole? By { get; init; }

    /// <summary>Concepts; empty when the turns themselves are meant.</summary>
    internal ImmutableArray<string> Say { get; init; } = [];

    /// <summary>How many of <see cref="Say"/> must be said together.</summary>
    internal int Needed { get; init; } = 1;

    /// <summary>What “together” is.</summary>
    internal TextUnit Together { get; init; } = TextUnit.Turn;

    /// <summary>Where in its clause or turn it stands.</summary>
    internal PositionGuard Stands { get; init; }

    /// <summary>What is asked of the conversation's own data; null for words and turns.</summary>
    internal MetadataTest? Where { get; init; }

    /// <summary>Null without an anchor.</summary>
    internal Anchor? Anchor { get; init; }

    /// <summary>How far from the anchor; null: any distance.</summary>
    internal Reach? Within { get; init; }

    /// <summary>In which part of the conversation; null: all of it.</summary>
    internal Stretch? Range { get; init; }

    /// <summary>How many hits at least.</summary>
    internal int Min { get; init; } = 1;

    /// <summary>How many hits at most; null: any number.</summary>
    internal int? Max { get; init; }

    /// <summary>Whether its hits are all that its speaker ever says of it.</summary>
    internal bool IsPlain => Anchor is null && Range is null;

    internal bool UsesTime => Within is { Unit: RangeUnit.Time } || Range is { Unit: RangeUnit.Time };

    internal bool UsesPercent => Within is { Unit: RangeUnit.Percent } || Range is { Unit: RangeUnit.Percent };

    internal bool UsesSentences => Within is { Unit: RangeUnit.Sentences } || Range is { Unit: RangeUnit.Sentences };

    /// <summary>Whether it needs a concept of its own: several are counted as one, or the place is part of it.</summary>
    internal bool HasOwnConcept => Say.Length > 1 || Stands != PositionGuard.Anywhere;
}

/// <summary>Another condition, from whose hit a condition looks.</summary>
/// <param name="Word">In which direction.</param>
/// <param name="Condition">Its name.</param>
/// <param name="Hit">Which hit of it.</param>
/// <param name="Nth">For <see cref="HitChoice.Nth"/>: which, from 1.</param>
internal sealed record Anchor(AnchorWord Word, string Condition, HitChoice Hit, int Nth, YamlNode Node);

/// <summary>Where a condition looks from its anchor's hit.</summary>
internal enum AnchorWord
{
    /// <summary>What ends before the hit begins.</summary>
    Before,

    /// <summary>What begins after the hit has ended.</summary>
    After,

    /// <summary>Both, and the hit's own place.</summary>
    Around,

    /// <summary>The hit's own turn, or sentence.</summary>
    At,
}

/// <summary>Which hit of the anchor.</summary>
internal enum HitChoice
{
    /// <summary>Each one by itself.</summary>
    Every,

    /// <summary>Whichever will do.</summary>
    Any,

    /// <summary>One by its number.</summary>
    Nth,

    /// <summary>The last one.</summary>
    Last,
}

/// <summary>How far from an anchor: both bounds included. 0 turns is the same turn.</summary>
/// <param name="OfAll">Whether everybody's turns count, rather than those of the condition's own speaker.</param>
internal readonly record struct Reach(int From, int To, RangeUnit Unit, bool OfAll);

/// <summary>A part of the conversation: from its start, both bounds included and counted from 1, or its last <paramref name="To"/>. Times and percents are half-open, from 0.</summary>
/// <param name="OfAll">Whether everybody's turns count, rather than those of the condition's own speaker.</param>
internal readonly record struct Stretch(bool FromEnd, int From, int To, RangeUnit Unit, bool OfAll);

/// <summary>In what a range is counted.</summary>
internal enum RangeUnit
{
    /// <summary>Turns of the transcript.</summary>
    Turns,

    /// <summary>Sentences, as full stops and line breaks tell them.</summary>
    Sentences,

    /// <summary>Milliseconds.</summary>
    Time,

    /// <summary>Hundredths of a percent of the conversation's text.</summary>
    Percent,
}

/// <summary>The conditions of a rule, in the order in which they are written.</summary>
/// <param name="Nodes">Who reports on them.</param>
internal sealed record ConditionSet(ImmutableArray<NamedCondition> All, NodeReader Nodes)
{
    internal int IndexOf(string name)
    {
        for (var i = 0; i < All.Length; i++)
            if (All[i].Name == name) return i;
        return -1;
    }
}
