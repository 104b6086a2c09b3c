using ScriptRules.Rules;

namespace ScriptRules.Tests.Checking;

/// <summary>Each kind on conversations; see <see cref="MarkedTalk"/> for the notation. <c>|</c> stands for a new line.</summary>
public class KindTests
{
    private const string Concepts = """
        concepts:
          ack: { says: [好的, ^嗯$, 知道了, ^好$] }
          greeting: [您好, 新年好, 中秋节快乐, 国庆节快乐, 早上好]
          refusal: [没办法, 办不了]
          apology: [抱歉]
          alternative: [我帮您转]
          thanks: [谢谢, 感谢]
          welcome: [不客气, 不用谢]
          farewell: [再见]
          suggestion: [我建议, 我有个建议]
          noted: [已记录]
          no-change: [早就有人提过]
          swearing: { says: [混蛋], at: anywhere }
          silence-end: [请您换一部电话]
          more: [还有其他]
          recorded: [为您登记好了]
          plain-you: { says: [你, 你们], at: anywhere, not-inside: [迷你] }
        rules:
          - { id: uses, kind: must-say, say: [ack, greeting, refusal, apology, alternative, thanks, welcome, farewell, suggestion, noted, no-change, swearing, silence-end, more, recorded, plain-you], applies-when: { channel: email } }

        """;

    private const string Head = """
        acknowledgement: ack
        greeting: greeting
        farewell: farewell
        calendar: ../calendars/cn.yaml
        include: rules.yaml
        windows: { morning: 00:00-12:00, day: 12:00-24:00 }
        slots: { brand: { about: 品牌 } }

        """;

    [Theory]
    [InlineData("agent: 这个[没办法]{never}。")]
    [InlineData("customer: 没办法 | agent: 好的")]
    [InlineData("agent: [没办法]{never} | customer: 嗯 | agent: [办不了]{never}")]
    [InlineData("agent: 抱歉，没办法")]
    [InlineData("agent: 没办法 | customer: 那怎么办 | agent: 抱歉，我帮您转")]
    [InlineData("agent: 没办法 | agent: 抱歉")]                                       // the same turn of the agent's side
    [InlineData("agent: 抱歉 | customer: 那 | agent: [没办法]{never}")]               // before is not mended
    [InlineData("agent: [没办法]{never} | customer: 那 | agent: 嗯 | customer: 那 | agent: 抱歉")]
    [InlineData("customer: 退款 | draft: [没办法]{never → 非常抱歉，我帮您转接。}。")]
    [InlineData("agent: 没办法 | customer: 退款 | draft: 好的")]                       // a draft is judged, not what came before it
    [InlineData("draft: 没办法，抱歉")]
    public void Never_say_unless(string talk) => Run("never-say", "say: refusal\n    unless: [apology, alternative]\n    suggest: 非常抱歉，我帮您转接。", "never", talk);

    [Theory]
    [InlineData("agent: [没办法]{never} | customer: 那 | agent: 抱歉")]
    [InlineData("agent: 没办法，抱歉")]
    public void Never_say_unless_in_the_same_turn(string talk) => Run("never-say", "say: refusal\n    unless: apology\n    unless-within: 0 turns", "never", talk);

    [Theory]
    [InlineData("customer: 混蛋 | agent: [没办法]{never}")]
    [InlineData("customer: 退款 | agent: 没办法")]
    [InlineData("customer: 混蛋 | agent: 好 | customer: 退款 | agent: 没办法")]
    [InlineData("agent: 没办法 | customer: 混蛋")]
    public void Never_say_after(string talk) => Run("never-say", "say: refusal\n    after: { customer: swearing }", "never", talk);

    [Theory]
    [InlineData("customer: 混蛋 | agent: 没办法")]
    [InlineData("customer: 退款 | agent: [没办法]{never}")]
    public void Never_say_not_after(string talk) => Run("never-say", "say: refusal\n    not-after: { customer: swearing }", "never", talk);

    [Fact]
    public void Never_say_by_the_customer() => Run("never-say", "say: swearing\n    by: customer", "never", "customer: [混蛋]{never} | agent: 混蛋");

    [Theory]
    [InlineData("agent: 您好 | customer: 退款 | agent: 请问还有其他问题吗 | customer: 没 | agent: 再见")]
    [InlineData("agent: 您好 | customer: 退款 | agent: 再见[]{say}")]
    [InlineData("customer: 退款")]
    [InlineData("agent: 您好 | customer: 退款 | draft: 好的")]
    [InlineData("agent: 您好 | customer: 退款 | draft: 再见[]{say}")]
    [InlineData("agent: 还有其他吗 | customer: 退款 | draft: 再见")]
    public void Must_say_in_a_conversation(string talk) => Run("must-say", "say: more", "say", talk);

    [Theory]
    [InlineData("agent: []{say}您好 | customer: 嗯 | agent: 感谢")]
    [InlineData("agent: 您好 | agent: 感谢来电")]
    [InlineData("draft: []{say}您好")]
    [InlineData("draft: 好的")]
    public void Must_say_in_the_opening_turn(string talk) => Run("must-say", "say: thanks\n    in: opening-turn", "say", talk);

    [Theory]
    [InlineData("agent: 感谢 | customer: 嗯 | agent: 再见[]{say}")]
    [InlineData("agent: 您好 | customer: 嗯 | agent: 感谢，再见 | customer: 再见")]
    public void Must_say_in_the_closing_turn(string talk) => Run("must-say", "say: thanks\n    in: closing-turn", "say", talk);

    [Theory]
    [InlineData("customer: 谢谢你啊 | agent: 不客气")]
    [InlineData("customer: 谢谢你啊 | agent: []{answer → 不客气，很高兴能为您服务。}再见")]
    [InlineData("agent: 您好 | customer: 谢谢[]{answer}")]                                                // nobody answered
    [InlineData("agent: 您好 | customer: 谢谢 | agent: []{answer}嗯 | customer: 谢谢 | agent: 不客气")]
    [InlineData("customer: 谢谢 | agent: 稍等 | customer: 好的 | agent: 不客气")]            // an acknowledgement does not end the reply
    [InlineData("customer: 谢谢 | agent: 稍等 | agent: 不客气")]
    [InlineData("customer: 谢谢 | agent: []{answer}稍等 | customer: 多久 | agent: 不客气")]
    [InlineData("customer: 谢谢 | agent: []{answer}一 | customer: 嗯 | agent: 二 | customer: 嗯 | agent: 不客气")]
    [InlineData("customer: 谢谢 | customer: 在吗 | agent: 不客气")]
    [InlineData("customer: 谢谢 | draft: []{answer → 不客气，很高兴能为您服务。}再见")]
    [InlineData("customer: 谢谢 | draft: 不客气")]
    [InlineData("customer: 谢谢 | agent: 稍等 | customer: 好的 | draft: []{answer}再见")]
    [InlineData("customer: 谢谢 | agent: 稍等 | customer: 多久 | draft: 三天")]               // what was left out before is past
    [InlineData("agent: 谢谢 | customer: 好")]
    public void Must_answer(string talk) => Run("must-answer", "when: { customer: thanks }\n    with: welcome\n    suggest: 不客气，很高兴能为您服务。", "answer", talk);

    [Theory]
    [InlineData("customer: 我建议改进 | agent: 感谢您，已记录")]
    [InlineData("customer: 我建议改进 | agent: 感谢您 | customer: 嗯 | agent: 已记录")]
    [InlineData("customer: 我建议改进 | agent: []{answer}感谢您")]
    [InlineData("customer: 我建议改进 | agent: []{answer}好")]                                // both are missing, one violation
    [InlineData("customer: 我建议改进 | agent: 感谢，已记录，[早就有人提过]{answer}了")]
    [InlineData("customer: 你好 | agent: 早就有人提过了")]
    public void Must_answer_with_several_acts_and_without_others(string talk) =>
        Run("must-answer", "when: { customer: suggestion }\n    with: [[thanks, welcome], noted]\n    forbid: no-change", "answer", talk);

    [Theory]
    [InlineData("customer: 谢谢，再见 | agent: 好")]
    [InlineData("customer: 谢谢 | agent: []{answer}好")]
    public void Must_answer_unless(string talk) => Run("must-answer", "when: { customer: thanks }\n    with: welcome\n    unless: { customer: farewell }", "answer", talk);

    [Theory]
    [InlineData("agent: 再见 | customer: 谢谢 | agent: 好")]
    [InlineData("customer: 谢谢 | agent: []{answer}再见")]
    public void Must_answer_until(string talk) => Run("must-answer", "when: { customer: thanks }\n    with: welcome\n    until: { agent: farewell }", "answer", talk);

    [Theory]
    [InlineData("customer: 谢谢 | agent: 稍等 | customer: 多久 | agent: 不客气")]
    [InlineData("customer: 谢谢 | agent: []{answer}稍等 | customer: 多久 | agent: 三天 | customer: 哦哦 | agent: 不客气")]
    public void Must_answer_within_two_replies(string talk) => Run("must-answer", "when: { customer: thanks }\n    with: welcome\n    within: 2 turns", "answer", talk);

    [Theory]
    [InlineData("agent: 为您登记好了，请问还有其他问题吗")]
    [InlineData("customer: 登记 | agent: 为您登记好了 | customer: 好的 | agent: 还有其他问题吗")]
    [InlineData("agent: 为您登记好了[]{answer → 。请问还有其他要补充的吗？} | customer: 再见 | agent: 再见")]
    [InlineData("customer: 嗯 | draft: 为您登记好了[]{answer → 。请问还有其他要补充的吗？}")]
    public void Must_answer_what_the_agent_says_too(string talk) =>
        Run("must-answer", "when: { agent: recorded }\n    with: more\n    suggest: 请问还有其他要补充的吗？", "answer", talk);

    private const string Openings = """
        say: [{ text: "您好，请问有什么可以帮您", source: H-OPEN-03 }, "您好，{brand}欢迎您的光临"]
            windows: { morning: { text: 早上好！, instead-of: 您好, source: H-OPEN-01 } }
            festivals: { new-year: 新年好！请问有什么可以帮您, mid-autumn: 中秋节快乐！请问有什么可以帮您, national-day: 国庆节快乐！请问有什么可以帮您 }
            outside: H-HOL-07
            promptly: 3 s
        """;

    [Theory]
    [InlineData("at: 2026-03-03T15:00 | agent: 您好，请问有什么可以帮您？")]
    [InlineData("at: 2026-03-03T15:00 | agent: 您好请问有什么可以帮您，我是王芳")]
    [InlineData("at: 2026-03-03T15:00 | agent: 您好，小鹿商城欢迎您的光临！")]
    [InlineData("at: 2026-03-03T15:00 | agent: [您好]{open → 您好，请问有什么可以帮您}")]
    [InlineData("at: 2026-03-03T15:00 | agent: []{open}什么事")]
    [InlineData("at: 2026-03-03T09:00 | agent: 早上好！您好，请问有什么可以帮您")]
    [InlineData("at: 2026-03-03T09:00 | agent: 早上好！请问有什么可以帮您")]
    [InlineData("at: 2026-03-03T09:00 | agent: [您好，请问有什么可以帮您]{open → 早上好！您好，请问有什么可以帮您}")]
    [InlineData("at: 2026-03-03T11:59 | agent: [您好，请问有什么可以帮您]{open}")]
    [InlineData("at: 2026-03-03T12:00 | agent: 您好，请问有什么可以帮您")]
    [InlineData("at: 2026-03-03T15:00 | agent: [早上好！请问有什么可以帮您]{open → 您好，请问有什么可以帮您}")]
    [InlineData("at: 2026-03-03T11:59 | agent@70: 您好，请问有什么可以帮您")]                       // it is judged by when the agent began
    [InlineData("at: 2026-10-01T15:00 | agent: 国庆节快乐！请问有什么可以帮您")]
    [InlineData("at: 2026-10-01T09:00 | agent: 早上好！国庆节快乐！请问有什么可以帮您")]
    [InlineData("at: 2026-10-01T15:00 | agent: [您好，请问有什么可以帮您]{open → 国庆节快乐！请问有什么可以帮您}")]
    [InlineData("at: 2026-10-01T15:00 | agent: [中秋节快乐！请问有什么可以帮您]{open}")]
    [InlineData("at: 2026-10-04T15:00 | agent: [国庆节快乐！请问有什么可以帮您]{open}")]               // not a statutory day
    [InlineData("at: 2020-10-01T15:00 | agent: 国庆节快乐！请问有什么可以帮您")]                      // both fell on this day
    [InlineData("at: 2020-10-01T15:00 | agent: 中秋节快乐！请问有什么可以帮您")]
    [InlineData("at: 2020-10-01T15:00 | agent: [新年好！请问有什么可以帮您]{open}")]
    [InlineData("agent: 您好，请问有什么可以帮您 | customer: 嗯 | agent: [您好，请问有什么可以帮您]{open}")]
    [InlineData("customer: 在吗 | draft: 您好")]                                                     // with something before it, a draft opens nothing
    [InlineData("draft: [您好]{open}")]
    [InlineData("draft: 好的，已为您处理")]
    [InlineData("answered-at: 1 | agent@3: 您好，请问有什么可以帮您")]
    [InlineData("answered-at: 1 | agent@4.5: []{open}您好，请问有什么可以帮您")]
    public void Opening(string talk) => Run("opening", Openings, "open", talk);

    [Theory]
    [InlineData("at: 2020-10-01T15:00 | agent: 国庆节快乐！请问有什么可以帮您", false)]
    [InlineData("at: 2020-10-01T15:00 | agent: 中秋节快乐！请问有什么可以帮您", true)]
    public void Where_festivals_meet_the_pack_may_want_the_first(string talk, bool isRight) =>
        Checker("opening", Openings, "open", Head + "where-festivals-meet: first\n").Check(MarkedTalk.Parse(talk).Conversation)
            .Violations.Should().HaveCount(isRight ? 0 : 1);

    [Theory]
    [InlineData("at: 2026-10-04T15:00 | agent: 国庆节快乐！请问有什么可以帮您")]
    [InlineData("at: 2026-10-01T15:00 | agent: [国庆节快乐！请问有什么可以帮您]{open}")]
    [InlineData("at: 2026-10-01T15:00 | agent: 您好，请问有什么可以帮您")]
    public void A_notice_decides(string talk) =>
        MarkedTalk.Parse(talk).ShouldBeReportedBy(Checker("opening", Openings, "open",
            Head + "notices: [{ festival: national-day, from: 2026-10-03, to: 2026-10-05, source: 通知 }]\n"));

    /// <summary>A festival that the rule does not name changes nothing about one that it names.</summary>
    [Theory]
    [InlineData("at: 2020-10-01T15:00 | agent: 国庆节快乐！请问有什么可以帮您")]
    [InlineData("at: 2020-10-01T15:00 | agent: [您好，请问有什么可以帮您]{open}")]
    public void A_festival_that_the_rule_does_not_name(string talk) =>
        Run("opening", "say: 您好，请问有什么可以帮您\n    festivals: { national-day: 国庆节快乐！请问有什么可以帮您 }", "open", talk);

    [Theory]
    [InlineData("agent: 您好，请问有什么可以帮您", Verdict.NotEvaluable, "no clock: the conversation does not say when it began")]
    [InlineData("at: 2026-03-03T15:00 | agent: 您好，请问有什么可以帮您", Verdict.NotEvaluable, "no times: it is not known when the call was answered and when the agent began")]
    [InlineData("at: 2026-03-03T15:00 | answered-at: 1 | agent@2: 您好，请问有什么可以帮您", Verdict.Passed, null)]
    [InlineData("agent: 什么事", Verdict.Violated, null)]
    [InlineData("customer: 在吗 | draft: 好的", Verdict.NotApplicable, null)]
    public void What_an_opening_needs_to_know_is_said(string talk, Verdict verdict, string? reason) =>
        Checker("opening", Openings, "open").Check(MarkedTalk.Parse(talk).Conversation).Rules.Single(r => r.Rule == "open")
            .Should().Be(new RuleVerdict("open", verdict, reason));

    [Theory]
    [InlineData("agent: 您好 | customer: 嗯 | agent: 感谢来电，再见")]
    [InlineData("agent: 您好 | customer: 嗯 | agent: 感谢来电 | customer: 好 | agent: 再见")]
    [InlineData("agent: 感谢 | customer: 嗯 | agent: 稍等 | customer: 好 | agent: 再见[]{close}")]
    [InlineData("agent: 您好 | customer: 嗯 | agent: 再见[]{close → 感谢您的来电，再见！} | customer: 再见")]
    [InlineData("agent: 对不起，请您换一部电话打来")]
    [InlineData("agent: 您好 | draft: 好的")]
    [InlineData("agent: 您好 | draft: 再见[]{close → 感谢您的来电，再见！}")]
    public void Closing(string talk) =>
        Run("closing", "say: [thanks, farewell]\n    unless: silence-end\n    suggest: 感谢您的来电，再见！", "close", talk);

    [Theory]
    [InlineData("name: 张伟 | honorific: 先生 | agent: [张伟]{name → 张先生}，你的快递到了")]
    [InlineData("name: 张伟 | honorific: 先生 | agent: 张先生，您的快递到了")]
    [InlineData("name: 欧阳娜娜 | honorific: 女士 | agent: [欧阳娜娜]{name → 欧阳女士}你好")]
    [InlineData("name: 张伟 | agent: 收件人是张伟，对吗")]
    [InlineData("agent: 张伟你好")]
    [InlineData("customer: 我叫张伟 | agent: [张伟]{name}，你好")]
    [InlineData("customer: 我叫张伟 | draft: [张伟]{name}，你好")]
    [InlineData("customer: 我老公叫张伟 | agent: 张伟，你好")]
    public void Address_never_bare(string talk) => Run("address", "form: never-bare", "name", talk);

    [Theory]
    [InlineData("name: 张伟 | honorific: 先生 | agent: [王先生]{name → 张先生}，您的快递到了")]
    [InlineData("name: 张伟 | agent: 张先生，您的快递到了")]
    [InlineData("agent: 王先生，您的快递到了")]
    public void Address_never_wrong(string talk) => Run("address", "form: never-wrong", "name", talk);

    [Theory]
    [InlineData("name: 张伟 | agent: 您好 | customer: 嗯 | agent: 张先生您好")]
    [InlineData("name: 张伟 | agent: 您好 | customer: 嗯 | agent: []{name}再见")]
    [InlineData("name: 张伟 | agent: 您好")]                                          // one turn is too few to say
    [InlineData("agent: 您好 | customer: 我姓欧阳 | agent: []{name}好 | customer: 嗯 | agent: 再见")]
    [InlineData("agent: 您好 | customer: 我姓欧阳 | agent: 欧阳女士您好 | customer: 嗯 | agent: 再见")]
    [InlineData("name: 张伟 | agent: 您好 | customer: 嗯 | draft: 好的")]
    [InlineData("name: 张伟 | agent: 您好 | customer: 嗯 | draft: []{name}再见")]
    public void Address_use_name(string talk) => Run("address", "form: use-name", "name", talk);

    [Theory]
    [InlineData("draft: 请[你]{name → 您}稍等，你的订单已经发出")]                     // once a turn
    [InlineData("agent: [你们]{name → 您}的合同好了 | customer: 嗯 | agent: [你]{name → 您}签一下")]
    [InlineData("customer: 你好 | agent: 您的迷你音箱到了")]
    public void Address_polite(string talk) => Run("address", "form: polite\n    say: plain-you", "name", talk);

    [Fact]
    public void Words_are_mended_together_with_the_sentences_beside_them()
    {
        var report = Packs.Checker(Concepts + """
              - { id: never, kind: never-say, say: refusal, suggest: 非常抱歉，我帮您转接。 }
              - { id: you, kind: address, form: polite, say: plain-you }

            """, Head).CheckDraft("你的订单到了。你要改就没办法。你看好吗");

        report.Violations.Select(v => v.Suggestions[0].Text).Should().Equal(Enumerable.Repeat("您的订单到了。非常抱歉，我帮您转接。您看好吗", 2));
    }

    [Fact]
    public void A_polite_address_needs_words()
    {
        var source = new Packs(new Dictionary<string, string> { ["pack.yaml"] = "name: example\n", ["rules.yaml"] = "rules: [{ id: name, kind: address, form: polite }]" });
        RulePack.TryLoad(source, null, out var diagnostics).Should().BeNull();
        diagnostics.Should().Contain(d => d.Message.Contains("needs \"say\"", StringComparison.Ordinal));
    }

    [Fact]
    public void An_address_cannot_be_judged_when_the_name_is_not_known() =>
        Checker("address", "form: never-bare", "name").Check(MarkedTalk.Parse("agent: 您好").Conversation).Rules.Single(r => r.Rule == "name")
            .Should().Be(new RuleVerdict("name", Verdict.NotEvaluable, "the customer's name is not known"));

    [Theory]
    [InlineData("channel: chat", "channel: [chat, email]", true)]
    [InlineData("channel: voice", "channel: [chat, email]", false)]
    [InlineData("direction: outbound", "direction: outbound", true)]
    [InlineData("direction: inbound", "direction: outbound", false)]
    [InlineData("id: unknown", "direction: inbound", true)]
    [InlineData("id: unknown", "channel: email", false)]
    public void Applies_when(string known, string occasion, bool applies)
    {
        var talk = MarkedTalk.Parse((known.StartsWith("id", StringComparison.Ordinal) ? "" : known + " | ") + "agent: 没办法").Conversation;
        var report = Checker("never-say", $"say: refusal\n    applies-when: {{ {occasion} }}", "never").Check(talk);

        report.Rules.Single(r => r.Rule == "never").Verdict.Should().Be(applies ? Verdict.Violated : Verdict.NotApplicable);
    }

    private static void Run(string kind, string keys, string id, string talk) => MarkedTalk.Parse(talk).ShouldBeReportedBy(Checker(kind, keys, id));

    private static Checker Checker(string kind, string keys, string id, string head = Head) => Packs.Checker($"{Concepts}  - id: {id}\n    kind: {kind}\n    {keys}\n", head);
}
