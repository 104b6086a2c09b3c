using System.Text.Json;
using ScriptRules.Reports;
using ScriptRules.Rules;

namespace ScriptRules.Tests.Checking;

public class PromiseTests
{
    private const string Rules = """
        concepts:
          answer-later: ['给您…{0,4}(答复|回电)', '(专人|同事)…{0,4}联系您']
          hold-on: [请稍等]
        rules:
          - id: time
            kind: promise
            say: answer-later
            within: 24 h
            unless: hold-on
            time: 在24小时内
        """;

    private static readonly Checker Checker = Packs.Checker(Rules);

    [Theory]
    [InlineData("agent: 我们会尽快[给您答复]{time → 在24小时内}。")]
    [InlineData("agent: 我会[给您回电]{time → 在24小时内}。")]
    [InlineData("agent: 会有[专人联系您]{time → 在24小时内}。")]
    [InlineData("agent: 会在三天内[给您答复]{time → 24小时内}。")]
    [InlineData("agent: 请稍等，马上给您答复。")]
    [InlineData("agent: 稍后给您回电。大概两个小时。")]
    [InlineData("agent: 这是7天无理由的商品，稍后[给您答复]{time}。")]
    [InlineData("agent: 稍后给您答复。|customer: 多久|agent: 明天。")]
    [InlineData("agent: 稍后[给您答复]{time}。|customer: 好|agent: 再见。|customer: 嗯|agent: 一个小时。")]
    [InlineData("at: 2026-11-25T15:00|agent: 明天下午给您答复。")]
    [InlineData("at: 2026-11-25T10:00|agent: 明天下午[给您答复]{time}。")]
    [InlineData("customer: 你们三天内给您答复|agent: 好的。")]
    public void Judges_the_time_of_a_promise(string talk) => MarkedTalk.Parse(talk).ShouldBeReportedBy(Checker);

    [Theory]
    [InlineData("agent: 后天给您答复。", Verdict.NotEvaluable)]
    [InlineData("at: 2026-11-25T10:00|agent: 后天给您答复。", Verdict.Violated)]
    [InlineData("agent: 今天给您答复。", Verdict.Passed)]
    [InlineData("agent: 24小时内给您答复。", Verdict.Passed)]
    [InlineData("agent: 您好。", Verdict.NotApplicable)]
    public void A_day_of_the_calendar_needs_the_clock(string talk, Verdict verdict)
    {
        var rule = Checker.Check(MarkedTalk.Parse(talk).Conversation).Rules.Single();

        rule.Verdict.Should().Be(verdict);
        if (verdict == Verdict.NotEvaluable) rule.Reason.Should().StartWith("no clock");
    }

    [Fact]
    public void The_report_lists_the_promises()
    {
        var report = Checker.Check(MarkedTalk.Parse("at: 2026-11-25T10:00|agent: 两小时内给您回电。尽快给您答复。|customer: 好|agent: 明天上午有专人联系您。").Conversation);

        report.Promises!.Value.Select(p => (p.Turn, p.Text, p.DeadlineMinutes)).Should().Equal((0, "给您回电", 120), (0, "给您答复", 120), (2, "专人联系您", 26 * 60));
        report.Promises!.Value[^1].Due.Should().Be(new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.FromHours(8)));
        using var json = JsonDocument.Parse(CheckReportJson.ToJson(report));
        var first = json.RootElement.GetProperty("promises")[0];
        first.GetRawText().Should().Be("""{"turn":0,"span":{"start":4,"end":8},"text":"给您回电","time":{"start":0,"end":4},"deadlineMinutes":120,"due":"2026-11-25T12:00:00+08:00"}""");
    }

    [Fact]
    public void Without_a_rule_about_promises_none_are_listed() =>
        Packs.Checker("concepts: { bad: [没办法] }\nrules: [{ id: bad, kind: never-say, say: bad }]").CheckDraft("给您回电。").Promises.Should().BeNull();

    [Fact]
    public void A_draft_lists_its_own_promises_only()
    {
        var context = MarkedTalk.Parse("agent: 一小时内给您回电。|customer: 好").Conversation;

        Checker.CheckDraft("30分钟内给您答复。", context).Promises!.Value.Select(p => (p.Turn, p.DeadlineMinutes)).Should().Equal((2, 30));
    }
}
