namespace ScriptRules.Cli.Tests;

public sealed class ExitCodeTests : IDisposable
{
    private const string Good = """{"id":"good","startedAt":"2026-03-02T15:00:00+08:00","turns":[{"speaker":"agent","text":"您好,请问有什么可以帮您?"}]}""";
    private const string Bad = """{"id":"bad","startedAt":"2026-03-02T15:00:00+08:00","turns":[{"speaker":"agent","text":"您好,请问有什么可以帮您?"},{"speaker":"customer","text":"退款呢?"},{"speaker":"agent","text":"这事不归我管。"}]}""";
    private const string Unsure = """{"id":"unsure","startedAt":"2026-03-02T15:00:00+08:00","turns":[{"speaker":"agent","text":"您好,请问有什么可以帮您?"},{"speaker":"customer","text":"何时到?"},{"speaker":"agent","text":"明天大概吧。"}]}""";
    private const string Silent = """{"id":"silent","turns":[{"speaker":"customer","text":"喂?"}]}""";

    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData(0, Good, "error")]
    [InlineData(1, Bad, "error")]
    [InlineData(1, Bad, "warning")]
    [InlineData(1, Bad, "info")]
    [InlineData(0, Bad, "never")]
    [InlineData(0, Unsure, "error")]
    [InlineData(0, Unsure, "warning")]
    [InlineData(1, Unsure, "info")]
    [InlineData(2, "{", "error")]
    [InlineData(2, Bad + "\n{", "error")] // both: the input error wins, the violation is printed all the same
    [InlineData(2, Good + "\n{", "never")]
    [InlineData(3, Silent, "error")]
    [InlineData(3, Silent, "never")]
    [InlineData(0, Silent + "\n" + Good, "error")]
    public void Is_the_same_in_every_format(int expected, string lines, string failOn)
    {
        var path = _cli.Write("in.jsonl", lines);
        foreach (var format in (string[])["text", "json", "jsonl", "sarif", "junit", "github", "gitlab", "checkstyle", "rdjson", "html", "msbuild"])
            _cli.Run("check", path, "--pack", "@small", "--fail-on", failOn, "--format", format).Code.Should().Be(expected, format);
    }

    [Fact]
    public void Violations_are_printed_although_an_input_is_broken()
    {
        var path = _cli.Write("in.jsonl", "{\n" + Bad + "\n{");
        var run = _cli.Run("check", path, "--pack", "@small");
        run.Code.Should().Be(2);
        run.Out.Should().Contain("never.pass-the-buck").And.Contain("读不了:2 处");
        run.Error.Should().Contain("in.jsonl:1:").And.Contain("in.jsonl:3:");
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check", "")]
    [InlineData("check", "-", "--fail-on", "errors")]
    [InlineData("check", "-", "--format", "xml")]
    [InlineData("check", "-", "--format", "json=")]
    [InlineData("check", "-", "--format", "json", "--format", "text")]
    [InlineData("check", "-", "--format", "json=a", "--output", "b")]
    [InlineData("check", "-", "--format", "json=a", "--format", "text=a")]
    [InlineData("check", "-", "--stdin-name", "")]
    [InlineData("check", "--text", "您好", "--stdin-name", "a.txt")]
    [InlineData("check", "-", "--engine", "nrule")]
    [InlineData("check", "-", "--engine", "nrules")]
    [InlineData("check", "-", "--at", "tomorrow")]
    [InlineData("check", "-", "--set", "brand")]
    [InlineData("check", "-", "--set", "brand=a", "--set", "brand=b")]
    [InlineData("check", "-", "--pack", "")]
    [InlineData("check", "-", "--pack", "no-such-folder")]
    [InlineData("check", "-", "--output")]
    [InlineData("chek", "-")]
    [InlineData("test", "no-such-folder")]
    [InlineData("explain")]
    [InlineData]
    public void Is_2_for_bad_usage_and_says_so_on_standard_error(params string[] args)
    {
        var run = _cli.RunWith(Good, args);
        run.Code.Should().Be(2);
        run.Out.Should().BeEmpty();
        run.Error.Should().Contain("scriptrules: ").And.NotContain("   at ");
    }

    [Fact]
    public void Is_2_for_an_engine_that_this_build_does_not_have_and_says_how_to_get_it() =>
        _cli.RunWith(Good, "check", "-", "--engine", "nrules").Error.Should().Contain("does not have that engine").And.Contain("-p:NRules=true");

    [Theory]
    [InlineData("--help")]
    [InlineData("check", "--help")]
    [InlineData("test", "-h")]
    [InlineData("version")]
    [InlineData("--version")]
    public void Is_0_for_help_and_version(params string[] args)
    {
        var run = _cli.Run(args);
        run.Code.Should().Be(0);
        run.Out.Should().NotBeEmpty();
        run.Error.Should().BeEmpty();
    }

    [Fact]
    public void Is_3_for_a_folder_without_conversations()
    {
        _cli.Write("folder/notes.css", "hello");
        var run = _cli.Run("check", Path.Combine(_cli.Folder, "folder"), "--pack", "@small");
        run.Code.Should().Be(3);
        run.Out.Should().Contain("未读:1 个文件").And.Contain("folder/notes.css");
        run.Error.Should().Contain("nothing was checked");
    }

    [Fact]
    public void Is_70_for_a_fault_of_the_tool_with_one_plain_line()
    {
        using var error = new StringWriter();
        Program.Run(["check", "-", "--pack", Cli.Pack("small")], new Broken<InvalidOperationException>(), new MemoryStream(), error).Should().Be(70);
        error.ToString().TrimEnd().Should().StartWith("scriptrules: internal error").And.Contain("SCRIPTRULES_DEBUG=1").And.NotContain("\n");
    }

    [Fact]
    public void Is_2_when_the_report_cannot_be_written()
    {
        using var error = new StringWriter();
        Program.Run(["check", _cli.Write("in.jsonl", Bad), "--pack", Cli.Pack("small")], Stream.Null, new Broken<IOException>(), error).Should().Be(2);
        error.ToString().Should().StartWith("scriptrules: the output cannot be written").And.NotContain("   at ");
    }

    private sealed class Broken<T> : MemoryStream
        where T : Exception, new()
    {
        public override int Read(byte[] buffer, int offset, int count) => throw new T();

        public override int Read(Span<byte> buffer) => throw new T();

        public override void Write(byte[] buffer, int offset, int count) => throw new T();

        public override void Write(ReadOnlySpan<byte> buffer) => throw new T();
    }
}
