using System.Globalization;
using ScriptRules.Rules;
using ScriptRules.Text;

namespace ScriptRules.Cli.Reports;

/// <summary>What the report calls things, in Chinese.</summary>
internal static class Wordings
{
    // The library gives its reasons in English; one that is not known here is shown as it is.
    private static readonly (string Begins, string Chinese)[] Reasons =
    [
        ("no clock", "不知道对话何时开始"),
        ("too much in one turn", "一轮里的内容太多,没有全部读完"),
        ("the attribute ", "不知道对话的某个属性"),
        ("no times", "没有接通和开口的时间"),
        ("the customer's name is not known", "不知道客户姓名"),
        ("the agent says nothing", "客服没有说任何可读的话"),
        ("the rule has no rewrite", "这条规则没有范句"),
        ("none of ", "试过的改写都还违反别的规则"),
    ];

    internal static string Of(Severity severity) => SeverityWords.Of(severity).Chinese;

    internal static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Passed => "合规",
        Verdict.Violated => "违规",
        Verdict.NotApplicable => "不适用",
        _ => "无法判断",
    };

    /// <summary>How words were recognised; empty when they stand there, however they are spaced.</summary>
    internal static string Of(MatchKind match) => match switch
    {
        MatchKind.Sound => ",读音相同或相近",
        MatchKind.Noise => ",夹有字母或用了拼音",
        MatchKind.Shape => ",字形相近或拆开了写",
        MatchKind.Repeat => ",有重复的字",
        MatchKind.Similar => ",与范句相近",
        _ => "",
    };

    internal static string Of(SpeakerRole speaker) => speaker switch
    {
        SpeakerRole.Agent => "客服",
        SpeakerRole.Customer => "客户",
        SpeakerRole.Bot => "机器人",
        _ => "系统",
    };

    internal static string Of(Channel channel) => channel switch
    {
        Channel.Voice => "电话",
        Channel.Chat => "在线",
        _ => "邮件",
    };

    internal static string Of(Applicability applicability) => applicability switch
    {
        Applicability.Automatic => "只改措辞,可直接替换",
        Applicability.Confirm => "内容有变,请确认后使用",
        _ => "请填好 {} 中的内容再用",
    };

    /// <summary>Why a rule was not decided, or why no rewrite is offered.</summary>
    internal static string Reason(string? reason)
    {
        foreach (var (begins, chinese) in Reasons)
            if (reason is not null && reason.StartsWith(begins, StringComparison.Ordinal)) return chinese;
        return string.IsNullOrEmpty(reason) ? "原因不明" : reason;
    }

    /// <summary>The turn: <c>第 3 轮 客服</c>, or the draft.</summary>
    internal static string Turn(Conversation conversation, int turn) =>
        turn < conversation.Turns.Length
            ? string.Create(CultureInfo.InvariantCulture, $"第 {turn + 1} 轮 {Of(conversation.Turns[turn].Speaker)}")
            : "草稿";

    /// <summary>The place in a turn, in characters from 1, where a surrogate pair is one.</summary>
    internal static string Columns(string text, TextSpan span)
    {
        var first = Characters(text.AsSpan(0, span.Start)) + 1;
        var last = first + Characters(text.AsSpan(span.Start, span.Length)) - 1;
        if (span.Length == 0 && text.Length > 0)
            return span.Start == 0 ? "开头" : span.Start == text.Length ? "末尾" : string.Create(CultureInfo.InvariantCulture, $"第 {first} 字前");
        return last <= first ? string.Create(CultureInfo.InvariantCulture, $"第 {first} 字") : string.Create(CultureInfo.InvariantCulture, $"第 {first}-{last} 字");
    }

    private static int Characters(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes()) count++;
        return count;
    }
}
