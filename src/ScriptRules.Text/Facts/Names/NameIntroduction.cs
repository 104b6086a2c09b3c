using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Facts.Names;

/// <summary>The name that a customer tells by 我姓, 我叫 and their like.</summary>
internal static class NameIntroduction
{
    private static readonly string[] Introductions = ["我姓", "免贵姓", "敝姓", "鄙姓", "小姓", "复姓", "本人姓", "我叫", "我名字叫", "我的名字叫", "我的名字是", "我的姓名是", "本人叫", "姓"];

    // Each of them has one of these.
    private const string InIntroductions = "姓叫名是";

    // What a customer goes on with after the name.
    private static readonly string[] Wants = ["要", "想", "我要", "我想", "来", "打电话", "报修", "报名", "咨询", "问", "查", "退", "办", "订", "投诉", "家里", "家的"];

    // What is behind a surname and can be no given name: 我姓王想退款.
    private const string NoGiven = "叫名的女男想要我你您是在有咱请查问退订买";

    /// <summary>Null when none is told.</summary>
    internal static ToldName? Find(FoldedText text)
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
                var name = given == 0 && FullNameBehind(text, start, surname) is { } full ? full : said[..(surname + given)].ToString();
                return new ToldName(name, text.Span(start, start + surname + given));
            }
        }

        return null;
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
}
