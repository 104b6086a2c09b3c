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

        return Directory.Exists(path) ? ReadFolder(path) : ReadFile(path);
    }

    /// <summary>The conversations of one stream.</summary>
    /// <param name="stream">Read from where it stands; left open.</param>
    /// <param name="name">What to call it in messages; its extension counts as that of a file does.</param>
    public IEnumerable<ReadResult> Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Guarded(() => ReadSource(new SourceStream(stream, name, _options.Limits)), name);
    }

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

    private IEnumerable<ReadResult> ReadFolder(string path)
    {
        var found = false;
        foreach (var entry in FolderWalk.Of(path))
        {
            found |= entry.Problem is null;
            foreach (var result in entry.Problem is { } problem ? [problem] : ReadFile(entry.Path))
                yield return result;
        }

        if (!found)
        {
            yield return ReadResult.Failed(new InputError(
                InputErrorCode.NothingToCheck, new InputPlace(path), "nothing to check: the folder has no .json, .jsonl, .ndjson or .txt file"));
        }
    }

    private IEnumerable<ReadResult> ReadSource(SourceStream source)
    {
        if (source.HopelessError() is { } hopeless)
            return [ReadResult.Failed(hopeless)];

        var reader = ConversationReaders.For(source.Head(ConversationReaders.ExtensionOf(source.Name)));
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
        {
            const string words = "nothing to check: there is no conversation in it";
            yield return ReadResult.Failed(new InputError(InputErrorCode.NothingToCheck, new InputPlace(name), words));
        }
    }

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
