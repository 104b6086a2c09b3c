using System.Collections.Immutable;
using ScriptRules.Text.Facts;

namespace ScriptRules.Text.Matching;

/// <summary>A meaning with the ways to say it: an act, a topic, a taboo.</summary>
/// <remarks>
/// A concept is said where one of its <see cref="Says"/> or <see cref="Regexes"/> matches, where one of <see cref="AnyOf"/> is said, or
/// where all of <see cref="AllOf"/> are said together, and none of the conditions below forbids it.
/// </remarks>
public sealed record Concept
{
    /// <summary>Its name in English words.</summary>
    public required string Id { get; init; }

    /// <summary>Templates; see <c>docs/patterns.md</c> for the notation.</summary>
    public ImmutableArray<string> Says { get; init; } = [];

    /// <summary>Regular expressions over the folded text (no spaces or punctuation, simplified, half width, lower case); never backtracking.</summary>
    public ImmutableArray<string> Regexes { get; init; } = [];

    /// <summary>Sentences that are said nearly as they are written; 8 to 200 characters, spaces and punctuation aside.</summary>
    public ImmutableArray<string> Similar { get; init; } = [];

    /// <summary>How much of a sentence of <see cref="Similar"/> must be said, its characters in their order: above 0.5, at most 1.</summary>
    public double Coverage { get; init; } = 0.8;

    /// <summary>Which sounds count as one when <see cref="Says"/> are also found by their sound; null: they are not.</summary>
    public Accents? SoundLike { get; init; }

    /// <summary>The same, for what speech recognition has written alone.</summary>
    public Accents? SoundLikeInSpeech { get; init; }

    /// <summary>The disguises through which <see cref="Says"/> are read.</summary>
    public Disguises Disguises { get; init; }

    /// <summary>Concepts of which each saying is a saying of this one.</summary>
    public ImmutableArray<string> AnyOf { get; init; } = [];

    /// <summary>Concepts that must all be said in one <see cref="Within"/>.</summary>
    public ImmutableArray<string> AllOf { get; init; } = [];

    /// <summary>How many of <see cref="AnyOf"/> must be said in one <see cref="Within"/>; 1: any of them alone.</summary>
    public int AtLeast { get; init; } = 1;

    /// <summary>Concepts that must not be said in the same <see cref="Within"/>.</summary>
    public ImmutableArray<string> NoneOf { get; init; } = [];

    /// <summary>How close <see cref="AllOf"/> and <see cref="NoneOf"/> look.</summary>
    public TextUnit Within { get; init; } = TextUnit.Sentence;

    /// <summary>How many characters all of <see cref="AllOf"/> may cover together, in place of <see cref="Within"/>; 0: as it says.</summary>
    public int WithinCharacters { get; init; }

    /// <summary>Whether <see cref="AllOf"/> must come in the order given.</summary>
    public bool Ordered { get; init; }

    /// <summary>Longer words inside which a saying does not count.</summary>
    public ImmutableArray<string> NotInside { get; init; } = [];

    /// <summary>Where a saying must stand.</summary>
    public PositionGuard At { get; init; }

    /// <summary>Templates of which one must stand earlier in the clause.</summary>
    public ImmutableArray<string> After { get; init; } = [];

    /// <summary>Templates that must not stand earlier in the clause.</summary>
    public ImmutableArray<string> NotAfter { get; init; } = [];

    /// <summary>Templates of which one must stand later in the clause.</summary>
    public ImmutableArray<string> Before { get; init; } = [];

    /// <summary>Templates that must not stand later in the clause.</summary>
    public ImmutableArray<string> NotBefore { get; init; } = [];

    /// <summary>Whether the sentence must (true) or must not (false) ask; null: either.</summary>
    public bool? InQuestion { get; init; }

    /// <summary>How many characters the turn may have, punctuation aside; 0: any number. Thanks at the end of a long account bring up nothing.</summary>
    public int TurnAtMost { get; init; }

    /// <summary>Traits that do not keep a saying from counting. Quoted, titled, reported and denied sayings do not count by default; supposed ones do.</summary>
    public MentionTraits Allow { get; init; } = MentionTraits.Hypothetical | MentionTraits.Question | MentionTraits.Folded | Otherwise;

    /// <summary>Traits of which a saying must have one; none: it need not.</summary>
    public MentionTraits Only { get; init; }

    /// <summary>The traits of what is not said as it is written.</summary>
    internal const MentionTraits Otherwise = MentionTraits.Sound | MentionTraits.Noise | MentionTraits.Shape | MentionTraits.Repeat | MentionTraits.Similar;

    /// <summary>Whether a saying may run across punctuation of any kind, as a model sentence that is read out does.</summary>
    public bool IgnoresPunctuation { get; init; }

    /// <summary>Whether it exists only to be used inside templates.</summary>
    public bool IsWord { get; init; }
}

/// <summary>A stretch of a turn.</summary>
public enum TextUnit
{
    /// <summary>Up to a comma.</summary>
    Clause,

    /// <summary>Up to a full stop, a question mark or a line break.</summary>
    Sentence,

    /// <summary>The whole turn.</summary>
    Turn,
}

/// <summary>Where in its clause or turn a saying stands; several conditions hold together.</summary>
[Flags]
public enum PositionGuard
{
    /// <summary>Anywhere.</summary>
    Anywhere = 0,

    /// <summary>At the start of a clause.</summary>
    ClauseStart = 1,

    /// <summary>At the end of a clause.</summary>
    ClauseEnd = 2,

    /// <summary>At the start of the turn.</summary>
    TurnStart = 4,

    /// <summary>At the end of the turn.</summary>
    TurnEnd = 8,

    /// <summary>A clause of its own.</summary>
    WholeClause = ClauseStart | ClauseEnd,

    /// <summary>All that the turn says.</summary>
    WholeTurn = TurnStart | TurnEnd,
}

/// <summary>What is wrong with a concept.</summary>
/// <param name="Concept">Its id.</param>
/// <param name="Part">The list that the entry is in: <c>says</c>, <c>not-inside</c>….</param>
/// <param name="Index">Which entry of that list.</param>
/// <param name="Error">Where in the entry, and what.</param>
public readonly record struct ConceptError(string Concept, string Part, int Index, PatternError Error);

/// <summary>What is doubtful about a concept.</summary>
/// <param name="Concept">Its id.</param>
/// <param name="Part">The list that the entry is in, or the key.</param>
/// <param name="Index">Which entry of that list.</param>
/// <param name="Doubt">What it is.</param>
/// <param name="Message">A sentence for the pack's author.</param>
public readonly record struct ConceptWarning(string Concept, string Part, int Index, ConceptDoubt Doubt, string Message);

/// <summary>The doubts that there can be about a concept.</summary>
public enum ConceptDoubt
{
    /// <summary>A template that is not read in the ways that its concept asks for.</summary>
    Unread,

    /// <summary>A regular expression that has no words that must be there, so that it runs on every turn.</summary>
    Ungated,

    /// <summary>One or two characters with nothing that says where they stand.</summary>
    Short,
}
