using System.Collections.Immutable;

namespace ScriptRules;

/// <summary>A conversation's score by the pack's scorecard, with what it is made of.</summary>
/// <param name="Value">From 0 to the scorecard's full score.</param>
/// <param name="Level">Its name; null when the scorecard names none so low.</param>
/// <param name="Lines">How it came about; the points of all lines add up to <paramref name="Value"/>.</param>
public sealed record Score(decimal Value, string? Level, ImmutableArray<ScoreLine> Lines);

/// <summary>One step on the way to a score.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Points">What it adds, or, below 0, takes.</param>
/// <param name="Item">The item or veto of the scorecard; empty when the rule's own weight decides, and where the whole is meant.</param>
/// <param name="Rule">The rule's id; empty where the item or the whole is meant.</param>
/// <param name="Hits">How many violations there are of the rule.</param>
/// <param name="Why">The reckoning, or the reason why the rule could not be decided.</param>
public sealed record ScoreLine(ScoreLineKind Kind, decimal Points, string Item = "", string Rule = "", int Hits = 0, string Why = "");

/// <summary>What a line of a score is about.</summary>
public enum ScoreLineKind
{
    /// <summary>The score before anything was checked.</summary>
    Start,

    /// <summary>Violations of a rule.</summary>
    Taken,

    /// <summary>A rule that had an occasion and was kept.</summary>
    Given,

    /// <summary>What an item took or gave beyond its bound comes back.</summary>
    Bound,

    /// <summary>The score stays between 0 and full.</summary>
    Range,

    /// <summary>A violation after which no more than a certain score is left.</summary>
    Veto,

    /// <summary>A rule that could not be decided: it takes nothing and gives nothing.</summary>
    NotEvaluable,
}
