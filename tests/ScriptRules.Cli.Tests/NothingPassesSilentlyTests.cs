namespace ScriptRules.Cli.Tests;

public sealed class NothingPassesSilentlyTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData(0, "never.pass-the-buck")]
    [InlineData(3, "answer.thanks")] // nobody thanked
    [InlineData(3, "address.bare-name")] // the name is not known
    [InlineData(2, "answer.thank")]
    public void A_rule_that_must_be_evaluated_was_or_the_run_says_why_not(int expected, string rule)
    {
        var run = _cli.Run("check", Talk("您好"), "--pack", "@small", "--fail-on", "never", "--require-evaluated", rule);
        run.Code.Should().Be(expected);
        if (expected == 3) run.Error.Should().Contain($"rule \"{rule}\" was to be evaluated, and never was: ");
        if (expected == 2) run.Error.Should().Contain("did you mean \"answer.thanks\"?");
    }

    [Fact]
    public void It_comes_before_violations() =>
        _cli.Run("check", Talk("这事不归我管。"), "--pack", "@small", "--require-evaluated", "never.pass-the-buck", "--require-evaluated", "answer.thanks").Code.Should().Be(3);

    [Fact]
    public void Rules_that_never_applied_are_counted_and_with_verbose_named()
    {
        var talk = Talk("您好");
        _cli.Run("check", talk, "--pack", "@small").Out.Should().Contain("从未用上:2 条规则\n");
        _cli.Run("check", talk, "--pack", "@small", "--verbose").Out.Should().Contain("从未用上:2 条规则:answer.thanks、address.bare-name\n");
        _cli.Run("check", "--text", "您好", "--pack", "@small").Out.Should().NotContain("从未用上");
    }

    [Fact]
    public void A_pack_without_rules_is_broken()
    {
        _cli.Write("none/pack.yaml", "name: none\n");
        var run = _cli.Run("check", Talk("您好"), "--pack", Path.Combine(_cli.Folder, "none"));
        run.Code.Should().Be(2);
        run.Error.Should().Contain("nothing was checked");
    }

    [Fact]
    public void A_file_that_no_reader_takes_is_named_when_it_was_named_and_counted_in_a_folder()
    {
        var picture = _cli.Write("folder/photo.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0]);
        Talk("您好", "folder/talk.json");
        var named = _cli.Run("check", picture, "--pack", "@small");
        named.Code.Should().Be(2);
        named.Error.Should().Contain("folder/photo.png");
        var found = _cli.Run("check", Path.Combine(_cli.Folder, "folder"), "--pack", "@small", "--format", "jsonl");
        found.Code.Should().Be(0);
        found.Error.Should().Contain("1 file was not read");
    }

    private string Talk(string said, string name = "talk.json") =>
        _cli.Write(name, $$"""{"id":"c1","startedAt":"2026-03-02T15:00:00+08:00","turns":[{"speaker":"agent","text":"您好,请问有什么可以帮您?"},{"speaker":"customer","text":"发票呢"},{"speaker":"agent","text":"{{said}}"}]}""");
}
