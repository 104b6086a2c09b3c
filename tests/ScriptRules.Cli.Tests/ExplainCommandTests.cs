namespace ScriptRules.Cli.Tests;

public sealed class ExplainCommandTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void Explains_a_rule()
    {
        var run = _cli.Run("explain", "never.pass-the-buck", "--pack", "@small");
        run.Code.Should().Be(0);
        run.Out.Should().Be("""
            never.pass-the-buck  不推诿

            手册      H-2 推诿的话不说,例如“这事不归我管”。
            类型      never-say
            级别      错误
            适用      所有渠道
            提示语    “{said}”是在推诿。
            范句      √ {brand}会在{hours}小时内答复您。
            合规例    · 客服: 这个问题我来帮您处理。
            违规例    · 客服: 这事不归我管。
            出处      packs/small/rules.yaml:26:9

            """.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("H-2", "never.pass-the-buck")]
    [InlineData("h-4", "opening.inbound")] // cited by the wordings, not by the rule
    public void Lists_the_rules_of_a_handbook_sentence(string id, string rule)
    {
        var run = _cli.Run("explain", id, "--pack", "@small");
        run.Code.Should().Be(0);
        run.Out.Should().StartWith(id.ToUpperInvariant()).And.Contain(rule);
    }

    [Fact]
    public void Says_that_a_sentence_has_no_rule() => _cli.Run("explain", "H-9", "--pack", "@small").Out.Should().Contain("没有规则执行这一条");

    [Theory]
    [InlineData("never.pass-the-bukc", "did you mean \"never.pass-the-buck\"?")]
    [InlineData("H2", "did you mean \"H-2\"?")]
    [InlineData("zzzzzz", "rule ids look like")]
    public void Puts_right_what_is_unknown(string name, string help)
    {
        var run = _cli.Run("explain", name, "--pack", "@small");
        run.Code.Should().Be(2);
        run.Error.Should().Contain(help);
    }
}
