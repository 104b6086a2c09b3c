using ScriptRules.Cli.Hosting;

namespace ScriptRules.Cli.Checking;

/// <summary>A file that is written whole or not at all: under another name first, and renamed when it is kept.</summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string _path;
    private readonly string _draft;
    private bool _isKept;

    private OutputFile(string path, string draft, FileStream stream)
    {
        (_path, _draft, Stream) = (path, draft, stream);
        Writer = Terminal.WriterOn(stream);
    }

    /// <summary>For bytes.</summary>
    internal FileStream Stream { get; }

    /// <summary>For text.</summary>
    internal StreamWriter Writer { get; }

    /// <summary>Whether <paramref name="path"/> is this file, under either name.</summary>
    internal bool IsAt(string path) => Path.GetFullPath(path) is var full && (full == _path || full == _draft);

    /// <exception cref="UsageException">No file can be written there.</exception>
    internal static OutputFile Create(string path)
    {
        if (path.Length == 0 || Directory.Exists(path)) throw UsageException.Of($"the report \"{path}\": not the name of a file");
        var full = Path.GetFullPath(path);
        var draft = Path.Combine(Path.GetDirectoryName(full)!, $".{Path.GetFileName(full)}.{Environment.ProcessId}.tmp");
        try
        {
            return new OutputFile(full, draft, new FileStream(draft, FileMode.Create, FileAccess.Write));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var why = e is DirectoryNotFoundException ? "the folder does not exist" : e is UnauthorizedAccessException ? "no permission to write there" : e.Message;
            throw UsageException.Of($"the report {path}: {why}");
        }
    }

    /// <summary>Puts the file in its place.</summary>
    internal void Keep()
    {
        Writer.Dispose();
        Stream.Dispose();
        File.Move(_draft, _path, overwrite: true);
        _isKept = true;
    }

    /// <summary>Removes what was written, unless it was kept.</summary>
    public void Dispose()
    {
        if (_isKept) return;
        Stream.Dispose();
        File.Delete(_draft);
    }
}
