using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Facts.Names;

/// <summary>The name that a customer answers with when asked for it.</summary>
internal static class NameAnswer
{
    // 麻烦您报一下姓名: what is said next may be nothing but the name.
    private static readonly string[] NameQuestions =
        ["您贵姓", "您尊姓", "您姓什么", "怎么称呼", "如何称呼", "姓名", "您的名字", "您叫什么", "您大名", "您的大名", "名字报", "报名字", "报个名字", "报下名字", "报一下名字", "说下名字", "说一下名字", "名字是", "名字说", "什么名字", "全名"];

    // Whose name it is that is asked for, where it is not the customer's.
    private static readonly string[] OtherPersons =
        ["收件", "寄件", "收货", "联系人", "孩子", "宝宝", "老人", "患者", "病人", "就诊", "乘客", "乘机", "旅客", "入住", "户主", "学员", "学生", "机主", "车主", "持卡", "被保", "受益", "业主", "客服", "师傅", "医生", "老师", "同事", "店", "公司", "商品", "药", "产品", "抬头", "开户", "家属", "家人", "他", "她", "对方"];

    private static readonly string[] AnswerOpeners = ["嗯", "哦", "噢", "好的", "好", "就", "是", "我是", "我", "叫", "名字", "姓名"];
    // What goes on much longer is no answer to 您贵姓.
    private const int LongestAnswer = 20;

    /// <summary>Null when the customer was not asked for their own name, or answers otherwise.</summary>
    /// <param name="asked">What the agent said before.</param>
    internal static ToldName? Find(FoldedText text, FoldedText asked) => AsksName(asked) ? Answered(text) : null;

    /// <summary>Whether the customer is asked for their own name in the last place, and for nobody else's.</summary>
    private static bool AsksName(FoldedText asked)
    {
        foreach (var question in NameQuestions)
        {
            var at = asked.Chars.LastIndexOf(question, StringComparison.Ordinal);
            if (at < 0) continue;
            var clause = asked.Chars[asked.ClauseStart(at)..asked.ClauseEnd(at)];
            foreach (var other in OtherPersons)
                if (clause.Contains(other, StringComparison.Ordinal)) return false;
            return true;
        }

        return false;
    }

    /// <summary>The full name that is all of the answer, or its first clause: 陈桂芳; 嗯，我是陈桂芳，耳东陈.</summary>
    private static ToldName? Answered(FoldedText text)
    {
        if (text.Length > LongestAnswer) return null;
        for (int from = 0, to; from < text.Length; from = to)
        {
            to = text.ClauseEnd(from);
            var start = from;
            foreach (var opener in AnswerOpeners)
                if (text.Chars[start..to].StartsWith(opener, StringComparison.Ordinal)) start += opener.Length;
            if (start == to) continue;
            var end = to;
            while (end > start && "的啊呀哈吧呢".Contains(text.Chars[end - 1], StringComparison.Ordinal)) end--;
            var said = text.Chars[start..end];
            var surname = FullNames.SurnameOf(said);
            if (surname == 0 || !FullNames.IsSure(said, surname)) return null;
            return new ToldName(said.ToString(), text.Span(start, end));
        }

        return null;
    }
}
