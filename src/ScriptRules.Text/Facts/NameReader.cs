using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Facts;

/// <summary>Reads the customer's name: from the record, from the customer's own words, and in what the agent says.</summary>
/// <remarks>Names of third persons do not count: only 我姓…, 我叫… and the like tell a name.</remarks>
/// <param name="honorific">How the record addresses the customer; null when it does not say.</param>
/// <param name="fromSpeech">Whether speech recognition has written it: another surname of the same sound may then be the customer's own.</param>
/// <param name="fromMail">Whether it is a mail, which ends with the name of its writer.</param>
internal sealed class NameReader(string? honorific, bool fromSpeech = false, bool fromMail = false)
{
    private static readonly string[] Introductions = ["我姓", "免贵姓", "敝姓", "鄙姓", "小姓", "复姓", "本人姓", "我叫", "我名字叫", "我的名字叫", "我的名字是", "我的姓名是", "本人叫", "姓"];

    // Each of them has one of these.
    private const string InIntroductions = "姓叫名是";

    // 麻烦您报一下姓名: what is said next may be nothing but the name.
    private static readonly string[] NameQuestions =
        ["您贵姓", "您尊姓", "您姓什么", "怎么称呼", "如何称呼", "姓名", "您的名字", "您叫什么", "您大名", "您的大名", "名字报", "报名字", "报个名字", "报下名字", "报一下名字", "说下名字", "说一下名字", "名字是", "名字说", "什么名字", "全名"];

    // Whose name it is that is asked for, where it is not the customer's.
    private static readonly string[] OtherPersons =
        ["收件", "寄件", "收货", "联系人", "孩子", "宝宝", "老人", "患者", "病人", "就诊", "乘客", "乘机", "旅客", "入住", "户主", "学员", "学生", "机主", "车主", "持卡", "被保", "受益", "业主", "客服", "师傅", "医生", "老师", "同事", "店", "公司", "商品", "药", "产品", "抬头", "开户", "家属", "家人", "他", "她", "对方"];

    private static readonly string[] AnswerOpeners = ["嗯", "哦", "噢", "好的", "好", "就", "是", "我是", "我", "叫", "名字", "姓名"];
    private const string NoGivenInAnswers = "我你您他她的了吗呢么吧啊是有不没要想在这那个什问查谢州市区县省";

    // What goes on much longer is no answer to 您贵姓.
    private const int LongestAnswer = 20;

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

    // What is behind a surname and can be no given name: 我姓王想退款.
    private const string NoGiven = "叫名的女男想要我你您是在有咱请查问退订买";

    // In front of 先生 and 女士 these are no surname that somebody got wrong: 这位先生, 老先生, 您先生, 好的先生.
    private const string NoSurname = "您你妳我咱他她它们这那哪位名个的老大小男女好亲请是和跟与给对向找让叫问各两几诸众某本该此每另其单同为帮替到在有了吗呢吧啊呀哈嗯哦噢喂哎诶嗨行那谢盲美帅贵尊连从由及或被把";

    // These are words as well in front of a person: 和先生您核对, 向先生您致歉.
    private const string Prepositions = "和向连";

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
    /// <param name="text">What the customer says.</param>
    /// <param name="asked">What the agent said before; null for nothing.</param>
    /// <returns>Where the name stands; null when none is told.</returns>
    internal TextSpan? Hear(FoldedText text, FoldedText? asked = null) => Introduced(text) ?? (asked is not null && AsksName(asked) ? Answered(text) : null) ?? (fromMail ? Signed(text) : null);

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
    private TextSpan? Answered(FoldedText text)
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
            var surname = Surnames.LengthIn(said);
            if (surname == 0 || said.Length - surname is < 1 or > 2 || Surnames.BeginAWord(said) || said[surname..].IndexOfAny(NoGivenInAnswers) >= 0) return null;
            return Take(said.ToString()) ? text.Span(start, end) : null;
        }

        return null;
    }

    private TextSpan? Introduced(FoldedText text)
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
                while (given > 0 && "的了吧啊呀呢哈".Contains(said[surname + given - 1], StringComparison.Ordinal)) given--;
                if (introduction == "姓" && start - 1 != text.ClauseStart(start - 1)) continue;
                if (!tellsSurname && given > 2) given = GivenBefore(said, surname);
                if (tellsSurname && !TellsSurname(said, surname, isOwn: introduction != "姓", ref given)) continue;
                if (!tellsSurname && given is < 1 or > 2) continue;
                Take(given == 0 && FullNameBehind(text, start, surname) is { } full ? full : said[..(surname + given)].ToString());
                return text.Span(start, start + surname + given);
            }
        }

        return Presented(text);
    }

    /// <summary>The full name that the next clause tells: 我姓刘，叫刘德海, 我姓赵，赵立群.</summary>
    private static string? FullNameBehind(FoldedText text, int start, int surname)
    {
        var next = text.ClauseEnd(start);
        if (next >= text.Length) return null;
        var said = text.Chars[next..text.ClauseEnd(next)];
        if (said is ['叫', ..]) said = said[1..];
        return said.Length - surname is 1 or 2 && said.StartsWith(text.Chars.Slice(start, surname), StringComparison.Ordinal) ? said.ToString() : null;
    }

    /// <summary>How long the given name is that goes right on into what the customer wants, 我叫魏建军要退费; 0 where nothing says where it ends.</summary>
    private static int GivenBefore(ReadOnlySpan<char> said, int surname)
    {
        foreach (var given in (ReadOnlySpan<int>)[2, 1])
            foreach (var want in Wants)
                if (said[(surname + given)..].StartsWith(want, StringComparison.Ordinal)) return given;
        return 0;
    }

    // 我是高中生, 我是白金会员: what somebody is, not who.
    private const string Roles = "人生员者户主民商客家师长机卡号级楼区店厂司方粉友妈爸爷奶婆公嫂姐哥妹弟孩工医警兵军队会社院校班组版型证票单网路边侧面上下里外前后左右中间在从来去好祺礼族党末局处科组";

    // Where nothing but the place tells a name: surnames that begin few other words. 温, 单, 左 and 高 begin many (我是单眼皮).
    private const string TellingSurnames = "王李张刘陈杨赵吴周徐孙朱胡郭何林罗郑梁谢宋唐许韩邓冯曹彭曾肖萧董潘袁蔡蒋余杜叶魏苏吕丁卢姚沈钟姜崔谭陆范汪廖贾傅邹孟秦邱薛闫阎侯陶黎贺郝龚邵覃";

    // 我是林淑芬 is long enough to be a name; 我是车主 and 我是老客户 are not.
    private const int ShortestOwn = 3;

    /// <summary>The full name of three characters or more that is all of a clause behind 我是: 我是林淑芬.</summary>
    private TextSpan? OwnFullName(FoldedText text, int start, int end)
    {
        while (end > start && "啊呀哈".Contains(text.Chars[end - 1], StringComparison.Ordinal)) end--;
        var name = text.Chars[start..end];
        var surname = Surnames.LengthIn(name);
        if (surname == 0 || name.Length < ShortestOwn || name.Length - surname is < 1 or > 2 || !IsTelling(name, surname)) return null;
        return Take(name.ToString()) ? text.Span(start, end) : null;
    }

    private static bool IsTelling(ReadOnlySpan<char> name, int surname) =>
        !Honorifics.Contains(name[surname..].ToString(), StringComparer.Ordinal) && (surname > 1 || TellingSurnames.Contains(name[0], StringComparison.Ordinal)) && !Surnames.BeginAWord(name)
        && name[surname..].IndexOfAny(NoGivenInAnswers) < 0 && name[surname..].IndexOfAny(Roles) < 0;

    /// <summary>The full name that is all of a mail's last sentence: 请核实。赵磊.</summary>
    private TextSpan? Signed(FoldedText text)
    {
        var end = text.Length;
        if (end == 0) return null;
        var start = text.SentenceStart(end - 1);
        var name = text.Chars[start..end];
        var surname = Surnames.LengthIn(name);
        if (start == 0 || surname == 0 || name.Length - surname is < 1 or > 2 || !IsTelling(name, surname)) return null;
        return Take(name.ToString()) ? text.Span(start, end) : null;
    }

    // 我是三栋的马强: where somebody lives, and then who they are.
    private const string Dwellings = "栋楼室号户层元座幢";

    /// <summary>The full name that ends a clause behind where the customer lives.</summary>
    private TextSpan? OfAHouse(FoldedText text, int start)
    {
        var end = text.ClauseEnd(start);
        var of = text.Chars[start..end].LastIndexOf('的');
        if (of <= 0 || !Dwellings.Contains(text.Chars[start + of - 1], StringComparison.Ordinal)) return null;
        var name = text.Chars[(start + of + 1)..end];
        var surname = Surnames.LengthIn(name);
        if (surname == 0 || name.Length - surname is < 1 or > 2 || Surnames.BeginAWord(name) || name[surname..].IndexOfAny(NoGivenInAnswers) >= 0) return null;
        return Take(name.ToString()) ? text.Span(end - name.Length, end) : null;
    }

    private TextSpan? Presented(FoldedText text)
    {
        var found = text.Chars.IndexOf(Presentation, StringComparison.Ordinal);
        if (found < 0) return null;
        var start = found + Presentation.Length;
        if (start >= text.Length) return null;
        if (OfAHouse(text, start) is { } ofAHouse) return ofAHouse;
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

        return found == text.ClauseStart(found) ? OwnFullName(text, start, text.ClauseEnd(start)) : null;
    }

    /// <summary>Whether what is said behind 姓 begins with a surname; more words may follow without a comma (我姓游游泳的游).</summary>
    /// <param name="said">What is said up to the end of the clause.</param>
    /// <param name="surname">How long the surname is.</param>
    /// <param name="isOwn">Whether it is surely the speaker's; 姓王的那个客服 is not.</param>
    /// <param name="given">How long the given name behind it may be; 0 afterwards where it is none.</param>
    private static bool TellsSurname(ReadOnlySpan<char> said, int surname, bool isOwn, ref int given)
    {
        var rest = said[surname..];
        if (given == 0) return true;
        if (rest[0] is '八' or '姓') return false; // 我姓王八蛋, 管我姓张姓李
        var isLong = given > 2;
        if (isLong || NoGiven.Contains(rest[0], StringComparison.Ordinal)) given = 0;
        var isSpelt = rest is [_, _, '的', var last, ..] && last == said[0];
        return isOwn || !isLong || isSpelt || rest[0] is '我' or '叫' or '名' or '女' or '男';
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
        var isAddressedElse = IsAddressedElse(text);
        for (var i = 0; i < text.Length; i++)
        {
            if (_fullName.Length > 0 && Stands(text, i, _fullName))
            {
                var end = i + _fullName.Length;
                if (HonorificAt(text, end))
                {
                    yield return WithHonorific(text, i, end);
                }
                else
                {
                    var isCall = !CallGrammar.IsTold(text, i, end)
                        && CallGrammar.IsCall(text, i, end, isDistinct: !Surnames.BeginAWord(_fullName), isOwn: !isAddressedElse);
                    yield return (text.Span(i, end), isCall ? NameForm.Bare : NameForm.Datum);
                }

                i = end - 1;
            }
            else if (Stands(text, i, _surname) && HonorificAt(text, i + _surname.Length))
            {
                yield return WithHonorific(text, i, i + _surname.Length);
            }
            else if (OtherName(text, i) is var other and > 0 && IsOtherCall(text, i, i + other))
            {
                yield return SoundsLikeIt(text, i, other)
                    ? (text.Span(i, i + other), NameForm.Proper)
                    : (text.Span(i, i + other + CallHonorificLength), NameForm.Wrong);
            }
            else if (given.Length > 1 && Stands(text, i, given) && CallGrammar.IsCall(text, i, i + given.Length, isDistinct: false))
            {
                yield return (text.Span(i, i + given.Length), NameForm.Bare);
            }
            else if (text.Chars[i] is '老' or '小' && Stands(text, i + 1, _surname) && !HonorificAt(text, i + 1 + _surname.Length)
                && CallGrammar.IsCall(text, i, i + 1 + _surname.Length, isDistinct: false))
            {
                yield return (text.Span(i, i + 1 + _surname.Length), NameForm.Bare);
            }
        }
    }

    /// <summary>Whether the customer is called by surname and honorific somewhere in <paramref name="text"/>: the full name beside it is likely told as data.</summary>
    private bool IsAddressedElse(FoldedText text)
    {
        for (var i = 0; i + _surname.Length < text.Length; i++)
            if (Stands(text, i, _surname) && CallHonorificAt(text, i + _surname.Length)) return true;
        return false;
    }

    /// <summary>The customer's name with an honorific behind it; the one of the other sex is wrong in a call, and tells of somebody else elsewhere.</summary>
    private (TextSpan Span, NameForm Form) WithHonorific(FoldedText text, int start, int end)
    {
        if (!Contradicts(text, end)) return (text.Span(start, end), NameForm.Proper);
        var whole = end + CallHonorificLength;
        return CallGrammar.IsCall(text, start, whole, isDistinct: true)
            ? (text.Span(start, whole), NameForm.WrongHonorific)
            : (text.Span(start, end), NameForm.Datum);
    }

    /// <summary>Whether a man is called 女士 or 小姐 here, or a woman 先生.</summary>
    private bool Contradicts(FoldedText text, int at) => honorific switch
    {
        "先生" => Stands(text, at, "女士") || Stands(text, at, "小姐"),
        "女士" or "小姐" => Stands(text, at, "先生"),
        _ => false,
    };

    /// <summary>How long the name at <paramref name="at"/> is, when it is followed by 先生, 女士 or 小姐 and has not the customer's surname; else 0.</summary>
    /// <remarks>A surname that is in no list counts as well: 秋先生 for 邱先生.</remarks>
    private int OtherName(FoldedText text, int at)
    {
        if (Stands(text, at, _surname)) return 0;
        var surname = Surnames.LengthIn(text.Chars[at..]);
        if (CallHonorificAt(text, at + Math.Max(1, surname)))
            return surname > 0 || text.Chars[at] == _surname[0] || !NoSurname.Contains(text.Chars[at], StringComparison.Ordinal) ? Math.Max(1, surname) : 0;
        if (surname == 0 || Surnames.BeginAWord(text.Chars[at..])) return 0;
        for (var length = surname + 1; length <= surname + 2 && at + length < text.Length; length++)
        {
            if (NoSurname.Contains(text.Chars[at + length - 1], StringComparison.Ordinal)) return 0;
            if (CallHonorificAt(text, at + length)) return length;
        }

        return 0;
    }

    /// <summary>Whether somebody is called by the other name at <c>[start, end)</c> and the honorific behind it.</summary>
    private static bool IsOtherCall(FoldedText text, int start, int end)
    {
        var whole = end + CallHonorificLength;
        if (end - start == 1 && Prepositions.Contains(text.Chars[start], StringComparison.Ordinal) && whole < text.ClauseEnd(start)
            && !Stands(text, whole, "您好") && !Stands(text, whole, "你好")) return false;
        return CallGrammar.IsCall(text, start, whole, isDistinct: true);
    }

    /// <summary>Whether the name may be the customer's, as speech recognition writes it.</summary>
    private bool SoundsLikeIt(FoldedText text, int at, int length) =>
        fromSpeech && length == _surname.Length && Enumerable.Range(0, length).All(i => Pinyin.AllOf(text.Chars[at + i]).Intersect(Pinyin.AllOf(_surname[i])).Any());

    private static bool CallHonorificAt(FoldedText text, int at)
    {
        foreach (var honorific in CallHonorifics)
            if (Stands(text, at, honorific)) return true;
        return false;
    }

    private static bool Stands(FoldedText text, int at, string word) => at + word.Length <= text.Length && text.Chars.Slice(at, word.Length).SequenceEqual(word);

    private static bool HonorificAt(FoldedText text, int at)
    {
        foreach (var honorific in Honorifics)
            if (Stands(text, at, honorific)) return true;
        return false;
    }
}
