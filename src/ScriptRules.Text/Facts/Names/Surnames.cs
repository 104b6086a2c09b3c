namespace ScriptRules.Text.Facts.Names;

/// <summary>Chinese surnames, to tell where the surname of a full name ends.</summary>
/// <remarks>The common single surnames of the mainland, and the double surnames in use.</remarks>
internal static class Surnames
{
    private const string Single =
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟申殷詹欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢";

    private static readonly string[] Double =
        ["欧阳", "上官", "司马", "诸葛", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "长孙", "夏侯", "轩辕", "端木", "独孤", "南宫", "宇文", "东方", "申屠", "淳于", "闻人", "赫连", "澹台", "公冶", "呼延", "万俟", "西门", "东郭", "百里", "钟离", "濮阳", "太史", "单于", "拓跋"];

    // They begin like names, and some people are called so.
    private static readonly string[] Words =
    [
        "麻烦", "关于", "于是", "应该", "方便", "时间", "时候", "安排", "任何", "任意", "全部", "成功", "单独", "向来", "白天", "连同", "项目", "高级", "温馨", "安全", "安心", "安静", "安宁",
        "高兴", "周末", "方圆", "周到", "周全", "白杨", "白雪", "文明", "向阳", "夏天", "黄金", "金额", "马上", "万一", "万能", "路上", "石头", "高峰", "高山", "江山", "时光", "关键", "关心", "程序", "康复",
        "和平", "贺喜", "雷雨", "严格", "严重", "费用", "盛夏", "花朵", "元旦", "党员", "尤其", "解决", "查询", "管理", "成人", "祝福", "常用", "明白", "辛苦", "单身", "成年", "白领", "金牌", "师傅", "万分", "乐意", "乐于",
    ];

    /// <summary>Whether the first two characters of <paramref name="name"/> are an everyday word as well.</summary>
    internal static bool BeginAWord(ReadOnlySpan<char> name)
    {
        foreach (var word in Words)
            if (name.StartsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>How many characters of <paramref name="name"/> are the surname; 0 when it does not begin with one.</summary>
    internal static int LengthIn(ReadOnlySpan<char> name)
    {
        foreach (var surname in Double)
            if (name.StartsWith(surname, StringComparison.Ordinal)) return 2;
        return name.Length > 0 && Single.Contains(name[0], StringComparison.Ordinal) ? 1 : 0;
    }
}
