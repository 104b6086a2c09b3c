namespace ScriptRules.Cli.Tests;

public sealed class OutputFileTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("jsonl")]
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

    private sealed class Faulty : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw new InvalidOperationException("faulty");

        public override int Read(byte[] buffer, int offset, int count) => throw new InvalidOperationException("faulty");
    }
}
