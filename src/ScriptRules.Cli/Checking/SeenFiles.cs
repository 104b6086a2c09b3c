namespace ScriptRules.Cli.Checking;

/// <summary>Tells files that were met before, under whatever name: relative or absolute, by a link, or in a folder. One owner.</summary>
internal sealed class SeenFiles
{
    private const int LinksAtMost = 40;

    private readonly HashSet<string> _files = new(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
    private readonly Dictionary<string, string> _folders = new(StringComparer.Ordinal);

    /// <summary>Whether it is met for the first time. Two hard links are two files.</summary>
    internal bool Add(string path) => _files.Add(Resolved(Path.GetFullPath(path), LinksAtMost));

    /// <summary>The path without links; what cannot be looked at stays as it is.</summary>
    private string Resolved(string full, int links)
    {
        if (Path.GetDirectoryName(full) is not { } parent) return full;
        var here = Path.Combine(FolderOf(parent, links), Path.GetFileName(full));
        return links > 0 && LinkAt(here) is { } target ? Resolved(Path.GetFullPath(target, Path.GetDirectoryName(here)!), links - 1) : here;
    }

    private string FolderOf(string folder, int links)
    {
        if (!_folders.TryGetValue(folder, out var known)) _folders[folder] = known = Resolved(folder, links);
        return known;
    }

    private static string? LinkAt(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
