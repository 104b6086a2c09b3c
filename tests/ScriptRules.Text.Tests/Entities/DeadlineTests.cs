using System.Globalization;
using ScriptRules.Text.Entities;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Tests.Entities;

public class DeadlineTests
{
    // A Wednesday.
    private static readonly DateTime Now = new(2026, 11, 25, 10, 0, 0);

    [Theory]
    [InlineData("24小时内给您答复", "24小时内", 1440)]
    [InlineData("二十四小时之内", "二十四小时之内", 1440)]
    [InlineData("两天之内", "两天之内", 2880)]
    [InlineData("半小时", "半小时", 30)]
    [InlineData("半个小时左右", "半个小时左右", 30)]
    [InlineData("一个半小时后", "一个半小时后", 90)]
    [InlineData("两天半", "两天半", 3600)]
    [InlineData("三到五个工作日", "三到五个工作日", 7200)]
    [InlineData("3-5个工作日内", "3-5个工作日内", 7200)]
    [InlineData("１５分钟内", "１５分钟内", 15)]
    [InlineData("两三天", "两三天", 4320)]
    [InlineData("二四小时内", "二四小时内", 1440)]
    [InlineData("十五日内", "十五日内", 21600)]
    [InlineData("一周内", "一周内", 10080)]
    [InlineData("两个多小时", "两个多小时", 120)]
    public void Reads_lengths_of_time(string text, string words, int minutes)
    {
        var (span, judged, due) = Single(text, null);
        (span, judged, due).Should().Be((words, minutes, minutes));
    }

    [Theory]
    [InlineData("今天下午五点前", "今天下午五点前", 7 * 60, 7 * 60)]
    [InlineData("下午5点半之前", "下午5点半之前", (7 * 60) + 30, (7 * 60) + 30)]
    [InlineData("17:30前", "17:30前", (7 * 60) + 30, (7 * 60) + 30)]
    [InlineData("九点前", "九点前", 23 * 60, 23 * 60)] // past today, so tomorrow
    [InlineData("下班前", "下班前", 8 * 60, 8 * 60)]
    [InlineData("明天上午", "明天上午", 22 * 60, 26 * 60)] // can be kept from its begin on
    [InlineData("明天中午前", "明天中午前", 28 * 60, 28 * 60)]
    [InlineData("后天", "后天", 38 * 60, 62 * 60)]
    [InlineData("明晚8点", "明晚8点", 34 * 60, 34 * 60)]
    [InlineData("周五前", "周五前", 62 * 60, 62 * 60)]
    [InlineData("下周三之前", "下周三之前", ((7 * 24) + 14) * 60, ((7 * 24) + 14) * 60)]
    [InlineData("本周内", "本周内", ((4 * 24) + 14) * 60, ((4 * 24) + 14) * 60)]
    [InlineData("12月3号前", "12月3号前", ((8 * 24) + 14) * 60, ((8 * 24) + 14) * 60)]
    [InlineData("月底前", "月底前", ((5 * 24) + 14) * 60, ((5 * 24) + 14) * 60)]
    public void Reads_times_of_the_calendar(string text, string words, int judged, int due)
    {
        Single(text, Now).Should().Be((words, judged, due));
        var (_, without, _) = Single(text, null);
        without.Should().Be(text[0] is '今' or '下' or '1' or '九' && !text.Contains("周三", StringComparison.Ordinal) && !text.Contains('月', StringComparison.Ordinal) ? Deadline.Day : -1);
    }

    [Theory]
    [InlineData("我们会尽快答复您")]
    [InlineData("马上为您处理")]
    [InlineData("第一时间通知您")]
    [InlineData("下午好")]
    [InlineData("您三天前反映的问题")]
    [InlineData("已经等了两天了")]
    [InlineData("7天无理由退货")]
    [InlineData("24小时客服热线")]
    [InlineData("一年保修")]
    [InlineData("保修期2年")]
    [InlineData("13812345678")]
    [InlineData("一个一个来")]
    [InlineData("一点都不贵")]
    [InlineData("今天您反映的情况")]
    [InlineData("2月30号")]
    public void Reads_no_time(string text) => Times(text).Should().NotContain(e => e.Time!.Minutes(Now).Judged >= 0);

    [Theory]
    [InlineData("0001-01-01T00:00:00")]
    [InlineData("9999-12-31T23:59:59")]
    [InlineData("2024-02-29T12:00:00")]
    [InlineData("2026-12-31T23:30:00")]
    public void No_clock_makes_it_fail(string now)
    {
        var at = DateTime.Parse(now, CultureInfo.InvariantCulture);
        foreach (var text in (string[])["明天", "下周日前", "31号前", "2月29号", "月底前", "下个月底前", "凌晨三点", "24小时内"])
            foreach (var entity in Times(text)) entity.Time!.Minutes(at).Due.Should().BeGreaterThanOrEqualTo(-1);
    }

    private static (string Words, int Judged, int Due) Single(string text, DateTime? now)
    {
        var entity = Times(text).Should().ContainSingle().Subject;
        var (judged, due) = entity.Time!.Minutes(now);
        return (entity.Span.Of(text), judged, due);
    }

    private static List<EntityHit> Times(string text) => [.. EntityReader.Read(FoldedText.Of(text)).Where(e => e.Time is not null)];
}
