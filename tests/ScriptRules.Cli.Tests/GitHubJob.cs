using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Cli.Tests;

/// <summary>Runs the steps of a job as GitHub would, as far as a test can; of actions only our own is run, without its installation.</summary>
internal sealed partial class GitHubJob(string folder, string temporary, IReadOnlyList<string> path)
{
    /// <summary>Actions of others, with the inputs that their own descriptions have.</summary>
    private static readonly Dictionary<string, string[]> Others = new(StringComparer.Ordinal)
    {
        ["actions/checkout@v4"] = ["fetch-depth"],
        ["actions/setup-dotnet@v4"] = ["dotnet-version"],
        ["github/codeql-action/upload-sarif@v3"] = ["sarif_file"],
    };

    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal) { ["github.token"] = "token", ["github.event.number"] = "7" };
    private readonly List<string> _path = [.. path];

    /// <summary>What all scripts wrote.</summary>
    internal string Out { get; private set; } = "";

    /// <summary>Whether a step has failed.</summary>
    internal bool HasFailed { get; private set; }

    internal void Run(YamlNode job)
    {
        foreach (var step in ((YamlSequenceNode)job["steps"]).Cast<YamlMappingNode>())
        {
            if (!Runs(step)) continue;
            if (Text(step, "uses") is { } action) Use(action, step);
            else RunScript(step, _known);
        }
    }

    /// <summary>Without a condition a step runs when none before it failed.</summary>
    private bool Runs(YamlMappingNode step)
    {
        if (Text(step, "if") is not { } condition) return !HasFailed;
        return condition.Replace("${{", "", StringComparison.Ordinal).Replace("}}", "", StringComparison.Ordinal).Split("&&", StringSplitOptions.TrimEntries).All(term =>
            term is "always()" or "!cancelled()" || (HashOfFile().Match(term) is { Success: true } file ? File.Exists(Path.Combine(folder, file.Groups[1].Value)) : throw new InvalidOperationException($"a test cannot tell what \"{term}\" is")));
    }

    private void Use(string action, YamlMappingNode step)
    {
        var with = step.Children.TryGetValue("with", out var node) ? ((YamlMappingNode)node).Children.ToDictionary(e => (string)e.Key!, e => (string)e.Value!) : [];
        if (!action.StartsWith("scriptrules/scriptrules@", StringComparison.Ordinal))
        {
            Others.Should().ContainKey(action);
            with.Keys.Should().BeSubsetOf(Others[action]);
            if (with.TryGetValue("sarif_file", out var sarif)) File.ReadAllText(Path.Combine(folder, sarif)).Should().Contain("\"version\": \"2.1.0\"");
            return;
        }

        action.Should().Be($"scriptrules/scriptrules@v{Repository.Version}");
        var description = (YamlMappingNode)Repository.Yaml("action.yml");
        var inputs = ((YamlMappingNode)description["inputs"]).Children.ToDictionary(e => (string)e.Key!, e => (YamlMappingNode)e.Value);
        with.Keys.Should().BeSubsetOf(inputs.Keys);
        inputs.Where(i => Text(i.Value, "required") == "true").Select(i => i.Key).Should().BeSubsetOf(with.Keys);
        var known = inputs.ToDictionary(i => "inputs." + i.Key, i => with.GetValueOrDefault(i.Key) ?? Text(i.Value, "default") ?? "");
        foreach (var inner in ((YamlSequenceNode)description["runs"]["steps"]).Cast<YamlMappingNode>())
        {
            if (Text(inner, "uses") is { } other) Others.Should().ContainKey(other);
            else if (Text(inner, "name") != "Install ScriptRules") RunScript(inner, known);
        }
    }

    private void RunScript(YamlMappingNode step, Dictionary<string, string> known)
    {
        var script = Text(step, "run")!;
        script.Should().NotContain("${{", "a value in a script would be code");
        var variables = new Dictionary<string, string>
        {
            ["RUNNER_TEMP"] = temporary, ["GITHUB_PATH"] = Temporary("path"), ["GITHUB_OUTPUT"] = Temporary("output"), ["GITHUB_STEP_SUMMARY"] = Temporary("summary"), ["GITHUB_ACTION_PATH"] = Repository.At(),
        };
        if (step.Children.TryGetValue("env", out var env))
        {
            foreach (var (name, value) in ((YamlMappingNode)env).Children) variables[(string)name!] = Expression().Replace((string)value!, e => known[e.Groups[1].Value]);
        }

        var (code, output) = Shell.Run(script, folder, _path, variables);
        Out += output;
        HasFailed |= code != 0;
        if (File.Exists(Temporary("path"))) _path.InsertRange(0, File.ReadAllLines(Temporary("path")));
    }

    private string Temporary(string name) => Path.Combine(temporary, name);

    private static string? Text(YamlMappingNode node, string key) => node.Children.TryGetValue(key, out var value) ? (string?)value : null;

    [GeneratedRegex("\\$\\{\\{ *([^ }]+) *\\}\\}")]
    private static partial Regex Expression();

    [GeneratedRegex("^hashFiles\\('([^']+)'\\) != ''$")]
    private static partial Regex HashOfFile();
}
