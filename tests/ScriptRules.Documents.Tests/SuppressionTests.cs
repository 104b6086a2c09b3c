using ScriptRules.Formats;

namespace ScriptRules.Documents;

public class SuppressionTests
{
    private const string Words = "scriptrules-ignore never.pass-the-buck reason=\"双十一 公告\" owner=客服主管 until=2026-12-31";

    [Theory]
    [InlineData("a.md", "您好\n\n<!-- {0} -->\n这事不归我管\n\n再见\n", 3)]
    [InlineData("a.md", "您好\n\n- <!-- {0} -->这事不归我管\n\n再见\n", 3)]
    [InlineData("a.txt", "# 致谢\n您好\n# {0}\n这事不归我管\n再见\n", 3)]
    [InlineData("a.yaml", "- 话术: 您好\n# {0}\n- 话术: 这事不归我管\n- 话术: 再见\n", 2)]
    [InlineData("a.csv", "话术,豁免\n您好,\n这事不归我管,\"{0}\"\n再见,\n", 3)]
    public void Hold_for_the_next_line(string path, string text, int line)
    {
        var words = path == "a.csv" ? Words.Replace("\"", "\"\"", StringComparison.Ordinal).Replace("scriptrules-ignore ", "", StringComparison.Ordinal) : Words;
        var document = Documents.Read(text.Replace("{0}", words, StringComparison.Ordinal), path);

        document.Errors.Should().BeEmpty();
        document.Lines.Select(l => l.Suppressions.Length).Should().Equal(0, 1, 0);
        var suppression = document.Lines[1].Suppressions[0];
        suppression.Should().BeEquivalentTo(new { Rule = "never.pass-the-buck", Source = (string?)null, Reason = "双十一 公告", Owner = "客服主管", Until = new DateOnly(2026, 12, 31) });
        suppression.Place.Line.Should().Be(line);
    }

    [Fact]
    public void Several_hold_together_and_a_handbook_row_is_a_source()
    {
        var line = Documents.Read($"<!-- {Words} -->\n<!-- {Words.Replace("never.pass-the-buck", "H-NEV-4", StringComparison.Ordinal)} -->\n您好\n", "a.md").Lines[0];

        line.Suppressions.Select(s => s.Rule ?? s.Source).Should().Equal("never.pass-the-buck", "H-NEV-4");
        line.Suppressions.Select(s => s.Id).Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData("scriptrules-ignore a.b owner=x until=2026-12-31", "a suppression needs \"reason\"")]
    [InlineData("scriptrules-ignore a.b reason=x owner=x until=2026-13-31", "\"until\" is a day, such as 2026-12-31, not 2026-13-31")]
    [InlineData("scriptrules-ignore a.b reason=x owner=x untill=2026-12-31", "unknown key \"untill\" in a suppression")]
    [InlineData("scriptrules-ignore reason=x owner=x until=2026-12-31", "this is no suppression")]
    [InlineData("scriptrules-ignroe a.b", "\"scriptrules-ignroe\" is nothing that a comment can ask for")]
    [InlineData("scriptrules-ignore", "this is no suppression")]
    public void Mistakes_are_errors_with_their_place(string words, string message)
    {
        var error = Documents.Read($"您好\n\n<!-- {words} -->\n\n再见\n", "a.md").Errors.Should().ContainSingle().Subject;

        error.Code.Should().Be(InputErrorCode.BadSuppression);
        error.Message.Should().Be(message);
        error.Place.Line.Should().Be(3);
    }

    [Theory]
    [InlineData("a.md", "您好\n\n<!-- {0} -->\n")]
    [InlineData("a.yaml", "话术: 您好\n# {0}\n")]
    public void One_that_nothing_follows_is_an_error(string path, string text) =>
        Documents.Read(text.Replace("{0}", Words, StringComparison.Ordinal), path).Errors.Should().ContainSingle().Which.Message.Should().Be("no line of script follows this suppression");

    [Fact]
    public void Inside_a_value_it_is_text() =>
        Documents.Read($"话术: |\n  您好\n  # {Words}\n", "a.yaml").Lines[0].Suppressions.Should().BeEmpty();
}
