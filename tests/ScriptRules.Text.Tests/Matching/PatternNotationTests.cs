using ScriptRules.Text.Matching;

namespace ScriptRules.Text.Tests.Matching;

/// <summary>What each piece of the notation finds, and what it leaves alone.</summary>
public class PatternNotationTests
{
    [Theory]
    [InlineData("[这事不归我管]。")]
    [InlineData("[这 事 不 归 我 管]。")]
    [InlineData("[這事不歸我管]。")]
    [InlineData("[这事不😀归我管]，[这事不归我管]")]
    [InlineData("[这\u200B事不归我管]")]
    [InlineData("这事归我管，请您放心。")]
    [InlineData("这事不归，我管")]
    [InlineData("这事不归。我管")]
    [InlineData("这事不归\n我管")]
    [InlineData("您不用说“这事不归我管”。")]
    public void Words(string marked) => Find("这事不归我管", marked);

    [Theory]
    [InlineData("[ＯＫ]，[ok]，[Ｏｋ]，[O K]")]
    [InlineData("ＯＫＡ，OKA，[OK]了")]
    public void Words_in_any_width_and_case(string marked) => Find("OK", marked);

    [Theory]
    [InlineData("😀[您好]😀[您好]")]
    [InlineData("𠮷[您好]")]
    public void Spans_count_both_units_of_a_pair(string marked) => Find("您好", marked);

    [Theory]
    [InlineData("去[𠮷野家]吃饭")]
    [InlineData("去[𠮷 野家]吃饭")]
    [InlineData("去吉野家吃饭")]
    public void Words_may_hold_a_pair(string marked) => Find("𠮷野家", marked);

    [Theory]
    [InlineData("这个[办不了]，[退不了]。")]
    [InlineData("这个买不了。")]
    public void Alternatives(string marked) => Find("(查|办|退)不了", marked);

    [Theory]
    [InlineData("[你好吗]，[你]好，[你好啊]")]
    public void The_longest_of_several_words_wins(string marked) => Find("^(你|你好吗|你好啊)", marked);

    [Theory]
    [InlineData("[请稍等]。[稍等]一下。请您[稍等]。请，[稍等]")]
    public void An_optional_part(string marked) => Find("[请]稍等", marked);

    [Theory]
    [InlineData("[你知道吗]？")]
    [InlineData("[你吗]吗")]
    [InlineData("[你一二三四五六七八吗]")]
    [InlineData("你一二三四五六七八九吗")]
    [InlineData("你好，知道吗")]
    [InlineData("你好。知道吗")]
    public void A_narrow_gap_stays_in_its_clause_and_takes_eight_at_most(string marked) => Find("你…吗", marked);

    [Theory]
    [InlineData("[不是说过，已经退了吗]")]
    [InlineData("[不是一二三四五六七八九十一二三四五六七八九十一二三四了吗]")]
    [InlineData("不是一二三四五六七八九十一二三四五六七八九十一二三四五了吗")]
    [InlineData("不是说过。已经退了吗")]
    [InlineData("不是说过\n已经退了吗")]
    public void A_wide_gap_stays_in_its_sentence_and_takes_twenty_four_at_most(string marked) => Find("不是……了吗", marked);

    [Theory]
    [InlineData("退…{2,3}款", "退款，退一款，[退一二款]，[退一二三款]，退一二三四款")]
    [InlineData("退…{1}款", "[退款]，[退一款]，退一二款")]
    [InlineData("退……{2}款", "[退，款]，[退一，二款]，退一，二三款")]
    [InlineData("退…{0}款", "[退款]，退一款")]
    public void A_gap_with_bounds(string template, string marked) => Find(template, marked);

    [Theory]
    [InlineData("[查不了]，[办不了]，退不了")]
    public void The_words_of_another_concept(string marked) => Find("<verb>不了", marked, Sample.Word("verb", "查", "办"));

    [Theory]
    [InlineData("[帮您查一下]，[帮您办理一下]，帮您退一下")]
    public void Words_of_words(string marked) =>
        Find("帮您<verb>一下", marked, Sample.Word("verb", "<look>", "<do>"), Sample.Word("look", "查"), Sample.Word("do", "办[理]"));

    [Theory]
    [InlineData("这里是{brand}", "[这里是小鹿商城]，这里是大象商城")]
    [InlineData("付到{bank}", "[付到工行]，[付到建行]，付到农行")]
    [InlineData("{hours}小时内", "[二十四小时内]答复")]
    [InlineData("请在{hours}内", "[请在二十四小时内]，请在内，[请在一二三四五六七八九十一二内]，请在一二三四五六七八九十一二三内")]
    public void A_slot(string template, string marked) => Find(template, marked);

    [Theory]
    [InlineData("[好的，再见]，[好的再见]")]
    [InlineData("好的。再见")]
    [InlineData("好的\n再见")]
    [InlineData("[好的…再见]")]
    public void A_pause(string marked) => Find("好的，再见", marked);

    [Theory]
    [InlineData("^什么", "[什么]时候，您要什么")]
    [InlineData("什么$", "什么时候，您要[什么]，您要[什么]")]
    [InlineData("^什么$", "[什么]？您要什么")]
    [InlineData("^^什么", "[什么]时候，什么")]
    [InlineData("什么$$", "什么，您要[什么]")]
    [InlineData("^^什么$$", "什么，什么")]
    [InlineData("^^什么$$", "（[什么]？）")]
    [InlineData("好$再见", "[好。再见]，[好，再见]，好再见")]
    public void The_edges_of_clause_and_turn(string template, string marked) => Find(template, marked);

    [Theory]
    [InlineData("您看一下这个订单是不是您的啊[为什么]还没有收到货呢")]
    [InlineData("您看一下这个订单是不是您的为什么还没有收到货呢")]
    public void A_clause_ends_where_a_particle_closes_a_long_stretch(string marked) => Find("^为什么", marked);

    [Theory]
    [InlineData("办[不了]，不了解，不了起")]
    [InlineData("办[不了]，起")]
    public void What_must_not_follow(string marked) => Find("不了!(解|起)", marked);

    [Theory]
    [InlineData("您[干什么]，想干什么，要干什么")]
    [InlineData("您想，[干什么]")]
    public void What_must_not_stand_before(string marked) => Find("!<(想|要)干什么", marked);

    [Theory]
    [InlineData("你\\(好\\)", "[你(好])，[你好]")]
    [InlineData("好\\，的", "[好的]，好，的")]
    [InlineData("百分之\\{5\\}", "[百分之5]")]
    public void The_character_itself(string template, string marked) => Find(template, marked);

    [Theory]
    [InlineData("甲子|乙丙", "[甲子]乙[乙丙]甲")]
    public void Alternatives_of_the_whole(string template, string marked) => Find(template, marked);

    /// <summary>The memory of failed steps must tell apart what may lie before the next words.</summary>
    [Theory]
    [InlineData("(甲，|甲$)乙", "[甲。乙]")]
    [InlineData("(甲，|甲$)乙", "[甲，乙]")]
    [InlineData("甲$……乙", "[甲。乙]")]
    [InlineData("甲$…乙", "[甲。丙乙]")]
    public void What_failed_after_a_pause_may_do_after_an_edge(string template, string marked) => Find(template, marked);

    [Fact]
    public void A_saying_inside_a_longer_one_of_the_same_concept_is_one() =>
        Sample.Lexicon(Sample.Said("没办法", "我没办法处理")).ShouldFind("[我没办法处理]，[没办法]");

    [Fact]
    public void Sayings_of_several_concepts_may_overlap() =>
        Marked.Show("没办法处理", Sample.Lexicon(Sample.Said("没办法"), new Concept { Id = "deal", Says = ["办法处理"] }))
            .Should().Equal("said 0-3 没办法", "deal 1-5 办法处理");

    [Fact]
    public void A_regular_expression_reads_the_folded_text() =>
        Sample.Lexicon(new Concept { Id = Marked.Unnamed, Regexes = ["1[3-9][0-9]{9}"] }).ShouldFind("电话[138 0013-8000]，[１３８００１３８０００]");

    private static void Find(string template, string marked, params Concept[] words) =>
        Sample.Lexicon([Sample.Said(template), .. words]).ShouldFind(marked);
}
