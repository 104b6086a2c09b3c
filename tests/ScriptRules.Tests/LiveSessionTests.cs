using System.Collections.Immutable;
using FluentAssertions;
using ScriptRules.Rules;
using ScriptRules.Text;
using Xunit;

namespace ScriptRules.Tests;

public sealed class LiveSessionTests
{
    private static readonly Checker Service = Checker.Load();

    private static readonly Checker Quick = Checker.Of(Service.Pack, new CheckerOptions { Suggest = false });

    // What both sides say; every rule of the pack for what customers bring meets some of it.
    private static readonly string[] Customer =
    [
        "谢谢你啊", "好的", "嗯", "你们上一个客服态度太差了", "我要投诉", "等了半天都没人理", "我建议你们加个夜间客服", "不好意思，是我弄错了", "我叫张伟", "能货到付款吗",
        "什么破公司", "东西坏了怎么办", "我的快递到哪了", "喂", "", "我的手机号是13812345678", "等一下，我找找", "什么时候能有结果？",
    ];

    private static readonly string[] Agent =
    [
        "您好，请问有什么可以帮您！", "不客气，很高兴能为您服务。", "这事不归我管。", "非常抱歉，请您谅解。", "我帮您查一下，请稍等。", "没办法。", "我已记录下来并会反馈给有关负责人，24小时内给您答复，好吗？",
        "张伟，你的快递到了", "张先生，请您放心。", "请问您还有其他要补充的吗？", "感谢您的来电，再见。", "你自己看着办吧", "系统问题", "我尽快帮您处理。", "", "我会给您回电话的。", "对不起。", "您的手机号是13812345678，对吗？", "请您稍等。", "对不起，您的电话没有声音，请您换一部电话再次打来，好吗？再见！", "明天下午给您答复。",
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 300)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_the_steps_leave_standing_is_what_the_finished_conversation_breaks(int seed)
    {
        var conversation = Invent(new Random(seed));
        var session = Quick.Start(conversation with { Turns = [] });
        var standing = new List<Violation>();
        foreach (var turn in conversation.Turns)
        {
            var step = session.Add(turn);
            foreach (var withdrawn in step.Withdrawn) standing.Remove(withdrawn).Should().BeTrue();
            standing.AddRange(step.Raised);
            standing.Should().BeEquivalentTo(session.Violations);
        }

        var before = session.Violations;
        var report = session.End();
        report.Should().BeEquivalentTo(Quick.Check(conversation));
        report.Violations.Should().BeEquivalentTo(session.Violations);

        // The last step adds what was still owed, and takes back nothing but what the end itself changes.
        var atEnd = report.Violations.Select(Key).ToHashSet();
        before.Select(Key).Should().BeSubsetOf(atEnd);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_is_owed_is_what_the_end_adds(int seed)
    {
        var conversation = Invent(new Random(seed));
        var session = Quick.Start(conversation with { Turns = [] });
        foreach (var turn in conversation.Turns) session.Add(turn);
        var owed = session.Obligations;
        var standing = session.Violations.Select(v => v.Rule).ToList();
        var report = session.End();
        var ended = report.Violations;
        if (report.Verdict == Verdict.NotEvaluable) return; // the agent never spoke: it is owed all the same

        session.Obligations.Should().BeEmpty();
        owed.Select(o => o.Rule).Should().BeSubsetOf(ended.Select(v => v.Rule));
        ended.Select(v => v.Rule).Except(standing).Where(r => r.StartsWith("answer.", StringComparison.Ordinal)).Should().BeSubsetOf(owed.Select(o => o.Rule));
    }

    [Fact]
    public void An_answer_is_owed_until_it_is_given()
    {
        var session = Quick.Start();
        session.Add(new Turn(SpeakerRole.Agent, "您好，请问有什么可以帮您！"));
        session.Add(new Turn(SpeakerRole.Customer, "我的问题解决了，谢谢你啊"));
        var owed = session.Obligations.Should().ContainSingle(o => o.Rule == "answer.thanks").Subject;
        (owed.Turn, owed.Replies).Should().Be((1, 1));
        owed.Text.Should().StartWith("谢谢");
        owed.Message.Should().NotBeEmpty();

        session.Add(new Turn(SpeakerRole.Agent, "不客气，很高兴能为您服务。")).Raised.Should().BeEmpty();
        session.Obligations.Should().NotContain(o => o.Rule == "answer.thanks");
    }

    [Fact]
    public void What_is_left_out_is_raised_when_its_time_is_over()
    {
        var session = Quick.Start();
        session.Add(new Turn(SpeakerRole.Agent, "您好，请问有什么可以帮您！"));
        session.Add(new Turn(SpeakerRole.Customer, "我的问题解决了，谢谢你啊"));
        session.Add(new Turn(SpeakerRole.Agent, "嗯。")).Raised.Should().NotContain(v => v.Rule == "answer.thanks");
        session.Add(new Turn(SpeakerRole.Customer, "那我的发票什么时候开？")).Raised.Should().ContainSingle(v => v.Rule == "answer.thanks").Which.Turn.Should().Be(2);
    }

    [Fact]
    public void A_draft_is_checked_behind_what_was_said_and_changes_nothing()
    {
        var session = Service.Start();
        session.Add(new Turn(SpeakerRole.Agent, "您好，请问有什么可以帮您！"));
        session.Add(new Turn(SpeakerRole.Customer, "我的问题解决了，谢谢你啊"));
        var draft = session.CheckDraft("这事不归我管。");
        draft.Should().BeEquivalentTo(Service.CheckDraft("这事不归我管。", session.Conversation));
        draft.Violations.Should().Contain(v => v.Rule == "answer.thanks").And.OnlyContain(v => v.Turn == 2);
        session.Conversation.Turns.Should().HaveCount(2);
        session.Violations.Should().BeEmpty();
    }

    [Fact]
    public void A_raised_violation_has_a_rewrite_that_the_turn_would_have_passed_with()
    {
        var session = Service.Start();
        session.Add(new Turn(SpeakerRole.Agent, "您好，请问有什么可以帮您！"));
        session.Add(new Turn(SpeakerRole.Customer, "我的快递到哪了"));
        var raised = session.Add(new Turn(SpeakerRole.Agent, "这事不归我管。")).Raised.Should().ContainSingle().Subject;
        raised.Suggestions.Should().NotBeEmpty();
        var other = Service.Start(new Conversation { Turns = [.. session.Conversation.Turns.Take(2)] });
        other.Add(new Turn(SpeakerRole.Agent, raised.Suggestions[0].Text)).Raised.Should().BeEmpty();
    }

    [Fact]
    public void A_session_takes_up_a_conversation_that_has_begun()
    {
        var begun = Service.Start(new Conversation { Turns = [new Turn(SpeakerRole.Agent, "这事不归我管。")] });
        begun.Violations.Should().Contain(v => v.Rule == "never.pass-the-buck");
        begun.End().Should().BeEquivalentTo(Service.Check(begun.Conversation));
    }

    [Fact]
    public void Nothing_comes_after_the_end()
    {
        var session = Quick.Start();
        session.End();
        FluentActions.Invoking(() => session.Add(new Turn(SpeakerRole.Agent, "好的"))).Should().Throw<InvalidOperationException>();
        FluentActions.Invoking(() => session.CheckDraft("好的")).Should().Throw<InvalidOperationException>();
        FluentActions.Invoking(() => session.End()).Should().Throw<InvalidOperationException>();
        FluentActions.Invoking(() => Quick.Start(new Conversation { Draft = new Draft("好的") })).Should().Throw<ArgumentException>();
    }

    private static (string, int, TextSpan) Key(Violation violation) => (violation.Rule, violation.Turn, violation.Span);

    private static string Pick(Random random, string[] sentences) => sentences[random.Next(sentences.Length)];

    private static Conversation Invent(Random random)
    {
        var turns = ImmutableArray.CreateBuilder<Turn>();
        var (at, count) = (0.5, random.Next(1, 14));
        var hasTimes = random.Next(2) == 0;
        for (var i = 0; i < count; i++)
        {
            var speaker = random.Next(10) == 0 ? SpeakerRole.Bot : random.Next(2) == 0 ? SpeakerRole.Customer : SpeakerRole.Agent;
            var said = Pick(random, speaker == SpeakerRole.Customer ? Customer : Agent);
            var lasts = random.Next(1, 8);
            turns.Add(hasTimes ? new Turn(speaker, said, TimeSpan.FromSeconds(at), TimeSpan.FromSeconds(at + lasts)) : new Turn(speaker, said));
            at += lasts + random.Next(0, 7);
        }

        return new Conversation
        {
            Channel = random.Next(2) == 0 ? Channel.Voice : Channel.Chat,
            StartedAt = random.Next(2) == 0 ? new DateTimeOffset(2026, random.Next(1, 13), random.Next(1, 28), random.Next(24), 0, 0, TimeSpan.FromHours(8)) : null,
            AnsweredAt = hasTimes ? TimeSpan.Zero : null,
            Customer = random.Next(3) == 0 ? new Party(null, "张伟", "先生") : Party.Unknown,
            Turns = turns.ToImmutable(),
        };
    }
}
