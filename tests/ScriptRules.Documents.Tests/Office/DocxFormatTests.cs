using ScriptRules.Formats;
using ScriptRules.Formats.Documents;

namespace ScriptRules.Documents.Office;

public class DocxFormatTests
{
    private readonly DocxFormat _format = new();

    [Fact]
    public void A_paragraph_is_a_line_under_its_headings()
    {
        var lines = Lines(P("售后", "<w:pStyle w:val=\"2\"/>") + P("退款", "<w:pStyle w:val=\"a3\"/>") + P("您好") + P("") + P("再见", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>")
            + P("投诉", "<w:outlineLvl w:val=\"0\"/>") + P("目录……3", "<w:pStyle w:val=\"TOC1\"/>") + P("非常抱歉") + P("【致谢】") + P("不客气"));

        lines.Select(l => (l.Part, l.Written, l.Scenario)).Should().Equal(
            ("paragraph 3", "您好", "售后 / 退款"), ("paragraph 5", "再见", "售后 / 退款"), ("paragraph 8", "非常抱歉", "投诉"), ("paragraph 10", "不客气", "投诉 / 致谢"));
    }

    [Fact]
    public void What_the_customer_says_is_what_the_next_line_answers()
    {
        var lines = Lines(P("客户：谢谢你") + P("客服：不客气") + P("客服: 再见") + P("系统: 会话结束"));

        lines.Select(l => (l.Written, l.Customer, l.SourceOf(0))).Should().Equal(("不客气", "谢谢你", 3), ("再见", "", 4));
    }

    [Fact]
    public void Deleted_words_are_gone_and_inserted_ones_are_there()
    {
        Lines("<w:p><w:r><w:t>您好</w:t></w:r><w:del><w:r><w:delText>滚</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>滚</w:t></w:r></w:moveFrom><w:ins><w:r><w:t>，请讲</w:t></w:r></w:ins><w:hyperlink><w:r><w:t>这里</w:t></w:r></w:hyperlink></w:p>")
            .Select(l => l.Written).Should().Equal("您好，请讲这里");
    }

    [Fact]
    public void A_table_is_read_by_its_headings()
    {
        var lines = Lines(P("退款", "<w:pStyle w:val=\"2\"/>") + "<w:tbl>" + Row(C("场景"), C("客户说"), C("标准话术"))
            + Row(C("甲", "<w:vMerge w:val=\"restart\"/>"), C("钱呢"), "<w:tc>" + P("您好") + P("稍等") + "</w:tc>") + Row(C("", "<w:vMerge/>"), C("快点"), C("马上")) + Row(C("", "<w:gridSpan w:val=\"2\"/>"), C("好的")) + "</w:tbl>");

        lines.Select(l => (l.Part, l.Written, l.Scenario, l.Customer)).Should().Equal(
            ("table 1 R2C3", "您好\n稍等", "退款 / 甲", "钱呢"), ("table 1 R3C3", "马上", "退款 / 甲", "快点"), ("table 1 R4C3", "好的", "退款 / 甲", ""));
    }

    [Fact]
    public void A_text_box_is_read_once()
    {
        const string Box = "<w:txbxContent><w:p><w:r><w:t>框里的话</w:t></w:r></w:p></w:txbxContent>";
        var lines = Lines($"<w:p><w:r><w:t>外面</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:wsp><wps:txbx>{Box}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{Box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>");

        lines.Select(l => (l.Part, l.Written)).Should().Equal(("paragraph 1", "外面"), ("text box 1 paragraph 1", "框里的话"));
    }

    [Fact]
    public void An_edit_keeps_the_styles_of_what_stays()
    {
        var file = OfficeFile.Document("<w:p><w:pPr><w:jc w:val=\"left\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>您好，</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>这事不</w:t></w:r><w:r><w:t>归我管</w:t></w:r><w:r><w:br/></w:r><w:r><w:t>再见</w:t></w:r></w:p>" + P("另一段"));

        var now = OfficeFile.Replace(_format, file, "paragraph 1", "这事不归我管", "这事我来处理");

        OfficeFile.TextOf(now, "word/document.xml").Should().Contain(
            "<w:p><w:pPr><w:jc w:val=\"left\" /></w:pPr><w:r><w:rPr><w:b /></w:rPr><w:t>您好，</w:t></w:r><w:r><w:rPr><w:i /></w:rPr><w:t>这事我来处理</w:t></w:r><w:r><w:br /></w:r><w:r><w:t>再见</w:t></w:r></w:p>");
        var before = OfficeFile.PartsOf(file);
        OfficeFile.PartsOf(now).Where(p => !p.Value.AsSpan().SequenceEqual(before[p.Key])).Select(p => p.Key).Should().Equal("word/document.xml");
        OfficeFile.Faults(now, isWorkbook: false).Should().BeEmpty();
    }

    [Fact]
    public void What_a_field_shows_and_the_end_of_a_paragraph_are_left_alone()
    {
        var field = OfficeFile.Document("<w:p><w:r><w:t>您好</w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> MERGEFIELD 姓名 </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>张伟</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t>先生</w:t></w:r></w:p>");
        OfficeFile.Read(_format, field).Lines.Single().Written.Should().Be("您好张伟先生");
        FluentActions.Invoking(() => OfficeFile.Replace(_format, field, "paragraph 1", "张伟先生", "您")).Should().Throw<DocumentEditException>();
        OfficeFile.Read(_format, OfficeFile.Replace(_format, field, "paragraph 1", "先生", "女士")).Lines.Single().Written.Should().Be("您好张伟女士");

        var cell = OfficeFile.Document("<w:tbl>" + Row(C("话术")) + Row("<w:tc>" + P("您好") + P("稍等") + "</w:tc>") + "</w:tbl>");
        FluentActions.Invoking(() => OfficeFile.Replace(_format, cell, "table 1 R2C1", "好\n稍", "")).Should().Throw<DocumentEditException>();
    }

    [Fact]
    public void A_table_without_a_known_heading_is_said()
    {
        var document = OfficeFile.Read(_format, OfficeFile.Document(P("您好") + "<w:tbl>" + Row(C("版本"), C("日期")) + "</w:tbl>"));

        document.Notes.Should().ContainSingle().Which.Code.Should().Be(InputErrorCode.TableNotRead);
        OfficeFile.Read(_format, OfficeFile.Document("<w:tbl>" + Row(C("版本")) + "</w:tbl>")).Errors.Should().ContainSingle().Which.Code.Should().Be(InputErrorCode.NoLineColumn);
    }

    [Fact]
    public void Broken_bytes_never_throw()
    {
        var file = OfficeFile.Document(P("您好") + "<w:tbl>" + Row(C("话术")) + Row(C("再见")) + "</w:tbl>");
        var random = new Random(11);
        for (var round = 0; round < 300; round++)
        {
            var broken = (byte[])file.Clone();
            for (var i = 0; i < 1 + (round % 20); i++) broken[random.Next(broken.Length)] = (byte)random.Next(256);
            FluentActions.Invoking(() => OfficeFile.Read(_format, broken)).Should().NotThrow();
        }
    }

    private IEnumerable<ScriptLine> Lines(string body) => OfficeFile.Read(_format, OfficeFile.Document(body)).Lines;

    private static string P(string text, string properties = "") => $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    private static string C(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{P(text)}</w:tc>";

    private static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";
}
