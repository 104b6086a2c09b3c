using System.Text;
using ScriptRules.Formats;

namespace ScriptRules.Documents;

public class CsvFormatTests
{
    [Theory]
    [InlineData(",")]
    [InlineData("\t")]
    [InlineData(";")]
    public void Columns_are_known_by_their_headings(string delimiter)
    {
        var text = "编号,场景,客户问题,标准话术(必填),负责人\n1,致谢,谢谢,不客气,李雷\n2,,多谢,\"您好,\n请讲\",\n".Replace("您好,", "您好，", StringComparison.Ordinal).Replace(",", delimiter, StringComparison.Ordinal);

        Documents.Lines(text, "a.csv").Should().Equal("2:9 致谢 | 谢谢 | 不客气", "3:8 致谢 | 多谢 | 您好，⏎请讲");
        Documents.Read(text, "a.csv").Lines[0].Owner.Should().Be("李雷");
    }

    [Fact]
    public void A_place_in_a_cell_is_one_in_the_file()
    {
        var line = Documents.Read("话术\n\"说\"\"不\"\"\r\n行😀的\"\n", "a.csv").Lines[0];

        line.Written.Should().Be("说\"不\"\n行😀的");
        line.PlaceOf(2).Should().Be((2, 5));
        line.PlaceOf(5).Should().Be((3, 1));
        line.PlaceOf(8).Should().Be((3, 3));
    }

    [Theory]
    [InlineData("售后处理话术,编号\n您好,1\n", "2:1 您好")]
    [InlineData("客户回复,话术\n谢谢,您好\n", "2:4 您好")]
    [InlineData("text,话术\n谢谢,您好\n", "2:4 您好")]
    [InlineData("text,n\n您好,1\n", "2:1 您好")]
    [InlineData("某表\n\n客户,客服\n谢谢,您好\n", "4:4 谢谢 | 您好")]
    public void The_most_telling_heading_counts(string csv, string expected) => Documents.Lines(csv, "a.csv").Should().Equal(expected);

    [Fact]
    public void Without_a_column_of_lines_the_headings_are_named()
    {
        Documents.Read("编号,说法\n1,您好\n", "a.csv").Errors.Should().ContainSingle().Which.ToString().Should().Be(
            "a.csv:1:1: error SRI141: no column of this table is known to hold lines of script; its headings are \"编号\", \"说法\"; --line-column NAME names the one that does");
        Documents.Lines("编号,说法\n1,您好\n", "a.csv", "说法").Should().Equal("2:3 您好");
    }

    [Fact]
    public void A_quotation_mark_that_is_never_closed_is_an_error_and_the_rows_before_are_read()
    {
        var document = Documents.Read("话术\n您好\n\"再见\n", "a.csv");

        document.Errors.Should().ContainSingle().Which.ToString().Should().StartWith("a.csv:3:1: error SRI142");
        document.Lines.Should().ContainSingle();
    }

    [Theory]
    [InlineData("话术,x\n您好,1\n", "您好", "您好,请讲", "话术,x\n\"您好,请讲\",1\n")]
    [InlineData("话术,x\r\n您好,1\r\n", "您好", "您好\n请讲", "话术,x\r\n\"您好\n请讲\",1\r\n")]
    [InlineData("话术,x\n您好,1\n", "您好", "\"您\"好", "话术,x\n\"\"\"您\"\"好\",1\n")]
    [InlineData("话术,x\n\"您\"\"好\",1\n", "好", "\"", "话术,x\n\"您\"\"\"\"\",1\n")]
    [InlineData("话术\n客户:谢谢\n", "谢谢", "", null)]
    [InlineData("话术\n\"客户:谢谢\n客服:不行\"\n", "不行", "不客气", "话术\n\"客户:谢谢\n客服:不客气\"\n")]
    public void Corrections_keep_everything_else(string csv, string old, string replacement, string? expected)
    {
        if (expected is null) Documents.Read(csv, "a.csv").Lines.Should().BeEmpty("the customer's words are no script");
        else Documents.Replace(csv, "a.csv", old, replacement).Should().Be(expected);
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("GB18030", false)]
    public void The_encoding_stays(string name, bool hasMark)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        byte[] Bytes(string text) => [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
        const string csv = "场景,话术\n客户致谢的时候,这个问题我们不清楚😀您自己看着办吧\n";
        var line = Documents.Read(Bytes(csv), "a.csv").Lines[0];

        var at = line.Written.IndexOf("您自己看着办吧", StringComparison.Ordinal);
        var result = Documents.For("a.csv").Apply(Bytes(csv), [new Formats.Documents.LineEdits(line, [new Rules.Edit(new ScriptRules.Text.TextSpan(at, line.Written.Length), "我帮您查")])]);

        result.Should().Equal(Bytes(csv.Replace("您自己看着办吧", "我帮您查", StringComparison.Ordinal)));
    }
}
