using System.Globalization;
using ScriptRules.Text;

namespace ScriptRules.Formats.PlainText;

/// <summary>Text in which nobody is named: a reply that has not been sent.</summary>
internal static class DraftText
{
    /// <param name="lines">Not blank.</param>
    /// <param name="options">How to read.</param>
    /// <param name="number">Which draft of the file it is.</param>
    public static ReadResult Read(TextLines lines, ReaderOptions options, int number)
    {
        var first = lines.Lines.FindIndex(l => !string.IsNullOrWhiteSpace(l));
        var origin = new Origin(lines.Path, lines.FirstLine + first, number);
        var text = TextLines.Join(lines.Lines);
        if (text.Length <= options.Limits.TextLength)
            return new ReadResult { Origin = origin, Conversation = new Conversation { Draft = new Draft(text) } };

        var words = string.Create(CultureInfo.InvariantCulture, $"the draft is longer than the limit of {options.Limits.TextLength:N0} characters");
        return new ReadResult { Origin = origin, Errors = [new InputError(InputErrorCode.TextTooLong, lines.At(first), words)] };
    }
}
