namespace ScriptRules.Cli.Tests;

public sealed class OutputFileTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("jsonl")]
    [InlineData("sarif")]
    [InlineData("junit")]
    [InlineData("github")]
    [InlineData("gitlab")]
    [InlineData("checkstyle")]
    [InlineData("rdjson")]
    [InlineData("html")]
    [InlineData("msbuild")]
    public void Holds_what_standard_output_would(string format)
    {
        string[] args = ["check", "--text", "这事不归我管。", "--pack", "@small", "--format", format];
        var path = _cli.Write("report", "old");
        var run = _cli.Run([.. args, "--output", path]);
        run.Code.Should().Be(1);
        run.Out.Should().BeEmpty();
        File.ReadAllBytes(path).Should().Equal(_cli.Run(args).Bytes);
        Directory.GetFiles(_cli.Folder).Should().Equal(path);
    }

    [Fact]
    public void Is_left_alone_when_the_tool_fails()
    {
        var path = _cli.Write("report", "old");
        using var error = new StringWriter();
        Program.Run(["check", "-", "--pack", Cli.Pack("small"), "--output", path], new Faulty(), Stream.Null, error).Should().Be(70);
        File.ReadAllText(path).Should().Be("old");
        Directory.GetFiles(_cli.Folder).Should().Equal(path);
    }

    [Theory]
    [InlineData("no/such/folder/report.json", "the folder does not exist")]
    [InlineData("", "not the name of a file")]
    [InlineData(".", "not the name of a file")]
    public void Must_be_writable(string name, string why)
    {
        var run = _cli.Run("check", "--text", "您好", "--pack", "@small", "--output", name.Length == 0 ? "" : Path.Combine(_cli.Folder, name));
        run.Code.Should().Be(2);
        run.Error.Should().Contain(why);
    }

    [Fact]
    public void Several_formats_are_written_in_one_run()
    {
        var (sarif, html) = (Path.Combine(_cli.Folder, "r.sarif"), Path.Combine(_cli.Folder, "r.html"));
        string[] check = ["check", "--text", "这事不归我管。", "--pack", "@small"];
        var run = _cli.Run([.. check, "--format", $"sarif={sarif}", "--format", "msbuild", "--format", $"html={html}"]);

        run.Code.Should().Be(1);
        run.Out.Should().Be(_cli.Run([.. check, "--format", "msbuild"]).Out);
        File.ReadAllBytes(sarif).Should().Equal(_cli.Run([.. check, "--format", "sarif"]).Bytes);
        File.ReadAllBytes(html).Should().Equal(_cli.Run([.. check, "--format", "html"]).Bytes);
    }

    [Fact]
    public void Goes_to_output_when_the_format_names_no_file()
    {
        var (text, json) = (Path.Combine(_cli.Folder, "r.txt"), Path.Combine(_cli.Folder, "r.json"));
        var run = _cli.Run("check", "--text", "好的", "--pack", "@small", "--format", $"json={json}", "--format", "text", "--output", text);

        run.Out.Should().BeEmpty();
        File.ReadAllText(json).Should().StartWith("{");
        File.ReadAllText(text).Should().StartWith("共检查 1 份");
    }

    [Fact]
    public void Only_one_format_can_go_to_standard_output() =>
        _cli.Run("check", "--text", "您好", "--pack", "@small", "--format", "json", "--format", "github").Error.Should()
            .Be("scriptrules: --format json and --format github: only one can go to standard output\n  help: give the others a file: --format github=FILE\n");

    [Fact]
    public void A_misspelt_format_is_put_right() =>
        _cli.Run("check", "--text", "您好", "--pack", "@small", "--format", "serif").Error.Should().Contain("did you mean \"sarif\"?");

    [Fact]
    public void Reports_in_the_folder_that_is_checked_are_no_input()
    {
        _cli.Write("f/a.txt", "客服: 您好,请问有什么可以帮您?");
        var report = _cli.Write("f/report.json", "[]");
        var run = _cli.Run("check", Path.Combine(_cli.Folder, "f"), "--pack", "@small", "--format", $"json={report}", "--format", "text");

        run.Code.Should().Be(0);
        run.Error.Should().BeEmpty();
        run.Out.Should().NotContain("未读");
    }

    private sealed class Faulty : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw new InvalidOperationException("faulty");

        public override int Read(byte[] buffer, int offset, int count) => throw new InvalidOperationException("faulty");
    }
}
