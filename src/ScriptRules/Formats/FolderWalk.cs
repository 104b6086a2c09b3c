namespace ScriptRules.Formats;

/// <summary>A file to read, or something in a folder that is not read.</summary>
/// <param name="Path">As the caller named the folder, with what is below it.</param>
/// <param name="Problem">Why it is not read; null for a file to read.</param>
internal readonly record struct FolderEntry(string Path, ReadResult? Problem = null);

/// <summary>Finds the conversations below a folder, in the same order on every machine.</summary>
internal sealed class FolderWalk(Func<string, bool> takes)
{
    /// <summary>The files in ordinal order of their paths. Links are followed, but never back into a folder above.</summary>
    public IEnumerable<FolderEntry> Of(string path) =>
        Below(path.Length > 1 ? path.TrimEnd('/', Path.DirectorySeparatorChar) : path, Path.GetFullPath(path), []);

    private IEnumerable<FolderEntry> Below(string folder, string expected, HashSet<string> above)
    {
        var (entries, real, problem) = Look(folder, expected, above);
        if (problem is not null)
        {
            yield return new FolderEntry(folder, problem);
            yield break;
        }

        above.Add(real);
        foreach (var entry in entries)
        {
            var name = entry.Name;
            var path = folder.EndsWith('/') ? folder + name : folder + "/" + name;
            if (name.StartsWith('.'))
            {
                yield return new FolderEntry(path, ReadResult.PassedOver(path, "hidden by its dot"));
            }
            else if (entry is DirectoryInfo)
            {
                foreach (var below in Below(path, Path.Combine(real, name), above))
                    yield return below;
            }
            else
            {
                yield return takes(name)
                    ? new FolderEntry(path)
                    : new FolderEntry(path, ReadResult.PassedOver(path, "no reader takes such a file"));
            }
        }

        above.Remove(real);
    }

    /// <summary>The entries of a folder in order, and its path free of links; or what keeps it from being looked into.</summary>
    /// <param name="folder">As the caller named it.</param>
    /// <param name="expected">Its path free of links, unless it is a link itself.</param>
    /// <param name="above">The paths, free of links, of the folders on the way to it.</param>
    private static (FileSystemInfo[] Entries, string Real, ReadResult? Problem) Look(
        string folder, string expected, HashSet<string> above)
    {
        try
        {
            var info = new DirectoryInfo(folder);
            var real = info.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? expected;
            if (above.Contains(real))
            {
                var loop = new InputError(InputErrorCode.FolderLoop, new InputPlace(folder), "this link leads back to a folder above it");
                return ([], real, ReadResult.Failed(loop));
            }

            var entries = info.GetFileSystemInfos();
            Array.Sort(entries, (a, b) => string.CompareOrdinal(SortKey(a), SortKey(b)));
            return (entries, real, null);
        }
        catch (Exception e) when (IoErrors.Covers(e))
        {
            return ([], folder, ReadResult.Failed(IoErrors.Describe(e, folder)));
        }
    }

    private static string SortKey(FileSystemInfo entry) => entry is DirectoryInfo ? entry.Name + "/" : entry.Name;
}
