using ScriptRules.Formats;
using ScriptRules.Text;

namespace ScriptRules.Tests.Formats;

public class PlainTextTests
{
    [Theory]
    [InlineData("客服: 您好", SpeakerRole.Agent)]
    [InlineData("客服:您好", SpeakerRole.Agent)]
    [InlineData("  客服 : 您好", SpeakerRole.Agent)]
    [InlineData("坐席: 您好", SpeakerRole.Agent)]
    [InlineData("座席8021: 您好", SpeakerRole.Agent)]
    [InlineData("客服代表: 您好", SpeakerRole.Agent)]
    [InlineData("客服-小林: 您好", SpeakerRole.Agent)]
    [InlineData("客服_小林:您好", SpeakerRole.Agent)]
    [InlineData("客服 小林:您好", SpeakerRole.Agent)]
    [InlineData("客服(小林):您好", SpeakerRole.Agent)]
    [InlineData("客服(小林): 您好", SpeakerRole.Agent)]
    [InlineData("客服小林: 您好", SpeakerRole.Agent)]
    [InlineData("小林(客服): 您好", SpeakerRole.Agent)]
    [InlineData("【客服】您好", SpeakerRole.Agent)]
    [InlineData("[客服]: 您好", SpeakerRole.Agent)]
    [InlineData("Agent: 您好", SpeakerRole.Agent)]
    [InlineData("[09:02:11] 客服-小林: 您好", SpeakerRole.Agent)]
    [InlineData("09:02:11 客服: 您好", SpeakerRole.Agent)]
    [InlineData("[09:02:11]客服:您好", SpeakerRole.Agent)]
    [InlineData("【2026-11-08 09:02:11】客服:您好", SpeakerRole.Agent)]
    [InlineData("2026/11/8 9:02:11 客服: 您好", SpeakerRole.Agent)]
    [InlineData("客服-小林 (09:02:11): 您好", SpeakerRole.Agent)]
    [InlineData("客服-小林 2026-11-08 09:02:11\n您好", SpeakerRole.Agent)]
    [InlineData("客户: 您好", SpeakerRole.Customer)]
    [InlineData("用户:您好", SpeakerRole.Customer)]
    [InlineData("买家:您好", SpeakerRole.Customer)]
    [InlineData("顾客-王女士:您好", SpeakerRole.Customer)]
    [InlineData("客户王女士:您好", SpeakerRole.Customer)]
    [InlineData("CUSTOMER: 您好", SpeakerRole.Customer)]
    [InlineData("智能客服:您好", SpeakerRole.Bot)]
    [InlineData("机器人:您好", SpeakerRole.Bot)]
    [InlineData("系统:您好", SpeakerRole.System)]
    public void Knows_who_speaks(string text, SpeakerRole speaker)
    {
        var turn = Reading.One(text, "c.txt").Turns.Should().ContainSingle().Subject;

        turn.Speaker.Should().Be(speaker);
        turn.Text.Should().Be("您好");
    }

    [Theory]
    [InlineData("尊敬的客户:\n您好,您的退款已到账。")]
    [InlineData("您好,退款已到账。")]
    [InlineData("客服电话:400-800-1234")]
    [InlineData("用户名:tb12345")]
    [InlineData("您可以选择:\nA:退货\nB:换货\nC:维修")]
    [InlineData("营业时间\n09:00-18:00")]
    [InlineData("A: 好的")]
    [InlineData("2026-11-08 09:02:11 状态:已签收")]
    [InlineData("{订单号}已发货")]
    [InlineData("[微笑] 您好")]
    [InlineData("客户 您好:\n您的退款已到账。")]
    public void Text_without_speakers_is_a_draft(string text)
    {
        var read = Reading.One("\n" + text + "\n\n", "draft.txt");

        read.Turns.Should().BeEmpty();
        read.Draft.Should().Be(new Draft(text));
    }

    [Fact]
    public void Reads_times_names_and_messages_of_several_lines()
    {
        var result = Reading.Of(
            """
            # 售后第三通

            [2026-11-08 09:02:11] 客服-小林: 早上好,这里是云杉家电
            [2026-11-08 09:02:14.5] 客户-王女士: 洗衣机又漏水了

              型号:X1
            客服电话:我打过了

            [2026-11-08 09:03:11] 客服-小林:
            请稍等
            [2026-11-08 09:03:10] 系统: 会话转接
            """,
            "c.txt").Should().ContainSingle().Subject;

        var read = result.Conversation!;
        read.StartedAt!.Value.ToString("O").Should().Be("2026-11-08T09:02:11.0000000+08:00");
        read.Agent.Should().Be(new Party(Name: "小林"));
        read.Customer.Should().Be(new Party(Name: "王", Honorific: "女士"));
        read.Turns.Should().Equal(
            new Turn(SpeakerRole.Agent, "早上好,这里是云杉家电", TimeSpan.Zero),
            new Turn(SpeakerRole.Customer, "洗衣机又漏水了\n\n  型号:X1\n客服电话:我打过了", TimeSpan.FromSeconds(3.5)),
            new Turn(SpeakerRole.Agent, "请稍等", TimeSpan.FromSeconds(60)),
            new Turn(SpeakerRole.System, "会话转接"));
        result.Origin.TurnLines.Should().Equal(3, 4, 9, 11);
        result.Notes.Select(n => n.ToString()).Should().Equal(
            "c.txt:11:1: note SRI193: this time is earlier than the one before; it is taken as unknown");
    }

    [Theory]
    [InlineData("09:02:11", "09:02:14", 3)]
    [InlineData("23:59:59", "00:00:01", 2)]
    [InlineData("上午9:02:11", "下午1:02:11", 4 * 3600)]
    [InlineData("9:02:11 AM", "12:02:11 PM", 3 * 3600)]
    [InlineData("12:00:01 AM", "12:00:02 AM", 1)]
    [InlineData("12-31 23:59:59", "01-01 00:00:01", 2)]
    [InlineData("11月8日 09:02:11", "11月8日 09:02:12", 1)]
    [InlineData("2026年11月8日 09:02:11", "2026年11月9日 09:02:11", 86400)]
    [InlineData("2026-11-08T09:02:11+08:00", "2026-11-08T02:02:11+01:00", 0)]
    [InlineData("09:02:11,250", "09:02:11.750", 0.5)]
    public void Times_count_from_the_first(string first, string second, double seconds)
    {
        var turns = Reading.One($"[{first}] 客服: 您好\n[{second}] 客户: 好", "c.txt").Turns;

        turns.Select(t => t.Start).Should().Equal(TimeSpan.Zero, TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public void Minutes_alone_are_too_coarse_for_times_but_give_the_start()
    {
        var read = Reading.One("[2026-11-08 09:02] 客服: 您好\n[2026-11-08 09:03] 客户: 好", "c.txt");

        read.Turns.Should().OnlyContain(t => t.Start == null);
        read.StartedAt.Should().Be(new DateTimeOffset(2026, 11, 8, 9, 2, 0, TimeSpan.FromHours(8)));
    }

    [Fact]
    public void Dates_are_in_the_zone_of_the_options()
    {
        var options = new ReaderOptions { Zone = TimeZoneInfo.Utc };

        Reading.One("[2026-11-08 09:02:11] 客服: 您好", "c.txt", options).StartedAt!.Value.Offset.Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public void Letters_name_the_speakers_when_nothing_else_does() =>
        Reading.One("A: 您好\nC:我要退货\nA: 好的", "c.txt").Turns.Select(t => t.Speaker)
            .Should().Equal(SpeakerRole.Agent, SpeakerRole.Customer, SpeakerRole.Agent);

    [Theory]
    [InlineData("---")]
    [InlineData("=====")]
    public void A_line_separates_conversations(string line)
    {
        var results = Reading.Of($"客服: 一\n{line}\n\n{line}\n客服: 二\n{line}\n", "c.txt");

        results.Select(r => (r.Conversation!.Turns[0].Text, r.Origin.Line, r.Origin.Number)).Should().Equal(("一", 1, 1), ("二", 5, 2));
        Reading.Of($"一\n{line}\n二", "c.txt").Select(r => r.Conversation!.Draft!.Text).Should().Equal("一", "二");
    }

    [Theory]
    [InlineData("您好\n客服: 好", "1:1", "SRI131", "words before the first speaker")]
    [InlineData("客服: 好\n---\n😀 您好\n客服: 好", "3:1", "SRI131", "words before the first speaker")]
    [InlineData("[09:02:11] 客服: 好\n [09:02:14] 小林: 好", "2:2", "SRI132", "who is \"小林\"?")]
    [InlineData("[09:02:11] 客服: 好\n[09:02:14] 好", "2:1", "SRI132", "who says this?")]
    [InlineData("[09:02:11] 小林: 好", "1:1", "SRI132", "who is \"小林\"?")]
    [InlineData("客服: 好\n[25:00:00] 客服: 好", "2:1", "SRI133", "the time is none that a clock shows")]
    [InlineData("[2026-02-30 09:00:00] 客服: 好", "1:1", "SRI133", "the time is none that a clock shows")]
    [InlineData("[2024-02-20 09:00:00] 客服: 好\n[2026-02-20 09:00:00] 客服: 好", "2:1", "SRI108", "more than 366 days after the first turn")]
    [InlineData("客服:\n客户: ", "1:1", "SRI111", "nothing to check: no turn has any text")]
    [InlineData(" \n\n", "", "SRI111", "nothing to check: there is no conversation in it")]
    [InlineData("---\n\n---", "", "SRI111", "nothing to check: there is no conversation in it")]
    public void Says_what_is_wrong_and_where(string text, string place, string code, string words) =>
        Reading.Errors(text, "c.txt").Should().ContainSingle().Which
            .Should().StartWith($"c.txt:{(place.Length == 0 ? "" : place + ":")} error {code}: ").And.Contain(words);

    [Fact]
    public void Holds_to_its_limits()
    {
        var options = new ReaderOptions { Limits = new ReaderLimits { Turns = 2, TextLength = 3 } };

        Reading.Errors("客服: 好\n客服: 好\n客服: 好\n客服: 好", "c.txt", options).Should().Equal("c.txt:3:1: error SRI112: more turns than the limit of 2");
        Reading.Errors("客服: 好\n客服: 你好吗?", "c.txt", options).Should().Equal("c.txt:2:1: error SRI113: the turn is longer than the limit of 3 characters");
        Reading.Errors("你好吗?", "c.txt", options).Should().Equal("c.txt:1:1: error SRI113: the draft is longer than the limit of 3 characters");
    }

    [Fact]
    public void Content_counts_before_the_extension()
    {
        Reading.One("客服: 您好", "c.json").Turns.Should().ContainSingle();
        Reading.One("客服: 您好", "notes.md").Turns.Should().ContainSingle();
        Reading.One("""{"draft":{"text":"好"}}""", "c.txt").Draft!.Text.Should().Be("好");
        Reading.One("您好", "<stdin>").Draft!.Text.Should().Be("您好");
        Reading.Errors("您好", "notes.md").Should().Equal(
            "notes.md: error SRI126: neither JSON nor a transcript with speakers; a draft reply goes into a .txt file");
    }
}
