using ScriptRules.Cli.Reports;
using ScriptRules.Examples;

namespace ScriptRules.Cli.Testing;

/// <summary>A labelled case in one line: what the customer said last, and the reply; of a whole conversation, the turn that something was found in, or all turns.</summary>
internal static class CaseText
{
    internal static string Of(CaseOutcome item)
    {
        var conversation = item.Case.Conversation;
        var turns = conversation.Draft is not null ? conversation.Turns.TakeLast(1)
            : item.Findings is [var first, ..] ? conversation.Turns.Take(first.Turn + 1).TakeLast(2)
            : conversation.Turns;
        var lines = turns.Select(t => $"{Wordings.Of(t.Speaker)}: {t.Text}");
        if (conversation.Draft is { } draft) lines = lines.Append($"草稿: {draft.Text}");
        return VisibleText.Of(string.Join(" / ", lines));
    }
}
