using System.Collections.Immutable;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using ScriptRules.Text;

namespace ScriptRules.Tests.Checking;

/// <summary>Scores, and the lines that explain them.</summary>
public class ScoreTests
{
    private const string Rules = """
        concepts:
          refusal: [没办法]
          rude: [有完没完]
          slang: [没门儿]
          thanks: [谢谢]
          welcome: [不客气]
        rules:
          - { id: never.refuse, kind: never-say, say: refusal, source: H-1 }
          - { id: never.rude, kind: never-say, say: rude, source: H-1, weight: 7.5 }
          - { id: never.slang, kind: never-say, say: slang, weight: 2 }
          - { id: answer.thanks, kind: must-answer, when: { customer: thanks }, with: welcome, source: H-2 }
          - { id: bare-name, kind: address, form: never-bare, source: H-1 }

        """;

    private const string Card = """
        scorecard:
          items:
            - { name: 禁语, sources: [H-1], take: 10, at-most: 25 }
            - { name: 礼貌, rules: [answer.thanks], take: 5, per: rule }
            - { name: 加分, rules: [answer.thanks], give: 3, at-most: 2 }
          veto:
            - { name: 骂人, rules: [never.rude], ceiling: 60 }
          levels: { 优: 90, 良: 70, 差: 1 }

        """;

    private static readonly Checker Checker = Packs.Checker(Rules, Card);

    [Theory]
    [InlineData("agent: 好的", "100 优: start 100, not-evaluable 禁语 bare-name")]
    [InlineData("agent: 没办法", "90 优: start 100, taken 禁语 never.refuse×1 -10, not-evaluable 禁语 bare-name")]
    [InlineData("agent: 没办法，就是没办法，真没办法", "75 良: start 100, taken 禁语 never.refuse×3 -30, not-evaluable 禁语 bare-name, bound 禁语 5")]
    [InlineData("agent: 没门儿，没门儿", "96 优: start 100, not-evaluable 禁语 bare-name, taken never.slang×2 -4")]
    [InlineData("agent: 有完没完", "60 差: start 100, taken 禁语 never.rude×1 -7.5, not-evaluable 禁语 bare-name, veto 骂人 never.rude×1 -32.5")]
    [InlineData("customer: 谢谢 | agent: 好的 | customer: 谢谢你 | agent: 嗯", "95 优: start 100, not-evaluable 禁语 bare-name, taken 礼貌 answer.thanks×2 -5")]
    [InlineData("customer: 谢谢 | agent: 不客气，没办法", "92 优: start 100, taken 禁语 never.refuse×1 -10, not-evaluable 禁语 bare-name, given 加分 answer.thanks 3, bound 加分 -1")]
    [InlineData("customer: 谢谢 | agent: 不客气", "100 优: start 100, not-evaluable 禁语 bare-name, given 加分 answer.thanks 3, bound 加分 -1, range -2")]
    public void A_score_is_explained_line_by_line(string talk, string expected) => Describe(Checker.Check(MarkedTalk.Parse(talk).Conversation).Score!).Should().Be(expected);

    [Theory]
    [InlineData("没办法", "0 : start 10, taken 禁语 never.refuse×1 -20, range 10")]
    [InlineData("好的", "10 : start 10")]
    public void A_score_is_never_below_0_and_may_have_no_level(string said, string expected) =>
        Describe(Packs.Checker(Rules, "scorecard: { start: 10, items: [{ name: 禁语, rules: [never.refuse], take: 20 }], levels: { 优: 90 } }\n").CheckDraft(said).Score!).Should().Be(expected);

    [Fact]
    public void Nothing_that_could_be_decided_has_no_score()
    {
        Checker.Check(new Conversation { Turns = [new Turn(SpeakerRole.Customer, "谢谢")] }).Score.Should().BeNull();
        Packs.Checker(Rules.Replace(", weight: 7.5", "", StringComparison.Ordinal).Replace(", weight: 2", "", StringComparison.Ordinal), "scorecard: { items: [{ name: 称呼, rules: [bare-name], take: 5 }] }\n").CheckDraft("没办法").Score
            .Should().BeNull("the one rule that is scored needs the customer's name");
        Packs.Checker(Rules).CheckDraft("没办法").Score.Should().BeNull("there is no scorecard");
    }

    [Fact]
    public void What_is_suppressed_takes_nothing_and_gives_nothing()
    {
        const string suppressed = "suppressions: [{ id: s, source: H-2, reason: 试点, owner: 王芳, until: 2999-12-31 }, { id: t, rule: never.refuse, reason: 试点, owner: 王芳, until: 2999-12-31 }]\n";

        Describe(Packs.Checker(Rules, Card + suppressed).Check(MarkedTalk.Parse("customer: 谢谢 | agent: 没办法").Conversation).Score!).Should().Be("100 优: start 100, not-evaluable 禁语 bare-name");
    }

    [Fact]
    public void Settings_of_a_queue_can_weigh_a_rule_otherwise()
    {
        var checker = Packs.Checker(Rules, Card + "settings-for: [{ when: { attributes: { queue: 投诉 } }, tune: { never.refuse: { weight: 20 } } }]\n");

        checker.CheckDraft("没办法", new Conversation { Attributes = ImmutableDictionary<string, string>.Empty.Add("queue", "投诉") }).Score!.Value.Should().Be(80);
        checker.CheckDraft("没办法").Score!.Value.Should().Be(90);
    }

    [Fact]
    public void The_lines_add_up_to_the_score()
    {
        string[] said = ["没办法。", "有完没完！", "没门儿", "好的，", "不客气。"];
        var replies = Gen.Choose(0, said.Length - 1).ListOf().Select(parts => string.Concat(parts.Select(i => said[i])));
        Check.QuickThrowOnFailure(Prop.ForAll(replies.ToArbitrary(), reply =>
        {
            var context = new Conversation { Turns = [new Turn(SpeakerRole.Customer, "谢谢")] };
            return Checker.CheckDraft(reply, context).Score is not { } score || (score.Lines.Sum(l => l.Points) == score.Value && score.Value is >= 0 and <= 100);
        }));
    }

    private static string Describe(Score score) => string.Create(CultureInfo.InvariantCulture, $"{score.Value:0.##} {score.Level}: {string.Join(", ", score.Lines.Select(Line))}");

    private static string Line(ScoreLine line)
    {
        var kind = string.Concat(line.Kind.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
        string[] parts = [kind, line.Item, line.Hits > 0 ? $"{line.Rule}×{line.Hits}" : line.Rule, line.Kind == ScoreLineKind.NotEvaluable ? "" : line.Points.ToString("0.##", CultureInfo.InvariantCulture)];
        return string.Join(' ', parts.Where(p => p.Length > 0));
    }
}
