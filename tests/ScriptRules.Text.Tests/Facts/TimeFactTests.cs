using System.Collections.Immutable;
using ScriptRules.Text.Facts;
using ScriptRules.Text.Matching;

namespace ScriptRules.Text.Tests.Facts;

public class TimeFactTests
{
    private static readonly Lexicon Lexicon = Lexicon.Build([new Concept { Id = "offer", Says = ["优惠"] }, new Concept { Id = "hold", Says = ["请稍等"] }], new Dictionary<string, string?>(), out _)!;

    [Fact]
    public void A_phrase_is_not_where_its_turn_begins()
    {
        var offer = Find(new Turn(SpeakerRole.Agent, "一二三四五六七八优惠", Seconds(28), Seconds(43))).OfType<Mention>().Single();

        (offer.StartsAt, offer.EndsAt, offer.TimesFrom).Should().Be((40_000, 43_000, TimeSource.Interpolated));
    }

    [Fact]
    public void Times_of_words_count_more_than_those_of_the_turn()
    {
        var turn = new Turn(SpeakerRole.Agent, "有，优惠吗", Seconds(0), Seconds(9)) { Words = [Word("有", 1, 2), Word("优惠", 6, 7)] };

        var offer = Find(turn).OfType<Mention>().Single();

        (offer.StartsAt, offer.EndsAt, offer.TimesFrom).Should().Be((6_000, 7_000, TimeSource.Words));
    }

    [Fact]
    public void Words_without_text_are_characters_and_give_the_turn_its_times()
    {
        var facts = Find(new Turn(SpeakerRole.Agent, "优 惠") { Words = [Word(null, 1, 2), Word(null, 4, 5)] });

        var (offer, turn) = (facts.OfType<Mention>().Single(), facts.OfType<Utterance>().Single());
        (offer.StartsAt, offer.EndsAt, turn.StartsAt, turn.EndsAt).Should().Be((1_000, 5_000, 1_000, 5_000));
    }

    [Fact]
    public void Between_words_it_is_interpolated()
    {
        var turn = new Turn(SpeakerRole.Agent, "甲优惠乙", Seconds(0), Seconds(20)) { Words = [Word("甲", 0, 10), Word("乙", 14, 15), Word("丙", 16, 17)] };

        var offer = Find(turn).OfType<Mention>().Single();

        (offer.StartsAt, offer.EndsAt, offer.TimesFrom).Should().Be((10_000, 14_000, TimeSource.Interpolated));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(1.0, null)]
    [InlineData(null, 3.0)]
    public void Unknown_times_are_no_times(double? start, double? end)
    {
        var facts = Find(new Turn(SpeakerRole.Customer, "优惠", Seconds(start), Seconds(end)), new Turn(SpeakerRole.Agent, "好", Seconds(9), Seconds(10)));

        facts.OfType<Mention>().Single().EndsAt.Should().Be(-1);
        facts.OfType<Silence>().Should().BeEmpty();
        facts.OfType<Utterance>().First().Rate.Should().Be(-1);
    }

    [Fact]
    public void A_message_takes_no_time()
    {
        var facts = Find(new Conversation { Channel = Channel.Chat, Turns = [new Turn(SpeakerRole.Customer, "优惠", Seconds(1)), new Turn(SpeakerRole.Agent, "有", Seconds(8))] });

        facts.OfType<Silence>().Single().Amount.Should().Be(7_000);
        facts.OfType<Utterance>().Should().OnlyContain(u => u.EndsAt == u.StartsAt);
    }

    [Theory]
    [InlineData(SpeakerRole.Customer, "查快递", SpeakerRole.Agent, SpeakerRole.Agent)]
    [InlineData(SpeakerRole.Agent, "请讲", SpeakerRole.Customer, SpeakerRole.Customer)]
    [InlineData(SpeakerRole.Customer, "查快递", SpeakerRole.Customer, SpeakerRole.Agent)]
    [InlineData(SpeakerRole.Agent, "您在吗?", SpeakerRole.Agent, SpeakerRole.Customer)]
    [InlineData(SpeakerRole.Agent, "我查一下", SpeakerRole.Agent, SpeakerRole.Agent)]
    public void A_silence_is_of_the_one_who_is_due(SpeakerRole last, string said, SpeakerRole next, SpeakerRole due)
    {
        var silence = Find(new Turn(last, said, Seconds(0), Seconds(2)), new Turn(SpeakerRole.System, "提示", Seconds(3), Seconds(3)), new Turn(next, "嗯", Seconds(7), Seconds(8))).OfType<Silence>().Single();

        (silence.Amount, silence.Turn, silence.Next, silence.Due, silence.Speaker).Should().Be((5_000, 0, 2, (int)due, last));
    }

    [Fact]
    public void The_silence_before_the_end_is_nobodys()
    {
        var facts = Find(new Conversation { EndedAt = Seconds(9), Turns = [new Turn(SpeakerRole.Agent, "再见", Seconds(0), Seconds(2))] });

        var silence = facts.OfType<Silence>().Single();
        (silence.Amount, silence.Next, silence.Due).Should().Be((7_000, Silence.End, Silence.Nobody));
    }

    [Fact]
    public void Who_begins_later_interrupts_whatever_the_order_of_the_turns()
    {
        var facts = Find(new Turn(SpeakerRole.Agent, "我来说", Seconds(4), Seconds(9)), new Turn(SpeakerRole.Customer, "我上周买的", Seconds(1), Seconds(7)));

        var overlap = facts.OfType<Overlap>().Single();
        (overlap.Speaker, overlap.Turn, overlap.Interrupted, overlap.Amount, overlap.Floor).Should().Be((SpeakerRole.Agent, 0, 1, 3_000, 3_000));
    }

    [Fact]
    public void Two_turns_of_one_speaker_are_no_interruption() =>
        Find(new Turn(SpeakerRole.Agent, "一", Seconds(0), Seconds(5)), new Turn(SpeakerRole.Agent, "二", Seconds(2), Seconds(6))).OfType<Overlap>().Should().BeEmpty();

    [Fact]
    public void Places_are_in_one_order_across_turns()
    {
        var facts = Find(new Turn(SpeakerRole.Agent, "一优惠"), new Turn(SpeakerRole.Customer, "优惠，优惠"));

        facts.OfType<Mention>().Select(m => (m.Position, m.IsRepeated)).Should().Equal((1, 0), (4, 0), (7, 1));
        facts.OfType<Mark>().Single().EndsAt.Should().Be(int.MaxValue);
    }

    [Theory]
    [InlineData(MeasuredPer.Total, 7_000)]
    [InlineData(MeasuredPer.Average, 3_500)]
    [InlineData(MeasuredPer.Count, 2)]
    [InlineData(MeasuredPer.Share, 5_000)]
    public void Silences_are_taken_together(MeasuredPer per, int amount)
    {
        var measured = Find(
            new Conversation
            {
                Turns =
                [
                    new Turn(SpeakerRole.Customer, "一", Seconds(0), Seconds(2)), new Turn(SpeakerRole.Agent, "二", Seconds(5), Seconds(6)),
                    new Turn(SpeakerRole.Customer, "三", Seconds(7), Seconds(8)), new Turn(SpeakerRole.Agent, "四", Seconds(12), Seconds(14)),
                ],
            },
            new Measure { Kind = MeasureKind.Silence, Per = per, Minimum = 2_000 }).OfType<Measured>().Single();

        (measured.Amount, measured.Turn).Should().Be((amount, 3));
    }

    [Theory]
    [InlineData("这款不支持退货", "这款不支持退货", 2)]
    [InlineData("这款不支持退货", "这款不支持退货哦!", 2)]
    [InlineData("这款不支持退货", "您的快递明天到", 0)]
    public void Alike_turns_are_counted(string one, string other, int times)
    {
        var facts = Find(
            new Conversation { Turns = [new Turn(SpeakerRole.Agent, one), new Turn(SpeakerRole.Customer, one), new Turn(SpeakerRole.Agent, other)] },
            new Measure { Kind = MeasureKind.Same, Similarity = 80, Back = 5, Minimum = 4 });

        facts.OfType<Measured>().Select(m => m.Amount).Should().Equal(times == 0 ? [] : [times]);
    }

    private static IReadOnlyList<Fact> Find(params ImmutableArray<Turn> turns) => Find(new Conversation { Turns = turns });

    private static IReadOnlyList<Fact> Find(Conversation conversation, params ImmutableArray<Measure> measures)
    {
        var finder = new FactFinder(Lexicon, 0, 0, 0, _ => null, measures);
        return finder.Find(conversation, finder.Read(conversation)).Facts;
    }

    private static TimeSpan? Seconds(double? seconds) => seconds is { } known ? TimeSpan.FromSeconds(known) : null;

    private static Word Word(string? text, double start, double end) => new(text, TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(end));
}
