using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ScriptRules.Formats;
using ScriptRules.Formats.Documents;
using ScriptRules.Rules;
using ScriptRules.Text;

namespace ScriptRules.Documents.Office;

public class XlsxFormatTests
{
    private const string Shared = """
        <si><t>场景</t></si><si><t>标准话术</t></si><si><t>负责人</t></si><si><t>售后</t></si><si><t xml:space="preserve"> 这事不归我管 </t></si>
        <si><r><rPr><b/><sz val="11"/></rPr><t>您好</t></r><r><rPr><i/><sz val="11"/></rPr><t xml:space="preserve">，这事 </t></r><r><t>不归我管</t></r><rPh sb="0" eb="1"><t>ニンハオ</t></rPh></si>
        """;

    // Title, headings in the second row, the scenario merged over three rows, a hidden row, a cell in every way of writing text.
    private const string Sheet = """
        <sheetData>
        <row r="1"><c r="A1" t="inlineStr"><is><t>售后话术 2026</t></is></c></row>
        <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c></row>
        <row r="3" ht="30" customHeight="1"><c r="A3" t="s"><v>3</v></c><c r="B3" t="s"><v>4</v></c><c r="C3" t="inlineStr"><is><t>王芳</t></is></c></row>
        <row r="4" hidden="1"><c r="B4" t="s"><v>4</v></c></row>
        <row r="5"><c r="B5" t="s"><v>5</v></c></row>
        <row r="6"><c r="A6" t="inlineStr"><is><t>致谢</t></is></c><c r="B6" t="inlineStr"><is><t>不客气_x000D_
        再见</t></is></c></row>
        <row r="7"><c r="B7"><v>42</v></c></row>
        <row r="8"><c r="B8" t="str"><f>B3&amp;"！"</f><v>这事不归我管！</v></c></row>
        </sheetData><mergeCells count="1"><mergeCell ref="A3:A5"/></mergeCells>
        """;

    private readonly XlsxFormat _format = new();
    private readonly byte[] _file = OfficeFile.Workbook(Shared, ("售后!", Sheet), ("隐藏", """<sheetData><row><c t="inlineStr"><is><t>回复</t></is></c></row><row><c t="inlineStr"><is><t>别来烦我</t></is></c></row></sheetData>"""));

    [Fact]
    public void Reads_the_lines_of_every_sheet_with_their_scenario()
    {
        var lines = OfficeFile.Read(_format, _file).Lines;

        lines.Select(l => (l.Part, l.Written, l.Scenario, l.Owner, l.PlaceOf(0).Line)).Should().Equal(
            ("售后!!B3", "这事不归我管", "售后! / 售后", "王芳", 3),
            ("售后!!B4", "这事不归我管", "售后! / 售后", "", 4),
            ("售后!!B5", "您好，这事 不归我管", "售后! / 售后", "", 5),
            ("售后!!B6", "不客气\r\n再见", "售后! / 致谢", "", 6),
            ("售后!!B8", "这事不归我管！", "售后! / 致谢", "", 8),
            ("隐藏!A2", "别来烦我", "隐藏", "", 2));
    }

    [Fact]
    public void An_edit_changes_its_cell_and_nothing_else()
    {
        var now = OfficeFile.Replace(_format, _file, "售后!!B3", "不归我管", "我来处理");

        OfficeFile.Read(_format, now).Lines.Select(l => l.Written).Should().Equal("这事我来处理", "这事不归我管", "您好，这事 不归我管", "不客气\r\n再见", "这事不归我管！", "别来烦我");
        var (before, after) = (OfficeFile.PartsOf(_file), OfficeFile.PartsOf(now));
        after.Keys.Should().Equal(before.Keys);
        after.Where(p => !p.Value.AsSpan().SequenceEqual(before[p.Key])).Select(p => p.Key).Should().Equal("xl/worksheets/sheet1.xml");
        OfficeFile.TextOf(now, "xl/worksheets/sheet1.xml").Should().Contain("""<c r="B3" t="inlineStr"><is><t xml:space="preserve"> 这事我来处理 </t></is></c>""")
            .And.Contain("""<row r="3" ht="30" customHeight="1">""").And.Contain("""<f>B3&amp;"！"</f>""");
        OfficeFile.Faults(now, isWorkbook: true).Should().BeEmpty();
    }

    [Fact]
    public void Characters_that_stay_keep_their_style()
    {
        var now = OfficeFile.Replace(_format, _file, "售后!!B5", "这事 不归我管", "这个我来管");

        OfficeFile.TextOf(now, "xl/worksheets/sheet1.xml").Should().Contain(
            """<is><r><rPr><b /><sz val="11" /></rPr><t>您好</t></r><r><rPr><i /><sz val="11" /></rPr><t xml:space="preserve">，这个我来</t></r><r><t>管</t></r></is>""");
        OfficeFile.Faults(now, isWorkbook: true).Should().BeEmpty();
    }

    [Fact]
    public void An_edit_that_keeps_nothing_of_a_run_drops_the_run()
    {
        var now = OfficeFile.Replace(_format, _file, "售后!!B5", "您好，这事 不归我管", "稍等");

        OfficeFile.TextOf(now, "xl/worksheets/sheet1.xml").Should().Contain("""<is><r><rPr><b /><sz val="11" /></rPr><t>稍等</t></r></is>""");
    }

    [Fact]
    public void A_formula_is_checked_but_not_overwritten()
    {
        var edit = () => OfficeFile.Replace(_format, _file, "售后!!B8", "不归我管", "我来处理");

        edit.Should().Throw<DocumentEditException>().WithMessage("the cell holds a formula");
    }

    [Theory]
    [InlineData("<c r=\"A2\"><f>B1</f></c>", "Sheet1!A2 holds a formula that was never computed")]
    [InlineData("<c r=\"A2\" t=\"e\"><f>B1</f><v>#REF!</v></c>", "Sheet1!A2 shows #REF! in place of a text")]
    public void A_formula_without_a_text_is_an_error(string cell, string message)
    {
        var document = OfficeFile.Read(_format, OfficeFile.Workbook("", ("Sheet1", $"""<sheetData><row><c t="inlineStr"><is><t>话术</t></is></c></row><row r="2">{cell}</row></sheetData>""")));

        document.Errors.Should().ContainSingle().Which.Should().Match<InputError>(e => e.Code == InputErrorCode.FormulaWithoutText && e.Message == message);
    }

    [Fact]
    public void A_second_table_below_has_headings_of_its_own()
    {
        var sheet = $"<sheetData>{Row("场景", "话术")}{Row("甲", "您好")}{Row("话术", "场景")}{Row("再见", "乙")}</sheetData>";

        OfficeFile.Read(_format, OfficeFile.Workbook("", ("Sheet1", sheet))).Lines.Select(l => (l.Scenario, l.Written)).Should().Equal(("甲", "您好"), ("乙", "再见"));
    }

    [Fact]
    public void A_cell_may_hold_a_dialogue_and_a_row_may_be_excused()
    {
        const string Ignore = "never.rude reason=&quot;引用&quot; owner=&quot;王芳&quot; until=2026-12-31";
        var file = OfficeFile.Workbook("", ("Sheet1", $"<sheetData>{Row("话术", "豁免")}{Row("客户：谢谢\n客服：不客气\n客户：再见\n客服：祝您愉快", Ignore)}{Row("您好", "never.rude")}</sheetData>"));

        var document = OfficeFile.Read(_format, file);

        document.Lines.Select(l => (l.Customer, l.Written, l.Suppressions.Length)).Should().Equal(("谢谢", "不客气", 1), ("再见", "祝您愉快", 1), ("", "您好", 0));
        document.Errors.Should().ContainSingle().Which.Message.Should().StartWith("Sheet1!A3: a suppression needs");
        LineEdits[] edits = [.. document.Lines.Take(2).Select(l => new LineEdits(l, [new Edit(new TextSpan(0, 0), "好，")]))];
        OfficeFile.Read(_format, _format.Apply(file, edits)).Lines.Select(l => l.Written).Should().Equal("好，不客气", "好，祝您愉快", "您好");
    }

    [Fact]
    public void A_sheet_without_a_known_heading_is_said_not_skipped()
    {
        var alone = OfficeFile.Workbook("", ("说明", $"<sheetData>{Row("请勿外传")}</sheetData>"));
        OfficeFile.Read(_format, alone).Errors.Should().ContainSingle().Which.Code.Should().Be(InputErrorCode.NoLineColumn);

        var named = ReaderOptions.Default with { Scripts = new ScriptOptions { LineNames = ["请勿外传"] } };
        OfficeFile.Read(_format, alone, options: named).Errors.Should().BeEmpty();

        var beside = OfficeFile.Workbook("", ("说明", $"<sheetData>{Row("请勿外传")}</sheetData>"), ("话术", $"<sheetData>{Row("话术")}{Row("您好")}</sheetData>"));
        var document = OfficeFile.Read(_format, beside);
        document.Errors.Should().BeEmpty();
        document.Notes.Should().ContainSingle().Which.Message.Should().StartWith("not read: the sheet 说明");
    }

    [Fact]
    public void What_is_no_workbook_is_an_error_with_what_to_do()
    {
        byte[] ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        ErrorOf(ole).Code.Should().Be(InputErrorCode.OldOffice);
        ErrorOf([.. ole, .. new byte[100], .. Encoding.Unicode.GetBytes("EncryptedPackage")]).Code.Should().Be(InputErrorCode.EncryptedOffice);
        ErrorOf("场景,话术"u8.ToArray()).Code.Should().Be(InputErrorCode.BrokenOffice);
        ErrorOf([]).Code.Should().Be(InputErrorCode.BrokenOffice);
        ErrorOf(OfficeFile.Document("")).Message.Should().Be("it holds a document and no workbook");
        ErrorOf(OfficeFile.Zip([("a.txt", "x")])).Code.Should().Be(InputErrorCode.BrokenOffice);
        ErrorOf(OfficeFile.Workbook("", ("a", """<sheetData><row><c t="s"><v>7</v></c></row></sheetData>"""))).Message.Should().Contain("refers to the text 7");
        ErrorOf(OfficeFile.Workbook("", ("a", "<sheetData>"))).Message.Should().StartWith("its XML is broken");
    }

    [Fact]
    public void A_small_file_that_unpacks_to_a_huge_one_is_refused()
    {
        var bomb = OfficeFile.Workbook("", ("a", "<sheetData>" + new string(' ', 3 << 20) + "</sheetData>"));

        var options = ReaderOptions.Default with { Limits = new ReaderLimits { Bytes = 1 << 20 } };
        bomb.Length.Should().BeLessThan(1 << 14);
        OfficeFile.Read(_format, bomb, options: options).Errors.Should().ContainSingle().Which.Code.Should().Be(InputErrorCode.TooLarge);
    }

    [Theory]
    [InlineData("""<!DOCTYPE a [<!ENTITY b "x">]>""", "")]
    [InlineData("", "deep")]
    public void Entities_and_deep_nesting_are_refused(string prolog, string deep)
    {
        var xml = deep.Length == 0 ? "" : string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000));
        var parts = OfficeFile.PartsOf(_file).Select(p => (p.Key, p.Key.EndsWith("sheet1.xml", StringComparison.Ordinal) ? $"{prolog}<worksheet>{xml}</worksheet>" : Encoding.UTF8.GetString(p.Value)));

        ErrorOf(OfficeFile.Zip(parts)).Code.Should().Be(InputErrorCode.BrokenOffice);
    }

    [Fact]
    public void A_lock_file_is_a_note()
    {
        var document = OfficeFile.Read(_format, new byte[165], "scripts/~$售后.xlsx");

        document.Errors.Should().BeEmpty();
        document.Notes.Should().ContainSingle();
    }

    [Fact]
    public void Broken_bytes_never_throw()
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var broken = (byte[])_file.Clone();
            for (var i = 0; i < 1 + (round % 20); i++) broken[random.Next(broken.Length)] = (byte)random.Next(256);
            var read = () => OfficeFile.Read(_format, round % 3 == 0 ? broken[..random.Next(broken.Length)] : broken);
            read.Should().NotThrow();
        }
    }

    [Fact]
    public void Any_edits_of_any_runs_give_the_edited_text()
    {
        var texts = Gen.Elements("您好", "，", "a_x000D_b", " 空 格 ", "😀", "换\n行", "_x0041_").NonEmptyListOf();
        var gen = from runs in texts from cuts in Gen.Choose(0, 100).ListOf(6) from words in Gen.Elements("", "好", "您好", " ", "😁", "_x000A_").ListOf(3) select (runs, cuts, words);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(gen.ToArbitrary(), c =>
        {
            var si = string.Concat(c.runs.Select(r => $"""<r><rPr><b/></rPr><t xml:space="preserve">{r.Replace("_x", "_x005F_x", StringComparison.Ordinal)}</t></r>"""));
            var file = OfficeFile.Workbook($"<si><t>话术</t></si><si>{si}</si>", ("a", """<sheetData><row><c t="s"><v>0</v></c></row><row><c t="s"><v>1</v></c></row></sheetData>"""));
            var read = OfficeFile.Read(_format, file).Lines;
            if (read.IsEmpty) return;
            var line = read[0];
            var places = c.cuts.Select(x => Whole(line.Written, x * line.Written.Length / 100)).Order().ToList();
            Edit[] edits = [.. Enumerable.Range(0, 3).Select(i => new Edit(new TextSpan(places[2 * i], places[(2 * i) + 1]), c.words[i]))];
            var expected = edits.Reverse().Aggregate(line.Written, (t, e) => t[..e.Span.Start] + e.Replacement + t[e.Span.End..]);

            var now = OfficeFile.Read(_format, _format.Apply(file, [new LineEdits(line, [.. edits])])).Lines;

            now.Select(l => l.Written).Should().Equal(expected.Trim().Length == 0 ? [] : [expected.Trim()]);
        }));
    }

    private static int Whole(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;

    private static string Row(params string[] cells) => $"<row>{string.Concat(cells.Select(c => $"<c t=\"inlineStr\"><is><t>{c}</t></is></c>"))}</row>";

    private InputError ErrorOf(byte[] file) => OfficeFile.Read(_format, file).Errors.Should().ContainSingle().Which;
}
