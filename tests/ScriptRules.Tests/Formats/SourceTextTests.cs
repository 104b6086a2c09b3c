using System.Text;
using ScriptRules.Formats;

namespace ScriptRules.Tests.Formats;

public class SourceTextTests
{
    private const string Chinese = "客服: 您好,请问有什么可以帮您?\n客户: 我的洗衣机漏水了😀,订单号 A-1024。\n";
    private const string Traditional = "客服: 您好,請問有什麼可以幫您?\n客戶: 我的洗衣機漏水了,訂單號 A-1024。\n";

    public static byte[] Encode(string text, string encoding, bool mark)
    {
        var codec = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        byte[] preamble = encoding == "GB18030" ? [0x84, 0x31, 0x95, 0x33] : codec.GetPreamble();
        return [.. mark ? preamble : [], .. codec.GetBytes(text)];
    }

    [Theory]
    [InlineData("utf-8", SourceEncoding.Utf8)]
    [InlineData("utf-16", SourceEncoding.Utf16LittleEndian)]
    [InlineData("utf-16BE", SourceEncoding.Utf16BigEndian)]
    [InlineData("GB18030", SourceEncoding.Gb18030)]
    public void Tells_the_encoding_with_and_without_mark(string encoding, SourceEncoding expected)
    {
        foreach (var text in new[] { Chinese, Traditional, Chinese.Replace("\n", "\r\n", StringComparison.Ordinal) })
        {
            foreach (var mark in new[] { true, false })
            {
                var read = SourceText.Read(Encode(text, encoding, mark), "c.txt");

                read.Error.Should().BeNull();
                read.Encoding.Should().Be(expected);
                read.Text.Should().Be(text);
                Encoding.UTF8.GetString(read.Utf8.Span).Should().Be(text);
            }
        }
    }

    [Theory]
    [InlineData("您好")]
    [InlineData("好")]
    [InlineData("谢谢")] // valid UTF-8 by chance, as Cyrillic letters
    [InlineData("系统")] // the same in Greek
    [InlineData("有什么可以帮您的吗")]
    [InlineData("亲,包裹已签收,请放心。")]
    [InlineData("订单 A-1024 已发货")]
    [InlineData("訂單號")]
    public void Short_GB18030_is_told(string text) =>
        SourceText.Read(Encode(text, "GB18030", mark: false), "c.txt").Text.Should().Be(text);

    [Theory]
    [InlineData("café")]
    [InlineData("Ünïcödé")]
    [InlineData("Здравствуйте")]
    [InlineData("Καλημέρα")]
    [InlineData("谢")]
    [InlineData("한국어")]
    public void Short_UTF8_is_told(string text) =>
        SourceText.Read(Encode(text, "utf-8", mark: false), "c.txt").Text.Should().Be(text);

    [Theory]
    [InlineData("iso-8859-1", "Le café est fermé, désolé. Où êtes-vous né ? Très bien, à bientôt.")]
    [InlineData("iso-8859-1", "café")]
    [InlineData("iso-8859-1", "¡Hola! ¿Qué tal? Mañana será otro día, señor.")]
    [InlineData("iso-8859-1", "Größe und Qualität müssen überprüft werden, Straße für Straße")]
    [InlineData("windows-1251", "Здравствуйте, чем могу помочь? Ваш заказ уже отправлен.")]
    [InlineData("koi8-r", "Здравствуйте, чем могу помочь? Ваш заказ уже отправлен.")]
    [InlineData("euc-kr", "안녕하세요 고객님 무엇을 도와드릴까요 주문하신 상품은 내일 도착합니다")]
    [InlineData("shift_jis", "お客様のご注文はすでに発送されました。よろしくお願いいたします。")]
    public void Other_encodings_are_refused(string encoding, string text)
    {
        var read = SourceText.Read(Encode(text, encoding, mark: false), "c.txt");

        read.Error!.Code.Should().Be(InputErrorCode.Undecodable);
        read.Error.Place.Line.Should().Be(1);
        var asking = () => read.Text;
        asking.Should().Throw<InvalidOperationException>();
    }

    [Theory]
    [InlineData("7F454C460201", "a program (ELF)")]
    [InlineData("504B0304140000", "a ZIP archive")]
    [InlineData("89504E470D0A1A0A", "a PNG picture")]
    [InlineData("FFD8FFE000104A46", "a JPEG picture")]
    [InlineData("255044462D312E37", "a PDF document")]
    [InlineData("1F8B0800", "a gzip archive")]
    [InlineData("41420043", "NUL")]
    [InlineData("00000000", "NUL")]
    [InlineData("0102030405", "control characters")]
    public void Binary_files_are_refused(string hex, string words)
    {
        var error = SourceText.Read(Convert.FromHexString(hex), "c.txt").Error!;

        error.Code.Should().Be(InputErrorCode.Binary);
        error.ToString().Should().StartWith("c.txt: error SRI124: this is ").And.Contain(words);
    }

    [Fact]
    public void A_bad_byte_has_a_place()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("客服: 您好\n客户: 我要"), 0xFF, .. Encoding.UTF8.GetBytes("退货")];

        SourceText.Read(bytes, "c.txt").Error!.ToString().Should().Be(
            "c.txt:2:7: error SRI125: the byte 0xFF is not UTF-8, and the text is neither plausible GB18030 nor UTF-16; save it as UTF-8");
    }

    [Theory]
    [InlineData("EFBBBFFF")]
    [InlineData("FFFE00D8")]
    [InlineData("FEFFD800")]
    [InlineData("FFFE41")]
    [InlineData("FFFE000041000000")]
    public void A_mark_that_lies_is_an_error(string hex) =>
        SourceText.Read(Convert.FromHexString(hex), "c.txt").Error!.Code.Should().Be(InputErrorCode.Undecodable);

    [Fact]
    public void A_stream_that_breaks_is_an_error() =>
        SourceText.Read(new BrokenStream(), "c.txt").Error!.ToString().Should().Be("c.txt: error SRI122: reading it failed: the line is down");
}
