using ScriptRules.Text;

namespace ScriptRules.Tests.Checking;

/// <summary>Blanks of a model sentence that the agent has filled already.</summary>
public sealed class BlanksFromDraftTests
{
    private const string Model = "您好，请问是{name}{honorific}吗?我姓{surname}，是{site}{brand}客服中心打来的，我们{hours}小时内办好。";

    private static readonly Checker Checker = Packs.Checker(
        $$"""
        concepts:
          wrong: [打搅了]
        rules:
          - { id: never.wrong, kind: never-say, say: wrong, rewrite: replace-sentence, suggest: "{{Model}}", applicability: automatic }

        """,
        "slots: { name: { about: 姓名 }, honorific: { about: 称呼 }, surname: { about: 姓 }, site: { about: 站点 }, brand: { about: 品牌 }, hours: { about: 小时数 } }\n");

    [Theory]
    [InlineData("你好，请问是何平先生吗？我姓罗，是云杉客服中心打来的，我们三小时内办好。打搅了", "您好，请问是何平先生吗?我姓罗，是云杉客服中心打来的，我们三小时内办好。")]
    [InlineData("请问是何平先生吗我姓罗,核对一下。打搅了", "您好，请问是何平先生吗?我姓罗，是{site}{brand}客服中心打来的，我们{hours}小时内办好。")]
    [InlineData("请问是您要核对资料吗，我姓欧阳。打搅了", "您好，请问是{name}{honorific}吗?我姓欧阳，是{site}{brand}客服中心打来的，我们{hours}小时内办好。")]
    [InlineData("我姓。请问是吗。打搅了", Model)] // nothing stands there
    [InlineData("请问是先前打电话来说要改地址和改电话的那一位吗。打搅了", Model)] // too long for a name
    [InlineData("核对资料。打搅了", Model)]
    public void What_stands_in_their_place_fills_them(string draft, string filled)
    {
        var suggestion = Checker.CheckDraft(draft, new Conversation()).Violations[0].Suggestions[0];

        suggestion.Text.Should().EndWith(filled);
        (suggestion.Applicability == Rules.Applicability.FillIn).Should().Be(filled.Contains('{', StringComparison.Ordinal));
    }
}
