using ScriptRules.Rules;
using ScriptRules.Text;
using ScriptRules.Text.Entities;

namespace ScriptRules.Cli.Reports;

/// <summary>What was said, as it is shown: a turn as sent, a line of script as written. Nothing in it tells what the report masks.</summary>
/// <param name="Text">The whole turn or line.</param>
/// <param name="Span">The words meant.</param>
internal sealed record Quote(string Text, TextSpan Span)
{
    /// <summary>The turn of a violation.</summary>
    internal static Quote Of(CheckedItem item, Violation violation)
    {
        var sent = TextOf.Turn(item.Conversation, violation.Turn);
        var isMasked = violation.Text != violation.Span.Of(sent);
        var (text, span) = item.ScriptOf(violation.Turn) is { } line ? (line.Written, line.Text.ToWritten(violation.Span)) : (sent, violation.Span);
        return new Quote(isMasked ? PersonalData.Mask(text) : text, span);
    }
}
