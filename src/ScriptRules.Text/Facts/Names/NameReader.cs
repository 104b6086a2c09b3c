using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Facts.Names;

/// <summary>Reads the customer's name: from the record, from the customer's own words, and in what the agent says.</summary>
/// <remarks>Names of third persons do not count: only 我姓…, 我叫… and the like tell a name.</remarks>
/// <param name="honorific">How the record addresses the customer; null when it does not say.</param>
/// <param name="fromSpeech">Whether speech recognition has written it: another surname of the same sound may then be the customer's own.</param>
/// <param name="fromMail">Whether it is a mail, which ends with the name of its writer.</param>
internal sealed class NameReader(string? honorific, bool fromSpeech = false, bool fromMail = false)
{
    private const int CallHonorificLength = 2;

    private static readonly string[] CallHonorifics = ["先生", "女士", "小姐"];

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
        _fullName = rest.Length is 1 or 2 && !FullNames.Honorifics.Contains(rest.ToString(), StringComparer.Ordinal) ? name : "";
        return true;
    }

    /// <summary>Takes the name by which the customer introduces themselves in <paramref name="text"/>.</summary>
    /// <param name="text">What the customer says.</param>
    /// <param name="asked">What the agent said before; null for nothing.</param>
    /// <returns>Where the name stands; null when none is told.</returns>
    internal TextSpan? Hear(FoldedText text, FoldedText? asked = null)
    {
        var told = NameIntroduction.Find(text) ?? NamePresentation.Find(text) ?? (asked is null ? null : NameAnswer.Find(text, asked)) ?? (fromMail ? NamePresentation.Signed(text) : null);
        return told is { } name && Take(name.Name) ? name.Span : null;
    }

    /// <summary>How the agent uses the name in <paramref name="text"/>, by place.</summary>
    internal IEnumerable<(TextSpan Span, NameForm Form)> Uses(FoldedText text)
    {
        if (!IsKnown) yield break;
        var given = _fullName.Length > 0 ? _fullName[_surname.Length..] : "";
        var isAddressedElse = IsAddressedElse(text);
        for (var i = 0; i < text.Length; i++)
        {
            if (_fullName.Length > 0 && FullNames.Stands(text, i, _fullName))
            {
                var end = i + _fullName.Length;
                if (HonorificAt(text, end))
                {
                    yield return WithHonorific(text, i, end);
                }
                else
                {
                    var isCall = !DatumGrammar.IsTold(text, i, end)
                        && CallGrammar.IsCall(text, i, end, isDistinct: !Surnames.BeginAWord(_fullName), isOwn: !isAddressedElse);
                    yield return (text.Span(i, end), isCall ? NameForm.Bare : NameForm.Datum);
                }

                i = end - 1;
            }
            else if (FullNames.Stands(text, i, _surname) && HonorificAt(text, i + _surname.Length))
            {
                yield return WithHonorific(text, i, i + _surname.Length);
            }
            else if (OtherName(text, i) is var other and > 0 && IsOtherCall(text, i, i + other))
            {
                yield return SoundsLikeIt(text, i, other)
                    ? (text.Span(i, i + other), NameForm.Proper)
                    : (text.Span(i, i + other + CallHonorificLength), NameForm.Wrong);
            }
            else if (given.Length > 1 && FullNames.Stands(text, i, given) && CallGrammar.IsCall(text, i, i + given.Length, isDistinct: false))
            {
                yield return (text.Span(i, i + given.Length), NameForm.Bare);
            }
            else if (text.Chars[i] is '老' or '小' && FullNames.Stands(text, i + 1, _surname) && !HonorificAt(text, i + 1 + _surname.Length)
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
            if (FullNames.Stands(text, i, _surname) && CallHonorificAt(text, i + _surname.Length)) return true;
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
        "先生" => FullNames.Stands(text, at, "女士") || FullNames.Stands(text, at, "小姐"),
        "女士" or "小姐" => FullNames.Stands(text, at, "先生"),
        _ => false,
    };

    /// <summary>How long the name at <paramref name="at"/> is, when it is followed by 先生, 女士 or 小姐 and has not the customer's surname; else 0.</summary>
    /// <remarks>A surname that is in no list counts as well: 秋先生 for 邱先生.</remarks>
    private int OtherName(FoldedText text, int at)
    {
        if (FullNames.Stands(text, at, _surname)) return 0;
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
            && !FullNames.Stands(text, whole, "您好") && !FullNames.Stands(text, whole, "你好")) return false;
        return CallGrammar.IsCall(text, start, whole, isDistinct: true);
    }

    /// <summary>Whether the name may be the customer's, as speech recognition writes it.</summary>
    private bool SoundsLikeIt(FoldedText text, int at, int length) =>
        fromSpeech && length == _surname.Length && Enumerable.Range(0, length).All(i => Pinyin.AllOf(text.Chars[at + i]).Intersect(Pinyin.AllOf(_surname[i])).Any());

    private static bool CallHonorificAt(FoldedText text, int at)
    {
        foreach (var honorific in CallHonorifics)
            if (FullNames.Stands(text, at, honorific)) return true;
        return false;
    }

    private static bool HonorificAt(FoldedText text, int at)
    {
        foreach (var honorific in FullNames.Honorifics)
            if (FullNames.Stands(text, at, honorific)) return true;
        return false;
    }
}
