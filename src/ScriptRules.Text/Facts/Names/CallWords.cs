namespace ScriptRules.Text.Facts.Names;

/// <summary>The words by which <see cref="CallGrammar"/> tells.</summary>
internal static class CallWords
{
    // These are said for themselves: a call may follow wherever they end. 抱谦 is how hasty fingers write 抱歉.
    internal static readonly string[] Formulas =
    [
        "您好", "你好", "早上好", "上午好", "中午好", "下午好", "晚上好", "再见", "拜拜", "慢走", "不客气", "没关系", "不好意思", "抱歉", "抱谦", "久等了",
        "请放心", "您放心", "别着急", "您别急", "别担心", "稍等", "稍等一下", "稍候", "麻烦您了", "打扰您了", "辛苦您了", "谢谢您", "谢谢你", "感谢您", "谅解", "见谅",
    ];

    // These take words behind them, or end other words: only more of them may stand before them, up to the start of the clause.
    internal static readonly string[] Openers =
    [
        "喂", "哎", "诶", "嗨", "我说", "请问", "那", "那么", "好的", "好", "好了", "好嘞", "好呀", "哦", "噢", "嗯", "行", "行吧", "行的", "可以", "可以的", "没问题", "对的", "是的",
        "这样啊", "知道了", "明白", "明白了", "收到", "ok", "麻烦", "劳驾", "没事", "没事的", "谢谢", "多谢", "感谢", "对不起", "打扰了", "亲", "尊敬的", "亲爱的", "啊", "呀", "哈",
    ];

    // 感谢您的来电, 祝您生活愉快: a head, and the word that ends it.
    internal static readonly string[] ThanksHeads = ["感谢您", "谢谢您", "感谢你", "谢谢你", "多谢您"];
    internal static readonly string[] ThanksEnds = ["来电", "致电", "咨询", "支持", "理解", "配合", "等待", "耐心", "反馈", "反映", "提醒", "信任", "惠顾", "光临", "使用", "关注", "建议", "意见", "体谅", "合作", "选择"];
    internal static readonly string[] WishEnds = ["愉快", "顺利", "快乐", "平安", "健康", "如意", "安康", "幸福"];

    internal static readonly string[] Turns = ["你", "您", "妳", "请问", "啊", "呀", "哪", "呐", "吧", "赶紧", "别", "稍等", "等等", "等一下", "听得", "听好", "目前", "当前"];

    // Behind what is surely a name: 国庆请您带好证件 calls no 王国庆.
    internal static readonly string[] MoreTurns =
    [
        "请", "麻烦", "谢谢", "感谢", "多谢", "非常感谢", "非常抱歉", "很抱歉", "抱歉", "不好意思", "对不起", "再见", "拜拜", "慢走", "祝",
        "早上好", "上午好", "中午好", "下午好", "晚上好", "辛苦", "打扰", "欢迎", "让您", "给您添", "是的", "好的", "嗯", "可以的", "没关系", "不客气", "放心",
    ];

    // Before the customer's own full name, which nothing else is likely to be: more that is said for itself (记好了陈晓燕，师傅四点到).
    internal static readonly string[] OwnOpeners =
    [
        "这么着", "这么着吧", "这样", "这样吧", "那这样", "那行", "那好", "就这样", "就这么定了", "定了", "成", "成了", "成吧", "妥了", "得了", "得嘞", "得", "好啦", "好咧", "好哒", "好吧", "行了", "行啊", "对了", "对对",
        "记好了", "记下了", "记住了", "记着", "听好了", "听着", "听我说", "您听", "您听好", "您听我说", "跟您说", "我跟您说", "我跟您讲", "告诉您", "您看", "您瞧", "瞧", "来", "来来", "快", "快来",
        "改好了", "办好了", "弄好了", "修好了", "查到了", "查好了", "到了", "来了", "到货了", "到账了", "通过了", "恭喜", "恭喜恭喜", "恭喜您", "祝贺", "欢迎", "欢迎回来", "早", "早啊", "晚安",
        "哎呀", "哎哟", "哎哎", "哟", "欸", "唉", "咦", "嘿", "哈喽", "哇", "放心", "放心吧", "不急", "莫急", "别慌", "有的", "有的有的", "能的", "不行", "不用", "不会", "没有的", "拜托", "辛苦", "辛苦了", "劳烦", "烦请", "有请", "下一位", "请",
    ];

    // What the customer is told or asked, as its subject: 麻烦欧阳雪把身份证拍清楚, 何俊杰想要哪个颜色.
    internal static readonly string[] Tasks =
    [
        "把", "将", "想要", "想", "要", "需要", "需", "得", "记得", "先", "再", "快", "带", "带上", "拿", "来", "过来", "去", "到", "下来", "出来", "进来", "看", "看看", "填", "发", "拍", "报", "选", "点", "核对", "确认", "签", "付", "交",
        "抽空", "有空", "方便", "什么时候", "几点", "哪", "可以", "可", "能", "就", "直接", "明天", "今天", "后天", "周", "下午", "上午", "晚上", "随时",
    ];

    // 张伟把件领走了 tells what was done.
    internal static readonly string[] DoneEnds = ["了", "过", "的", "着"];
    internal static readonly string[] TaskEnds = ["就行了", "就好了", "可以了", "就成了", "的", "好的"];

    // 能到的欧阳静: the short answer to what was asked.
    internal static readonly string[] Answers = ["能", "可以", "会", "行", "有", "在", "还在", "还有", "还能", "都能", "都有", "没", "不能", "不会", "不用", "肯定"];
    internal const int LongestAnswer = 5;

    // 解冻了何婷: what has been done for them.
    internal const int LongestOutcome = 6;

    // 改成了张伟, 签了张伟: the name is what was done.
    internal static readonly string[] NamesOf = ["成了", "给了", "填了", "报了", "签了", "署了", "印了", "贴了", "打了", "加了", "存了", "用了", "是了", "有了", "到了", "为了", "除了", "换了", "选了", "看了", "对了", "错了", "叫了", "少了", "漏了"];

    // 陈志强您这户: the name and 您 are one person.
    internal static readonly string[] Appositions = ["您这", "您那", "您家", "您的", "您名下", "你这", "你那", "你家"];

    // 是张伟您的字迹, 写的张伟您看: what is written.
    internal static readonly string[] Written = ["是", "的", "写", "叫", "写着", "写了", "填了", "签了", "为", "成", "显示", "登记", "和", "跟", "与"];

    internal static readonly string[] MayBeDone = ["可以", "能", "该", "需要", "记得", "几点", "什么时候"];

    // 张伟本人签收, 张伟女士的: no subject but the name of one.
    internal static readonly string[] NoTasks = ["可能", "要是", "得到", "将来", "来电", "来自", "需要的", "想必", "去年", "明天生日", "点的", "选的", "填的", "发的", "签的", "签收", "付的", "交的", "拍的", "到付", "能不能用"];

    // The name of a field: the name is its content (收件人 张伟).
    internal const string Labels = "人名者户主客员头方栏款";

    // What is asked about one's data is asked of the one called: 孙国强 地址核对下.
    internal static readonly string[] Checks = ["核对", "确认", "对一下", "对下", "发", "填", "改", "给", "说", "报", "再", "麻烦", "请", "有误", "不对", "写"];

    internal static readonly string[] NoTurns = ["别人", "别的", "目前不", "目前在", "目前是", "目前没", "当前不", "当前在", "当前是", "当前没", "请假", "请客", "请了", "请来"];

    // 请问是张伟吗: asked of the one who picked up.
    internal static readonly string[] Questions = ["是", "你是", "您是", "是不是"];
    internal static readonly string[] QuestionEnds = ["吗", "吧", "么", "嘛", "是吧", "对吧", "啊", "呀"];

    internal static readonly string[] Asks = ["是吧", "对吧", "是吗", "对吗", "是不是", "是不"];

    // What goes on about the one called's business, rather than about the name or about a third person.
    internal static readonly string[] Goings = ["我", "咱", "这个", "这次", "这款", "这单", "这笔", "这件", "这张", "这份", "这些", "这期", "这台", "这套", "那我", "那咱", "那这", "关于"];
    internal static readonly string[] NoGoings = ["这个人", "这个名", "这个姓", "这个字", "这些人", "这个客", "这个同"];

    // 我已经通知了, 我记下了: what the agent does to a third person, or with a name.
    internal static readonly string[] Between = ["们", "这边", "这里", "已经", "刚刚", "刚才", "刚", "就", "也", "先", "来", "马上", "都", "去", "再", "没", "不"];
    internal static readonly string[] Dealings =
    [
        "通知", "联系", "告诉", "转告", "问", "认识", "知道", "熟", "记", "登记", "备注", "找", "派", "安排", "约", "请", "叫", "催", "核对", "核实", "念", "输", "写", "打过", "拼", "听说", "见",
    ];

    // What follows a name in a list of data.
    internal static readonly string[] Data = ["电话", "手机", "身份证", "地址", "尾号", "女", "男"];

    // A telephone number, the shortest number that is read out behind a name.
    internal const int ShortestNumber = 7;
}
