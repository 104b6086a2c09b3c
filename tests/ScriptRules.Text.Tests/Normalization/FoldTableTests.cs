using System.Runtime.InteropServices;
using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Tests.Normalization;

public class FoldTableTests
{
    [Theory]
    [InlineData("ＶＩＰ客服", "vip客服")]                      // full width, case
    [InlineData("ｶﾞｲﾄﾞ", "カイト")]                           // half-width kana; voicing is a mark
    [InlineData("您煩不煩", "您烦不烦")]                       // traditional
    [InlineData("請回覆，不要喫", "请回复不要吃")]
    [InlineData("沒辦法處理退貨，請聯繫廠家", "没办法处理退货请联系厂家")]
    [InlineData("裏面裡面佈置讚證週嶽盃", "里面里面布置赞证周岳杯")] // in ICU, Unihan or the hand list only
    [InlineData("乾坤 俱全 著作 狼藉", "乾坤俱全著作狼藉")]     // simplified too: left alone
    [InlineData("妳們伱們祢儞", "你们你们你你")]
    [InlineData("您你他她它", "您你他她它")]                   // kept apart
    [InlineData("加我Ⓥ①⑤❻➆", "加我v1567")]                  // circled
    [InlineData("⑩⑫⒈㈠㊙㋀㎡Ⅳ", "10121一秘1月m2iv")]          // some fold to several
    [InlineData("𝐕𝒊𝕡🅥🄸🅟🈶", "vipvip有")]                   // styled, outside the basic plane
    [InlineData("wǒ jiā é é", "wojiaee")]                     // accents, composed or not
    [InlineData("٣३๓", "333")]                                // digits of other scripts
    [InlineData("ВЕРНО аρрӏе", "bephoappӏe")]                 // Cyrillic and Greek that look Latin
    [InlineData("⼈⼝⺟", "人口母")]                            // radicals
    [InlineData("豈更車", "岂更车")]                  // compatibility ideographs
    [InlineData("½杯", "½杯")]                                // not 12
    [InlineData("你\u200B烦\u00AD不\uFE0F烦\u3164\u2060", "你烦不烦")] // zero-width and blank letters
    [InlineData("你😀烦👨‍👩‍👧不🇨🇳烦1️⃣", "你烦不烦1")]              // emoji
    [InlineData("(´・ω・`) 好 (｡•ˇ‸ˇ•｡) Д", "好")]             // kaomoji
    [InlineData("你*烦_不-烦…！。，、；：“”《》", "你烦不烦")]
    [InlineData("一二三〇两百万", "一二三〇两百万")]             // numerals are words
    [InlineData("", "")]
    public void Folds(string written, string folded) => FoldTable.FoldPhrase(written).Should().Be(folded);

    [Fact]
    public void A_rare_character_of_two_units_folds_to_one_for_text_and_phrase()
    {
        FoldTable.FoldPhrase("𠮷野家").Should().HaveLength(3).And.NotBe(FoldTable.FoldPhrase("𡘙野家"));
        FoldTable.FoldPhrase("\uD842好\uDFB7").Should().Be("好"); // halves are noise
    }

    [Fact]
    public void Fold_is_what_FoldPhrase_does_to_one_character()
    {
        for (var c = 1; c <= 0xFFFF; c++)
        {
            var phrase = FoldTable.FoldPhrase(((char)c).ToString());
            FoldTable.Fold((char)c).Should().Be(phrase.Length > 0 ? phrase[0] : '\0', $"U+{c:X4}");
        }
    }

    [Fact]
    public void Folding_twice_changes_nothing()
    {
        for (var c = 0; c <= 0x10FFFF; c++)
        {
            if (c is >= 0xD800 and < 0xE000) continue;
            var once = FoldTable.FoldPhrase(char.ConvertFromUtf32(c));
            if (FoldTable.FoldPhrase(once) != once) FoldTable.FoldPhrase(once).Should().Be(once, $"U+{c:X4}");
        }
    }

    [Fact]
    public void No_fold_is_zero_or_the_special_code() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll<string?>(text =>
            FoldTable.FoldPhrase(text ?? "").AsSpan().IndexOfAny('\0', FoldTable.Special) < 0));

    [Fact]
    public void The_checked_in_table_is_what_the_generator_hashed()
    {
        var table = string.Concat(string.Concat(Enumerable.Range(0, 0x10000).Select(c => FoldTable.Look((char)c))), FoldData.Several);

        Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(table.AsSpan()))).Should().Be(FoldData.Sha256);
    }
}
