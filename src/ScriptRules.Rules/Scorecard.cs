using System.Collections.Immutable;

namespace ScriptRules.Rules;

/// <summary>Weights that turn the verdicts of a report into a score.</summary>
public sealed record Scorecard
{
    /// <summary>The score before anything is taken or given.</summary>
    public decimal Start { get; init; } = 100;

    /// <summary>The highest score; the lowest is 0.</summary>
    public decimal Full { get; init; } = 100;

    /// <summary>What is taken and given. A rule is scored by the first item that takes for it and the first that gives for it.</summary>
    public ImmutableArray<ScoreItem> Items { get; init; } = [];

    /// <summary>What brings a score down whatever else was good.</summary>
    public ImmutableArray<ScoreVeto> Vetoes { get; init; } = [];

    /// <summary>The names of scores, from the highest threshold down.</summary>
    public ImmutableArray<ScoreLevel> Levels { get; init; } = [];
}

/// <summary>Rules that are scored alike.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Rules">Their ids.</param>
/// <param name="Points">What one violation takes, or one rule that was kept gives; a rule's own weight replaces it.</param>
/// <param name="Gives">Whether the points are given for what was kept, not taken for violations.</param>
/// <param name="IsOnce">Whether all violations of one rule count as one.</param>
/// <param name="AtMost">The most that the item takes or gives, above 0; null for no bound.</param>
public sealed record ScoreItem(string Name, ImmutableHashSet<string> Rules, decimal Points, bool Gives, bool IsOnce, decimal? AtMost);

/// <summary>Rules of which one violation leaves little or nothing.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Rules">Their ids.</param>
/// <param name="Ceiling">The highest score that is left.</param>
public sealed record ScoreVeto(string Name, ImmutableHashSet<string> Rules, decimal Ceiling);

/// <summary>The name of a score.</summary>
/// <param name="Name">Such as 优秀.</param>
/// <param name="From">The least score of that name.</param>
public sealed record ScoreLevel(string Name, decimal From);
