using ScriptRules.Text.Entities;
using ScriptRules.Text.Normalization;
using ScriptRules.Text.Tests.Matching;

namespace ScriptRules.Text.Tests.Entities;

public class EntityReaderTests
{
    [Theory]
    [InlineData("您的手机是[13812345678]{mobile}吗")]
    [InlineData("[138 1234 5678]{mobile}")]
    [InlineData("[138-1234-5678]{mobile}")]
    [InlineData("+86 [138 1234 5678]{mobile}")]
    [InlineData("[8613812345678]{mobile}")]
    [InlineData("[１３８１２３４５６７８]{mobile}")]
    [InlineData("号码是[一三八一二三四五六七八]{mobile}")]
    [InlineData("[幺三八，幺二三四，五六七八]{mobile}对吧")]
    [InlineData("[一 三 八 零 零 幺 三 八 零 零 零]{mobile}")]
    [InlineData("[138 12 34 56 78]{mobile}")]
    [InlineData("打[13812345678]{mobile}或[13987654321]{mobile}")]
    [InlineData("[13812345678]{mobile} 25")]
    [InlineData("138****5678")]
    [InlineData("138xxxx5678，尾号5678")]
    [InlineData("订单号[13812345678]{order-number}")]
    [InlineData("单号SF[1381234567890]{order-number}")]
    [InlineData("订单编号是[110105194912310021]{order-number}")]
    [InlineData("请拨打4008001234或95588、12315")]
    [InlineData("访问http://t.cn/[13812345678]{order-number}")]
    [InlineData("12345678901")]
    [InlineData("销量15,800,000,000")]
    [InlineData("2026-11-25 [18:41]{day}:08 下单,邮编100020,共1,380,013,800个")]
    public void Reads_mobile_numbers(string marked) => ShouldRead(marked);

    [Theory]
    [InlineData("[010-62345678]{landline}")]
    [InlineData("([0755)82345678]{landline}")]
    [InlineData("区号[021 6234 5678]{landline}")]
    [InlineData("座机[62345678]{landline}")]
    [InlineData("库存62345678件")]
    public void Reads_fixed_lines(string marked) => ShouldRead(marked);

    [Theory]
    [InlineData("[11010519491231002X]{identity-number}")]
    [InlineData("[11010519491231002x]{identity-number}，对吗")]
    [InlineData("[110105 19491231 002X]{identity-number}")]
    [InlineData("[440308199003071518]{identity-number}")]
    [InlineData("身份证[440308900307151]{identity-number}")]
    [InlineData("身份证号码是[440308199003071519]{identity-number}")] // misheard: the words before decide
    [InlineData("440308199003071519")]
    [InlineData("440308199013071518")] // no thirteenth month
    [InlineData("440308********1518")]
    public void Reads_identity_numbers(string marked) => ShouldRead(marked);

    [Theory]
    [InlineData("[6222021200001234561]{bank-card}")]
    [InlineData("[6222 0212 0000 1234 561]{bank-card}")]
    [InlineData("[4367421234567896]{bank-card}")]
    [InlineData("卡号[6222021200001234562]{bank-card}")]
    [InlineData("退到[6222021200001234562]{bank-card}这张卡里了")]
    [InlineData("卡号我给您念一下，[6222021200001234562]{bank-card}")]
    [InlineData("卡号和订单号都有，[6222021200001234561]{bank-card}")]
    [InlineData("6222021200001234562")]
    [InlineData("6222 **** **** 4561")]
    [InlineData("运单[6222021200001234561]{order-number}")]
    public void Reads_cards(string marked) => ShouldRead(marked);

    [Theory]
    [InlineData("发到[wang.fang@example.com]{email}。")]
    [InlineData("[Wang＠example.com.cn]{email}")]
    [InlineData("[13812345678@example.com]{email}")]
    [InlineData("w***@example.com")]
    [InlineData("@小鹿客服 看一下")]
    [InlineData("user@localhost")]
    public void Reads_e_mail(string marked) => ShouldRead(marked);

    [Theory]
    [InlineData("寄到[广东省深圳市南山区科技路12号3栋501室]{address}")]
    [InlineData("地址是[北京市朝阳区建国路88号]{address}，对吗")]
    [InlineData("我住[幸福小区3栋2单元501室]{address}")]
    [InlineData("广东省深圳市南山区")]
    [InlineData("人民路那家店")]
    [InlineData("您排在3号窗口")]
    public void Reads_addresses(string marked) => ShouldRead(marked);

    [Theory]
    [InlineData("退您[35.5元]{amount}", 3550)]
    [InlineData("[一百二十块]{amount}", 12000)]
    [InlineData("[￥1,280]{amount}", 128000)]
    [InlineData("[两万三千元]{amount}", 2300000)]
    public void Reads_sums(string marked, int fen)
    {
        ShouldRead(marked);
        Read(marked).Single().Value.Should().Be(fen);
    }

    [Fact]
    public void The_same_number_has_one_value_however_it_is_written() =>
        new[] { "13812345678", "138-1234-5678", "一三八一二三四五六七八", "幺三八 幺二三四 五六七八" }.Select(t => Read(t).Single().Value).Distinct().Should().ContainSingle();

    [Theory]
    [InlineData("13812345678", "138****5678")]
    [InlineData("号码138-1234-5678吗", "号码138-****-5678吗")]
    [InlineData("一三八一二三四五六七八", "一三八****五六七八")]
    [InlineData("11010519491231002X", "110***********002X")]
    [InlineData("6222021200001234561", "6222***********4561")]
    [InlineData("wang.fang@example.com", "w********@example.com")]
    [InlineData("北京市朝阳区建国路88号", "北京市朝阳区******")]
    [InlineData("订单号13812345678", "订单号13812345678")]
    public void Masks_at_the_same_length_and_a_mask_is_no_data(string text, string masked)
    {
        PersonalData.Mask(text).Should().Be(masked).And.HaveLength(text.Length);
        PersonalData.Mask(masked).Should().Be(masked);
    }

    [Fact]
    public void Any_text_is_read_and_masked_at_its_length()
    {
        var random = new Random(7);
        const string Alphabet = "0123456789一三八幺零X@.-＠ ，。*号栋市区路元半个小时内周五前月\n\uD83D\uDE00";
        for (var i = 0; i < 500; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            PersonalData.Mask(text).Should().HaveLength(text.Length);
            foreach (var entity in EntityReader.Read(FoldedText.Of(text))) entity.Span.Of(text).Should().NotBeEmpty();
        }
    }

    private static IReadOnlyList<EntityHit> Read(string marked) => [.. EntityReader.Read(FoldedText.Of(Marked.Parse(marked).Text))];

    private static void ShouldRead(string marked)
    {
        var (text, expected) = Marked.Parse(marked);
        EntityReader.Read(FoldedText.Of(text)).Select(e => Marked.Show(text, e.Span.Start, e.Span.End, EntityHit.NameOf(e.Kind))).Should().Equal(expected, "that is marked in {0}", marked);
    }
}
