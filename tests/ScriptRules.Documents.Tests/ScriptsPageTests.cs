using System.Text.RegularExpressions;

namespace ScriptRules.Documents;

/// <summary>The examples of docs/scripts.md are read as the page says.</summary>
public partial class ScriptsPageTests
{
    [Fact]
    public void Every_example_is_read_as_shown()
    {
        var page = File.ReadAllText(Path.Combine(Repository(), "docs", "scripts.md")).ReplaceLineEndings("\n");
        var examples = Example().Matches(page);

        examples.Should().HaveCount(page.Split("```lines").Length - 1).And.HaveCountGreaterThan(4);
        foreach (Match example in examples)
        {
            var ending = example.Groups["form"].Value switch { "markdown" => "md", "text" => "txt", var form => form };
            Documents.Lines(example.Groups["document"].Value, "a." + ending).Should().Equal(example.Groups["lines"].Value.TrimEnd().Split('\n'));
        }
    }

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ScriptRules.sln"))) folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the tests run outside the repository");
        return folder;
    }

    [GeneratedRegex("```(?<form>markdown|csv|yaml|text)\n(?<document>(?:(?!```)[\\s\\S])*)```\n\n```lines\n(?<lines>[^`]*)```")]
    private static partial Regex Example();
}
