using ScriptRules.Rules.Yaml;

namespace ScriptRules.Tests.Checking;

/// <summary>Small packs.</summary>
internal sealed class Packs(IReadOnlyDictionary<string, string> files) : IPackSource
{
    private const string Calendar = "calendars/cn.yaml";

    public string Name => "my-pack";

    public IReadOnlyList<string> Files() => [.. files.Keys.Order(StringComparer.Ordinal)];

    public string Read(string path) =>
        files.TryGetValue(path, out var text) ? text
        : path.EndsWith(Calendar, StringComparison.Ordinal) ? File.ReadAllText(Repository("rules", "calendars", "cn.yaml"))
        : throw new FileNotFoundException(path);

    internal static Checker Checker(string rules, string head = "", CheckerOptions? options = null) =>
        Load(new Packs(new Dictionary<string, string> { ["pack.yaml"] = $"name: example\n{head}", ["rules.yaml"] = rules }), options);

    /// <summary>A checker on the engine under test.</summary>
    internal static Checker Load(IPackSource source, CheckerOptions? options = null) =>
        ScriptRules.Checker.Load(source, (options ?? new CheckerOptions()) with { Engine = EngineUnderTest.Engine });

    internal static string Repository(params string[] path)
    {
        var relative = Path.Combine(path);
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, relative) is var found && Path.Exists(found)) return found;
        throw new FileNotFoundException($"{relative} is in no folder above {AppContext.BaseDirectory}.");
    }
}
