using System.Text.Json;

namespace ScriptRules.Cli.Tests;

/// <summary>A pack that builds on another, with suppressions and a scorecard.</summary>
public sealed class HousePackTests : IDisposable
{
    private const string Suppressions = """
        - { id: notice, rule: never.pass-the-buck, reason: 平台统一下发, owner: 客服主管, until: 2026-06-30 }
        - { id: spare, rule: never.vague, reason: 试点, owner: 王芳, until: 2999-12-31 }

        """;

    private const string Scorecard = """
        items:
          - { name: 禁语, sources: [H-2], take: 30, at-most: 50 }
          - { name: 称呼, rules: [address.bare-name], take: 5 }
        veto:
          - { name: 否决, sources: [H-2], ceiling: 45 }
        levels: { 合格: 60, 不合格: 0 }

        """;

    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("jsonl")]
    [InlineData("sarif")]
    [InlineData("junit")]
    [InlineData("github")]
    [InlineData("gitlab")]
    [InlineData("checkstyle")]
    [InlineData("rdjson")]
    [InlineData("html")]
    [InlineData("msbuild")]
    public void What_is_excused_leaves_the_exit_code_and_what_excused_nothing_is_noted(string format)
    {
        var run = _cli.Run("check", Talk("2026-03-02", "这事不归我管。"), "--pack", House(("suppressions.yaml", Suppressions)), "--format", format);

        run.Code.Should().Be(0);
        run.Error.Should().Be("house/suppressions.yaml:2:3: note: suppression \"spare\" excused nothing in this run\n");
    }

    [Fact]
    public void After_its_last_day_it_counts_again_and_is_noted()
    {
        var run = _cli.Run("check", Talk("2026-07-01", "这事不归我管。"), "--pack", House(("suppressions.yaml", Suppressions)), "--format", "json");

        run.Code.Should().Be(1);
        run.Error.Should().StartWith("house/suppressions.yaml:1:3: note: suppression \"notice\" of 客服主管 held until 2026-06-30; what it excused counts again in 1 conversation\n");
        JsonElement.Parse(run.Out).GetProperty("expiredSuppressions")[0].GetString().Should().Be("notice");
    }

    [Fact]
    public void A_reply_on_the_command_line_is_no_search_for_all_suppressions() =>
        _cli.Run("check", "--text", "您好", "--pack", House(("suppressions.yaml", Suppressions))).Error.Should().BeEmpty();

    [Fact]
    public void The_text_report_tells_how_many_are_excused()
    {
        var run = _cli.Run("check", Talk("2026-03-02", "这事不归我管。明天大概吧。"), "--pack", House(("suppressions.yaml", Suppressions.Split('\n')[0] + "\n")));

        run.Out.Should().StartWith("talk.json:1  c1  提示 1  豁免 1\n").And.Contain("违规 1 处:错误 0,警告 0,提示 1;另豁免 1 处\n");
    }

    [Fact]
    public void The_text_report_explains_the_score()
    {
        var run = _cli.Run("check", Talk("2026-03-02", "这事不归我管，都不归我管。"), "--pack", House(("scorecard.yaml", Scorecard)));

        run.Out.Should().Contain("""
              得分 45  不合格
                 100  起评分
                 -60  禁语 never.pass-the-buck(2 处)
                 +10  禁语(已到上限)
                  -5  否决 never.pass-the-buck(一票否决)
                   0  1 条规则未检查,不扣分也不加分

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Json_has_the_score_and_what_is_suppressed()
    {
        var run = _cli.Run("check", Talk("2026-03-02", "这事不归我管。"), "--pack", House(("scorecard.yaml", Scorecard), ("suppressions.yaml", Suppressions)), "--format", "jsonl");

        run.Out.Should().StartWith("""{"id":"c1","verdict":"passed","score":100,"level":"合格","scoreLines":[{"kind":"start","points":100},{"kind":"not-evaluable","points":0,"item":"称呼","rule":"address.bare-name","why":"the customer's name is not known"}],"violations":[],"suppressed":[{"rule":"never.pass-the-buck",""")
            .And.Contain(""","suppressed":{"id":"notice","reason":"平台统一下发","owner":"客服主管","until":"2026-06-30"},"origin":{"path":"talk.json","line":1}}],"rules":""");
    }

    [Fact]
    public void Test_runs_the_examples_of_the_pack_itself_and_on_demand_the_others()
    {
        var house = House(("rules.yaml", "concepts: { bye: { says: [滚开], at: anywhere } }\nrules:\n  - { id: own, kind: never-say, say: bye, examples: { pass: [您好], fail: [您滚开] } }\n"));

        var own = _cli.Run("test", house);
        own.Code.Should().Be(0);
        own.Out.Should().EndWith("inherited: 5 rules, whose examples are run with --inherited\nhouse (6 rules): 2 examples, 2 good, 0 bad\n");
        _cli.Run("test", house, "--inherited").Out.Should().EndWith("house (6 rules): 9 examples, 9 good, 0 bad\n").And.NotContain("inherited:");
    }

    [Fact]
    public void A_built_in_pack_is_taken_by_its_name() =>
        _cli.Run("check", "--text", "这个是快递公司的事。", "--pack", "ecommerce", "--format", "jsonl").Out.Should().Contain("shop.parcel-not-ours");

    [Fact]
    public void Explain_tells_where_and_when_a_rule_applies()
    {
        var house = House(("pack.yaml", Head + "tune: { never.vague: { weight: 1.5, applies-when: { channel: chat, direction: outbound, attributes: { queue: [售后, 投诉] }, from: 2026-11-01, to: 2026-11-11 } } }\n"));

        _cli.Run("explain", "never.vague", "--pack", house).Out.Should().Contain("分值      1.5\n适用      在线,呼出,queue 为售后或投诉,2026-11-01 起,2026-11-11 止\n");
    }

    private static string Head => $"name: house\nextends: {Cli.Pack("small").Replace('\\', '/')}\n";

    private string House(params (string Name, string Text)[] files)
    {
        _cli.Write("house/pack.yaml", Head);
        foreach (var (name, text) in files) _cli.Write($"house/{name}", text);
        return Path.Combine(_cli.Folder, "house");
    }

    private string Talk(string day, string said) =>
        _cli.Write("talk.json", $$"""{"id":"c1","startedAt":"{{day}}T15:00:00+08:00","turns":[{"speaker":"agent","text":"您好,请问有什么可以帮您?"},{"speaker":"customer","text":"发票呢"},{"speaker":"agent","text":"{{said}}"}]}""");
}
