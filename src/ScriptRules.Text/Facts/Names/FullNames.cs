using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Facts.Names;

/// <summary>What a full name looks like: a surname, and one or two characters behind it that are no other word.</summary>
internal static class FullNames
{
    /// <summary>What a customer may be called by behind the name.</summary>
    internal static readonly string[] Honorifics = ["先生", "女士", "小姐", "太太", "老师", "阿姨", "叔叔", "大哥", "大姐", "总", "经理", "老板", "医生", "同学"];

    private const string NoGiven = "我你您他她的了吗呢么吧啊是有不没要想在这那个什问查谢州市区县省";

    // 我是高中生, 我是白金会员: what somebody is, not who.
    private const string Roles = "人生员者户主民商客家师长机卡号级楼区店厂司方粉友妈爸爷奶婆公嫂姐哥妹弟孩工医警兵军队会社院校班组版型证票单网路边侧面上下里外前后左右中间在从来去好祺礼族党末局处科组";

    // Where nothing but the place tells a name: surnames that begin few other words. 温, 单, 左 and 高 begin many (我是单眼皮).
    private const string TellingSurnames = "王李张刘陈杨赵吴周徐孙朱胡郭何林罗郑梁谢宋唐许韩邓冯曹彭曾肖萧董潘袁蔡蒋余杜叶魏苏吕丁卢姚沈钟姜崔谭陆范汪廖贾傅邹孟秦邱薛闫阎侯陶黎贺郝龚邵覃";

    /// <summary>How long the surname is with which <paramref name="name"/> begins, when one or two characters more are all of it; else 0.</summary>
    internal static int SurnameOf(ReadOnlySpan<char> name) =>
        Surnames.LengthIn(name) is > 0 and var surname && name.Length - surname is 1 or 2 ? surname : 0;

    /// <summary>Whether a whole name, with a surname of this length, can hardly be another word.</summary>
    internal static bool IsSure(ReadOnlySpan<char> name, int surname) => !Surnames.BeginAWord(name) && name[surname..].IndexOfAny(NoGiven) < 0;

    /// <summary>Whether it is a name where nothing but its place tells so.</summary>
    internal static bool IsTelling(ReadOnlySpan<char> name, int surname) =>
        !Honorifics.Contains(name[surname..].ToString(), StringComparer.Ordinal) && (surname > 1 || TellingSurnames.Contains(name[0], StringComparison.Ordinal))
        && IsSure(name, surname) && name[surname..].IndexOfAny(Roles) < 0;

    /// <summary>Whether <paramref name="word"/> stands at <paramref name="at"/>.</summary>
    internal static bool Stands(FoldedText text, int at, string word) => at + word.Length <= text.Length && text.Chars.Slice(at, word.Length).SequenceEqual(word);
}

/// <summary>A name that a customer tells.</summary>
/// <param name="Name">Folded.</param>
/// <param name="Span">Where it stands.</param>
internal readonly record struct ToldName(string Name, TextSpan Span);
