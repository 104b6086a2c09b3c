using ScriptRules.Formats;
using ScriptRules.Formats.Documents;
using ScriptRules.Text;

namespace ScriptRules.Documents;

public class MarkdownFormatTests
{
    [Fact]
    public void Paragraphs_items_quotes_and_tables_are_script_and_nothing_else()
    {
        const string text = """
            ---
            title: 不关我的事
            负责人: 李雷
            ---
            # 售后话术

            <!-- 内部说明:不知道 -->

            ## 客户致谢

            不用客气,这是我们应该做的。

            - 不客气
            - [ ] 很高兴为您服务

            > 再见

            ```
            我不知道
            ```

            ## 货到付款

            | 客户问题 | 标准话术 | 备注 |
            |---|---|---|
            | 能货到付款吗 | 您好,**暂未开展** | 不归我管 |

            [文档](https://x.example/不知道)
            """;

        Documents.Lines(text, "a.md").Should().Equal(
            "11:1 客户致谢 | 不用客气,这是我们应该做的。",
            "13:3 客户致谢 | 不客气",
            "14:7 客户致谢 | 很高兴为您服务",
            "16:3 客户致谢 | 再见",
            "26:12 货到付款 | 能货到付款吗 | 您好,暂未开展",
            "28:2 货到付款 | 文档");
        Documents.Read(text, "a.md").Lines.Should().OnlyContain(l => l.Owner == "李雷");
    }

    [Theory]
    [InlineData("a.md", "- 稍等。\n  😀好的,不归我管", 2, 7)]
    [InlineData("a.md", "稍等。\r\n好的,不归我管", 2, 4)]
    [InlineData("a.md", "稍等。\r好的,不归我管", 2, 4)]
    [InlineData("a.csv", "话术\n\"稍等。\n好的,\n不归我管\"\n", 4, 1)]
    public void A_line_of_script_over_several_lines_is_placed_on_each(string name, string text, int line, int column)
    {
        var found = Documents.Read(text, name).Lines.Single();
        var at = found.Written.IndexOf("不归", StringComparison.Ordinal);

        found.PlaceOf(at).Should().Be((line, column));
        found.PlaceOf(found.Written.Length).Line.Should().Be(line);
        text[found.SourceOf(at)..].Should().StartWith("不归");
    }

    [Theory]
    [InlineData("这事**不归**我管", "这事不归我管")]
    [InlineData("这事**不归我管,**您好", "这事不归我管,您好")]
    [InlineData("_不归_ `我管`", "不归 我管")]
    [InlineData("A &amp; B", "A & B")]
    [InlineData(@"\*不归我管", "*不归我管")]
    [InlineData("您好<br>请稍等", "您好⏎请稍等")]
    [InlineData("您好,{品牌}欢迎<姓名>[客户姓氏]先生", "您好,{品牌}欢迎<姓名>[客户姓氏]先生")]
    [InlineData("您好<brand>", "您好<brand>")]
    [InlineData("这事不归我\n管", "这事不归我管")]
    [InlineData("您好。\n再见", "您好。⏎再见")]
    [InlineData("好的~~亲~~", "好的~~亲~~")]
    [InlineData("看![图](a.png)[这里](b)", "看这里")]
    public void Marks_inside_a_line_are_no_part_of_it(string markdown, string written) =>
        Documents.Lines(markdown, "a.md").Should().Equal("1:" + Documents.Read(markdown, "a.md").Lines[0].PlaceOf(0).Column + " " + written);

    [Fact]
    public void A_place_behind_marks_is_that_in_the_file()
    {
        var line = Documents.Read("- 😀这事**不归**我管", "a.md").Lines[0];

        line.PlaceOf(line.Written.IndexOf("不", StringComparison.Ordinal)).Should().Be((1, 8));
        line.PlaceOf(line.Written.IndexOf("我", StringComparison.Ordinal)).Should().Be((1, 12));
        line.PlaceBehind(line.Written.IndexOf("我", StringComparison.Ordinal)).Should().Be((1, 10), "the marks behind 归 are not part of it");
    }

    [Fact]
    public void Labels_tell_who_speaks()
    {
        Documents.Lines("## 致谢\n\n客户:谢谢\n客服:不客气\n\n**客户:** 多谢\n\n- 应该的\n- 别客气\n\n场景:投诉\n\n客服小林:抱歉\n", "a.md").Should().Equal(
            "4:4 致谢 | 谢谢 | 不客气", "8:3 致谢 | 多谢 | 应该的", "9:3 致谢 | 多谢 | 别客气", "13:6 致谢 / 投诉 | 抱歉");
    }

    [Fact]
    public void A_table_without_a_column_of_lines_is_said()
    {
        const string table = "| 版本 | 日期 |\n|---|---|\n| 1 | 2026 |\n";

        Documents.Read(table, "a.md").Errors.Should().ContainSingle().Which.ToString().Should().Be(
            "a.md:1:1: error SRI141: no column of this table is known to hold lines of script; its headings are \"版本\", \"日期\"; --line-column NAME names the one that does");
        Documents.Read(table + "\n您好\n", "a.md").Notes.Should().ContainSingle(n => n.Code == InputErrorCode.TableNotRead);
        Documents.Lines(table, "a.md", "日期").Should().Equal("3:7 2026");
    }

    [Theory]
    [InlineData("- 这事**不归**我管。", "不归", "归", "- 这事**归**我管。")]
    [InlineData("- 这事**不归**我管。", "事不归我", "是", "- 这是管。")]
    [InlineData("- 这事**不归**我管。", "事不", "是", "- 这是**归**我管。")]
    [InlineData("> 您好\n", "您好", "您好\n请讲", "> 您好\\\n> 请讲\n")]
    [InlineData("- 您好。\n", "您好。", "您好。\n请讲", "- 您好。\n  请讲\n")]
    [InlineData("| 话术 |\r\n|---|\r\n| 您好 |\r\n", "您好", "您好\n请讲", "| 话术 |\r\n|---|\r\n| 您好<br>请讲 |\r\n")]
    [InlineData("| 话术 |\n|---|\n| 您好 |\n", "您好", "a|b", "| 话术 |\n|---|\n| a\\|b |\n")]
    [InlineData("您好", "您好", "# 您好", "\\# 您好")]
    [InlineData("您&lt;好", "<", ">", "您>好")]
    [InlineData("您好\n\n~~~~", "您好", "再见", "再见\n\n~~~~")] // a fence that is never closed
    public void Corrections_keep_everything_else(string markdown, string old, string replacement, string expected) =>
        Documents.Replace(markdown, "a.md", old, replacement).Should().Be(expected);

    [Fact]
    public void What_cannot_be_written_leaves_the_file_alone()
    {
        var act = () => Documents.Replace("您好\n\n再见", "a.md", "您好", "");

        act.Should().Throw<DocumentEditException>();
    }

    [Fact]
    public void A_document_that_is_nested_too_deeply_is_an_error() =>
        Documents.Read(new string('>', 5000) + "您好", "a.md").Errors.Should().ContainSingle(e => e.Code == InputErrorCode.DocumentTooDeep);
}
