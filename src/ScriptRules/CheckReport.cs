using System.Collections.Immutable;
using ScriptRules.Rules;

namespace ScriptRules;

/// <summary>What became of every rule on one conversation or draft.</summary>
public sealed record CheckReport
{
    /// <summary>The conversation's own identifier.</summary>
    public string Id { get; init; } = "";

    /// <summary>Violated when a rule was broken and no suppression excuses it; not evaluable when no rule could be decided.</summary>
    public Verdict Verdict { get; init; }

    /// <summary>By turn, place and rule; without those that are suppressed.</summary>
    public ImmutableArray<Violation> Violations { get; init; } = [];

    /// <summary>The violations that do not count, each with its <see cref="Violation.Suppression"/>; by turn, place and rule.</summary>
    public ImmutableArray<Violation> Suppressed { get; init; } = [];

    /// <summary>
    /// The violations that a baseline accepts, so that they do not count; by turn, place and rule. Only with a baseline; then those that count are
    /// <see cref="BaselineState.New"/> in <see cref="Violations"/>, these are <see cref="BaselineState.Unchanged"/>. The score is that of both.
    /// </summary>
    public ImmutableArray<Violation> Accepted { get; init; } = [];

    /// <summary>The ids of suppressions whose last day has passed and that would else have excused a violation here, in ordinal order.</summary>
    public ImmutableArray<string> ExpiredSuppressions { get; init; } = [];

    /// <summary>By the pack's scorecard; null when it has none, or when nothing that it scores could be decided.</summary>
    public Score? Score { get; init; }

    /// <summary>In the order of the pack; a rule whose violations are all suppressed was violated all the same.</summary>
    public ImmutableArray<RuleVerdict> Rules { get; init; } = [];

    /// <summary>What the agent promised, in order; null when the pack has no rule about promises, so that none were looked for.</summary>
    public ImmutableArray<PromiseMade>? Promises { get; init; }

    /// <summary>The rules that could not be decided, with the reason; none of them counts as kept.</summary>
    public IEnumerable<RuleVerdict> NotChecked => Rules.Where(r => r.Verdict == Verdict.NotEvaluable);

    /// <summary>How many rules came out as <paramref name="verdict"/>.</summary>
    public int Count(Verdict verdict)
    {
        var count = 0;
        foreach (var rule in Rules)
            if (rule.Verdict == verdict) count++;
        return count;
    }

    /// <summary>Whether a violation is at least as grave as <paramref name="severity"/>.</summary>
    public bool HasViolation(Severity severity) => Violations.Any(v => v.Severity >= severity);
}

/// <summary>What became of one rule.</summary>
/// <param name="Rule">Its id.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="Reason">Why it could not be decided; null when it could.</param>
public sealed record RuleVerdict(string Rule, Verdict Verdict, string? Reason = null);
