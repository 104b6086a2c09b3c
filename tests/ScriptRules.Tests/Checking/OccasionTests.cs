using System.Collections.Immutable;
using System.Globalization;
using ScriptRules.Rules;
using ScriptRules.Text;

namespace ScriptRules.Tests.Checking;

/// <summary>Rules that are for some queues or some days only.</summary>
public class OccasionTests
{
    private const string NoClock = "no clock: the conversation does not say when it began";

    [Theory]
    [InlineData("attributes: { queue: [售后, 投诉] }", "售后", null, Verdict.Violated, null)]
    [InlineData("attributes: { queue: 投诉 }", "售后", null, Verdict.NotApplicable, null)]
    [InlineData("attributes: { queue: 投诉 }", null, null, Verdict.NotEvaluable, "the attribute \"queue\" is not known")]
    [InlineData("channel: voice, attributes: { queue: 投诉 }", null, null, Verdict.NotApplicable, null)] // whatever the queue
    [InlineData("from: 2026-11-01", null, "2026-10-31T15:59:59Z", Verdict.NotApplicable, null)]
    [InlineData("from: 2026-11-01", null, "2026-10-31T16:00:00Z", Verdict.Violated, null)] // midnight at the site
    [InlineData("to: 2026-11-11", null, "2026-11-11T15:59:59Z", Verdict.Violated, null)]
    [InlineData("to: 2026-11-11", null, "2026-11-11T16:00:00Z", Verdict.NotApplicable, null)]
    [InlineData("from: 2026-11-01, to: 2026-11-11", null, null, Verdict.NotEvaluable, NoClock)]
    [InlineData("from: 2026-11-01, attributes: { queue: 投诉 }", null, "2026-10-01T00:00:00Z", Verdict.NotApplicable, null)]
    [InlineData("from: 2026-11-01, attributes: { queue: 投诉 }", "投诉", null, Verdict.NotEvaluable, NoClock)]
    public void A_rule_applies_where_and_when_it_says(string when, string? queue, string? at, Verdict verdict, string? reason)
    {
        var checker = Packs.Checker($"concepts: {{ refusal: [没办法] }}\nrules: [{{ id: a, kind: never-say, say: refusal, applies-when: {{ {when} }} }}]\n");
        var attributes = queue is null ? ImmutableDictionary<string, string>.Empty : ImmutableDictionary<string, string>.Empty.Add("queue", queue);
        var report = checker.Check(new Conversation
        {
            Channel = Channel.Chat,
            StartedAt = at is null ? null : DateTimeOffset.Parse(at, CultureInfo.InvariantCulture),
            Turns = [new Turn(SpeakerRole.Agent, "没办法")],
            Attributes = attributes,
        });

        report.Rules.Should().ContainSingle().Which.Should().Be(new RuleVerdict("a", verdict, reason));
        report.Violations.Should().HaveCount(verdict == Verdict.Violated ? 1 : 0);
    }

    [Fact]
    public void What_settings_disable_for_a_channel_does_not_apply_there()
    {
        var checker = Packs.Checker("concepts: { refusal: [没办法] }\nrules: [{ id: a, kind: never-say, say: refusal }, { id: b, kind: never-say, say: refusal }]\n", "settings-for: [{ when: { channel: email }, disable: a }]\n");
        var mail = checker.CheckDraft("没办法", new Conversation { Channel = Channel.Email });

        mail.Rules.Should().Equal(new RuleVerdict("a", Verdict.NotApplicable), new RuleVerdict("b", Verdict.Violated));
        checker.CheckDraft("没办法", new Conversation { Channel = Channel.Chat }).Violations.Should().HaveCount(2);
    }

    [Fact]
    public void The_wordings_of_a_queue_are_asked_for_and_offered_there()
    {
        var checker = Packs.Checker(
            "concepts: { ask: [怎么付], pay: ['{payment}付款'] }\nrules: [{ id: a, kind: must-answer, when: { customer: ask }, with: pay, suggest: '您可以用{payment}付款。' }]\n",
            "slots: { payment: 支付宝 }\nsettings-for: [{ when: { attributes: { platform: 拍拍 } }, slots: { payment: 财付通 } }]\n");
        var asked = new Conversation { Turns = [new Turn(SpeakerRole.Customer, "怎么付")] };
        var elsewhere = asked with { Attributes = ImmutableDictionary<string, string>.Empty.Add("platform", "拍拍") };

        checker.CheckDraft("支付宝付款就行。", asked).Violations.Should().BeEmpty();
        checker.CheckDraft("财付通付款就行。", elsewhere).Violations.Should().BeEmpty();
        checker.CheckDraft("支付宝付款就行。", elsewhere).Violations.Should().ContainSingle().Which.Suggestions[0].Text.Should().Contain("财付通付款");
    }

    [Fact]
    public void Many_threads_get_the_same_of_many_queues()
    {
        var settings = string.Concat(Enumerable.Range(0, 40).Select(i => $"  - {{ when: {{ attributes: {{ queue: q{i} }} }}, slots: {{ shop: 店铺{i}号 }} }}\n"));
        var checker = Packs.Checker("concepts: { shop: { says: ['{shop}'], at: anywhere } }\nrules: [{ id: a, kind: never-say, say: shop }]\n", "slots: { shop: 总店 }\nsettings-for:\n" + settings);

        Enumerable.Range(0, 400).AsParallel().Select(i => checker.CheckDraft($"店铺{i % 40}号", new Conversation { Attributes = ImmutableDictionary<string, string>.Empty.Add("queue", $"q{(i + (i / 40 % 2)) % 40}") }).Violations.Length == 1 - (i / 40 % 2))
            .Should().OnlyContain(good => good);
    }
}
