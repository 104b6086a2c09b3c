namespace ScriptRules.Tests.Checking;

/// <summary><c>docs/operators.md</c>: every row has its example, and the examples are reported as marked.</summary>
public class OperatorPageTests
{
    private static readonly string[] Lines = File.ReadAllLines(Packs.Repository("docs", "operators.md"));

    private static readonly string[] Names = [.. Lines.Where(l => l.StartsWith("### ", StringComparison.Ordinal)).Select(l => l[4..])];

    public static TheoryData<string> Examples => [.. Names];

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_is_reported_as_marked(string example)
    {
        var (rules, talks) = Read(example);
        var checker = Packs.Checker(rules);

        checker.Pack.Warnings.Should().BeEmpty();
        foreach (var talk in talks) talk.ShouldBeReportedBy(checker);
        talks.Should().Contain(t => !t.Marks.IsEmpty).And.Contain(t => t.Marks.IsEmpty, "an example shows what is wrong and what is right");
    }

    [Fact]
    public void Every_row_has_an_example_a_page_or_says_that_it_is_not_covered()
    {
        var rows = Lines.Where(l => l.StartsWith("| ", StringComparison.Ordinal) && !l.StartsWith("| operator", StringComparison.Ordinal)).Select(l => l.Trim('|').Split('|')).ToList();

        rows.Should().HaveCountGreaterThan(70).And.OnlyContain(cells => cells.Length == 3);
        foreach (var cells in rows)
        {
            var (here, last) = (cells[1].Trim(), cells[2].Trim());
            here.Should().NotBeEmpty();
            if (last == "not covered" || (last.EndsWith(".md)", StringComparison.Ordinal) && File.Exists(Packs.Repository("docs", last[(last.IndexOf("](", StringComparison.Ordinal) + 2)..^1])))) continue;
            last.Should().MatchRegex(@"^\[([a-z-]+)\]\(#\1\)$");
            Names.Should().Contain(last[1..last.IndexOf(']', StringComparison.Ordinal)]);
        }

        foreach (var example in Names) rows.Should().Contain(r => r[2].Contains($"(#{example})", StringComparison.Ordinal), "every example is of a row");
    }

    /// <summary>The rules and the conversations of an example.</summary>
    internal static (string Rules, IReadOnlyList<MarkedTalk> Talks) Read(string example)
    {
        var (rules, talks) = ("", new List<MarkedTalk>());
        for (var i = Array.IndexOf(Lines, $"### {example}") + 1; i < Lines.Length && !Lines[i].StartsWith('#'); i++)
        {
            if (!Lines[i].StartsWith("```", StringComparison.Ordinal)) continue;
            var end = Array.IndexOf(Lines, "```", i + 1);
            var block = string.Join('\n', Lines[(i + 1)..end]) + "\n";
            if (Lines[i] == "```yaml") rules = block;
            else talks.Add(MarkedTalk.Parse(block));
            i = end;
        }

        return (rules, talks);
    }
}
