namespace ScriptRules.Formats.PlainText;

/// <summary>
/// What people paste: <c>客服: … / 客户: …</c>, with or without times and names. Text without any speaker is a draft reply.
/// A line of <c>---</c> or <c>===</c> separates conversations.
/// </summary>
internal sealed class PlainTextReader : IConversationReader
{
    // A transcript names a speaker early, if at all.
    private const int LinesToLookAt = 40;

    public IReadOnlyList<string> Extensions { get; } = [".txt", ""];

    public bool Recognizes(SourceHead head) =>
        head.Lines.Take(LinesToLookAt).Any(line => LineHead.Of(line).Role is not null);

    public IEnumerable<ReadResult> Read(SourceStream source, ReaderOptions options)
    {
        var text = source.ReadAll();
        if (text.Error is { } error)
            return [ReadResult.Failed(error)];

        var lines = SplitLines(text.Text);
        var style = TranscriptStyle.Of(lines);
        var results = new List<ReadResult>();
        var start = 0;
        for (var i = 0; i <= lines.Count; i++)
        {
            if (i < lines.Count && !IsSeparator(lines[i]))
                continue;

            var part = new TextLines(text.Name, start + 1, lines[start..i]);
            var number = results.Count + 1;
            start = i + 1;
            if (part.IsBlank)
                continue;

            results.Add(style.HasSpeakers ? new TranscriptParser(part, style, options, number).Read() : DraftText.Read(part, options, number));
        }

        return results;
    }

    private static List<string> SplitLines(string text) => [.. text.ReplaceLineEndings("\n").Split('\n')];

    private static bool IsSeparator(string line)
    {
        var trimmed = line.AsSpan().Trim();
        return trimmed.Length >= 3 && trimmed[0] is '-' or '=' && trimmed.IndexOfAnyExcept(trimmed[0]) < 0;
    }
}
