namespace ScriptRules.Cli.Tests;

public sealed class SamplesTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("conversations")]
    [InlineData("drafts")]
    [InlineData("scripts")]
    public void All_can_be_read(string folder)
    {
        var run = _cli.Run("check", Repository.At("samples", folder), "--pack", "@small", "--fail-on", "never");
        run.Error.Split('\n').Where(l => l.Length > 0 && !l.EndsWith("excused nothing in this run", StringComparison.Ordinal)).Should().BeEmpty("the small pack lacks the rule that a sample is excused from");
        run.Code.Should().Be(0);
        run.Out.Should().NotContain("未读").And.Contain("无法判断 0");
    }
}
