using System.Globalization;
using System.Text;

namespace ScriptRules.Formats.Encodings;

/// <summary>How far decoded characters look like Chinese somebody wrote, rather than bytes of another encoding.</summary>
internal enum Likeness
{
    /// <summary>Control characters, private use, code points that stand for nothing.</summary>
    None,

    /// <summary>Characters that exist, but few that people use.</summary>
    Doubtful,

    /// <summary>ASCII and common Chinese.</summary>
    Likely,
}

/// <summary>Tells text from noise. GB18030 and UTF-16 give characters to nearly any bytes, so being decodable proves little.</summary>
/// <remarks>
/// Two lists decide: the 3,755 characters of GB2312's first level, which nearly all simplified text is made of, and the few
/// hundred that make up most of any text, simplified or traditional. Korean and Russian code pages fall into the first list
/// by accident, but seldom into the second.
/// </remarks>
internal static class Plausibility
{
    private const double CommonShare = 0.6;
    private const double FrequentShare = 0.25;
    private const double AsciiShare = 0.7;

    // With fewer characters than this, the share of frequent ones says little.
    private const int EnoughHan = 8;

    private const string Frequent =
        "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于" +
        "着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还" +
        "进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情" +
        "明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或" +
        "新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员" +
        "解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太" +
        "量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基" +
        "眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交" +
        "规万取拉格望觉术领共确传师观清今切院让识候带导争运笔您请谢服客退货款单订号联办帮" +
        "助查询帐账户充值费优惠换修售购买店铺商快递流收支付抱歉稍待麻烦早晚午祝欢迎需吗呢" +
        "吧啊哦嗯呀哪怎谁每慢贵送寄卡钱元码密改坏漏洗调冰箱网站注册登录验证短云杉這個們來" +
        "為國說時會對過發後裡種經學現當沒動還進樣開從實軍無與長機間問戰頭體見產話內門兒東" +
        "聲論處義幾認條氣題爾變總電數報結務場計資統區隊書則聽達難權設記類據邊張該規萬觀領" +
        "確傳師讓識帶導爭運筆請謝貨單訂號聯係辦幫詢賬戶費換買鋪遞煩歡嗎網";

    private static readonly HashSet<char> FrequentHan = [.. Frequent];

    private static readonly Lazy<HashSet<char>> CommonHan = new(() =>
    {
        // The first level of GB2312: rows 16 to 55, which are the lead bytes B0 to D7. The last row is short by five.
        var bytes = new List<byte>();
        for (var lead = 0xB0; lead <= 0xD7; lead++)
        {
            for (var trail = 0xA1; trail <= (lead == 0xD7 ? 0xF9 : 0xFE); trail++)
                bytes.AddRange([(byte)lead, (byte)trail]);
        }

        return [.. FrequentHan, .. StrictEncoding.Of(SourceEncoding.Gb18030).GetString([.. bytes])];
    });

    public static Likeness Of(string text)
    {
        int ascii = 0, letters = 0, han = 0, common = 0, frequent = 0, other = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsImpossible(rune))
                return Likeness.None;
            if (rune.IsAscii)
            {
                ascii++;
                letters += char.IsAsciiLetter((char)rune.Value) ? 1 : 0;
            }
            else if (IsHan(rune.Value))
            {
                han++;
                common += rune.IsBmp && CommonHan.Value.Contains((char)rune.Value) ? 1 : 0;
                frequent += rune.IsBmp && FrequentHan.Contains((char)rune.Value) ? 1 : 0;
            }
            else if (!IsNeutral(rune.Value))
            {
                other++;
            }
        }

        if (other > (han + ascii) * (1 - AsciiShare))
            return Likeness.Doubtful;
        if (han == 0)
            return ascii >= text.Length * AsciiShare ? Likeness.Likely : Likeness.Doubtful;

        // A few characters alone may all be seldom ones; among Latin letters they are more likely accents misread.
        var mayBeSeldom = han < EnoughHan && letters <= han;
        var likely = common >= han * CommonShare && (mayBeSeldom || frequent >= han * FrequentShare);
        return likely ? Likeness.Likely : Likeness.Doubtful;
    }

    /// <summary>Whether all but ASCII is Chinese of the most frequent kind.</summary>
    public static bool IsAllFrequent(string text) => text.All(c => char.IsAscii(c) || FrequentHan.Contains(c));

    private static bool IsImpossible(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => rune.Value is not ('\t' or '\n' or '\r' or '\f' or '\v'),
        UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate => true,
        _ => false,
    };

    private static bool IsHan(int c) => c is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x20000 and <= 0x323AF);

    /// <summary>Punctuation, full-width forms, symbols and emoji: at home in any Chinese text, but no proof of one.</summary>
    private static bool IsNeutral(int c) => c is
        (>= 0x2000 and <= 0x27BF) or (>= 0x3000 and <= 0x303F) or (>= 0xFF00 and <= 0xFFEF) or (>= 0xFE00 and <= 0xFE4F)
        or (>= 0x1F000 and <= 0x1FAFF) or 0xB7 or 0xB0 or 0xD7 or 0xA5 or 0xA0;
}
