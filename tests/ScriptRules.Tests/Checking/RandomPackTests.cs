using System.Collections.Immutable;
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
    private static readonly string[] Others = ["张先生", "张伟你好", "王女士", "24小时内", "尽快", "明天上午", "13812345678", "可以吗？"];

    [Fact]
    public void Reports_are_those_of_the_definition()
    {
        var broken = new HashSet<string>();
        ForAll(150, random => ReportIsThatOfTheDefinition(random, broken));

        broken.Should().BeEquivalentTo("never-say", "must-say", "must-answer", "closing", "address", "timing", "sequence", "repeat", "condition", "promise", "private-data");
    }

    private static void ReportIsThatOfTheDefinition(Random random, HashSet<string> broken)
    {
        var rules = Rules(random);
        var checker = Packs.Checker(rules, "greeting: greeting\nfarewell: farewell\nacknowledgement: thanks\n");
        var oracle = Checker.Of(checker.Pack, new CheckerOptions { Engine = new OracleEngine() });
        for (var i = 0; i < 6; i++)
        {
            var conversation = Talk(random);
            var report = checker.Check(conversation);
            CheckReportJson.ToJson(report).Should().Be(CheckReportJson.ToJson(oracle.Check(conversation)), rules);
            broken.UnionWith(report.Violations.Select(v => checker.Pack.Rules.Single(r => r.Id == v.Rule).Kind));
        }
    }

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
        for (var i = 0; i < Concepts.Length; i++) yaml.Append($"  {Concepts[i]}: {{ says: [{Words[i]}], at: anywhere }}\n");
        yaml.Append("rules:\n");
        for (var i = random.Next(2, 8); i > 0; i--) yaml.Append($"  - {{ id: rule-{i}, {Rule(random)} }}\n");
        return yaml.ToString();
    }

    private static string Rule(Random random) => random.Next(11) switch
    {
        0 => $"kind: never-say, say: [{Any(random)}, {Any(random)}], suggest: 您好{Maybe(random, $", unless: {Any(random)}, unless-within: {random.Next(3)} turns")}{Maybe(random, $", after: {{ customer: {Any(random)} }}")}",
        1 => $"kind: must-say, say: [{Any(random)}, [{Any(random)}, {Any(random)}]], suggest: 谢谢{Maybe(random, ", in: closing-turn")}",
        2 => $"kind: must-answer, when: {{ customer: {Any(random)} }}, with: [{Any(random)}], suggest: 不客气, within: {random.Next(1, 3)} turns{Maybe(random, $", unless: {{ customer: {Any(random)} }}")}",
        3 => $"kind: must-answer, when: {{ {Side(random)}: {Any(random)} }}, with: [[{Any(random)}, {Any(random)}], {Any(random)}]{Maybe(random, $", forbid: {Any(random)}")}{Maybe(random, $", until: {{ agent: {Any(random)} }}")}",
        4 => $"kind: closing, say: [{Any(random)}, {Any(random)}], within: {random.Next(1, 3)} turns{Maybe(random, $", unless: {Any(random)}")}",
        5 => $"kind: address, form: {One(random, "never-bare", "never-wrong", "use-name", $"polite, say: {Any(random)}")}",
        6 => $"kind: timing, {Measure(random)}",
        7 => $"kind: sequence, {Maybe(random, $"starts: {{ {Side(random)}: {Any(random)} }}, ")}steps: [{{ agent: {Any(random)}{Maybe(random, ", within: 2 turns, suggest: 您好")} }}, {Step(random)}, {{ agent: {Any(random)} }}]{Maybe(random, $", unless: {{ customer: {Any(random)} }}")}",
        8 => random.Next(3) == 0
            ? $"kind: repeat, alike: {random.Next(4, 9)}0 %, longer-than: 2 characters, back: 5 turns{Maybe(random, $", unless: {{ agent: {Any(random)} }}")}"
            : $"kind: repeat, say: {Any(random)}, {One(random, "at-most: 1 time", "at-most: 2 times", "at-least: 2 times")}, suggest: 不客气{Maybe(random, $", unless: {{ agent: {Any(random)} }}")}",
        9 => Condition(random),
        _ => random.Next(3) switch
        {
            0 => $"kind: promise, say: {Any(random)}, names-time: false, absolute: {Any(random)}, suggest: 您好",
            1 => $"kind: promise, say: [{Any(random)}, {Any(random)}], within: 24 h, time: 在24小时内{Maybe(random, ", time-within: 0 turns")}{Maybe(random, $", unless: {Any(random)}")}",
            _ => $"kind: private-data, data: [mobile]{Maybe(random, $", asked: {{ customer: {Any(random)} }}")}{Maybe(random, $", not-after: {Any(random)}")}",
        },
    };

    private static string Measure(Random random) => random.Next(9) switch
    {
        0 => $"measure: silence, gt: 2 s, whose: {One(random, "agent", "customer", "anyone")}{Maybe(random, $", unless: {{ agent: {Any(random)} }}")}",
        1 => $"measure: response-time, gt: 1 s, per: {One(random, "event", "total", "average")}",
        2 => "measure: overlap, floor: 1 s, gt: 500 ms, whose: anyone",
        3 => $"measure: hold, said: {Any(random)}, gt: 2 s",
        4 => "measure: rate, gt: 120 characters/min, lt: 60 characters/min",
        5 => $"measure: turns, whose: {One(random, "agent", "anyone")}, gt: 2 turns",
        6 => "measure: duration, lt: 9 s",
        7 => "measure: hang-up-gap, gt: 2 s",
        _ => "measure: talk, per: share, gt: 50 %",
    };

    private static string Step(Random random) => random.Next(4) switch
    {
        0 => $"{{ pause: {random.Next(1, 4)} s }}",
        1 => $"{{ any-of: [[{{ agent: {Any(random)} }}, {{ customer: {Any(random)} }}], [{{ agent: {Any(random)} }}]] }}",
        2 => $"{{ agent: {Any(random)}, times: {{ at-least: 1, at-most: 2 }} }}",
        _ => $"{{ customer: {Any(random)}, optional: true, within: 5 s }}",
    };

    private static string Condition(Random random)
    {
        var within = Maybe(random, $", within: {One(random, "1 turn", "2 turns of all", "1 sentence", "5 s")}");
        var looks = $"{One(random, "after", "before", "around")}: a, hit: {One(random, "every", "first", "last")}";
        var (queue, when) = random.Next(2) == 0 ? ("", One(random, "a and not b", "b")) : (", c: { where: { queue: 售后 } }", One(random, "a and not b and c", "b or a and c"));
        return $"kind: condition, conditions: {{ a: {{ by: {One(random, "any", "customer")}, say: {Any(random)} }}, b: {{ by: agent, say: [{Any(random)}, {Any(random)}], {looks}{within} }}{queue} }}, when: {when}";
    }

    private static Conversation Talk(Random random)
    {
        var (hasTimes, at) = (random.Next(2) == 0, 0);
        var turns = Enumerable.Range(0, random.Next(7)).Select(_ => Turn()).ToImmutableArray();
        return new Conversation
        {
            Turns = turns,
            Channel = random.Next(2) == 0 ? Channel.Voice : Channel.Chat,
            StartedAt = random.Next(2) == 0 ? new DateTimeOffset(2026, 2, 17, random.Next(24), 0, 0, TimeSpan.FromHours(8)) : null,
            AnsweredAt = hasTimes ? TimeSpan.Zero : null,
            EndedAt = hasTimes && random.Next(2) == 0 ? TimeSpan.FromSeconds(at + random.Next(5)) : null,
            Customer = random.Next(2) == 0 ? new Party(Name: "张伟", Honorific: "先生") : new Party(),
            Attributes = random.Next(3) == 0 ? ImmutableDictionary<string, string>.Empty : ImmutableDictionary<string, string>.Empty.Add("queue", random.Next(2) == 0 ? "售后" : "销售"),
            Draft = random.Next(3) == 0 ? new Draft(Say(random)) : null,
        };

        Turn Turn()
        {
            var speaker = random.Next(2) == 0 ? SpeakerRole.Agent : SpeakerRole.Customer;
            var start = Math.Max(0, at + random.Next(-2, 5));
            at = start + random.Next(1, 5);
            return new Turn(speaker, Say(random), hasTimes ? TimeSpan.FromSeconds(start) : null, hasTimes && random.Next(8) > 0 ? TimeSpan.FromSeconds(at) : null);
        }
    }

    private static string Say(Random random) =>
        string.Join("，", Enumerable.Range(0, random.Next(1, 4)).Select(_ => One(random, random.Next(4) == 0 ? Others : Words)));

    private static string One(Random random, params string[] choices) => choices[random.Next(choices.Length)];

    private static string Side(Random random) => One(random, "agent", "customer");

    private static string Any(Random random) => Concepts[random.Next(Concepts.Length)];

    private static string Maybe(Random random, string text) => random.Next(2) == 0 ? text : "";

    private static void ForAll(int cases, Action<Random> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(cases), Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => property(new Random(seed))));
}
