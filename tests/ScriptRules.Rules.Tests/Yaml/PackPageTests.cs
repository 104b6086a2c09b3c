using ScriptRules.Rules.Tests.Kinds;
using ScriptRules.Rules.Yaml;

namespace ScriptRules.Rules.Tests.Yaml;

/// <summary>The tables of the pages beside <c>docs/packs.md</c> are those of the code.</summary>
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
}
