namespace ScriptRules.Formats.Json;

/// <summary>Our own JSON, one conversation a line. Streams: a file may be larger than memory.</summary>
internal sealed class JsonLinesReader : IConversationReader
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    public IReadOnlyList<string> Extensions { get; } = [".jsonl", ".ndjson"];

    public bool Recognizes(SourceHead head)
    {
        var lines = head.Lines.Take(2).ToList();
        if (lines.Count == 0 || lines[0][0] != '{')
            return false;

        // A line too long for the head is compact JSON, which reads the same as a line of many.
        if (lines.Count == 1 && !head.IsWhole)
            return true;

        // JSON set out over several lines does not close on the first. A file named .jsonl needs less proof.
        var closes = lines[0][^1] == '}';
        var repeats = lines.Count > 1 && lines[1][0] == '{';
        return Extensions.Contains(head.Extension) ? closes || repeats || lines.Count == 1 : closes && repeats;
    }

    public IEnumerable<ReadResult> Read(SourceStream source, ReaderOptions options)
    {
        var errors = new ErrorList(options.Limits.Errors);
        var number = 1;
        foreach (var line in source.Lines())
        {
            if (line.Error is { } error)
            {
                yield return ReadResult.Failed(error) with { Origin = new Origin(source.Name, line.Number, number++) };
                continue;
            }

            // Files with byte order marks that were joined have them in the middle, too.
            var json = line.Utf8.Span.StartsWith(Mark) ? line.Utf8[Mark.Length..] : line.Utf8;
            if (json.Span.IndexOfAnyExcept(" \t\r"u8) < 0)
                continue;

            foreach (var result in ReadLine(json.Span, source.Name, line.Number, options, errors, number++))
                yield return result;
        }
    }

    private static List<ReadResult> ReadLine(
        ReadOnlySpan<byte> json, string path, int line, ReaderOptions options, ErrorList errors, int number) =>
        new ConversationParser(json, path, line, options, errors).ReadAll(number, allowList: false);
}
