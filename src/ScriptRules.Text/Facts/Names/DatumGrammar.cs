using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Facts.Names;

/// <summary>Whether a name is told as a datum, as the content of a field or to be confirmed.</summary>
internal static class DatumGrammar
{
    // 陈桂芳，是这几个字吗: told back to be confirmed.
    private static readonly string[] Echoes = ["对吗", "对吧", "对不对", "是吗", "是吧", "是不是", "没错吧", "没写错吧", "没记错吧", "哪几个", "哪个", "是哪", "怎么写", "是这", "这几个字", "三个字", "两个字", "四个字", "我记下了", "记下了", "记下来了", "我记一下", "登记好了", "已登记", "我登记一下"];

    /// <summary>Whether the name is told, as the content of a field or to be confirmed, however much like a call it stands there.</summary>
    internal static bool IsTold(FoldedText text, int start, int end) => IsListed(text, start) || (text.ClauseEnd(end - 1) == end && IsEcho(text, start, end));

    /// <summary>Whether a colon stands before the name, as in 收件人：张伟.</summary>
    private static bool IsListed(FoldedText text, int start) => start > 0 && text.Source.AsSpan(text.SourceEnd(start - 1)..text.SourceStart(start)).IndexOfAny(':', '：') >= 0;

    /// <summary>Whether the name is told back to be confirmed or spelt: 陈桂芳，对吗; 陈桂芳，耳东陈，桂花的桂.</summary>
    private static bool IsEcho(FoldedText text, int start, int end)
    {
        if (end >= text.Length) return false;
        if (WordList.Begins(Echoes, text.Chars[end..])) return true;
        var rest = text.Chars[end..text.ClauseEnd(end)];
        for (var i = start; i < end; i++)
            for (var at = 1; at < rest.Length; at++)
                if (rest[at] == text.Chars[i] && (rest[at - 1] == '的' || (at == rest.Length - 1 && i == start && at >= 2))) return true;
        return false;
    }
}
