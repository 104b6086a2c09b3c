using System.Collections.Immutable;
using ScriptRules.Rules.Yaml;
using ScriptRules.Text;

namespace ScriptRules.Rules;

/// <summary>One requirement of a handbook, as a pack states it.</summary>
public sealed record Rule
{
    /// <summary>Its id in English words, such as <c>never.pass-the-buck</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The shape it is written in, such as <c>never-say</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What the rule is about, for people.</summary>
    public string Title { get; init; } = "";

    /// <summary>How the requirement is read, and what the rule cannot see.</summary>
    public string Description { get; init; } = "";

    /// <summary>The handbook rows that it enforces.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>How grave a violation is.</summary>
    public Severity Severity { get; init; } = Severity.Error;

    /// <summary>How sure a violation is, above 0 and at most 1.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>The points that a scorecard takes for a violation, or gives where it rewards the rule; null leaves it to the scorecard.</summary>
    public decimal? Weight { get; init; }

    /// <summary>What is told to the agent, by reason; the empty reason stands for all others. <c>{said}</c> and <c>{missing}</c> are filled in.</summary>
    public ImmutableDictionary<string, string> Messages { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Model sentences for a rewrite, best first; with slots.</summary>
    public ImmutableArray<string> Suggest { get; init; } = [];

    /// <summary>What applying a suggestion needs.</summary>
    public Applicability Applicability { get; init; } = Applicability.Confirm;

    /// <summary>Which conversations the rule is for.</summary>
    public AppliesWhen AppliesWhen { get; init; } = AppliesWhen.Always;

    /// <summary>Free labels.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Cases that show what the rule means.</summary>
    public ImmutableArray<Example> Examples { get; init; } = [];

    /// <summary>Whether the pack has it from one that it extends.</summary>
    public bool IsInherited { get; init; }

    /// <summary>Where the rule stands in its pack.</summary>
    public Place Place { get; init; }
}

/// <summary>How grave a violation is, in rising order.</summary>
public enum Severity
{
    /// <summary>Worth a look; words alone do not decide it.</summary>
    Info,

    /// <summary>Wrong, but not grave.</summary>
    Warning,

    /// <summary>Must not happen.</summary>
    Error,
}

/// <summary>A case that shows what a rule means, and tests it.</summary>
/// <param name="Conversation">The case; a lone reply is a draft with nothing before it.</param>
/// <param name="Breaks">Whether the rule must find a violation.</param>
/// <param name="Marks">Where it must find them; empty when the example does not say.</param>
/// <param name="Rewrite">A suggestion that must be offered; null when the example does not say.</param>
/// <param name="Place">Where the example stands in its pack.</param>
public sealed record Example(Conversation Conversation, bool Breaks, ImmutableArray<ExampleMark> Marks, string? Rewrite, Place Place);

/// <summary>A place in an example where a violation is expected.</summary>
/// <param name="Turn">The index of the turn; the number of context turns for a draft.</param>
/// <param name="Span">The place in the turn.</param>
public readonly record struct ExampleMark(int Turn, TextSpan Span);
