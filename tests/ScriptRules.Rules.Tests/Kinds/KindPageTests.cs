using ScriptRules.Rules.Kinds;
using ScriptRules.Rules.Yaml;

namespace ScriptRules.Rules.Tests.Kinds;

/// <summary>The tables in the docs are those of the code.</summary>
public class KindPageTests
{
    public static TheoryData<string> Kinds => [.. RuleKinds.ByName.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_kinds_page_has_its_fields(string kind)
    {
        var rows = Rows(Repository.File("docs", "kinds", $"{kind}.md"), "key | needed | about");

        rows.Should().Equal(RuleKinds.ByName[kind].Fields.Select(f => $"{f.Name} | {(f.IsRequired ? "yes" : "")} | {f.About}"));
    }

    [Fact]
    public void Every_page_is_of_a_kind() =>
        Directory.EnumerateFiles(Path.GetDirectoryName(Repository.File("docs", "kinds", "never-say.md"))!).Select(Path.GetFileNameWithoutExtension)
            .Should().BeEquivalentTo(RuleKinds.ByName.Keys);

    [Fact]
    public void The_page_of_packs_has_all_keys()
    {
        string[] keys = [.. Rows(Repository.File("docs", "packs.md"), "key | about").Select(r => r.Split('|')[0].Trim())];

        keys.Should().Equal([.. PackHead.Keys, .. ConceptReader.Keys, .. RuleReader.SharedKeys, .. ExampleReader.Keys]);
    }

    /// <summary>The rows of all tables with this head, without the outer bars and the backticks of the first cell.</summary>
    internal static List<string> Rows(string path, string head)
    {
        var rows = new List<string>();
        var inside = false;
        foreach (var line in File.ReadLines(path))
        {
            if (line == $"| {head} |") inside = true;
            else if (!line.StartsWith('|')) inside = false;
            else if (inside && !line.StartsWith("|---", StringComparison.Ordinal))
            {
                var cells = line.Trim('|').Split('|');
                rows.Add(string.Join(" | ", cells.Select((c, i) => i == 0 ? c.Trim().Trim('`') : c.Trim())));
            }
        }

        return rows;
    }
}
