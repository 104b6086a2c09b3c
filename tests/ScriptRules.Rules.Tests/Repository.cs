namespace ScriptRules.Rules.Tests;

/// <summary>Files of the repository that tests are held against.</summary>
internal static class Repository
{
    internal static string File(params string[] path)
    {
        var relative = Path.Combine(path);
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, relative) is var found && System.IO.File.Exists(found)) return found;
        throw new FileNotFoundException($"{relative} is in no folder above {AppContext.BaseDirectory}.");
    }
}
