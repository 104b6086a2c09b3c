namespace ScriptRules.Cli.Tests;

public sealed class ScriptDocumentTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void A_line_is_checked_in_its_scenario_and_the_report_shows_why()
    {
        _cli.Write("a.md", "## 客户致谢\n\n- 不客气，很高兴为您服务。\n- 请您对本次服务进行评价。\n");

        var run = _cli.Run("check", Path.Combine(_cli.Folder, "a.md"), "--pack", "service");

        run.Code.Should().Be(1);
        run.Out.Should().Contain("a.md:4").And.Contain("answer.thanks").And.Contain("依据  第 1 轮 客户“谢谢”").And.Contain("共检查 2 份").And.NotContain("a.md:3");
    }

    [Fact]
    public void A_suppression_beside_a_line_excuses_it_until_its_last_day()
    {
        const string text = "# 物流\n# scriptrules-ignore never.pass-the-buck reason=试点 owner=物流组 until=2026-06-30\n快递的问题您找快递去。\n";
        var path = _cli.Write("a.txt", text);

        var before = _cli.Run("check", path, "--at", "2026-06-30T10:00");
        before.Code.Should().Be(0);
        before.Out.Should().Contain("另豁免 1 处");
        before.Error.Should().BeEmpty();

        var after = _cli.Run("check", path, "--at", "2026-07-01T10:00");
        after.Code.Should().Be(1);
        after.Error.Should().Be("a.txt:2:2: note: suppression \"a.txt:2:2\" of 物流组 held until 2026-06-30; what it excused counts again in 1 conversation\n");
    }

    [Fact]
    public void A_suppression_that_excuses_nothing_is_said()
    {
        var path = _cli.Write("a.csv", "话术,豁免\n不客气。,never.pass-the-buck reason=试点 owner=物流组 until=2026-12-31\n");

        var run = _cli.Run("check", path, "--at", "2026-06-30T10:00");

        run.Code.Should().Be(0);
        run.Error.Should().Contain("a.csv:2:6: note: suppression \"a.csv:2:6\" excused nothing in this run");
    }

    [Fact]
    public void Text_is_script_when_asked_for()
    {
        var path = _cli.Write("a.txt", "您好\n这事不归我管\n");

        _cli.Run("check", path).Out.Should().Contain("共检查 1 份");
        _cli.Run("check", path, "--as", "script").Out.Should().Contain("共检查 2 份").And.Contain("a.txt:2");
    }

    [Fact]
    public void A_column_is_named_on_the_command_line()
    {
        var path = _cli.Write("a.csv", "编号,说法\n1,这事不归我管\n");

        var none = _cli.Run("check", path);
        none.Code.Should().Be(2);
        none.Error.Should().Contain("a.csv:1:1: error SRI141").And.Contain("\"编号\", \"说法\"").And.Contain("--line-column NAME");
        _cli.Run("check", path, "--line-column", "说法").Code.Should().Be(1);
    }

    [Fact]
    public void Slots_of_the_pack_and_of_the_command_line_fill_blanks()
    {
        var path = _cli.Write("a.csv", "话术\n您好，<<品牌>>欢迎您的光临，请问有什么可以帮您?\n");

        _cli.Run("check", path, "--set", "brand=小鹿", "--blank", "<<*>>", "--at", "2026-06-30T15:00").Code.Should().Be(0);
        _cli.Run("check", path, "--blank", "*").Error.Should().Contain("--blank *: a blank has one *");
    }

    [Fact]
    public void A_file_without_script_is_passed_over_in_a_folder_and_wrong_when_named()
    {
        var path = _cli.Write("ci.yaml", "script:\n  - npm test\n");
        _cli.Write("a.md", "您好\n");

        _cli.Run("check", _cli.Folder).Out.Should().Contain("未读:1 个文件");
        _cli.Run("check", path).Code.Should().Be(3);
    }
}
