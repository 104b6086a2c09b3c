using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ScriptRules.Reports;
using ScriptRules.Text;

namespace ScriptRules.Tests.Checking;

/// <summary>Random packs on random conversations: the report is the one that the definition of productions gives.</summary>
public class RandomPackTests
{
    private static readonly string[] Concepts = ["greeting", "refusal", "apology", "thanks", "welcome", "farewell", "more", "slow"];
    private static readonly string[] Words = ["您好", "没办法", "抱歉", "谢谢", "不客气", "再见", "还有其他", "太慢了"];

    [Fact]
    public void Reports_are_those_of_the_definition() => ForAll(150, random =>
    {
        var rules = Rules(random);
        var checker = Packs.Checker(rules, "greeting: greeting\nfarewell: farewell\nacknowledgement: thanks\n");
        var oracle = Checker.Of(checker.Pack, new CheckerOptions { Engine = new OracleEngine() });
        for (var i = 0; i < 6; i++)
        {
            var conversation = Talk(random);
            CheckReportJson.ToJson(checker.Check(conversation)).Should().Be(CheckReportJson.ToJson(oracle.Check(conversation)), rules);
        }
    });

    [Fact]
    public void The_order_of_rules_changes_only_the_order_of_verdicts() => ForAll(100, random =>
    {
        var rules = Rules(random);
        var lines = rules.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var shuffled = lines.Where(l => l.StartsWith("  - ", StringComparison.Ordinal)).ToArray();
        random.Shuffle(shuffled);
        var conversation = Talk(random);

        var one = Packs.Checker(rules).Check(conversation);
        var other = Packs.Checker(string.Join('\n', lines.TakeWhile(l => !l.StartsWith("  - ", StringComparison.Ordinal)).Concat(shuffled))).Check(conversation);

        other.Rules.Should().BeEquivalentTo(one.Rules);
        other.Violations.Select(v => (v.Rule, v.Turn, v.Span)).Should().BeEquivalentTo(one.Violations.Select(v => (v.Rule, v.Turn, v.Span)));
    });

    private static string Rules(Random random)
    {
        var yaml = new StringBuilder("concepts:\n");
        for (var i = 0; i < Concepts.Length; i++) yaml.Append($"  {Concepts[i]}: [{Words[i]}]\n");
        yaml.Append("rules:\n");
        for (var i = random.Next(2, 8); i > 0; i--) yaml.Append($"  - {{ id: rule-{i}, {Rule(random)} }}\n");
        return yaml.ToString();
    }

    private static string Rule(Random random) => random.Next(6) switch
    {
        0 => $"kind: never-say, say: [{Any(random)}, {Any(random)}], suggest: 您好{Maybe(random, $", unless: {Any(random)}, unless-within: {random.Next(3)} turns")}{Maybe(random, $", after: {{ customer: {Any(random)} }}")}",
        1 => $"kind: must-say, say: [{Any(random)}, [{Any(random)}, {Any(random)}]], suggest: 谢谢{Maybe(random, ", in: closing-turn")}",
        2 => $"kind: must-answer, when: {{ customer: {Any(random)} }}, with: [{Any(random)}], suggest: 不客气, within: {random.Next(1, 3)} turns{Maybe(random, $", unless: {{ customer: {Any(random)} }}")}",
        3 => $"kind: must-answer, when: {{ {(random.Next(2) == 0 ? "agent" : "customer")}: {Any(random)} }}, with: [[{Any(random)}, {Any(random)}], {Any(random)}]{Maybe(random, $", forbid: {Any(random)}")}{Maybe(random, $", until: {{ agent: {Any(random)} }}")}",
        4 => $"kind: closing, say: [{Any(random)}, {Any(random)}], within: {random.Next(1, 3)} turns{Maybe(random, $", unless: {Any(random)}")}",
        _ => $"kind: address, form: {new[] { "never-bare", "never-wrong", "use-name" }[random.Next(3)]}",
    };

    private static Conversation Talk(Random random)
    {
        var turns = Enumerable.Range(0, random.Next(7)).Select(_ => new Turn(random.Next(2) == 0 ? SpeakerRole.Agent : SpeakerRole.Customer, Say(random)));
        return new Conversation
        {
            Turns = [.. turns],
            Customer = random.Next(2) == 0 ? new Party(Name: "张伟", Honorific: "先生") : new Party(),
            Draft = random.Next(3) == 0 ? new Draft(Say(random)) : null,
        };
    }

    private static string Say(Random random) =>
        string.Join("，", Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(8) == 0 ? new[] { "张先生", "张伟你好", "王女士" }[random.Next(3)] : Words[random.Next(Words.Length)]));

    private static string Any(Random random) => Concepts[random.Next(Concepts.Length)];

    private static string Maybe(Random random, string text) => random.Next(2) == 0 ? text : "";

    private static void ForAll(int cases, Action<Random> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(cases), Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => property(new Random(seed))));
}
