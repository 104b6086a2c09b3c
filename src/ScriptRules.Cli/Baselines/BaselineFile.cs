using ScriptRules.Baselines;
using ScriptRules.Cli.Checking;
using ScriptRules.Cli.Hosting;
using ScriptRules.Formats;

namespace ScriptRules.Cli.Baselines;

/// <summary>The file of a baseline, from whose folder its paths lead.</summary>
/// <param name="path">As the user names it.</param>
internal sealed class BaselineFile(string path)
{
    /// <summary>What it is called unless the user says otherwise.</summary>
    internal const string Usual = "scriptrules-baseline.json";

    private readonly string _folder = Path.GetDirectoryName(Path.GetFullPath(path))!;

    /// <summary>As the user names it.</summary>
    internal string Name => path;

    /// <summary>Whether a path leads to it.</summary>
    internal bool Is(string other) => other is not (ConversationSource.StandardInputName or CheckInput.TextName) && Path.GetFullPath(other) == Path.GetFullPath(path);

    /// <summary>Reads it.</summary>
    /// <exception cref="UsageException">It is not there, or not a baseline.</exception>
    internal Baseline Read()
    {
        try
        {
            return Baseline.Read(File.ReadAllBytes(path), path);
        }
        catch (BaselineException e)
        {
            throw UsageException.Of(e.Message, "a baseline is written by scriptrules baseline create");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw UsageException.Of($"there is no baseline {path}", "scriptrules baseline create writes one");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw UsageException.Of($"the baseline {path} cannot be read: {e.Message}");
        }
    }

    /// <summary>Writes it whole, or leaves it as it is.</summary>
    internal void Write(Baseline baseline)
    {
        using var file = OutputFile.Create(path);
        baseline.Write(file.Stream);
        file.Keep();
    }

    /// <summary>What the baseline calls a file; null for standard input and a reply on the command line.</summary>
    internal string? PathOf(string named) => named is ConversationSource.StandardInputName or CheckInput.TextName
        ? null
        : Path.GetRelativePath(_folder, Path.GetFullPath(named)).Replace('\\', '/');

    /// <summary>The full path of a file that the baseline calls so.</summary>
    internal string FullPathOf(string called) => Path.GetFullPath(Path.Combine(_folder, called));

    /// <summary>Whether the file is there that the baseline calls so.</summary>
    internal bool Exists(string called) => File.Exists(FullPathOf(called));

    /// <summary>Whether a file that the baseline calls so would be below one of some folders.</summary>
    internal bool IsBelow(string called, IEnumerable<string> folders)
    {
        var full = FullPathOf(called);
        return folders.Any(f => Directory.Exists(f) && full.StartsWith(Path.TrimEndingDirectorySeparator(Path.GetFullPath(f)) + Path.DirectorySeparatorChar, StringComparison.Ordinal));
    }
}
