using System.Globalization;
using ScriptRules.Text.Facts;
using ScriptRules.Text.Matching;

namespace ScriptRules.Text.Tests.Facts;

public class FactFinderTests
{
    private static readonly Lexicon Words = Lexicon.Build(
        [new Concept { Id = "ack", Says = ["好的", "^嗯$"] }, new Concept { Id = "greeting", Says = ["您好"] }, new Concept { Id = "thanks", Says = ["谢谢"] }, new Concept { Id = "farewell", Says = ["再见"] }],
        new Dictionary<string, string?>(), out _)!;

    /// <summary>Each turn as speaker, text → run of the agent/round.</summary>
    [Theory]
    [InlineData("agent 您好 1/0 | customer 退款 1/1 | agent 好 2/1 | customer 多久 2/2 | agent 三天 3/2")]
    [InlineData("customer 在吗 0/1 | customer 退款 0/1 | agent 您好 1/1 | agent 请讲 1/1 | customer 退款 1/2")]
    [InlineData("customer 退款 0/1 | agent 抱歉 1/1 | customer 好的 1/1 | agent 三天 2/1 | customer 好的 2/2 | agent 再见 3/2")] // two runs at most
    [InlineData("customer 退款 0/1 | agent 抱歉 1/1 | customer 嗯,好的。 1/1 | agent 三天 2/1")]
    [InlineData("customer 退款 0/1 | agent 抱歉 1/1 | customer 好的,多久 1/2 | agent 三天 2/2")]                          // more than an acknowledgement
    [InlineData("customer 退款 0/1 | agent 抱歉 1/1 | customer 👍 1/1 | agent 三天 2/1")]                                // nothing that can be read
    [InlineData("customer 好的 0/1 | agent 您好 1/1")]                                                                 // the first brings up something whatever it is
    [InlineData("agent 您好 1/0 | bot 转接中 1/0 | system 已转接 1/0 | agent 在 1/0 | customer 退款 1/1 | agent 好 2/1")]
    public void Counts_the_agents_runs_and_the_customers_rounds(string script)
    {
        var lines = script.Split('|', StringSplitOptions.TrimEntries).Select(l => l.Split(' ')).ToList();
        var conversation = new Conversation { Turns = [.. lines.Select(l => new Turn(Enum.Parse<SpeakerRole>(l[0], ignoreCase: true), l[1]))] };

        Find(conversation).Facts.OfType<Utterance>().Select(u => $"{u.AgentRun}/{u.Round}").Should().Equal(lines.Select(l => l[2]));
    }

    [Fact]
    public void The_agents_first_turn_opens_and_the_last_closes()
    {
        var facts = Find(Talk("customer:在吗", "agent:您好", "customer:谢谢", "agent:再见", "customer:再见"));

        facts.Facts.OfType<Utterance>().Where(u => u.Opens == 1).Select(u => u.Turn).Should().Equal(1);
        facts.Facts.OfType<Utterance>().Where(u => u.Closes == 1).Select(u => u.Turn).Should().Equal(3);
    }

    [Theory]
    [InlineData("您好,请讲", true)]
    [InlineData("请讲", false)]
    public void A_draft_opens_when_it_greets_before_anything_was_said(string draft, bool opens)
    {
        Find(new Conversation { Draft = new Draft(draft) }).Facts.OfType<Utterance>().Single().Opens.Should().Be(opens ? 1 : 0);
        Find(Talk("customer:在吗") with { Draft = new Draft(draft) }).Facts.OfType<Utterance>().Should().OnlyContain(u => u.Opens == 0);
    }

    [Theory]
    [InlineData("好的,再见", 1)]
    [InlineData("好的", null)]
    public void A_draft_closes_when_it_says_farewell(string draft, int? turn) =>
        Find(Talk("agent:您好") with { Draft = new Draft(draft) }).Facts.OfType<Utterance>().Where(u => u.Closes == 1).Select(u => u.Turn)
            .Should().Equal(turn is { } t ? [t] : []);

    [Fact]
    public void A_conversation_has_one_mark_at_its_end()
    {
        var facts = Find(Talk("agent:您好", "customer:谢谢"));

        facts.Facts.OfType<Mark>().Should().ContainSingle().Which.Should().BeEquivalentTo(new { Turn = 2, AgentRun = int.MaxValue, Round = int.MaxValue });
    }

    [Fact]
    public void An_empty_conversation_has_its_end_only() => Find(new Conversation()).Facts.Select(f => f.Kind).Should().Equal(FactKind.Mark, FactKind.Ending);

    [Fact]
    public void Mentions_carry_their_place_and_speaker_and_notices_say_nothing()
    {
        var facts = Find(Talk("system:谢谢", "customer:谢谢", "agent:不谢,谢谢"));

        facts.Facts.OfType<Mention>().Where(m => m.Concept == Words.IdOf("thanks")).Select(m => (m.Turn, m.Span.Start, m.Span.End, m.Speaker))
            .Should().Equal((1, 0, 2, SpeakerRole.Customer), (2, 3, 5, SpeakerRole.Agent));
    }

    [Theory]
    [InlineData("2026-02-17T09:00:00+08:00", null, null, "2026-02-17T09:00:02+08:00")]
    [InlineData(null, null, null, null)]
    [InlineData("2026-02-17T09:00:00+08:00", "谢谢", "2026-02-17T12:00:00+08:00", null)] // with turns before it, a draft opens nothing
    public void The_clock_is_read_where_the_agent_opens(string? startedAt, string? draft, string? at, string? expected)
    {
        var conversation = new Conversation
        {
            StartedAt = Moment(startedAt),
            Turns = [new Turn(SpeakerRole.Agent, "您好", TimeSpan.FromSeconds(2))],
            Draft = draft is null ? null : new Draft(draft, Moment(at)),
        };
        var asked = new List<DateTimeOffset>();
        var finder = new FactFinder(Words, 0, 0, 0, moment =>
        {
            asked.Add(moment);
            return (1, 2);
        });

        var facts = finder.Find(conversation, finder.Read(conversation));

        asked.Should().Equal(Moment(expected) is { } moment ? [moment] : []);
        facts.Facts.OfType<Clock>().Select(c => (c.Window, c.Festivals)).Should().Equal(expected is null ? [] : [(1, 2)]);
    }

    [Theory]
    [InlineData(1.0, 3.5, 2500)]
    [InlineData(4.0, 3.5, 0)]
    [InlineData(null, 3.5, -1)]
    [InlineData(1.0, null, -1)]
    public void The_delay_counts_from_pick_up(double? answered, double? start, int milliseconds)
    {
        var conversation = new Conversation { AnsweredAt = Seconds(answered), Turns = [new Turn(SpeakerRole.Agent, "您好", Seconds(start))] };

        Find(conversation).Facts.OfType<Utterance>().Single().AnswerDelay.Should().Be(milliseconds);
    }

    [Fact]
    public void Every_field_of_every_fact_can_be_read()
    {
        var asked = new MetadataTest([new MetadataComparison("queue", MetadataRelation.Is, ["售后"])]);
        var finder = new FactFinder(Words, 0, 0, 0, _ => (0, 0), [new Measure { Kind = MeasureKind.TurnLength }]) { Tests = [asked], FindsEntities = true, Promises = [Words.IdOf("greeting")] };
        var talk = new Conversation
        {
            StartedAt = DateTimeOffset.UnixEpoch,
            Turns = [new Turn(SpeakerRole.Customer, "我姓王", Seconds(0), Seconds(4)), new Turn(SpeakerRole.Agent, "王先生您好", Seconds(2), Seconds(6)), new Turn(SpeakerRole.Agent, "您好，24小时内")],
        };
        var facts = finder.Find(talk, finder.Read(talk)).Facts;

        facts.Select(f => f.Kind).Distinct().Should().BeEquivalentTo(Enum.GetValues<FactKind>());
        foreach (var fact in facts)
            foreach (var field in Enum.GetValues<FactField>()) fact.Invoking(f => f.Get(field)).Should().NotThrow();
        facts[0].Invoking(f => f.Get((FactField)99)).Should().Throw<ArgumentOutOfRangeException>();
    }

    /// <summary>With entities, and with the sayings of a concept as promises, when it is given.</summary>
    private static FactSet Find(Conversation conversation, string? promise = null)
    {
        var finder = new FactFinder(Words, Words.IdOf("ack"), Words.IdOf("greeting"), Words.IdOf("farewell"), _ => (0, 0)) { FindsEntities = promise is not null, Promises = promise is null ? [] : [Words.IdOf(promise)] };
        return finder.Find(conversation, finder.Read(conversation));
    }

    private static Conversation Talk(params string[] turns) =>
        new() { Turns = [.. turns.Select(t => t.Split(':')).Select(t => new Turn(Enum.Parse<SpeakerRole>(t[0], ignoreCase: true), t[1]))] };

    private static DateTimeOffset? Moment(string? text) => text is null ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static TimeSpan? Seconds(double? seconds) => seconds is { } s ? TimeSpan.FromSeconds(s) : null;
}
