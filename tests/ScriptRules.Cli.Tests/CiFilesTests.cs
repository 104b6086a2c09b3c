using YamlDotNet.RepresentationModel;

namespace ScriptRules.Cli.Tests;

/// <summary>The files that run the tool in actions, pipelines and hooks: their scripts are run as the host would run them.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class CiFilesTests : IDisposable
{
    private readonly Cli _cli = new();

    public CiFilesTests()
    {
        _cli.Write("scripts/a.md", "# 催单\n\n- 这事不归我管\n- 请您稍等\n");
        foreach (var tool in (string[])["bin/scriptrules", ".scriptrules/scriptrules"]) Shell.Program(Path.Combine(_cli.Folder, tool), Shell.Tool);
    }

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void The_action_hands_its_inputs_to_the_script_as_variables()
    {
        var action = Repository.Yaml("action.yml");
        var steps = ((YamlSequenceNode)action["runs"]["steps"]).Cast<YamlMappingNode>().ToList();
        var check = steps.Single(s => s.Children.TryGetValue("id", out var id) && (string?)id == "check");
        var variables = ((YamlMappingNode)check["env"]).Children.ToDictionary(e => (string)e.Key!, e => (string)e.Value!);
        variables.Values.Select(v => v["${{ inputs.".Length..^" }}".Length]).Should().BeEquivalentTo(((YamlMappingNode)action["inputs"]).Children.Keys.Select(k => (string)k!), "each input is used");
        foreach (var name in variables.Keys) File.ReadAllText(Repository.At("tools", "github", "check")).Should().Contain("$" + name);
        steps.Where(s => s.Children.ContainsKey("run")).Select(s => (string)s["run"]!).Should().OnlyContain(r => !r.Contains("${{", StringComparison.Ordinal), "an input in a script would be code");
    }

    [Fact]
    public void The_script_of_the_action_annotates_and_tells_the_exit_code()
    {
        var run = Bash($"'{Repository.At("tools", "github", "check")}'", new()
        {
            ["PATHS"] = "scripts\n", ["PACK"] = Cli.Pack("small"), ["SET"] = "brand=云 杉\nhours=12", ["FAIL_ON"] = "error", ["BASELINE"] = "", ["CHANGED_SINCE"] = "",
            ["SARIF"] = "out.sarif", ["HTML"] = "", ["ARGUMENTS"] = "--no-suggest", ["GITHUB_OUTPUT"] = "output.txt", ["GITHUB_STEP_SUMMARY"] = "summary.md",
        });

        run.Code.Should().Be(1);
        run.Out.Should().Contain("::error file=scripts/a.md,line=3,");
        Read("output.txt").Should().Be("exit-code=1\n");
        Read("out.sarif").Should().Contain("\"never.pass-the-buck\"");
        Read("summary.md").Should().NotBeEmpty();
    }

    [Fact]
    public void The_job_of_the_template_writes_its_two_reports()
    {
        var job = Repository.Yaml("tools", "gitlab", "scriptrules.yml")["scriptrules"];
        var variables = ((YamlMappingNode)job["variables"]).Children.ToDictionary(e => (string)e.Key!, e => (string)e.Value!);
        variables["SCRIPTRULES_PACK"] = Cli.Pack("small");
        variables["SCRIPTRULES_ARGUMENTS"] = "--no-suggest --fail-on warning";

        var run = Bash(string.Join('\n', ((YamlSequenceNode)job["script"]).Select(l => (string)l!)), variables);

        run.Code.Should().Be(1);
        run.Out.Should().Contain("never.pass-the-buck");
        var reports = job["artifacts"]["reports"];
        Read((string)reports["codequality"]!).Should().Contain("\"path\": \"scripts/a.md\"");
        Read((string)reports["junit"]!).Should().Contain("<testsuite ");
    }

    [Fact]
    public void Each_hook_names_something_that_can_be_run()
    {
        var hooks = (YamlSequenceNode)Repository.Yaml(".pre-commit-hooks.yaml");
        foreach (var hook in hooks.Cast<YamlMappingNode>())
        {
            var entry = (string)hook["entry"]!;
            if ((string?)hook["language"] == "script") (File.GetUnixFileMode(Repository.At(entry)) & UnixFileMode.UserExecute).Should().NotBe(UnixFileMode.None);
            else entry.Should().Be("scriptrules check");
        }

        hooks.Should().HaveCount(2);
    }

    private string Read(string path) => File.ReadAllText(Path.Combine(_cli.Folder, path));

    private (int Code, string Out) Bash(string script, Dictionary<string, string> variables) => Shell.Run("set -o pipefail\n" + script, _cli.Folder, [Path.Combine(_cli.Folder, "bin")], variables);
}
