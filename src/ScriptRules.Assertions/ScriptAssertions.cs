using FluentAssertions;
using FluentAssertions.Execution;
using FluentAssertions.Primitives;
using ScriptRules.Rules;
using ScriptRules.Text;

namespace ScriptRules.Assertions;

/// <summary>Assertions about what agents say, for unit tests of replies, templates and bots.</summary>
/// <remarks>A reply on which no rule could be decided does not comply: nothing was checked.</remarks>
public static class ScriptAssertions
{
    /// <summary>Asserts that a reply breaks no rule.</summary>
    /// <param name="reply">The reply, as a draft with nothing said before it.</param>
    /// <param name="checker">What checks it.</param>
    /// <param name="because">Why it must, for the message.</param>
    /// <param name="becauseArgs">What fills <paramref name="because"/>.</param>
    public static AndConstraint<StringAssertions> ComplyWith(this StringAssertions reply, Checker checker, string because = "", params object[] becauseArgs) =>
        reply.ComplyWith(checker, new Conversation(), Severity.Warning, because, becauseArgs);

    /// <summary>Asserts that a reply breaks no rule where it is said.</summary>
    /// <param name="reply">The reply, as a draft.</param>
    /// <param name="checker">What checks it.</param>
    /// <param name="context">What was said before, and what is known of the parties and the clock.</param>
    /// <param name="atLeast">The least severity that fails.</param>
    /// <param name="because">Why it must, for the message.</param>
    /// <param name="becauseArgs">What fills <paramref name="because"/>.</param>
    public static AndConstraint<StringAssertions> ComplyWith(
        this StringAssertions reply, Checker checker, Conversation context, Severity atLeast = Severity.Warning, string because = "", params object[] becauseArgs)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(checker);
        ArgumentNullException.ThrowIfNull(context);
        Execute.Assertion.BecauseOf(because, becauseArgs).ForCondition(reply.Subject is not null).FailWith("Expected {context:reply} to comply with the pack {0}{reason}, but it is <null>.", checker.Pack.Name);
        if (reply.Subject is not null) Comply(checker.CheckDraft(reply.Subject, context), checker, "reply", atLeast, because, becauseArgs);
        return new AndConstraint<StringAssertions>(reply);
    }

    /// <summary>Begins an assertion about a conversation.</summary>
    public static ConversationAssertions Should(this Conversation conversation) => new(conversation);

    /// <summary>Begins an assertion about a report.</summary>
    public static CheckReportAssertions Should(this CheckReport report) => new(report);

    internal static void Comply(CheckReport report, Checker checker, string what, Severity atLeast, string because, object[] becauseArgs)
    {
        var broken = report.Violations.Where(v => v.Severity >= atLeast).ToList();
        Execute.Assertion.BecauseOf(because, becauseArgs)
            .ForCondition(report.Verdict != Verdict.NotEvaluable)
            .FailWith($"Expected {{context:{what}}} to comply with the pack {{0}}{{reason}}, but no rule could be decided: {{1}}.", checker.Pack.Name, report.NotChecked.FirstOrDefault()?.Reason)
            .Then
            .ForCondition(broken.Count == 0)
            .FailWith($"Expected {{context:{what}}} to comply with the pack {{0}}{{reason}}, but it breaks {ViolationList.Escaped(broken)}", checker.Pack.Name);
    }
}
