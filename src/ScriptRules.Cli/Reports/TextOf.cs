using ScriptRules.Text;

namespace ScriptRules.Cli.Reports;

/// <summary>The words of a turn by its index, the draft's included.</summary>
internal static class TextOf
{
    internal static string Turn(Conversation conversation, int turn) =>
        turn < conversation.Turns.Length ? conversation.Turns[turn].Text : conversation.Draft?.Text ?? "";
}
