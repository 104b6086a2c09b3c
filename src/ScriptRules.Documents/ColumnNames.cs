using System.Collections.Immutable;
using System.Text;
using ScriptRules.Formats.Documents;

namespace ScriptRules.Documents;

/// <summary>What the columns of a table of scripts are called.</summary>
/// <remarks>A heading is compared without case, white space, marks, what stands in brackets, and a number at its end: <c>标准话术(售后)</c> and <c>话术 2</c> are known names.</remarks>
internal sealed class ColumnNames
{
    /// <summary>In how many of the first rows the headings are looked for.</summary>
    internal const int HeadingRows = 15;

    // What a column of lines is called, alone or behind a word such as 标准.
    private static readonly string[] Stems =
        ["话术", "答复", "回复", "回答", "答案", "应答", "解答", "话术内容", "答复内容", "回复内容", "回答内容", "应答内容", "脚本", "用语", "开头语", "开场白", "开场语", "欢迎语", "问候语", "结束语", "结语", "致谢语", "挽留语"];

    private static readonly string[] Prefixes = ["", "标准", "参考", "推荐", "建议", "客服", "坐席", "座席", "统一", "规范", "正确", "通用", "快捷", "常用", "服务"];

    private static readonly Dictionary<string, ColumnRole> Usual = Table(
        (ColumnRole.Line, [.. Prefixes.SelectMany(p => Stems.Select(s => p + s)), "say", "reply", "answer", "response", "script", "line", "wording", "greeting", "closing", "agentreply", "agentsays", "standardreply", "話術", "標準話術", "回覆"]),
        (ColumnRole.PerhapsLine, ["内容", "文本", "文案", "客服", "坐席", "座席", "text", "content", "agent", "內容"]),
        (ColumnRole.Scenario, ["场景", "场景名称", "业务场景", "使用场景", "适用场景", "应用场景", "话术场景", "问题类型", "问题分类", "话术分类", "话术类型", "标题", "话术标题", "主题", "分类", "类别", "类型", "意图", "情形", "情况", "环节", "阶段", "节点", "scenario", "scene", "case", "title", "topic", "category", "intent", "stage", "step", "場景", "標題", "分類"]),
        (ColumnRole.Customer, ["客户", "客户问题", "客户说", "客户话术", "客户提问", "客户原话", "客户诉求", "客户咨询", "问题", "用户", "用户问题", "用户说", "用户提问", "买家", "买家问题", "顾客", "顾客问题", "提问", "咨询问题", "标准问题", "标准问", "常见问题", "customer", "customersays", "question", "query", "user", "userquestion", "trigger", "客戶", "問題"]),
        (ColumnRole.Owner, ["负责人", "责任人", "维护人", "维护人员", "编写人", "创建人", "提交人", "审核人", "作者", "owner", "author", "maintainer", "負責人"]),
        (ColumnRole.Ignore, ["豁免", "豁免规则", "忽略", "ignore", "suppress", "suppressions"]));

    private readonly HashSet<string> _lines;

    /// <param name="options">Whose <see cref="ScriptOptions.LineNames"/> are names of lines as well.</param>
    internal ColumnNames(ScriptOptions options) => _lines = options.LineNames.Select(Bare).Where(n => n.Length > 0).ToHashSet(StringComparer.Ordinal);

    /// <summary>What a column with this heading holds; <see cref="ColumnRole.None"/> when nobody can tell.</summary>
    internal ColumnRole RoleOf(string heading)
    {
        var bare = Bare(heading);
        return _lines.Contains(bare) ? ColumnRole.Line : Usual.GetValueOrDefault(bare);
    }

    /// <summary>The columns of a table, by the row of its headings; null when none of them holds lines.</summary>
    internal TableColumns? ColumnsOf(IReadOnlyList<string> headings)
    {
        var roles = headings.Select(RoleOf).ToList();
        // A column 内容 is the lines only where no other is: beside 话术 it describes the case.
        var lines = All(ColumnRole.Line) is { Length: > 0 } sure ? sure : All(ColumnRole.PerhapsLine);
        if (lines.IsEmpty) return null;
        return new TableColumns(lines, All(ColumnRole.Scenario), roles.IndexOf(ColumnRole.Customer), roles.IndexOf(ColumnRole.Owner), roles.IndexOf(ColumnRole.Ignore))
        {
            Known = roles.Count(r => r != ColumnRole.None),
        };

        ImmutableArray<int> All(ColumnRole role) => [.. Enumerable.Range(0, roles.Count).Where(i => roles[i] == role)];
    }

    /// <summary>The row of headings: of the first rows the one with the most known names, the first of several.</summary>
    /// <returns>Its index and its columns; null when no row names a column of lines.</returns>
    internal (int Row, TableColumns Columns)? HeadingsOf(IEnumerable<IReadOnlyList<string>> rows)
    {
        (int Row, TableColumns Columns)? best = null;
        var row = 0;
        foreach (var cells in rows.Take(HeadingRows))
        {
            if (ColumnsOf(cells) is { } columns && columns.Known > (best?.Columns.Known ?? 0)) best = (row, columns);
            row++;
        }

        return best;
    }

    private static Dictionary<string, ColumnRole> Table(params (ColumnRole Role, string[] Names)[] rows)
    {
        var table = new Dictionary<string, ColumnRole>(StringComparer.Ordinal);
        foreach (var (role, names) in rows)
            foreach (var name in names) table.TryAdd(name, role);
        return table;
    }

    private static string Bare(string heading)
    {
        var bare = new StringBuilder(heading.Length);
        var depth = 0;
        foreach (var wide in heading)
        {
            var c = wide is >= '\uFF01' and <= '\uFF5E' ? (char)(wide - 0xFEE0) : wide;
            if (c is '(' or '[' or '【') depth++;
            else if (c is ')' or ']' or '】') depth = Math.Max(0, depth - 1);
            else if (depth == 0 && char.IsLetterOrDigit(c)) bare.Append(char.ToLowerInvariant(c));
        }

        return bare.ToString().TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
    }
}

/// <summary>What a column of a table of scripts holds.</summary>
internal enum ColumnRole
{
    /// <summary>Nothing that matters here.</summary>
    None,

    /// <summary>Lines of script.</summary>
    Line,

    /// <summary>Lines of script, unless another column surely holds them.</summary>
    PerhapsLine,

    /// <summary>The case that the lines of the row are for.</summary>
    Scenario,

    /// <summary>What the customer says before them.</summary>
    Customer,

    /// <summary>Who answers for them.</summary>
    Owner,

    /// <summary>Suppressions.</summary>
    Ignore,
}

/// <summary>The columns of a table of scripts, each an index from 0; −1 where there is none.</summary>
/// <param name="Lines">At least one.</param>
/// <param name="Scenario">In order, from the general to the particular; may be empty.</param>
/// <param name="Customer">What the customer says.</param>
/// <param name="Owner">Who answers for the row.</param>
/// <param name="Ignore">Suppressions.</param>
internal sealed record TableColumns(ImmutableArray<int> Lines, ImmutableArray<int> Scenario, int Customer, int Owner, int Ignore)
{
    /// <summary>How many columns have a name that is known.</summary>
    internal int Known { get; init; }
}
