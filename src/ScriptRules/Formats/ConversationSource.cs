using System.Collections.Immutable;
using ScriptRules.Formats.Documents;

namespace ScriptRules.Formats;

/// <summary>Reads conversations from files, folders, streams and standard input.</summary>
/// <remarks>
/// The form of an input is told by its content, else by its extension: our JSON (<c>.json</c>), one object a line
/// (<c>.jsonl</c>, <c>.ndjson</c>), plain text (<c>.txt</c>). Nothing about an input makes these methods throw: what could not be read
/// is a result with errors, and an input without any conversation is one as well. Results are read as they are asked for.
/// Immutable, and safe to share between threads.
/// </remarks>
public sealed class ConversationSource(ReaderOptions? options = null)
{
    /// <summary>The path that stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>What standard input is called in messages.</summary>
    public const string StandardInputName = "<stdin>";

    private readonly ReaderOptions _options = options ?? ReaderOptions.Default;

    /// <summary>Where <see cref="StandardInput"/> is read from; the process's own unless set.</summary>
    public Func<Stream> OpenStandardInput { get; init; } = Console.OpenStandardInput;

    /// <summary>The forms of script documents that are read besides; none unless set.</summary>
    public ImmutableArray<IDocumentFormat> Documents { get; init; } = [];

    /// <summary>The conversations of several paths, in the order given.</summary>
    /// <param name="paths">Files, folders, and <c>-</c> for standard input.</param>
    public IEnumerable<ReadResult> Read(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return paths.SelectMany(Read);
    }

    /// <summary>The conversations of one path.</summary>
    /// <param name="path">
    /// A file, <c>-</c>, or a folder: its files and those of its folders, in ordinal order of their paths. Files of other
    /// kinds, and whatever a dot hides, are results with a note.
    /// </param>
    public IEnumerable<ReadResult> Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (path.Contains('\0', StringComparison.Ordinal))
            return [ReadResult.Failed(IoErrors.NotFound(path.Replace('\0', '\uFFFD')))];
        if (path == StandardInput)
            return ReadOwned(OpenStandardInput, StandardInputName);

        return Directory.Exists(path) ? ReadFolder(path) : SaidWhenEmpty(ReadFile(path), path);
    }

    /// <summary>The conversations of one stream.</summary>
    /// <param name="stream">Read from where it stands; left open.</param>
    /// <param name="name">What to call it in messages; its extension counts as that of a file does.</param>
    public IEnumerable<ReadResult> Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Guarded(() => ReadSource(new SourceStream(stream, name, _options.Limits)), name);
    }

    /// <summary>Whether a file found in a folder is read: by its ending alone.</summary>
    private bool Takes(string name) => ConversationReaders.Takes(name) || FormatOf(name) is not null;

    private IDocumentFormat? FormatOf(string name) =>
        ConversationReaders.ExtensionOf(name) is { Length: > 0 } ending ? Documents.FirstOrDefault(f => f.Extensions.Contains(ending)) : null;

    private IEnumerable<ReadResult> ReadFile(string path) =>
        ReadOwned(() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), path);

    private IEnumerable<ReadResult> ReadOwned(Func<Stream> open, string name)
    {
        Stream? stream = null;
        try
        {
            foreach (var result in Guarded(() => ReadSource(new SourceStream(stream = open(), name, _options.Limits)), name))
                yield return result;
        }
        finally
        {
            stream?.Dispose();
        }
    }

    /// <summary>A file of a folder may hold nothing to check; of one that was named, that is an error.</summary>
    private static IEnumerable<ReadResult> SaidWhenEmpty(IEnumerable<ReadResult> results, string name)
    {
        var holdsAny = false;
        foreach (var result in results)
        {
            holdsAny |= result.Conversation is not null || !result.Errors.IsEmpty;
            yield return result;
        }

        if (!holdsAny) yield return NothingIn(name, "there is no line of script in it");
    }

    private IEnumerable<ReadResult> ReadFolder(string path)
    {
        var found = false;
        foreach (var entry in new FolderWalk(Takes).Of(path))
        {
            found |= entry.Problem is null;
            foreach (var result in entry.Problem is { } problem ? [problem] : ReadFile(entry.Path))
                yield return result;
        }

        if (!found)
        {
            yield return ReadResult.Failed(new InputError(
                InputErrorCode.NothingToCheck, new InputPlace(path), "nothing to check: the folder has no file that a reader takes"));
        }
    }

    private IEnumerable<ReadResult> ReadSource(SourceStream source)
    {
        if (FormatOf(source.Name) is { } format) return ReadDocument(format, source);
        if (source.HopelessError() is { } hopeless)
            return [ReadResult.Failed(hopeless)];

        var head = source.Head(ConversationReaders.ExtensionOf(source.Name));
        if (Documents.FirstOrDefault(f => f.Recognizes(head, _options.Scripts)) is { } scripts) return ReadDocument(scripts, source);
        var reader = ConversationReaders.For(head);
        if (reader is not null)
            return reader.Read(source, _options);

        return
        [
            ReadResult.Failed(new InputError(
                InputErrorCode.UnknownFormat,
                new InputPlace(source.Name),
                "neither JSON nor a transcript with speakers",
                "a draft reply goes into a .txt file")),
        ];
    }

    private IEnumerable<ReadResult> ReadDocument(IDocumentFormat format, SourceStream source)
    {
        var bytes = source.ReadBytes();
        return bytes.Length > _options.Limits.Bytes
            ? [ReadResult.Failed(SourceText.TooLarge(new InputPlace(source.Name), _options.Limits))]
            : ScriptReading.Read(format, bytes, source.Name, _options);
    }

    /// <summary>Turns failures of the system into results, and an input without any into an error.</summary>
    private static IEnumerable<ReadResult> Guarded(Func<IEnumerable<ReadResult>> read, string name)
    {
        IEnumerator<ReadResult>? results = null;
        var found = false;
        try
        {
            while (Next(ref results, read, name) is { } result)
            {
                found = true;
                yield return result;
            }
        }
        finally
        {
            results?.Dispose();
        }

        if (!found)
            yield return NothingIn(name, "there is no conversation in it");
    }

    private static ReadResult NothingIn(string name, string why) =>
        ReadResult.Failed(new InputError(InputErrorCode.NothingToCheck, new InputPlace(name), "nothing to check: " + why));

    private static ReadResult? Next(ref IEnumerator<ReadResult>? results, Func<IEnumerable<ReadResult>> read, string name)
    {
        try
        {
            results ??= read().GetEnumerator();
            return results.MoveNext() ? results.Current : null;
        }
        catch (Exception e) when (IoErrors.Covers(e))
        {
            results?.Dispose();
            results = Enumerable.Empty<ReadResult>().GetEnumerator();
            return ReadResult.Failed(IoErrors.Describe(e, name));
        }
    }
}
