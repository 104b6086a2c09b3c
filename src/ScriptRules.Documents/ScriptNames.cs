using System.Collections.Immutable;

namespace ScriptRules.Documents;

/// <summary>What a column, a key or a label says of the text that it names.</summary>
internal enum ScriptRole
{
    /// <summary>Nothing that concerns the script.</summary>
    None,

    /// <summary>What an agent is to say.</summary>
    Line,

    /// <summary>The case that lines are for.</summary>
    Scenario,

    /// <summary>What the customer says before.</summary>
    Customer,

    /// <summary>Who answers for lines.</summary>
    Owner,

    /// <summary>Rules that lines are excused from.</summary>
    Ignore,
}

/// <summary>The names by which columns, keys and labels are known. Width, case, spaces, a number behind and a remark in brackets do not matter.</summary>
internal static class ScriptNames
{
    /// <summary>Names that hold lines only where none of the others does.</summary>
    private static readonly HashSet<string> General = ["text", "content", "script", "内容", "文本", "agent", "客服", "坐席"];

    private static readonly Dictionary<string, ScriptRole> Known = new (ScriptRole Role, string Names)[]
    {
        (ScriptRole.Line, "话术 标准话术 参考话术 推荐话术 话术内容 客服话术 应答话术 回复话术 答复 标准答复 参考答复 回复 回复内容 标准回复 回答 标准回答 参考回答 应答 应答内容 答案 标准答案 答 客服 客服说 坐席 坐席说 座席 开头语 开场白 结束语 结束话术 "
            + "say reply response answer script text content agent opening closing 内容 文本"),
        (ScriptRole.Scenario, "场景 业务场景 使用场景 话术场景 适用场景 问题类型 问题分类 话术分类 话术类型 话术标题 意图 环节 阶段 标题 分类 类别 类型 主题 情形 scenario title topic name intent category case"),
        (ScriptRole.Customer, "客户 顾客 客户问题 客户说 客户问 顾客问题 顾客说 客户话术 客户原话 问题 用户 用户问题 用户说 买家 买家问题 问 提问 customer question user"),
        (ScriptRole.Owner, "负责人 责任人 维护人 维护者 编写人 作者 owner maintainer author"),
        (ScriptRole.Ignore, "豁免 ignore scriptrules-ignore"),
    }.SelectMany(r => r.Names.Split(' ').Select(n => (n, r.Role))).ToDictionary(r => r.n, r => r.Role, StringComparer.Ordinal);

    private static readonly string[] LineEndings = ["话术", "答复", "回复", "回答", "应答", "开头语", "结束语", "reply", "answer", "response"];

    private static readonly string[] CustomerBeginnings = ["客户", "顾客", "用户", "买家", "customer", "user"];

    /// <summary>The role of a name that is known.</summary>
    /// <param name="name">As it is written.</param>
    /// <param name="lineNames">Names of lines besides.</param>
    internal static ScriptRole Of(string name, ImmutableArray<string> lineNames)
    {
        var plain = Plain(name);
        if (plain.Length == 0) return ScriptRole.None;
        if (!lineNames.IsEmpty && lineNames.Any(n => Plain(n) == plain)) return ScriptRole.Line;
        return Known.GetValueOrDefault(plain);
    }

    /// <summary>Whether a name that is not known ends like one of lines, as <c>售后处理话术</c> does.</summary>
    internal static bool EndsLikeLine(string name)
    {
        var plain = Plain(name);
        return LineEndings.Any(e => plain.EndsWith(e, StringComparison.Ordinal)) && !CustomerBeginnings.Any(b => plain.StartsWith(b, StringComparison.Ordinal));
    }

    /// <summary>Whether a name holds lines only where no better one does.</summary>
    internal static bool IsGeneral(string name) => General.Contains(Plain(name));

    private static string Plain(string name)
    {
        var plain = name.Normalize(System.Text.NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal).Trim().ToLowerInvariant();
        if (plain is [.., ')'] && plain.LastIndexOf('(') is > 0 and var open) plain = plain[..open];
        return plain.TrimEnd("0123456789*".ToCharArray());
    }
}
