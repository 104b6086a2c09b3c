namespace ScriptRules.Formats.Documents;

/// <summary>What stands in a blank while a line of script is checked, by the name of the blank.</summary>
internal static class SampleValues
{
    /// <summary>For names that nobody knows, and runs of X that nothing explains.</summary>
    internal const string Unknown = "某某";

    private static readonly (string Value, string[] Names)[] All =
    [
        ("云杉", ["brand", "shop", "store", "company", "品牌", "品牌名", "品牌名称", "店铺", "店铺名", "店铺名称", "店名", "公司", "公司名", "公司名称", "平台", "企业名称"]),
        ("北京", ["site", "city", "站点", "城市", "地区", "网点"]),
        ("95000", ["hotline", "热线", "热线电话", "客服热线", "客服电话", "热线号码"]),
        ("小林", ["agent_name", "agent", "agentname", "客服姓名", "客服", "客服名", "客服昵称", "坐席姓名", "坐席", "座席", "工作人员", "昵称"]),
        ("林", ["agent_surname", "客服姓氏", "坐席姓氏"]),
        ("8021", ["agent_id", "工号", "客服工号", "坐席工号"]),
        ("张伟", ["customer_name", "customer", "name", "username", "user_name", "客户姓名", "客户", "用户", "姓名", "用户姓名", "用户名", "会员姓名", "收货人", "收件人"]),
        ("张", ["customer_surname", "surname", "客户姓氏", "姓", "姓氏", "尊姓"]),
        ("先生", ["honorific", "title", "称呼", "称谓", "先生/女士", "先生/小姐", "先生女士"]),
        ("24", ["hours", "hour", "小时", "小时数", "时效"]),
        ("3", ["days", "day", "天数", "天"]),
        ("今天下午三点", ["time", "deadline", "时间", "回复时间", "处理时间", "答复时间"]),
        ("3月5日", ["date", "日期", "发货日期", "到货日期"]),
        ("20元", ["amount", "price", "金额", "价格", "退款金额", "运费"]),
        ("尾号0001的订单", ["order", "order_id", "order_no", "orderid", "订单", "订单号", "订单编号", "单号", "工单号", "运单号", "快递单号"]),
        ("尾号0001", ["phone", "mobile", "tel", "手机", "手机号", "手机号码", "电话", "联系电话", "联系方式"]),
        ("这款商品", ["product", "item", "goods", "sku", "商品", "商品名", "商品名称", "产品", "产品名称", "型号"]),
        ("快递公司", ["carrier", "express", "快递", "物流", "物流公司", "承运商"]),
        ("相关负责", ["department", "dept", "部门", "相关部门"]),
    ];

    private static readonly Dictionary<string, string> ByName = All.SelectMany(v => v.Names.Select(n => (n, v.Value))).ToDictionary(p => p.n, p => p.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>The other names of the same blank: 品牌 is what a pack calls brand.</summary>
    internal static IEnumerable<string> Alike(string name) => All.FirstOrDefault(v => v.Names.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase)).Names ?? [];

    /// <summary>For a blank with a name; null when the name is not known.</summary>
    internal static string? Of(string name) => ByName.GetValueOrDefault(name.Trim());

    /// <summary>For a blank that is only a run of X: by what follows it.</summary>
    internal static string Before(ReadOnlySpan<char> rest) => rest switch
    {
        ['先', '生', ..] or ['女', '士', ..] or ['小', '姐', ..] => "张",
        ['小', '时', ..] => "24",
        ['天', ..] or ['个', ..] or ['月', ..] or ['日', ..] or ['号', ..] or ['点', ..] or ['元', ..] or ['分', ..] => "3",
        _ => Unknown,
    };
}
