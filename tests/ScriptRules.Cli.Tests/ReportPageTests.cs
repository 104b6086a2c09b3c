using System.Text.Json;
using System.Text.RegularExpressions;

namespace ScriptRules.Cli.Tests;

/// <summary>The example of <c>docs/report.md</c> is what the tool writes, and its tables have all members.</summary>
public sealed partial class ReportPageTests : IDisposable
{
    private static readonly string Page = File.ReadAllText(Docs("report.md")).ReplaceLineEndings("\n");

    // Told in the row of the member that holds them.
    private static readonly string[] Inner = ["start", "end", "from", "replacement", "id", "reason", "owner", "until", "path", "line"];

    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void The_example_is_what_the_tool_writes()
    {
        foreach (Match file in Block().Matches(Page)) _cli.Write(file.Groups[1].Value, file.Groups[2].Value);

        var run = _cli.Run("check", Path.Combine(_cli.Folder, "conversation.json"), "--pack", Path.Combine(_cli.Folder, "pack"), "--format", "json");

        run.Code.Should().Be(1);
        run.Out.Should().Be(Output());
    }

    [Fact]
    public void The_tables_have_the_members_of_the_example()
    {
        using var report = JsonDocument.Parse(Output());

        var told = Row().Matches(Page).Select(m => m.Groups[1].Value).ToHashSet();
        Members(report.RootElement).Except(Inner).Should().BeSubsetOf(told);
        told.Should().BeSubsetOf(Members(report.RootElement));
    }

    private static string Output() => Page[(Page.LastIndexOf("```json\n", StringComparison.Ordinal) + 8)..Page.LastIndexOf("```", StringComparison.Ordinal)];

    private static IEnumerable<string> Members(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(p => Members(p.Value).Prepend(p.Name)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Members),
        _ => [],
    };

    private static string Docs(string page)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "docs", page) is var found && File.Exists(found)) return found;
        throw new FileNotFoundException(page);
    }

    [GeneratedRegex("^`([a-z/]+\\.(?:yaml|json))`\n\n```[a-z]+\n(.*?\n)```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("^\\| `([A-Za-z]+)` \\|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
