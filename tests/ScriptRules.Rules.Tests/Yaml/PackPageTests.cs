using ScriptRules.Rules.Tests.Kinds;
using ScriptRules.Rules.Yaml;

namespace ScriptRules.Rules.Tests.Yaml;

/// <summary>The tables of the pages beside <c>docs/packs.md</c> are those of the code, and their examples can be used.</summary>
public class PackPageTests
{
    public static TheoryData<string, string[]> Pages => new()
    {
        { "extending.md", [.. Tuning.Keys, .. SettingsReader.Keys] },
        { "suppressions.md", SuppressionReader.Keys },
        { "scorecards.md", [.. ScorecardReader.Keys, .. ScorecardReader.ItemKeys, .. ScorecardReader.VetoKeys] },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_has_all_keys(string page, string[] keys) =>
        KindPageTests.Rows(Repository.File("docs", page), "key | about").Select(r => r.Split('|')[0].Trim()).Should().Equal(keys);

    [Theory]
    [InlineData("extending.md", 0, "pack.yaml", "")]
    [InlineData("extending.md", 1, "pack.yaml", "name: example\nextends: ecommerce\n")]
    [InlineData("suppressions.md", 0, "suppressions.yaml", "")]
    [InlineData("scorecards.md", 0, "scorecard.yaml", "")]
    public void An_example_of_a_page_loads(string page, int block, string file, string before)
    {
        var blocks = File.ReadAllText(Repository.File("docs", page)).ReplaceLineEndings("\n").Split("```yaml\n")[1..].Select(b => b[..b.IndexOf("```", StringComparison.Ordinal)]).ToList();
        var files = new Dictionary<string, string> { ["pack.yaml"] = "name: example\nextends: service\n" };
        files[file] = before + blocks[block];

        new MemoryPack(files).Diagnostics().Should().BeEmpty();
    }
}
