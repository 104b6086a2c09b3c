namespace ScriptRules.Cli.Tests;

/// <summary>The files of this repository.</summary>
internal static class Repository
{
    private static readonly string Root = Find();

    internal static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ScriptRules.sln"))) folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the tests run outside the repository");
        return folder;
    }
}
