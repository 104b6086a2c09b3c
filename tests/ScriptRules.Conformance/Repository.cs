using System.Runtime.CompilerServices;

namespace ScriptRules.Conformance;

/// <summary>The files of this repository, as seen from its tests.</summary>
internal static class Repository
{
    internal static string Root { get; } = Find();

    internal static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    internal static string Read(params string[] parts) => File.ReadAllText(Path(parts));

    private static string Find([CallerFilePath] string here = "")
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "ScriptRules.sln"))) return folder.FullName;
        throw new InvalidOperationException($"no ScriptRules.sln above {AppContext.BaseDirectory}, nor above {here}");
    }
}
