using System.Text.RegularExpressions;
using System.Xml.Linq;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Cli.Tests;

/// <summary>Each piece of <c>docs/ci.md</c> is run as it stands, in a git repository with the files of the page.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed partial class CiPageTests : IDisposable
{
    private static readonly List<Snippet> Snippets = [.. Read()];

    private readonly Cli _cli = new();
    private readonly string _folder;
    private readonly string _temporary;
    private readonly string _tool;
    private readonly string _standIns;

    public CiPageTests()
    {
        (_folder, _temporary, _tool, _standIns) = (At("repository"), At("temporary"), At("tool"), At("stand-ins"));
        Directory.CreateDirectory(_temporary);
        foreach (var file in Snippets.Where(s => s.Path.Length > 0)) _cli.Write("repository/" + file.Path, file.Body);
        GitFolder.Commit(_folder);
        GitFolder.Git(_cli.Folder, "clone", "-q", "--bare", _folder, At("origin"));
        GitFolder.Git(_folder, "remote", "add", "origin", At("origin"));
        GitFolder.Git(_folder, "fetch", "-q", "origin");

        Shell.Program(Path.Combine(_tool, "scriptrules"), Shell.Tool);
        Shell.Program(Path.Combine(_standIns, "dotnet"), $"[ \"$1 $2 $3 $4 $5 $6\" = 'tool install ScriptRules.Tool --version {Repository.Version} --tool-path' ] && mkdir -p \"$7\" && cp '{_tool}/scriptrules' \"$7\"");
        Shell.Program(Path.Combine(_standIns, "gh"), $"[ -n \"$GH_TOKEN\" ] && [ \"$1 $2 $3 $4\" = 'pr comment 7 --body-file' ] && cp \"$5\" '{At("comment.md")}'");
    }

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(_cli.Folder, "*", SearchOption.AllDirectories)) File.SetAttributes(file, FileAttributes.Normal);
        _cli.Dispose();
    }

    [Fact]
    public void Every_piece_is_one_that_is_run() => Snippets.Where(s => s.Path.Length == 0).Select(s => $"{s.Heading}: {s.Language}").Should().Equal(
        "A repository: sh", "GitHub: yaml", "GitLab: yaml", "pre-commit: yaml", "MSBuild: xml", "MSBuild: text", "Any other CI: sh", "An old heap of scripts: sh", "When the rules change: yaml");

    [Theory]
    [InlineData("A repository", 1, 1, 0, 0)] // what needs consent is left by fix
    [InlineData("An old heap of scripts", 0, 0)]
    public void The_lines_of_shell_do_what_they_say(string heading, params int[] codes)
    {
        var lines = Of(heading, "sh").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var runs = lines.Select(l => Shell.Run(l, _folder, [_tool])).ToList();
        runs.Select(r => r.Code).Should().Equal(codes, string.Join('\n', runs.Select(r => r.Out)));
    }

    [Fact]
    public void Where_the_tool_is_installed_first_one_run_writes_all_reports()
    {
        var (code, output) = Shell.Run(Of("Any other CI", "sh"), _folder, [_standIns]);
        code.Should().Be(1, output);
        output.Should().Contain("never.pass-the-buck").And.Contain("answer.thanks");
        InRepository("scriptrules.junit.xml").Should().Contain("failures=\"2\"");
        InRepository("scriptrules.html").Should().Contain("<html");
    }

    [Fact]
    public void The_workflow_annotates_and_leaves_a_file_to_upload()
    {
        var job = new GitHubJob(_folder, _temporary, [_tool]);
        job.Run(Yaml("GitHub")["jobs"]["check"]);
        job.HasFailed.Should().BeTrue("there are violations");
        job.Out.Should().Contain("::error file=scripts/after-sales.md,line=3,");
        File.ReadAllText(Path.Combine(_temporary, "summary")).Should().Contain("never");
        InRepository("scriptrules.sarif").Should().Contain("answer.thanks");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_workflow_for_rules_comments_whether_the_gate_holds_or_not(bool isTooMuch)
    {
        var job = new GitHubJob(_folder, _temporary, [_standIns]);
        _cli.Write("repository/rules/mine/rules.yaml", InRepository("rules/mine/rules.yaml").Replace("过几天再说", "过几天再说, 过两天再说", StringComparison.Ordinal));
        if (isTooMuch) _cli.Write("repository/corpus/more.jsonl", string.Concat(Enumerable.Range(0, 20).Select(i => InRepository("corpus/calls.jsonl").Replace("c1", $"m{i}", StringComparison.Ordinal))));
        GitFolder.Git(_folder, "checkout", "-q", "-b", "work");
        GitFolder.Commit(_folder);

        job.Run(Yaml("When the rules change")["jobs"]["compare"]);

        job.HasFailed.Should().Be(isTooMuch, job.Out);
        File.ReadAllText(At("comment.md")).Should().Contain("新增 " + (isTooMuch ? "21" : "1"));
    }

    [Fact]
    public void The_pipeline_sets_variables_of_the_template_and_its_job_writes_the_reports()
    {
        var page = Yaml("GitLab");
        var include = page["include"][0];
        var template = Repository.Yaml((string)include["file"]!)["scriptrules"];
        var variables = Texts(template["variables"]);
        variables["SCRIPTRULES_VERSION"].Should().Be(Repository.Version);
        foreach (var (name, value) in Texts(page["scriptrules"]["variables"]))
        {
            variables.Should().ContainKey(name);
            variables[name] = value;
        }

        variables["CI_PROJECT_DIR"] = _folder;
        var script = string.Join('\n', ((string[])["before_script", "script"]).SelectMany(k => (YamlSequenceNode)template[k]).Select(l => (string)l!));

        var (code, output) = Shell.Run(script, _folder, [_standIns], variables);

        code.Should().Be(1, output);
        foreach (var report in Texts(template["artifacts"]["reports"]).Values) InRepository(report).Should().Contain("scripts/after-sales.md");
    }

    [Fact]
    public void The_hook_takes_the_scripts_of_a_commit()
    {
        var repository = Yaml("pre-commit")["repos"][0];
        ((string)repository["rev"]!).Should().Be("v" + Repository.Version);
        var hook = repository["hooks"][0];
        var ours = ((YamlSequenceNode)Repository.Yaml(".pre-commit-hooks.yaml")).Cast<YamlMappingNode>().Single(h => (string)h["id"]! == (string)hook["id"]!);
        File.Exists(Repository.At((string)ours["entry"]!)).Should().BeTrue();
        string[] files = ["scripts/after-sales.md", "rules/mine/pack.yaml", "corpus/calls.jsonl"];
        var taken = files.Where(f => Regex.IsMatch(f, (string)hook["files"]!)).ToList();
        taken.Should().Equal("scripts/after-sales.md");

        var arguments = ((YamlSequenceNode)hook["args"]).Select(a => (string)a!).Concat(taken);
        var (code, output) = Shell.Run("scriptrules check " + string.Join(' ', arguments), _folder, [_tool]);

        code.Should().Be(1);
        output.Should().Contain("never.pass-the-buck").And.NotContain("改写");
    }

    [Fact]
    public void The_build_shows_what_the_page_shows()
    {
        var project = XDocument.Parse(Of("MSBuild", "xml"));
        var package = project.Descendants("PackageReference").Single();
        (package.Attribute("Include")!.Value, package.Attribute("Version")!.Value).Should().Be(("ScriptRules", Repository.Version));
        package.ReplaceWith();
        project.Root!.Add(new XElement("Import", new XAttribute("Project", Repository.At("src", "ScriptRules", "build", "ScriptRules.targets"))));
        _cli.Write("repository/house.csproj", project.ToString());

        var (code, output) = Shell.Run($"'{Shell.Dotnet}' build house.csproj -nodeReuse:false -p:ScriptRulesTool='{Path.Combine(AppContext.BaseDirectory, "ScriptRules.Cli.dll")}'", _folder, []);

        code.Should().Be(1);
        foreach (var line in Of("MSBuild", "text").Split('\n', StringSplitOptions.RemoveEmptyEntries)) output.Should().Contain(line);
    }

    private string At(string name) => Path.Combine(_cli.Folder, name);

    private string InRepository(string path) => File.ReadAllText(Path.Combine(_folder, path));

    private static string Of(string heading, string language) => Snippets.Single(s => s.Heading == heading && s.Language == language && s.Path.Length == 0).Body;

    private static YamlNode Yaml(string heading) => Repository.Parse(Of(heading, "yaml"));

    private static Dictionary<string, string> Texts(YamlNode mapping) => ((YamlMappingNode)mapping).Children.ToDictionary(e => (string)e.Key!, e => (string)e.Value!);

    private static IEnumerable<Snippet> Read()
    {
        var page = File.ReadAllText(Repository.At("docs", "ci.md")).ReplaceLineEndings("\n");
        foreach (Match block in Block().Matches(page))
        {
            var heading = page[..block.Index].Split("\n## ")[^1].Split('\n')[0];
            yield return new Snippet(heading, block.Groups["language"].Value, block.Groups["path"].Value, block.Groups["body"].Value);
        }
    }

    [GeneratedRegex("(?:^`(?<path>[^`\n]+)`\n\n)?^```(?<language>[^\n]*)\n(?<body>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    /// <summary>A piece of the page.</summary>
    /// <param name="Heading">The section that it stands in.</param>
    /// <param name="Language">As the page says.</param>
    /// <param name="Path">The file that it is; empty for what is run.</param>
    /// <param name="Body">What stands in it.</param>
    private sealed record Snippet(string Heading, string Language, string Path, string Body);
}
