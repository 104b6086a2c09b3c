using ScriptRules.Cli.Baselines;
using ScriptRules.Documents;
using ScriptRules.Formats;
using ScriptRules.Formats.Documents;
using ScriptRules.Rules.Calendars;
using ScriptRules.Text;

namespace ScriptRules.Cli.Checking;

/// <summary>What is to be checked: what the paths hold, and a reply given on the command line.</summary>
/// <param name="paths">Files, folders and <c>-</c>.</param>
/// <param name="text">A draft; null for none.</param>
/// <param name="clock">The time at the site, for dates in transcripts that name no zone.</param>
/// <param name="scripts">How script documents are read.</param>
/// <param name="at">The clock of inputs that have none; null leaves them without.</param>
internal sealed class CheckInput(IReadOnlyList<string> paths, string? text, SiteClock clock, ScriptOptions scripts, DateTimeOffset? at)
{
    /// <summary>What a reply given on the command line is called.</summary>
    internal const string TextName = "<text>";

    /// <summary>What standard input is called; null for its usual name.</summary>
    internal string? StandardInputName { get; init; }

    /// <summary>Which files are read, besides that a baseline is never taken for conversations.</summary>
    internal Func<string, bool> Only { get; init; } = _ => true;

    /// <summary>The items in the order given, the reply of the command line first; read as they are asked for. A file that is met again, by whatever name, is passed over.</summary>
    internal IEnumerable<ReadResult> Read(Func<Stream> openStandardInput)
    {
        var source = Source(openStandardInput);
        return Draft().Concat(paths.SelectMany(p => p == ConversationSource.StandardInput && StandardInputName is { } name ? source.Read(openStandardInput(), name) : source.Read(p))).Select(At);
    }

    /// <summary>The items of bytes that were read from the file at <paramref name="path"/>, or are to be written there.</summary>
    internal IEnumerable<ReadResult> Read(byte[] bytes, string path) => Source(() => Stream.Null).Read(new MemoryStream(bytes), path).Select(At);

    private ConversationSource Source(Func<Stream> openStandardInput)
    {
        var options = ReaderOptions.Default with { Scripts = scripts };
        var seen = new SeenFiles();
        if (TimeZoneInfo.TryFindSystemTimeZoneById(clock.ZoneId, out var zone)) options = options with { Zone = zone };
        return new ConversationSource(options) { OpenStandardInput = openStandardInput, Documents = DocumentFormats.All, Only = p => Path.GetFileName(p) != BaselineFile.Usual && Only(p) && seen.Add(p) };
    }

    private IEnumerable<ReadResult> Draft()
    {
        if (text is null) yield break;
        yield return string.IsNullOrWhiteSpace(text)
            ? new ReadResult { Origin = new Origin(TextName), Errors = [new InputError(InputErrorCode.NothingToCheck, new InputPlace(TextName), "nothing to check: the reply is empty")] }
            : new ReadResult { Origin = new Origin(TextName), Conversation = new Conversation { Draft = new Draft(text) } };
    }

    /// <summary>Gives a draft, and a conversation that does not tell when it began, the clock of the command line.</summary>
    private ReadResult At(ReadResult item)
    {
        if (at is null || item.Conversation is not { } conversation) return item;
        if (conversation.Draft is { } draft) return item with { Conversation = conversation with { Draft = draft with { At = draft.At ?? at } } };
        return conversation.StartedAt is null ? item with { Conversation = conversation with { StartedAt = at } } : item;
    }
}
