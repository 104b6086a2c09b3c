using ScriptRules.Rules;

namespace ScriptRules.Tests.Checking;

/// <summary>Rules of time and order on conversations; see <see cref="MarkedTalk"/> for the notation.</summary>
public class TimedKindTests
{
    private const string Concepts = """
        concepts:
          begin: [开始]
          one: { title: 第一步, says: [甲子] }
          two: [乙丑]
          three: [丙寅]
          hold-on: [请稍等]
          stop: [停下]
        rules:
          - { id: uses, kind: must-say, say: [begin, one, two, three, hold-on, stop], applies-when: { channel: email } }

        """;

    [Theory]
    [InlineData("customer: 开始 | agent: 甲子 | agent: 乙丑 | agent: 丙寅")]
    [InlineData("customer: 开始 | agent: 甲子乙丑丙寅")]
    [InlineData("customer: 开始 | agent: []{seq}乙丑丙寅")]
    [InlineData("customer: 开始 | agent: 甲子[]{seq} | customer: 嗯 | agent: 丙寅")]
    [InlineData("customer: 开始 | agent: 甲子乙丑[]{seq}")]
    [InlineData("customer: 开始 | agent: []{seq}嗯")]                               // all three, at one place
    [InlineData("customer: 开始 | agent: 丙寅 | agent: 甲子 | agent: [乙丑]{seq}")]       // 丙寅 only before 乙丑
    [InlineData("agent: 甲子乙丑丙寅 | customer: 开始 | agent: []{seq}嗯")]               // what was done before does not count
    [InlineData("agent: 乙丑")]
    [InlineData("customer: 开始 | agent: 甲子 | customer: 停下 | agent: 好")]          // called off
    [InlineData("customer: 开始 | draft: 甲子")]                                      // the rest may still come
    public void Steps_in_order(string talk) =>
        Run("sequence", "starts: { customer: begin }\n    steps: [{ agent: one }, { agent: two }, { agent: three }]\n    unless: { customer: stop }", talk);

    [Theory]
    [InlineData("customer: 开始 | agent: 甲子 | customer: 乙丑 | agent: 丙寅")]
    [InlineData("customer: 开始 | agent: 丙寅")]
    [InlineData("customer: 开始 | agent: []{seq}嗯")]
    [InlineData("customer: 开始 | agent: 甲子[]{seq} | customer: 嗯 | agent: 好")]
    public void One_of_several_ways(string talk) =>
        Run("sequence", "starts: { customer: begin }\n    steps:\n      - any-of: [[{ agent: one }, { customer: two }], [{ agent: three }]]", talk);

    [Theory]
    [InlineData("customer: 开始 | agent: 甲子 | customer: 嗯 | agent: 甲子")]
    [InlineData("customer: 开始 | agent: 甲子 | customer: 嗯 | agent: 甲子 | customer: 嗯 | agent: 甲子")]
    [InlineData("customer: 开始 | agent: []{seq}甲子甲子 | customer: 嗯 | agent: 好")]
    [InlineData("customer: 开始 | agent: 甲子 | customer: 嗯 | agent: 甲子 | customer: 嗯 | agent: 甲子 | customer: 嗯 | agent: [甲子]{seq}")]
    public void Repeated_steps(string talk) =>
        Run("sequence", "starts: { customer: begin }\n    steps: [{ agent: one, times: { at-least: 2, at-most: 3 } }]", talk);

    [Theory]
    [InlineData("customer@0-2: 开始 | agent@3-4: 甲子 | agent@20-21: 乙丑")]
    [InlineData("customer@0-2: 开始 | agent@3-4: 甲子 | agent@30-31: [乙丑]{seq}")]
    [InlineData("customer@0-2: 开始 | agent@3-43: 甲子一二三四五六七八[乙丑]{seq}")]    // interpolated
    [InlineData("customer: 开始 | agent: 甲子 | agent: 乙丑")]
    public void Within_a_time(string talk) => Run("sequence", "starts: { customer: begin }\n    steps: [{ agent: one }, { agent: two, within: 20 s }]", talk);

    [Theory]
    [InlineData("customer: 开始 | agent: 嗯 | customer: 快 | agent: 甲子")]
    [InlineData("customer: 开始 | agent: []{seq}嗯 | customer: 快 | agent: 好 | customer: 快 | agent: 好")]
    [InlineData("customer: 开始 | agent: 嗯 | customer: 快 | agent: 好 | customer: 快 | agent: [甲子]{seq}")]
    [InlineData("customer: 开始 | draft: 嗯")]
    public void Within_turns(string talk) => Run("sequence", "starts: { customer: begin }\n    steps: [{ agent: one, within: 2 turns }]", talk);

    [Theory]
    [InlineData("agent@0-2: 甲子 | agent@8-9: 乙丑 | ended-at: 12", "")]
    [InlineData("agent@0-2: 甲子 | agent@4-5: []{seq}乙丑 | ended-at: 12", "")]
    [InlineData("agent@0-2: 甲子 | agent@15-16: []{seq}乙丑 | ended-at: 22", "")]
    [InlineData("agent@0-2: 甲子 | agent@8-9: 乙丑[]{seq} | ended-at: 10", "")]
    [InlineData("agent@0-2: 甲子 | agent@8-9: 乙丑", "no end")]
    [InlineData("agent: 甲子 | agent: 乙丑", "no times")]
    public void Pauses(string talk, string notEvaluable)
    {
        var report = Run("sequence", "steps:\n      - { agent: one }\n      - pause: { at-least: 5 s, at-most: 10 s }\n      - { agent: two }\n      - pause: 2 s\n      - end: true", talk);
        (report.Rules.Single(r => r.Rule == "seq").Reason ?? "").Should().StartWith(notEvaluable);
    }

    [Theory]
    [InlineData("measure: silence, gt: 5 s, unless: { agent: hold-on }", "customer@0-1: 嗯 | agent@9-10: []{seq}好")]
    [InlineData("measure: silence, gt: 5 s, unless: { agent: hold-on }", "agent@0-1: 请稍等 | customer@2-3: 好 | agent@20-21: 好")]
    [InlineData("measure: silence, gt: 5 s, whose: customer", "agent@0-1: 在吗？[]{seq} | customer@9-10: 在")]
    [InlineData("measure: response-time, gt: 5 s", "customer@0-1: 嗯 | customer@8-9: 喂 | agent@10-11: 在")]
    [InlineData("measure: hang-up-gap, gt: 5 s", "agent@0-1: 再见[]{seq} | ended-at: 9")]
    [InlineData("measure: answer-delay, gt: 3 s", "answered-at: 1 | agent@6-7: []{seq}您好")]
    [InlineData("measure: duration, lt: 20 s", "agent@0-1: 您好[]{seq} | ended-at: 9")]
    [InlineData("measure: turn-length, gt: 5 characters", "agent: [一二三四五六。]{seq}")]
    [InlineData("measure: turns, whose: anyone, gt: 2 turns", "agent: 一 | customer: 二 | agent: 三[]{seq}")]
    [InlineData("measure: talk, per: share, gt: 70 %", "customer@0-2: 嗯 | agent@3-11: 好[]{seq}")]
    [InlineData("measure: overlap, floor: 2 s, gt: 1 s", "customer@0-9: 我说 | agent@1-5: 一")]
    [InlineData("measure: rate, between: [60 characters/min, 120 characters/min]", "agent@0-2: [一二三]{seq} | agent@3-4: 一二三")]
    public void Measures(string rule, string talk) => Run("timing", string.Join("\n    ", rule.Split(", ", 2)[0], Lines(rule.Split(", ", 2)[1])), talk);

    [Theory]
    [InlineData("measure: silence\n    gt: 5 s", "customer: 嗯 | agent: 好", Verdict.NotEvaluable)]
    [InlineData("measure: silence\n    gt: 5 s", "customer@0-1: 嗯 | draft: 好", Verdict.NotApplicable)]
    [InlineData("measure: hold\n    said: hold-on\n    gt: 5 s", "customer@0-1: 嗯 | agent@2-3: 好", Verdict.NotApplicable)]
    [InlineData("measure: silence\n    gt: 5 s", "customer@0-1: 嗯 | agent@2-3: 好", Verdict.Passed)]
    public void What_cannot_be_measured_is_said(string rule, string talk, Verdict verdict) =>
        Run("timing", rule, talk).Rules.Single(r => r.Rule == "seq").Verdict.Should().Be(verdict);

    [Theory]
    [InlineData("agent: 甲子 | customer: 嗯 | agent: 好[]{seq}")]
    [InlineData("agent: 甲子 | customer: 嗯 | agent: 甲子")]
    [InlineData("agent: 甲子 | agent: 甲子[]{seq}")]
    public void Said_at_least(string talk) => Run("repeat", "say: one\n    at-least: 2 times", talk);

    [Fact]
    public void The_evidence_tells_what_was_measured_and_by_which_times()
    {
        var report = Run("timing", "measure: silence\n    gt: 5 s\n    message: 静默{measured}秒", "customer@0-1: 嗯 | agent@9.5-10: []{seq}好");

        var violation = report.Violations.Single();
        violation.Message.Should().Be("静默8.5秒");
        Reports.CheckReportJson.ToJson(report).Should().Contain("\"concept\":\"silence\",\"match\":\"literal\",\"text\":\"8.5 s\",\"time\":{\"start\":1,\"end\":9.5,\"from\":\"turns\"}");
    }

    private static string Lines(string fields) => fields.Replace(", unless", "\n    unless", StringComparison.Ordinal).Replace(", whose", "\n    whose", StringComparison.Ordinal)
        .Replace(", gt", "\n    gt", StringComparison.Ordinal);

    private static CheckReport Run(string kind, string fields, string talk) =>
        MarkedTalk.Parse(talk).ShouldBeReportedBy(Packs.Checker($"{Concepts}  - id: seq\n    kind: {kind}\n    {fields}\n", "include: rules.yaml\n"));
}
