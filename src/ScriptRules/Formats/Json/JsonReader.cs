namespace ScriptRules.Formats.Json;

/// <summary>Our own JSON: one conversation, or a list of them.</summary>
internal sealed class JsonReader : IConversationReader
{
    public IReadOnlyList<string> Extensions { get; } = [".json"];

    public bool Recognizes(SourceHead head)
    {
        var text = head.Text.AsSpan().TrimStart();
        if (text.IsEmpty || text[0] is not ('{' or '['))
            return false;

        // A transcript may begin with a time or name in brackets, so the next character decides.
        var next = text[1..].TrimStart();
        return !next.IsEmpty && (text[0] == '{' ? next[0] is '"' or '}' : next[0] is '{' or ']');
    }

    public IEnumerable<ReadResult> Read(SourceStream source, ReaderOptions options)
    {
        var text = source.ReadAll();
        if (text.Error is { } error)
            return [ReadResult.Failed(error)];
        if (text.Utf8.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0)
            return [];

        return new ConversationParser(text.Utf8.Span, text.Name, 1, options, new ErrorList(options.Limits.Errors)).ReadAll(1, allowList: true);
    }
}
