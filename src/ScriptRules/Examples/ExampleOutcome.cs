using System.Collections.Immutable;
using ScriptRules.Rules;
using ScriptRules.Text;

namespace ScriptRules.Examples;

/// <summary>What came of one example of one rule.</summary>
/// <param name="Rule">Whose example it is.</param>
/// <param name="Example">The case.</param>
/// <param name="Report">What the whole pack says of the case.</param>
/// <param name="Faults">Where the rule is not as the example wants it, by place; empty when all is well.</param>
public sealed record ExampleOutcome(Rule Rule, Example Example, CheckReport Report, ImmutableArray<ExampleFault> Faults)
{
    /// <summary>Whether the rule does what the example wants.</summary>
    public bool IsGood => Faults.IsEmpty;

    /// <summary>Whether a passing example passes only because the rule could not be decided on it, which shows nothing.</summary>
    public bool ShowsNothing => !Example.Breaks && Verdict == Verdict.NotEvaluable;

    /// <summary>What became of the rule on the case.</summary>
    public Verdict Verdict
    {
        get
        {
            foreach (var verdict in Report.Rules)
                if (verdict.Rule == Rule.Id) return verdict.Verdict;
            return Verdict.NotEvaluable;
        }
    }
}

/// <summary>A difference between what an example wants and what the rule found.</summary>
/// <param name="Kind">Which way it differs.</param>
/// <param name="Turn">The index of the turn; the number of context turns for a draft, −1 when no place is meant.</param>
/// <param name="Span">The place in that turn.</param>
/// <param name="Message">What differs, in words.</param>
public sealed record ExampleFault(ExampleFaultKind Kind, int Turn, TextSpan Span, string Message);

/// <summary>Which way an example and its rule differ.</summary>
public enum ExampleFaultKind
{
    /// <summary>The rule fired where the example wants it silent.</summary>
    Noisy,

    /// <summary>The rule did not find, or did not offer, what the example wants.</summary>
    Missing,
}
