using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Facts.Names;

/// <summary>The name that a customer tells by 我是, and the one that ends a mail: what they are told by is mostly said of other things.</summary>
internal static class NamePresentation
{
    // Tells a name only when it goes on with the customer's own honorific: 我是王女士, 我是曹秀英曹女士.
    private const string Presentation = "我是";

    private static readonly string[] OwnHonorifics = ["先生", "女士", "小姐", "太太"];

    // 我是王先生的邻居: somebody else.
    private static readonly string[] Belonging = ["的", "家", "他", "她", "那边", "介绍", "朋友"];

    // 我是林淑芬 is long enough to be a name; 我是车主 and 我是老客户 are not.
    private const int ShortestOwn = 3;

    // 我是三栋的马强: where somebody lives, and then who they are.
    private const string Dwellings = "栋楼室号户层元座幢";

    /// <summary>Null when none is told.</summary>
    internal static ToldName? Find(FoldedText text)
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
            var honorific = given > 0 && FullNames.Stands(text, end, text.Chars.Slice(start, surname).ToString()) ? end + surname : end;
            if (!IsOwn(text, honorific)) continue;
            return new ToldName(text.Chars[start..end].ToString(), text.Span(start, end));
        }

        return found == text.ClauseStart(found) ? OwnFullName(text, start, text.ClauseEnd(start)) : null;
    }

    /// <summary>The full name that is all of a mail's last sentence: 请核实。赵磊.</summary>
    internal static ToldName? Signed(FoldedText text)
    {
        var end = text.Length;
        if (end == 0) return null;
        var start = text.SentenceStart(end - 1);
        var name = text.Chars[start..end];
        var surname = FullNames.SurnameOf(name);
        if (start == 0 || surname == 0 || !FullNames.IsTelling(name, surname)) return null;
        return new ToldName(name.ToString(), text.Span(start, end));
    }

    /// <summary>The full name of three characters or more that is all of a clause behind 我是: 我是林淑芬.</summary>
    private static ToldName? OwnFullName(FoldedText text, int start, int end)
    {
        while (end > start && "啊呀哈".Contains(text.Chars[end - 1], StringComparison.Ordinal)) end--;
        var name = text.Chars[start..end];
        var surname = FullNames.SurnameOf(name);
        if (surname == 0 || name.Length < ShortestOwn || !FullNames.IsTelling(name, surname)) return null;
        return new ToldName(name.ToString(), text.Span(start, end));
    }

    /// <summary>The full name that ends a clause behind where the customer lives.</summary>
    private static ToldName? OfAHouse(FoldedText text, int start)
    {
        var end = text.ClauseEnd(start);
        var of = text.Chars[start..end].LastIndexOf('的');
        if (of <= 0 || !Dwellings.Contains(text.Chars[start + of - 1], StringComparison.Ordinal)) return null;
        var name = text.Chars[(start + of + 1)..end];
        var surname = FullNames.SurnameOf(name);
        if (surname == 0 || !FullNames.IsSure(name, surname)) return null;
        return new ToldName(name.ToString(), text.Span(end - name.Length, end));
    }

    private static bool IsOwn(FoldedText text, int at)
    {
        foreach (var honorific in OwnHonorifics)
            if (FullNames.Stands(text, at, honorific)) return !Belonging.Any(word => FullNames.Stands(text, at + honorific.Length, word));
        return false;
    }
}
