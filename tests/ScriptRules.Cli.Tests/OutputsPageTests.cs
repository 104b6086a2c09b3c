using System.Text.Json;
using System.Text.RegularExpressions;

namespace ScriptRules.Cli.Tests;

/// <summary>The examples of <c>docs/outputs.md</c> are what the tool writes.</summary>
public sealed partial class OutputsPageTests : IDisposable
{
    private static readonly string Page = File.ReadAllText(Docs("outputs.md")).ReplaceLineEndings("\n");

    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    public static TheoryData<string, string, string> Examples()
    {
        var examples = new TheoryData<string, string, string>();
        foreach (Match example in Example().Matches(Page)) examples.Add(example.Groups[1].Value, example.Groups[2].Value, example.Groups[3].Value);
        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_example_is_what_the_tool_writes(string command, string kind, string output)
    {
        foreach (Match file in Source().Matches(Page)) _cli.Write(file.Groups[1].Value, file.Groups[2].Value);
        string[] words = [.. command.Split(' ').Select(w => Path.Exists(Path.Combine(_cli.Folder, w)) ? Path.Combine(_cli.Folder, w) : w)];

        var run = _cli.Run(words);

        run.Code.Should().Be(1);
        run.Error.Should().BeEmpty();
        if (kind == "json sarif") JsonElement.DeepEquals(JsonElement.Parse(run.Out).GetProperty("runs")[0].GetProperty("results")[0], JsonElement.Parse(output)).Should().BeTrue();
        else run.Out.TrimEnd('\n').Should().Be(output);
    }

    [Fact]
    public void Every_format_with_an_output_to_show_has_an_example() =>
        Examples().Select(e => ((string)e[0]).Split(' ')[^1]).Should().BeEquivalentTo("sarif", "github", "gitlab", "rdjson", "checkstyle", "junit", "msbuild");

    private static string Docs(string page)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "docs", page) is var found && File.Exists(found)) return found;
        throw new FileNotFoundException(page);
    }

    [GeneratedRegex("^`([^`\n]+\\.(?:txt|jsonl|yaml))`\n\n```[a-z]+\n(.*?\n)```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Source();

    [GeneratedRegex("^```sh\nscriptrules (.*?)\n```\n\n```([a-z ]+)\n(.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();
}
