using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ScriptRules.Formats;
using ScriptRules.Formats.Documents;
using ScriptRules.Rules;
using ScriptRules.Text;

namespace ScriptRules.Documents;

public class BlanksTests
{
    [Theory]
    [InlineData("{{品牌}}欢迎您", "云杉欢迎您")]
    [InlineData("${agent_name}为您服务", "小林为您服务")]
    [InlineData("{ brand }欢迎您", "云杉欢迎您")]
    [InlineData("[客户姓氏]先生", "张先生")]
    [InlineData("张{先生/女士}您好", "张先生您好")]
    [InlineData("XX先生,XX小时内答复", "张先生,24小时内答复")]
    [InlineData("X女士", "张女士")]
    [InlineData("我们XXL码有货", "我们XXL码有货")]
    [InlineData("感谢您支持**", "感谢您支持某某")]
    [InlineData("%品牌名%欢迎您", "云杉欢迎您")]
    [InlineData("打9折,省50%或100%", "打9折,省50%或100%")]
    [InlineData("好的【微笑】[玫瑰]", "好的【微笑】[玫瑰]")]
    [InlineData("您的{会员等级}", "您的某某")]
    [InlineData("没有空白", "没有空白")]
    public void Blanks_hold_what_an_agent_would_say(string written, string text) => Fill(written).Text.Text.Should().Be(text);

    [Fact]
    public void Values_are_found_under_any_name_of_the_blank()
    {
        var options = new ScriptOptions { TextIsScript = true, Values = ScriptOptions.Default.Values.Add("brand", "小鹿").Add("会员等级", "金卡") };

        Fill("{品牌}的[会员等级]", options).Text.Text.Should().Be("小鹿的金卡");
    }

    [Fact]
    public void A_house_has_its_own_way()
    {
        var options = new ScriptOptions { TextIsScript = true, Blanks = ["<<*>>", "@*@"] };

        Fill("您好,<<客户 姓名>>,@品牌@欢迎您", options).Text.Text.Should().Be("您好,某某,云杉欢迎您");
    }

    [Theory]
    [InlineData("您好,{品牌}欢迎您", "云杉欢迎您", "云杉欢迎光临", "您好,{品牌}欢迎光临")]
    [InlineData("您好,{品牌}欢迎您", "欢迎您", "欢迎光临", "您好,{品牌}欢迎光临")]
    [InlineData("{姓}{称呼}您好", "张先生您好", "您好,张先生", "您好,{姓}{称呼}")]
    [InlineData("您好,{品牌}欢迎您", "云", "星", null)]
    [InlineData("您好,{品牌}欢迎您", "云杉欢迎您", "欢迎您", null)]
    [InlineData("{天}天内", "3天", "3天或3周", null)]
    public void Edits_keep_blanks_or_are_refused(string written, string old, string replacement, string? expected)
    {
        var line = Fill(written);
        var at = line.Text.Text.IndexOf(old, StringComparison.Ordinal);

        var edit = line.Text.ToWritten(new Edit(new TextSpan(at, at + old.Length), replacement), written);

        (edit is null ? null : written[..edit.Span.Start] + edit.Replacement + written[edit.Span.End..]).Should().Be(expected);
    }

    [Fact]
    public void Places_go_back_to_the_same_characters() =>
        Prop.ForAll(Gen.Elements("您好", "{品牌}", "[客户姓氏]", "先生", "XX", "小时", "😀", "，", "${agent_name}", "【微笑】").NonEmptyListOf().Select(parts => "好" + string.Concat(parts)).ToArbitrary(), written => // alone in its line, 【微笑】 is a heading
        {
            var line = Fill(written);
            var (text, fills) = (line.Text.Text, line.Text.Fills);
            fills.Select(f => f.Written.Start).Should().BeInAscendingOrder();
            for (var at = 0; at < text.Length; at++)
            {
                var there = line.Text.ToWritten(new TextSpan(at, at + 1));
                if (fills.FirstOrDefault(f => f.Text.Start <= at && at < f.Text.End) is { } fill) there.Should().Be(fill.Written);
                else there.Of(written).Should().Be(text[at].ToString());
            }

            line.Text.ToWritten(new TextSpan(0, text.Length)).Should().Be(new TextSpan(0, written.Length));
            line.Text.ToWritten(text.Length, isEnd: true).Should().Be(written.Length);
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static ScriptLine Fill(string written, ScriptOptions? options = null)
    {
        var source = new ConversationSource(ReaderOptions.Default with { Scripts = options ?? new ScriptOptions { TextIsScript = true } }) { Documents = DocumentFormats.All };
        return source.Read(new MemoryStream(Encoding.UTF8.GetBytes(written)), "a.txt").Single().Origin.Script!;
    }
}
