using System.Text;

namespace ScriptRules.Cli.Tests;

public sealed class BadInputTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void A_missing_file_is_named()
    {
        var run = _cli.Run("check", Path.Combine(_cli.Folder, "gone.json"), "--pack", "@small");
        run.Code.Should().Be(2);
        run.Error.Should().StartWith("gone.json: error SRI121: no such file or folder");
    }

    [Fact]
    public void A_misspelt_option_is_no_path()
    {
        var run = _cli.Run("check", "--formt", "json");
        run.Code.Should().Be(2);
        run.Error.Should().StartWith("scriptrules: unknown option \"--formt\"; did you mean \"--format\"?").And.Contain("Usage:\n  scriptrules check");
    }

    [Fact]
    public void A_misspelt_command_is_put_right() =>
        _cli.Run("tset").Error.Should().StartWith("scriptrules: unknown command \"tset\"; did you mean \"test\"?");

    [Fact]
    public void A_misspelt_slot_is_put_right()
    {
        var run = _cli.Run("check", "--text", "您好", "--pack", "@small", "--set", "band=云杉");
        run.Code.Should().Be(2);
        run.Error.Should().Contain("the slot \"band\"").And.Contain("did you mean \"brand\"?");
    }

    [Fact]
    public void Everything_that_is_wrong_with_a_pack_is_said_at_once()
    {
        var run = _cli.Run("check", "--text", "您好", "--pack", "@broken");
        run.Code.Should().Be(2);
        run.Out.Should().BeEmpty();
        run.Error.Should().Contain("packs/broken/rules.yaml:6:10: error SR0102: unknown concept \"thank\"")
            .And.Contain("packs/broken/rules.yaml:7:5: error SR0010: unknown key \"messge\"")
            .And.Contain("packs/broken/rules.yaml:9:11: error SR0101: unknown rule kind \"never-sya\"")
            .And.Contain("has 3 errors; nothing was checked");
    }

    [Fact]
    public void A_pack_that_is_not_there_is_explained()
    {
        var run = _cli.Run("check", "--text", "您好", "--pack", Path.Combine(_cli.Folder, "none"));
        run.Code.Should().Be(2);
        run.Error.Should().Contain("none/pack.yaml").And.Contain("a pack is a folder with a pack.yaml");
    }

    [Fact]
    public void An_empty_reply_is_not_clean()
    {
        var run = _cli.Run("check", "--text", "  ", "--pack", "@small");
        run.Code.Should().Be(3);
        run.Error.Should().Contain("the reply is empty");
    }

    [Fact]
    public void Files_passed_over_are_counted_in_every_format()
    {
        _cli.Write("f/a.txt", "客服: 您好,请问有什么可以帮您?");
        _cli.Write("f/b.png", "x");
        _cli.Write("f/.hidden.txt", "x");
        var folder = Path.Combine(_cli.Folder, "f");
        _cli.Run("check", folder, "--pack", "@small").Out.Should().Contain("未读:2 个文件").And.Contain("f/b.png");
        _cli.Run("check", folder, "--pack", "@small", "--format", "json").Error.Should().Contain("2 files were not read");
        _cli.Run("check", folder, "--pack", "@small", "--verbose").Error.Should().Contain("f/b.png: note SRI192");
    }

    [Fact]
    public void Undecodable_bytes_are_an_error_and_GB18030_is_not()
    {
        var broken = _cli.Write("broken.txt", [0xFF, 0xFF, 0x00, 0x81, 0x02]);
        _cli.Run("check", broken, "--pack", "@small").Code.Should().Be(2);

        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var legacy = _cli.Write("legacy.txt", Encoding.GetEncoding("GB18030").GetBytes("客服: 您好,请问有什么可以帮您?\n客户: 我的退款什么时候到账?\n客服: 这事不归我管。\n"));
        var run = _cli.Run("check", legacy, "--pack", "@small");
        run.Code.Should().Be(1);
        run.Out.Should().Contain("legacy.txt:3  第 3 轮 客服 第 3-6 字").And.Contain("这事不归我管。");
    }
}
