using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Facts;

/// <summary>Reads the customer's name: from the record, from the customer's own words, and in what the agent says.</summary>
/// <remarks>Names of third persons do not count: only 我姓…, 我叫… and the like tell a name.</remarks>
/// <param name="honorific">How the record addresses the customer; null when it does not say.</param>
internal sealed class NameReader(string? honorific)
{
    private static readonly string[] Introductions = ["我姓", "免贵姓", "复姓", "本人姓", "我叫", "我名字叫", "我的名字叫", "我的名字是", "我的姓名是", "本人叫", "姓"];

    // Each of them has one of these.
    private const string InIntroductions = "姓叫名是";

    // Tells a name only when it goes on with the customer's own honorific: 我是王女士, 我是曹秀英曹女士.
    private const string Presentation = "我是";

    private static readonly string[] OwnHonorifics = ["先生", "女士", "小姐", "太太"];

    // What a customer goes on with after the name.
    private static readonly string[] Wants = ["要", "想", "我要", "我想", "来", "打电话", "报修", "报名", "咨询", "问", "查", "退", "办", "订", "投诉", "家里", "家的"];

    // 我是王先生的邻居: somebody else.
    private static readonly string[] Belonging = ["的", "家", "他", "她", "那边", "介绍", "朋友"];

    private static readonly string[] Honorifics = ["先生", "女士", "小姐", "太太", "老师", "阿姨", "叔叔", "大哥", "大姐", "总", "经理", "老板", "医生", "同学"];

    private const int CallHonorificLength = 2;

    private static readonly string[] CallHonorifics = ["先生", "女士", "小姐"];

    private static readonly string[] Calls = ["喂", "哎", "诶", "嗨", "你好", "您好", "我说", "请问", "那", "好的", "好", "哦", "噢", "嗯", "行", "行吧", "这样啊", "知道了", "麻烦", "劳驾", "收到", "ok"];

    // What follows a name that is called out.
    private static readonly string[] AfterCalls = ["请问", "赶紧", "别", "稍等", "等等", "等一下", "听得", "听好", "目前", "当前"];

    // What follows a name in a list of data.
    private static readonly string[] Data = ["电话", "手机", "身份证", "地址", "尾号", "女", "男"];

    private string _surname = "";
    private string _fullName = "";

    /// <summary>The surname, folded; empty while it is not known.</summary>
    internal string Surname => _surname;

    /// <summary>The full name, folded; empty while it is not known.</summary>
    internal string FullName => _fullName;

    internal bool IsKnown => _surname.Length > 0;

    /// <summary>Takes the name of the record; false when it tells none.</summary>
    internal bool Take(string? recorded)
    {
        var name = FoldTable.FoldPhrase(recorded ?? "");
        var surname = Surnames.LengthIn(name);
        if (surname == 0) return false;
        _surname = name[..surname];
        var rest = name.AsSpan(surname);
        _fullName = rest.Length is 1 or 2 && !Honorifics.Contains(rest.ToString(), StringComparer.Ordinal) ? name : "";
        return true;
    }

    /// <summary>Takes the name by which the customer introduces themselves in <paramref name="text"/>.</summary>
    /// <returns>Where the name stands; null when none is told.</returns>
    internal TextSpan? Hear(FoldedText text)
    {
        if (text.Chars.IndexOfAny(InIntroductions) < 0) return null;
        foreach (var introduction in Introductions)
        {
            for (var from = 0; from < text.Length;)
            {
                var found = text.Chars[from..].IndexOf(introduction, StringComparison.Ordinal);
                if (found < 0) break;
                var start = from + found + introduction.Length;
                from = start;
                if (start >= text.Length) break;
                var said = text.Chars[start..text.ClauseEnd(start)];
                var surname = Surnames.LengthIn(said);
                var tellsSurname = introduction.EndsWith('姓');
                if (surname == 0) continue;
                var given = said.Length - surname;
                while (given > 0 && "的了吧啊呀呢".Contains(said[surname + given - 1], StringComparison.Ordinal)) given--;
                if (introduction == "姓" && start - 1 != text.ClauseStart(start - 1)) continue;
                if (!tellsSurname && given > 2) given = GivenBefore(said, surname);
                if (tellsSurname && given > 2 && "叫名的女男".Contains(said[surname], StringComparison.Ordinal)) given = 0;
                if (tellsSurname ? given > 2 : given is < 1 or > 2) continue;
                Take(said[..(surname + given)].ToString());
                return text.Span(start, start + surname + given);
            }
        }

        return Presented(text);
    }

    /// <summary>How long the given name is that goes right on into what the customer wants, 我叫魏建军要退费; 0 where nothing says where it ends.</summary>
    private static int GivenBefore(ReadOnlySpan<char> said, int surname)
    {
        foreach (var given in (ReadOnlySpan<int>)[2, 1])
            foreach (var want in Wants)
                if (said[(surname + given)..].StartsWith(want, StringComparison.Ordinal)) return given;
        return 0;
    }

    private TextSpan? Presented(FoldedText text)
    {
        var found = text.Chars.IndexOf(Presentation, StringComparison.Ordinal);
        if (found < 0) return null;
        var start = found + Presentation.Length;
        if (start >= text.Length) return null;
        var surname = Surnames.LengthIn(text.Chars[start..]);
        if (surname == 0) return null;
        for (var given = 0; given <= 2; given++)
        {
            var end = start + surname + given;
            if (end > text.Length) return null;
            var honorific = given > 0 && Stands(text, end, text.Chars.Slice(start, surname).ToString()) ? end + surname : end;
            if (!IsOwn(text, honorific)) continue;
            Take(text.Chars[start..end].ToString());
            return text.Span(start, end);
        }

        return null;
    }

    private static bool IsOwn(FoldedText text, int at)
    {
        foreach (var honorific in OwnHonorifics)
            if (Stands(text, at, honorific)) return !Belonging.Any(word => Stands(text, at + honorific.Length, word));
        return false;
    }

    /// <summary>How the agent uses the name in <paramref name="text"/>, by place.</summary>
    internal IEnumerable<(TextSpan Span, NameForm Form)> Uses(FoldedText text)
    {
        if (!IsKnown) yield break;
        var given = _fullName.Length > 0 ? _fullName[_surname.Length..] : "";
        for (var i = 0; i < text.Length; i++)
        {
            if (_fullName.Length > 0 && Stands(text, i, _fullName))
            {
                var end = i + _fullName.Length;
                yield return (text.Span(i, end), HonorificAt(text, end) ? NameForm.Proper : IsCall(text, i, end) ? NameForm.Bare : NameForm.Datum);
                i = end - 1;
            }
            else if (Stands(text, i, _surname) && HonorificAt(text, i + _surname.Length))
            {
                yield return (text.Span(i, i + _surname.Length), Contradicts(text, i + _surname.Length) ? NameForm.Wrong : NameForm.Proper);
            }
            else if (OtherSurname(text, i) is var other and > 0 && IsCall(text, i, i + other + CallHonorificLength))
            {
                yield return (text.Span(i, i + other + CallHonorificLength), NameForm.Wrong);
            }
            else if (given.Length > 1 && Stands(text, i, given) && IsCall(text, i, i + given.Length))
            {
                yield return (text.Span(i, i + given.Length), NameForm.Bare);
            }
            else if (text.Chars[i] is '老' or '小' && Stands(text, i + 1, _surname) && !HonorificAt(text, i + 1 + _surname.Length) && IsCall(text, i, i + 1 + _surname.Length))
            {
                yield return (text.Span(i, i + 1 + _surname.Length), NameForm.Bare);
            }
        }
    }

    /// <summary>Whether a man is called 女士 or 小姐 here, or a woman 先生.</summary>
    private bool Contradicts(FoldedText text, int at) => honorific switch
    {
        "先生" => Stands(text, at, "女士") || Stands(text, at, "小姐"),
        "女士" or "小姐" => Stands(text, at, "先生"),
        _ => false,
    };

    /// <summary>How long the surname at <paramref name="at"/> is, when it is followed by 先生, 女士 or 小姐 and is not the customer's; else 0.</summary>
    private int OtherSurname(FoldedText text, int at)
    {
        var length = Surnames.LengthIn(text.Chars[at..]);
        if (length == 0 || !CallHonorifics.Any(h => Stands(text, at + length, h))) return 0;
        return text.Chars.Slice(at, length).SequenceEqual(_surname) ? 0 : length;
    }

    private static bool Stands(FoldedText text, int at, string word) => at + word.Length <= text.Length && text.Chars.Slice(at, word.Length).SequenceEqual(word);

    private static bool HonorificAt(FoldedText text, int at)
    {
        foreach (var honorific in Honorifics)
            if (Stands(text, at, honorific)) return true;
        return false;
    }

    /// <summary>Whether the name is called out, rather than told: it opens its clause, and the clause ends or turns to 你.</summary>
    private static bool IsCall(FoldedText text, int start, int end)
    {
        var before = text.Chars[text.ClauseStart(start)..start];
        var after = text.Chars[end..text.ClauseEnd(end - 1)];
        if (before is "请问是" or "请问您是" or "请问你是" or "是" or "你是" or "您是" or "是不是" or "喂是") return after is "吗" or "吧" or "么" or "嘛" or "是吧" or "对吧";
        if (before.Length > 0 && !Calls.Contains(before.ToString(), StringComparer.Ordinal)) return false;
        if (after is "是吧" or "对吧" or "是吗" or "对吗" or "是不是" or "是不" || IsSetOff(text, end)) return true;
        return after.Length == 0 || after[0] is '你' or '您' or '啊' or '呀' or '哪' or '呐' or '吧' || AfterCalls.Any(word => Stands(text, end, word))
            || after.StartsWith(text.Chars[start..end], StringComparison.Ordinal);
    }

    /// <summary>Whether a blank sets off the words that end here from more words, as 张伟 周六到 does, and not from a number, as 张伟 138… does.</summary>
    private static bool IsSetOff(FoldedText text, int end) =>
        end < text.Length && text.Span(end - 1, end).End < text.Span(end, end + 1).Start && !char.IsAscii(text.Chars[end])
        && !Data.Any(word => Stands(text, end, word));
}
