using System.Collections.Immutable;
using ScriptRules.Text;
using ScriptRules.Text.Facts;

namespace ScriptRules.Rules;

/// <summary>One breach of one rule, with place and evidence.</summary>
public sealed record Violation
{
    /// <summary>The rule's id.</summary>
    public required string Rule { get; init; }

    /// <summary>The handbook rows that were broken.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>How grave it is.</summary>
    public Severity Severity { get; init; }

    /// <summary>How sure it is, above 0 and at most 1.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>The index of the turn; the number of context turns for a draft.</summary>
    public int Turn { get; init; }

    /// <summary>The words in that turn; empty, at the due place, when something was not said.</summary>
    public TextSpan Span { get; init; }

    /// <summary>The words at <see cref="Span"/>, as sent; personal data that was the breach is masked, at the same length.</summary>
    public string Text { get; init; } = "";

    /// <summary>What is wrong, for the agent.</summary>
    public string Message { get; init; } = "";

    /// <summary>The facts that made it, in order of place.</summary>
    public ImmutableArray<Evidence> Evidence { get; init; } = [];

    /// <summary>Rewrites that pass the same check in the same context, best first.</summary>
    public ImmutableArray<Suggestion> Suggestions { get; init; } = [];

    /// <summary>Why there is no suggestion; null when there is one.</summary>
    public string? NoSuggestion { get; init; }

    /// <summary>Stable when turns move; two equal breaches in one conversation differ by their count.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>Why it does not count; null when it does.</summary>
    public Suppression? Suppression { get; init; }

    /// <summary>How it stands to the baseline of the run; null when there is none.</summary>
    public BaselineState? BaselineState { get; init; }
}

/// <summary>Whether a violation was accepted when a baseline was made; as in SARIF, which calls it by the same names.</summary>
public enum BaselineState
{
    /// <summary>Not in the baseline: it counts.</summary>
    New,

    /// <summary>In the baseline, wherever its line stands by now: it does not count.</summary>
    Unchanged,
}

/// <summary>A fact that made a violation.</summary>
/// <param name="Turn">The index of the turn.</param>
/// <param name="Span">The place in that turn.</param>
/// <param name="Concept">What was recognised there; for a time or a name, its kind.</param>
/// <param name="Text">The words, as sent.</param>
public sealed record Evidence(int Turn, TextSpan Span, string Concept, string Text)
{
    /// <summary>How the words were recognised; <see cref="MatchKind.Literal"/> for a time or a name.</summary>
    public MatchKind Match { get; init; }

    /// <summary>When it was, where the rule depends on that; null when it does not, or when it is not known.</summary>
    public EvidenceTime? Time { get; init; }
}

/// <summary>How words were recognised as what the pack has.</summary>
public enum MatchKind
{
    /// <summary>As written there.</summary>
    Literal,

    /// <summary>In another script or width, or spaced out.</summary>
    Folded,

    /// <summary>By their sound alone.</summary>
    Sound,

    /// <summary>Behind letters strewn in, or typed as pinyin or initials.</summary>
    Noise,

    /// <summary>By their looks: characters that look alike, or are split in parts.</summary>
    Shape,

    /// <summary>With a character said several times.</summary>
    Repeat,

    /// <summary>As nearly the words of a model sentence.</summary>
    Similar,
}

/// <summary>When something was said or not said.</summary>
/// <param name="Start">In milliseconds from the start of the conversation.</param>
/// <param name="End">In milliseconds from the start; −1 when unknown.</param>
/// <param name="From">Where the times come from.</param>
public sealed record EvidenceTime(int Start, int End, TimeSource From)
{
    /// <summary>The times of a fact; null when they are not known.</summary>
    public static EvidenceTime? Of(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.StartsAt < 0 ? null : new EvidenceTime(fact.StartsAt, fact.EndsAt, fact.TimesFrom);
    }
}

/// <summary>A proposed rewrite that has itself been checked.</summary>
/// <param name="Text">The whole turn as it would read.</param>
/// <param name="Edits">What changes, by place; they do not overlap.</param>
/// <param name="Applicability">What applying it needs.</param>
public sealed record Suggestion(string Text, ImmutableArray<Edit> Edits, Applicability Applicability);

/// <summary>A replacement in one turn.</summary>
/// <param name="Span">What is replaced; empty for an insertion.</param>
/// <param name="Replacement">What comes instead; empty for a deletion.</param>
public sealed record Edit(TextSpan Span, string Replacement);

/// <summary>What applying a suggestion needs.</summary>
public enum Applicability
{
    /// <summary>Nothing: only the wording changes.</summary>
    Automatic,

    /// <summary>A person's consent: what is promised or stated changes.</summary>
    Confirm,

    /// <summary>A person who fills the open slots.</summary>
    FillIn,
}

/// <summary>What became of one rule on one conversation.</summary>
public enum Verdict
{
    /// <summary>It applied and was kept.</summary>
    Passed,

    /// <summary>It was broken.</summary>
    Violated,

    /// <summary>There was no occasion for it.</summary>
    NotApplicable,

    /// <summary>What it needs to know was not there; it does not count as kept.</summary>
    NotEvaluable,
}
