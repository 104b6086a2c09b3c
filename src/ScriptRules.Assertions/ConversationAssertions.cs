using FluentAssertions;
using FluentAssertions.Primitives;
using ScriptRules.Rules;
using ScriptRules.Text;

namespace ScriptRules.Assertions;

/// <summary>Assertions about a whole conversation.</summary>
public sealed class ConversationAssertions(Conversation subject) : ReferenceTypeAssertions<Conversation, ConversationAssertions>(subject)
{
    /// <inheritdoc/>
    protected override string Identifier => "conversation";

    /// <summary>Asserts that nothing in the conversation, or in its draft when it has one, breaks a rule.</summary>
    /// <param name="checker">What checks it.</param>
    /// <param name="atLeast">The least severity that fails.</param>
    /// <param name="because">Why it must, for the message.</param>
    /// <param name="becauseArgs">What fills <paramref name="because"/>.</param>
    public AndConstraint<ConversationAssertions> ComplyWith(Checker checker, Severity atLeast = Severity.Warning, string because = "", params object[] becauseArgs)
    {
        ArgumentNullException.ThrowIfNull(checker);
        ScriptAssertions.Comply(checker.Check(Subject), checker, Identifier, atLeast, because, becauseArgs);
        return new AndConstraint<ConversationAssertions>(this);
    }
}
