using ScriptRules.Rules;
using ScriptRules.Rules.Yaml;
using ScriptRules.Text;

namespace ScriptRules.Tests.Checking.Conditions;

/// <summary>Rules of kind <c>condition</c> against what they mean.</summary>
public class ConditionProperties
{
    private const int Rules = 1000;
    private const int ConversationsOfRule = 12;

    [Fact]
    public void Are_broken_where_their_meaning_says()
    {
        var seen = new Dictionary<string, (int Broken, int Kept)>();
        var refused = 0;
        for (var seed = 0; seed < Rules; seed++)
        {
            var random = new Random(seed);
            var rule = ConditionCases.Rule(random);
            if (Load(rule) is not { } checker)
            {
                refused++;
                continue;
            }

            var hasEmptyTurns = !rule.Conditions.Any(c => c.Within is { Unit: "sentences" } || c.Range is { Unit: "sentences" });
            for (var i = 0; i < ConversationsOfRule; i++)
            {
                var conversation = ConditionCases.Conversation(random, hasEmptyTurns);
                var expected = ConditionOracle.Violations(rule, conversation, Place(rule));
                var found = checker.Check(conversation).Violations.Where(v => v.Rule == "rule").Select(v => (v.Turn, v.Span.Start, v.Span.End)).ToHashSet();
                found.SetEquals(expected).Should().BeTrue("{0} finds {1} and means {2} in {3}", rule.Yaml(), Show(found), Show(expected), Show(conversation));
                foreach (var tag in Tags(rule)) seen[tag] = seen.GetValueOrDefault(tag) is var (broken, kept) && expected.Count > 0 ? (broken + 1, kept) : (broken, kept + 1);
            }
        }

        refused.Should().BeLessThan(Rules / 2);
        foreach (var tag in Expected) seen.Should().ContainKey(tag).WhoseValue.Should().Match<(int Broken, int Kept)>(s => s.Broken >= 3 && s.Kept >= 3, "{0} is tried both ways", tag);
    }

    // What a property must have met: each direction with each choice of hit, and in each unit.
    private static IEnumerable<string> Expected =>
        from word in new[] { "before", "after", "around", "at" }
        from other in new[] { "every", "any", "first", "last", "2" }.Concat(word == "at" ? ["turns", "sentences"] : ["turns", "turns of all", "sentences", "sentences of all", "s", "%"])
        select $"{word} {other}";

    private static IEnumerable<string> Tags(ModelRule rule)
    {
        foreach (var condition in rule.Conditions.Where(c => c.Word is not null))
        {
            yield return $"{condition.Word} {condition.Hit}";
            if (condition.Within is { } within) yield return $"{condition.Word} {within.Unit}{(within.OfAll ? " of all" : "")}";
        }
    }

    private static Checker? Load(ModelRule rule)
    {
        var files = new Packs(new Dictionary<string, string> { ["pack.yaml"] = "name: example\nfarewell: farewell\n", ["rules.yaml"] = rule.Yaml() });
        if (RulePack.TryLoad(files, null, out var diagnostics) is { } pack) return Checker.Of(pack, new CheckerOptions { Suggest = false, Engine = EngineUnderTest.Engine });
        diagnostics.Where(d => d.Level == Severity.Error).Should().OnlyContain(d => d.Code == "SR0904" || d.Code == "SR0906" || d.Code == "SR0907", rule.Yaml() + string.Join('\n', diagnostics));
        return null;
    }

    /// <summary>The place that is named, or else the first that is said in any case of the expression.</summary>
    private static string Place(ModelRule rule) => rule.At ?? Names(rule.When, true).Where(n => rule[n.Name].Queue is null).Select(n => n.Name)
        .FirstOrDefault(n => IsSaid(rule, rule.When, true, n)) ?? "";

    private static IEnumerable<(string Name, bool IsHeld)> Names(ModelExpression expression, bool isHeld) =>
        expression.Operator == "name" ? [(expression.Name, isHeld)] : expression.Parts.SelectMany(p => Names(p, expression.Operator == "not" ? !isHeld : isHeld));

    private static bool IsSaid(ModelRule rule, ModelExpression expression, bool isHeld, string name) =>
        Names(expression, isHeld).Any(n => rule[n.Name] is var c && ((n.Name == name && (n.IsHeld ? c.Min > 0 : c.Max is not null)) || Anchors(rule, c).Contains(name)));

    private static IEnumerable<string> Anchors(ModelRule rule, ModelCondition condition) =>
        condition.Word is null ? [] : Anchors(rule, rule[condition.Anchor]).Prepend(condition.Anchor);

    private static string Show(Conversation conversation) =>
        string.Join(" | ", conversation.Turns.Select(t => $"{t.Speaker}@{t.Start?.TotalSeconds}-{t.End?.TotalSeconds}: {t.Text}"))
        + $" draft: {conversation.Draft?.Text} ended: {conversation.EndedAt} queue: {conversation.Attributes.GetValueOrDefault("queue")}";

    private static string Show(IEnumerable<(int, int, int)> places) => string.Join(' ', places.Order());
}
