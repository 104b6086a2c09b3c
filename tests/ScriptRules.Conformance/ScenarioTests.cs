using ScriptRules.Text;

namespace ScriptRules.Conformance;

/// <summary>What a scenario of the pack lets the customer say calls for the answers of the handbook.</summary>
public class ScenarioTests
{
    private static readonly Checker Checker = Checker.Load(Repository.Path("rules", "service"), new CheckerOptions { Engine = EngineUnderTest.Engine, Suggest = false });

    public static TheoryData<string> Scenarios => [.. Checker.Pack.Scenarios.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void An_answer_that_ignores_the_customer_breaks_a_rule_about_answers(string scenario)
    {
        var context = new Conversation { Turns = [new Turn(SpeakerRole.Customer, Checker.Pack.Scenarios[scenario])] };

        Checker.CheckDraft("可以货到付款。", context).Violations.Should().Contain(v => v.Rule.StartsWith("answer.") || v.Rule.StartsWith("fixed."), scenario);
    }

    [Theory]
    [InlineData("致谢", "answer.thanks")]
    [InlineData("表扬", "answer.thanks")]
    [InlineData("道歉", "answer.customer-apology")]
    [InlineData("建议", "answer.suggestion")]
    [InlineData("投诉", "answer.complaint")]
    [InlineData("投诉态度", "answer.colleague-attitude")]
    [InlineData("办错", "answer.colleague-mistake")]
    [InlineData("投诉本人", "answer.about-agent")]
    [InlineData("等候过久", "answer.waiting")]
    [InlineData("动作慢", "answer.slow-service")]
    [InlineData("辱骂", "answer.furious")]
    [InlineData("不满", "answer.rude-question")]
    [InlineData("商品问题", "answer.problem")]
    [InlineData("货到付款", "fixed.cash-on-delivery")]
    [InlineData("付款方式", "fixed.ways-to-pay")]
    [InlineData("支付宝", "fixed.what-alipay-is")]
    public void Each_calls_for_its_own(string scenario, string rule)
    {
        var context = new Conversation { Turns = [new Turn(SpeakerRole.Customer, Checker.Pack.Scenarios[scenario])] };

        Checker.CheckDraft("可以货到付款。", context).Violations.Select(v => v.Rule).Should().Contain(rule);
    }
}
