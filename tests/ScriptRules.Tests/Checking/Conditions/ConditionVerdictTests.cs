using ScriptRules.Rules;

namespace ScriptRules.Tests.Checking.Conditions;

/// <summary>What a rule of kind <c>condition</c> comes to when something is not known, or is not over.</summary>
public class ConditionVerdictTests
{
    private const string Concepts = """
        concepts:
          wait: [请稍等]
          back: [久等了]
          refund: { says: [退款], at: anywhere }
          farewell: { says: [再见], at: anywhere }
        rules:
          - { id: uses, kind: never-say, say: [wait, back, refund, farewell], applies-when: { channel: email } }
          - id: rule
            kind: condition
            conditions:

        """;

    private const string After = """
              wait: { by: agent, say: wait }
              back: { by: agent, say: back, after: wait, within: 30 s }
        """;

    [Theory]
    [InlineData("agent@0-2: 请稍等 | agent@50: 久等了", "violated")]
    [InlineData("agent@0-2: 请稍等 | agent@20: 久等了", "passed")]
    [InlineData("agent@0-2: 请稍等 | agent: 久等了", "not-evaluable: no times: it is not known when something was said")]
    [InlineData("agent: 请稍等 | agent@20: 久等了", "not-evaluable: no times: it is not known when something was said")]
    [InlineData("agent@0-2: 请稍等 | agent: 好了", "violated")]      // no time is needed to see that it was never said
    [InlineData("agent: 请讲 | agent: 久等了", "not-applicable")]
    [InlineData("agent@0-2: 请稍等 | draft: 好了", "passed")]         // a draft has no time, so the seconds have not passed
    [InlineData("agent: 久等了 | agent: 好了", "not-applicable")]
    public void A_time_that_is_not_known(string talk, string verdict) => Verdict(After, "wait and not back", talk).Should().Be(verdict);

    [Theory]
    [InlineData("attribute: queue=售后 | agent: 退款", "violated")]
    [InlineData("attribute: queue=销售 | agent: 退款", "passed")]
    [InlineData("agent: 退款", "not-evaluable: not known: queue")]
    [InlineData("agent: 您好", "passed")]                             // the queue does not matter when nothing is said
    public void An_attribute_that_is_not_known(string talk, string verdict) =>
        Verdict("      refund: { by: agent, say: refund }\n      service: { where: { queue: 售后 } }", "refund and service", talk).Should().Be(verdict);

    [Theory]
    [InlineData("is: 售后", "售后", "violated")]
    [InlineData("is-not: 售后", "售后", "passed")]
    [InlineData("in: [售后, 投诉]", "投诉", "violated")]
    [InlineData("not-in: [售后, 投诉]", "投诉", "passed")]
    [InlineData("contains: 售", "售后", "violated")]
    [InlineData("less: 3", "2.5", "violated")]
    [InlineData("less: 3", "3", "passed")]
    [InlineData("at-most: 3", "3", "violated")]
    [InlineData("more: 3", "3", "passed")]
    [InlineData("at-least: 3", "3", "violated")]
    [InlineData("at-least: 3", "many", "not-evaluable: not known: data")]
    [InlineData("more: 1, less: 3", "2", "violated")]
    [InlineData("more: 1, less: 3", "4", "passed")]
    public void Attributes_are_compared(string asked, string known, string verdict) =>
        Verdict($"      refund: {{ by: agent, say: refund }}\n      data: {{ where: {{ data: {{ {asked} }} }} }}", "refund and data", $"attribute: data={known} | agent: 退款").Should().Be(verdict);

    [Theory]
    [InlineData("channel: voice | agent: 退款", "violated")]
    [InlineData("channel: chat | agent: 退款", "passed")]
    [InlineData("agent: 退款", "not-evaluable: not known: channel, direction")]
    [InlineData("direction: outbound | channel: voice | agent: 退款", "passed")]
    public void Channel_and_direction_are_attributes(string talk, string verdict) =>
        Verdict("      refund: { by: agent, say: refund }\n      call: { where: { channel: voice, direction: inbound } }", "refund and call", talk).Should().Be(verdict);

    [Theory]
    [InlineData("customer: 您好 | agent: 请稍等 | customer: 快点 | draft: 好", false)]       // it can still be said
    [InlineData("customer: 您好 | agent: 请稍等 | customer: 快点 | draft: 好，再见", true)]
    [InlineData("customer: 您好 | agent: 请稍等 | customer: 快点 | draft: 久等了，再见", false)]
    public void What_is_missing_is_judged_when_nothing_more_can_come(string talk, bool isBroken) =>
        Check("      wait: { by: agent, say: wait }\n      back: { by: agent, say: back, after: wait }", "wait and not back", talk, "reply").Violations.Any().Should().Be(isBroken);

    private static string Verdict(string conditions, string when, string talk)
    {
        var verdict = Check(conditions, when, talk, "hit").Rules.Single(r => r.Rule == "rule");
        return verdict.Verdict switch
        {
            Rules.Verdict.NotEvaluable => $"not-evaluable: {verdict.Reason}",
            Rules.Verdict.NotApplicable => "not-applicable",
            Rules.Verdict.Violated => "violated",
            _ => "passed",
        };
    }

    private static CheckReport Check(string conditions, string when, string talk, string show) =>
        Packs.Checker($"{Concepts}{conditions}\n    when: {when}\n    show: {show}\n", "farewell: farewell\n").Check(MarkedTalk.Parse(talk).Conversation);
}
