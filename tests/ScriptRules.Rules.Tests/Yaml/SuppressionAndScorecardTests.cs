namespace ScriptRules.Rules.Tests.Yaml;

/// <summary>How suppressions and scorecards are read, and what is said of mistakes in them.</summary>
public class SuppressionAndScorecardTests
{
    private const string Rules = """
        concepts:
          refusal: [没办法]
          apology: [抱歉]
        rules:
          - { id: never.refuse, kind: never-say, say: refusal, source: H-1, tags: [cold] }
          - { id: never.rude, kind: never-say, say: refusal, source: H-2 }
          - { id: say.sorry, kind: must-say, say: apology, source: G-1 }

        """;

    private const string Good = "- { id: a, rule: never.refuse, reason: 公告, owner: 王芳, until: 2026-12-31 }\n";

    [Fact]
    public void A_suppression_has_all_that_it_says()
    {
        var pack = Load(
            ("pack.yaml", "name: example\nsuppressions:\n  - { id: b, source: H-2, reason: 试点, owner: 客服部, until: 2026-06-30, conversation: c1, text: 统一公告, attributes: { queue: [售后] } }\n"),
            ("suppressions.yaml", Good));

        pack.Suppressions.Select(s => s.Id).Should().Equal("b", "a");
        pack.Suppressions[0].Should().BeEquivalentTo(new { Rule = (string?)null, Source = "H-2", Reason = "试点", Owner = "客服部", Until = new DateOnly(2026, 6, 30), Conversation = "c1", Text = "统一公告", IsInherited = false });
        pack.Suppressions[0].Attributes["queue"].Should().Equal("售后");
        pack.Suppressions[1].Place.ToString().Should().Be("my-pack/suppressions.yaml:1:3");
    }

    [Theory]
    [InlineData("- { id: a, rule: never.refuse, owner: 王芳, until: 2026-12-31 }", "suppressions.yaml:1:3+1 SR0011 a suppression needs \"reason\"")]
    [InlineData("- { id: a, rule: never.refuse, reason: 公告, until: 2026-12-31 }", "suppressions.yaml:1:3+1 SR0011 a suppression needs \"owner\"")]
    [InlineData("- { id: a, rule: never.refuse, reason: 公告, owner: 王芳 }", "suppressions.yaml:1:3+1 SR0011 a suppression needs \"until\"")]
    [InlineData("- { id: a, reason: 公告, owner: 王芳, until: 2026-12-31 }", "suppressions.yaml:1:3+1 SR0011 a suppression names one \"rule\" or one \"source\"")]
    [InlineData("- { id: a, rule: never.refuse, source: H-1, reason: 公告, owner: 王芳, until: 2026-12-31 }", "suppressions.yaml:1:3+1 SR0011 a suppression names one \"rule\" or one \"source\"")]
    [InlineData("- { id: a, rule: never.refuse, reason: 公告, owner: 王芳, until: 下周 }", "suppressions.yaml:1:62+2 SR0012 until is a day, such as 2026-11-01")]
    [InlineData("- { id: a, rule: never.refus, reason: 公告, owner: 王芳, until: 2026-12-31 }", "suppressions.yaml:1:18+11 SR0703 no rule is called \"never.refus\" → did you mean \"never.refuse\"?")]
    [InlineData("- { id: a, source: H-11, reason: 公告, owner: 王芳, until: 2026-12-31 }", "suppressions.yaml:1:20+4 SR0703 no rule is called \"H-11\" or cites it → did you mean \"H-1\"?")]
    [InlineData("- { id: a, rule: never.refuse, resaon: 公告, reason: 公告, owner: 王芳, until: 2026-12-31 }", "suppressions.yaml:1:32+6 SR0010 unknown key \"resaon\" in a suppression → did you mean \"reason\"?")]
    [InlineData("- never.refuse", "suppressions.yaml:1:3+12 SR0012 a suppression is written as keys with values")]
    [InlineData(Good + Good, "suppressions.yaml:2:3+1 SR0704 suppression \"a\" is there twice → first at my-pack/suppressions.yaml:1:3")]
    public void A_wrong_suppression(string text, string said) => Diagnostics(("suppressions.yaml", text + "\n")).Should().Equal(said);

    [Fact]
    public void A_scorecard_picks_rules_by_id_by_source_and_by_tag()
    {
        var card = Load(("scorecard.yaml", """
            start: 60
            items:
              - { name: 一, rules: [never.refuse], take: 1.5 }
              - { name: 二, sources: [H-*], take: 2, per: rule, at-most: 3 }
              - { name: 三, tags: cold, give: 4 }
            veto:
              - { name: 否, rules: [never.*], ceiling: 59 }
            levels: { 差: 0, 好: 80, 中: 60 }

            """)).Scorecard!;

        (card.Start, card.Full).Should().Be((60, 100));
        card.Items.Select(i => (i.Name, string.Join(' ', i.Rules.Order()), i.Points, i.Gives, i.IsOnce, i.AtMost)).Should().Equal(
            ("一", "never.refuse", 1.5m, false, false, null), ("二", "never.refuse never.rude", 2, false, true, 3), ("三", "never.refuse", 4, true, false, null));
        card.Vetoes.Should().ContainSingle().Which.Ceiling.Should().Be(59);
        card.Levels.Select(l => l.Name).Should().Equal("好", "中", "差");
    }

    [Theory]
    [InlineData("items: [{ name: 一, rules: [never.refus], take: 1 }]", "scorecard.yaml:1:28+11 SR0703 no rule is called \"never.refus\" → did you mean \"never.refuse\"?")]
    [InlineData("items: [{ name: 一, sources: [X-*], take: 1 }]", "scorecard.yaml:1:30+3 SR0703 no rule is called \"X-*\" or cites it")]
    [InlineData("items: [{ name: 一, tags: [clod], take: 1 }]", "scorecard.yaml:1:27+4 SR0703 no rule has the tag \"clod\" → did you mean \"cold\"?")]
    [InlineData("items: [{ name: 一, take: 1 }]", "scorecard.yaml:1:9+1 SR0011 an item needs \"rules\", \"sources\" or \"tags\": what it scores")]
    [InlineData("items: [{ rules: never.*, take: 1 }]", "scorecard.yaml:1:9+1 SR0011 an item needs \"name\"")]
    [InlineData("items: [{ name: 一, rules: never.* }]", "scorecard.yaml:1:9+1 SR0011 an item needs one of \"take\" and \"give\": the points for one rule")]
    [InlineData("items: [{ name: 一, rules: never.*, take: 1, give: 1 }]", "scorecard.yaml:1:9+1 SR0011 an item needs one of \"take\" and \"give\": the points for one rule")]
    [InlineData("items: [{ name: 一, rules: never.*, take: 1, per: turn }]", "scorecard.yaml:1:50+4 SR0012 per is one of hit, rule")]
    [InlineData("items: [{ name: 一, rules: never.*, take: -5 }]", "scorecard.yaml:1:42+2 SR0012 take is a number from 0 to 10000")]
    [InlineData("veto: [{ rules: never.* }]", "scorecard.yaml:1:8+1 SR0011 a veto needs \"name\"")]
    [InlineData("veto: [{ name: 否, rules: never.*, most: 1 }]", "scorecard.yaml:1:35+4 SR0010 unknown key \"most\" in a veto → the keys here are name, rules, sources, tags, ceiling")]
    [InlineData("levels: { 好: 80, 优: 80 }", "scorecard.yaml:1:21+2 SR0012 two levels begin at 80")]
    [InlineData("start: 120\nfull: 100", "scorecard.yaml:1:1+1 SR0012 the scorecard starts above its full score")]
    [InlineData("strat: 120", "scorecard.yaml:1:1+5 SR0010 unknown key \"strat\" in the scorecard → did you mean \"start\"?")]
    public void A_wrong_scorecard(string text, string said) => Diagnostics(("scorecard.yaml", text + "\n")).Should().Equal(said);

    [Fact]
    public void Two_scorecards_of_one_pack() =>
        Diagnostics(("pack.yaml", "name: example\nscorecard: { start: 100 }\n"), ("scorecard.yaml", "start: 100\n"))
            .Should().Equal("scorecard.yaml:1:1+1 SR0704 the scorecard is given here and in pack.yaml");

    [Fact]
    public void The_nearest_scorecard_counts_and_suppressions_add_up()
    {
        var pack = Load(
            ("pack.yaml", "name: example\nextends: ./base\ndisable: base.rule\n"),
            ("suppressions.yaml", Good),
            ("base/pack.yaml", "name: base\nscorecard: { start: 50, items: [{ name: 一, rules: base.rule, take: 5 }] }\n"),
            ("base/rules.yaml", "concepts: { bye: [再见吧] }\nrules: [{ id: base.rule, kind: never-say, say: bye }, { id: base.other, kind: never-say, say: bye }]\n"),
            ("base/suppressions.yaml", "- { id: a, rule: base.other, reason: 旧, owner: 旧, until: 2020-01-01 }\n- { id: z, rule: base.other, reason: 旧, owner: 旧, until: 2020-01-01 }\n"));

        pack.Scorecard!.Start.Should().Be(50);
        pack.Scorecard.Items[0].Rules.Should().BeEmpty("the rule has gone since");
        pack.Suppressions.Select(s => (s.Id, s.Owner, s.IsInherited)).Should().Equal(("z", "旧", true), ("a", "王芳", false));
    }

    private static IReadOnlyList<string> Diagnostics(params (string Path, string Text)[] files) => Pack(files).Diagnostics();

    private static RulePack Load(params (string Path, string Text)[] files)
    {
        var pack = Pack(files).TryLoad(out var diagnostics);
        diagnostics.Should().BeEmpty();
        return pack!;
    }

    private static MemoryPack Pack((string Path, string Text)[] files)
    {
        var all = new Dictionary<string, string> { ["pack.yaml"] = "name: example\n", ["rules.yaml"] = Rules };
        foreach (var (path, text) in files) all[path] = text;
        return new MemoryPack(all);
    }
}
