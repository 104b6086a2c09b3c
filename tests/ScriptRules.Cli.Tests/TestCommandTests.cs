namespace ScriptRules.Cli.Tests;

public sealed class TestCommandTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void Says_what_is_good_and_what_is_not_covered()
    {
        var run = _cli.Run("test", "@small");
        run.Code.Should().Be(0);
        run.Out.Should().Be("""
            packs/small/rules.yaml:62:11: note opening.inbound: the example passes only because the rule could not be decided: no clock: the conversation does not say when it began
            rules without a passing example: 2: address.bare-name, never.vague
            rules without a failing example: 2: opening.inbound, never.vague
            handbook: 5 of 6 sentences have a rule
            sentences without a rule: 1: H-9
            small 1.2.0 (5 rules): 7 examples, 7 good, 0 bad

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Shows_noisy_and_missing_examples()
    {
        var run = _cli.Run("test", "@faulty");
        run.Code.Should().Be(1);
        run.Out.Should().Be("""
            packs/faulty/rules.yaml:12:11: noisy never.pass-the-buck: fired on an example that passes: 推诿。
                草稿: 这事真的不归我管。
                              ~~~~~~~~

            packs/faulty/rules.yaml:15:11: missing never.pass-the-buck: did not fire on an example that fails
                草稿: 这事归别人管。

            packs/faulty/rules.yaml:16:11: missing never.pass-the-buck: did not fire at the mark
                草稿: 这事不归我管。
                        ~~
            packs/faulty/rules.yaml:16:11: noisy never.pass-the-buck: fired where there is no mark: 推诿。
                草稿: 这事不归我管。
                          ~~~~~~~~

            packs/faulty/rules.yaml:17:11: missing never.pass-the-buck: did not offer “请稍等。”, but “我马上为您处理。”
                草稿: 不归我管。
                it fired at 草稿 第 1-4 字: 不归我管

            packs/faulty/rules.yaml:23:11: note address.bare-name: the example passes only because the rule could not be decided: the customer's name is not known
            rules without a failing example: 1: address.bare-name
            handbook: 0 sentences cited; the pack brings no handbook to compare with
            faulty (2 rules): 7 examples, 3 good, 4 bad

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_pack_without_examples_is_not_good()
    {
        var run = _cli.Run("test", "@empty");
        run.Code.Should().Be(3);
        run.Error.Should().Contain("nothing was tested");
    }

    [Fact]
    public void A_broken_pack_is_2() => _cli.Run("test", "@broken").Code.Should().Be(2);
}
