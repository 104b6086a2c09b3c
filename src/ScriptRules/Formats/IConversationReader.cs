namespace ScriptRules.Formats;

/// <summary>Reads one form of conversations. A new form is one such class and a line in <see cref="ConversationReaders"/>.</summary>
internal interface IConversationReader
{
    /// <summary>How files of this form end, such as <c>.json</c>, when their content does not tell; empty for those without extension.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>Whether the text begins in a way that is typical of this form and of no other.</summary>
    bool Recognizes(SourceHead head);

    /// <summary>The conversations in the order of the text. What cannot be read is a result as well; only I/O fails by exception.</summary>
    IEnumerable<ReadResult> Read(SourceStream source, ReaderOptions options);
}

/// <summary>The beginning of an input, from which its form is told.</summary>
/// <param name="Extension">In lower case with its dot; empty when there is none.</param>
/// <param name="Text">The first characters; bytes that cannot be decoded are replaced.</param>
/// <param name="IsWhole">Whether that is all there is.</param>
public sealed record SourceHead(string Extension, string Text, bool IsWhole)
{
    /// <summary>The lines that are not blank, without white space around. Unless <see cref="IsWhole"/>, the last may be cut off.</summary>
    public IEnumerable<string> Lines =>
        Text.Split('\n', '\r').Where(l => !string.IsNullOrWhiteSpace(l)).Select(l => l.Trim());
}
