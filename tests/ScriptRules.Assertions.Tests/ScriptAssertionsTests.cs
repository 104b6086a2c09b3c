using ScriptRules.Rules;
using ScriptRules.Text;
using Xunit.Sdk;

namespace ScriptRules.Assertions;

public class ScriptAssertionsTests
{
    private static readonly Checker Checker = Checker.Load();
    private static readonly Conversation Thanked = new() { Turns = [new Turn(SpeakerRole.Customer, "谢谢你啊")] };

    [Fact]
    public void A_good_reply_complies() => "您好，请问有什么可以帮您？".Should().ComplyWith(Checker).And.StartWith("您好");

    [Fact]
    public void A_bad_reply_fails_with_rule_row_words_and_rewrite()
    {
        var failure = Assert.Throws<XunitException>(() => "这事不归我管。".Should().ComplyWith(Checker, "it is what {0} say", "bots"));

        failure.Message.Should().Contain("\"service\" because it is what bots say").And.Contain("never.pass-the-buck (H-NEV-4, H-RSP-18), turn 0: “不归我管”").And.Contain("→");
    }

    [Fact]
    public void The_context_decides_what_is_owed()
    {
        "不客气，很高兴能为您服务。".Should().ComplyWith(Checker, Thanked, because: "it is said");

        var failure = Assert.Throws<XunitException>(() => "请问您还有其他要补充的吗？".Should().ComplyWith(Checker, Thanked));
        failure.Message.Should().Contain("answer.thanks (H-RSP-04), turn 1:");
    }

    [Fact]
    public void A_reply_with_braces_is_shown_as_it_is()
    {
        var failure = Assert.Throws<XunitException>(() => "{0}这事不归我管{name}".Should().ComplyWith(Checker));

        failure.Message.Should().Contain("never.pass-the-buck");
    }

    [Fact]
    public void Nothing_checked_is_no_compliance()
    {
        Assert.Throws<XunitException>(() => "".Should().ComplyWith(Checker)).Message.Should().Contain("no rule could be decided");
        Assert.Throws<XunitException>(() => ((string?)null).Should().ComplyWith(Checker)).Message.Should().Contain("<null>");
    }

    [Fact]
    public void A_conversation_complies_or_not()
    {
        var good = Thanked with { Turns = Thanked.Turns.Add(new Turn(SpeakerRole.Agent, "不客气，很高兴能为您服务。")), Channel = Channel.Email };
        good.Should().ComplyWith(Checker, Severity.Error);

        var bad = Thanked with { Turns = Thanked.Turns.Add(new Turn(SpeakerRole.Agent, "你烦不烦啊")) };
        Assert.Throws<XunitException>(() => bad.Should().ComplyWith(Checker)).Message.Should().Contain("never.impatient").And.NotContain("never.pass");
    }

    [Fact]
    public void A_report_has_violations_by_rule_and_by_row()
    {
        var report = Checker.CheckDraft("这事不归我管。");

        report.Should().HaveViolation("never.pass-the-buck").Which.Suggestions.Should().NotBeEmpty();
        report.Should().HaveViolation("H-NEV-4").And.NotHaveViolation("H-NEV-1");
        Assert.Throws<XunitException>(() => report.Should().NotHaveViolation("H-NEV-4")).Message.Should().Contain("“不归我管”");
        Assert.Throws<XunitException>(() => Checker.CheckDraft("好的，我马上为您查询。").Should().HaveViolation("H-NEV-4")).Message.Should().Contain("none at all");
    }
}
