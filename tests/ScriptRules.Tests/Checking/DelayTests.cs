using ScriptRules.Rules;

namespace ScriptRules.Tests.Checking;

/// <summary>Seconds, parts and numbers in the kinds that have them, where something is not known.</summary>
public class DelayTests
{
    private const string Concepts = """
        concepts:
          wait: [请稍等]
          back: [久等了]
          more: [还有其他]
          other: { says: [再见], at: anywhere }
        rules:
          - { id: uses, kind: never-say, say: [wait, back, more, other], applies-when: { channel: email } }

        """;

    [Theory]
    [InlineData("customer@0-2: 请稍等 | agent@20-22: 久等了", "violated")]
    [InlineData("customer@0-2: 请稍等 | agent@5-6: 久等了", "passed")]
    [InlineData("customer@0-2: 请稍等 | agent@5-6: 久等了 | agent: 久等了", "passed")]
    [InlineData("customer@0-2: 请稍等 | agent: 久等了", "not-evaluable")]
    [InlineData("customer: 请稍等 | agent@5-6: 久等了", "not-evaluable")]
    [InlineData("customer@0-2: 请稍等 | agent: 好", "violated")]
    [InlineData("customer@0-2: 您好 | agent: 久等了", "not-applicable")]
    public void Must_answer_in_seconds(string talk, string verdict) => Verdict("must-answer", "when: { customer: wait }\n    with: back\n    within: 10 s", talk).Should().Be(verdict);

    [Theory]
    [InlineData("customer: 请稍等 | agent: 久等了", 1, "passed")]
    [InlineData("customer: 请稍等 | agent: 久等了", 2, "violated")]
    [InlineData("customer: 请稍等 | agent: 久等了，再见", 2, "passed")]
    [InlineData("customer: 请稍等 | agent: 好", 1, "violated")]
    public void Must_answer_some_of_several(string talk, int atLeast, string verdict) =>
        Verdict("must-answer", $"when: {{ customer: wait }}\n    with: [back, more, other]\n    at-least: {atLeast}", talk).Should().Be(verdict);

    [Theory]
    [InlineData("agent@0-2: 请稍等 | customer@3-4: 好 | agent@20-22: 久等了", "violated")]
    [InlineData("agent@0-2: 请稍等 | customer@3-4: 好 | agent@8-9: 久等了", "passed")]
    [InlineData("agent@0-2: 久等了，请稍等", "passed")]
    [InlineData("agent: 久等了，请稍等", "passed")]
    [InlineData("agent@0-2: 请稍等 | customer@3-4: 好 | agent: 久等了", "not-evaluable")]
    [InlineData("agent: 请稍等 | customer@3-4: 好 | agent@5-6: 久等了", "not-evaluable")]
    public void Never_say_unless_in_seconds(string talk, string verdict) => Verdict("never-say", "say: wait\n    unless: back\n    unless-within: 10 s", talk).Should().Be(verdict);

    [Theory]
    [InlineData("first 10 s", "agent@0-2: 还有其他 | agent@20-22: 好", "passed")]
    [InlineData("first 10 s", "agent@0-2: 好 | agent@20-22: 还有其他", "violated")]
    [InlineData("first 10 s", "agent@0-2: 好 | agent: 还有其他", "not-evaluable")]
    [InlineData("last 10 s", "ended-at: 30 | agent@0-2: 还有其他 | agent@25-28: 好", "violated")]
    [InlineData("last 10 s", "ended-at: 30 | agent@0-2: 好 | agent@25-28: 还有其他", "passed")]
    [InlineData("last 10 s", "agent@0-2: 还有其他 | agent: 好", "not-evaluable")]
    [InlineData("first 1 turn", "agent: 还有其他 | agent: 好", "passed")]
    [InlineData("first 1 turn", "agent: 好 | agent: 还有其他", "violated")]
    [InlineData("first 3 turns", "agent: 好 | agent: 再见", "violated")]
    [InlineData("last 1 turn", "agent: 还有其他 | agent: 好", "violated")]
    [InlineData("last 2 turns", "agent: 还有其他 | agent: 好", "passed")]
    [InlineData("first 50 %", "agent: 还有其他 | agent: 好好好好好好", "passed")]
    [InlineData("first 50 %", "agent: 好好好好好好 | agent: 还有其他", "violated")]
    [InlineData("last 50 %", "agent: 还有其他 | agent: 好好好好好好", "violated")]
    [InlineData("every-turn", "agent: 还有其他 | customer: 嗯 | agent: 还有其他", "passed")]
    [InlineData("every-turn", "agent: 还有其他 | customer: 嗯 | agent: 好", "violated")]
    public void Must_say_in_a_part(string part, string talk, string verdict) => Verdict("must-say", $"say: more\n    in: {part}", talk).Should().Be(verdict);

    [Theory]
    [InlineData("agent: 好 | customer: 再见", "not-applicable")]
    [InlineData("agent: 好 | customer: 嗯", "violated")]
    public void Must_say_unless(string talk, string verdict) => Verdict("must-say", "say: more\n    unless: { customer: other }", talk).Should().Be(verdict);

    private static string Verdict(string kind, string keys, string talk) =>
        Packs.Checker($"{Concepts}  - id: rule\n    kind: {kind}\n    {keys}\n").Check(MarkedTalk.Parse(talk).Conversation).Rules.Single(r => r.Rule == "rule").Verdict switch
        {
            Rules.Verdict.NotEvaluable => "not-evaluable",
            Rules.Verdict.NotApplicable => "not-applicable",
            Rules.Verdict.Violated => "violated",
            _ => "passed",
        };
}
