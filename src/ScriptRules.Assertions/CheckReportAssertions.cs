using FluentAssertions;
using FluentAssertions.Execution;
using FluentAssertions.Primitives;
using ScriptRules.Rules;

namespace ScriptRules.Assertions;

/// <summary>Assertions about a report.</summary>
public sealed class CheckReportAssertions(CheckReport subject) : ReferenceTypeAssertions<CheckReport, CheckReportAssertions>(subject)
{
    /// <inheritdoc/>
    protected override string Identifier => "report";

    /// <summary>Asserts that a rule is broken.</summary>
    /// <param name="rule">The rule's id, or a handbook row.</param>
    /// <param name="because">Why it must be, for the message.</param>
    /// <param name="becauseArgs">What fills <paramref name="because"/>.</param>
    /// <returns>With the first such violation.</returns>
    public AndWhichConstraint<CheckReportAssertions, Violation> HaveViolation(string rule, string because = "", params object[] becauseArgs)
    {
        var found = Of(rule);
        Execute.Assertion.BecauseOf(because, becauseArgs)
            .ForCondition(found.Count > 0)
            .FailWith($"Expected {{context:report}} to have a violation of {{0}}{{reason}}, but it has {(Subject.Violations.IsEmpty ? "none at all." : ViolationList.Escaped(Subject.Violations))}", rule);
        return new AndWhichConstraint<CheckReportAssertions, Violation>(this, found.FirstOrDefault()!);
    }

    /// <summary>Asserts that a rule is not broken.</summary>
    /// <param name="rule">The rule's id, or a handbook row.</param>
    /// <param name="because">Why it must not be, for the message.</param>
    /// <param name="becauseArgs">What fills <paramref name="because"/>.</param>
    public AndConstraint<CheckReportAssertions> NotHaveViolation(string rule, string because = "", params object[] becauseArgs)
    {
        var found = Of(rule);
        Execute.Assertion.BecauseOf(because, becauseArgs)
            .ForCondition(found.Count == 0)
            .FailWith($"Expected {{context:report}} to have no violation of {{0}}{{reason}}, but it has {ViolationList.Escaped(found)}", rule);
        return new AndConstraint<CheckReportAssertions>(this);
    }

    private List<Violation> Of(string rule) => [.. Subject.Violations.Where(v => v.Rule == rule || v.Sources.Contains(rule))];
}
