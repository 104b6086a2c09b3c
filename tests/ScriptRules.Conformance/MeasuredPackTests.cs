using ScriptRules.Rules;
using Xunit.Abstractions;

namespace ScriptRules.Conformance;

/// <summary>
/// How much of what people wrote the pack finds, and whom it accuses unfairly. The sentences were written by people who had read the
/// handbook only; the rules were mended with them, so these figures guard against loss and say little about sentences to come.
/// </summary>
/// <remarks>Found: any violation at warning or above. The floors may rise; a rule change that lowers one is a loss.</remarks>
public class MeasuredPackTests(ITestOutputHelper output)
{
    private static readonly Checker Checker = Checker.Load(Repository.Path("rules", "service"), new CheckerOptions { Suggest = false, Engine = EngineUnderTest.Engine });

    [Theory]
    [InlineData("never-say-1", 0.98, 0.96)]
    [InlineData("never-say-2", 0.96, 0.96)]
    [InlineData("never-say-3", 0.92, 0.95)]
    [InlineData("never-say-4", 0.93, 0.96)]
    [InlineData("never-say-5", 0.98, 0.98)]
    [InlineData("never-say-6", 0.96, 0.96)]
    [InlineData("never-say-7", 0.96, 0.96)]
    [InlineData("never-say-8", 0.96, 0.92)]
    [InlineData("never-say-9", 0.93, 0.92)]
    [InlineData("mixed-5", 0.92, 0.96)]
    [InlineData("mixed-6", 0.94, 0.96)]
    [InlineData("mixed-7", 0.91, 0.93)]
    [InlineData("answers-1", 0.96, 0.97)]
    [InlineData("answers-2", 0.95, 0.97)]
    [InlineData("answers-3", 0.96, 0.98)]
    [InlineData("answers-4", 0.98, 0.98)]
    [InlineData("answers-5", 0.95, 0.92)]
    [InlineData("answers-6", 0.95, 0.95)]
    [InlineData("answers-7", 0.64, 0.95)]
    [InlineData("answers-8", 0.96, 0.93)]
    [InlineData("answers-9", 0.96, 0.93)]
    [InlineData("answers-10", 0.95, 0.94)]
    [InlineData("openings-1", 0.97, 0.98)]
    [InlineData("manner-a", 0.95, 0.93)]
    [InlineData("manner-b", 0.95, 0.82)]
    [InlineData("manner-c", 0.94, 0.95)]
    [InlineData("manner-d", 0.93, 0.94)]
    [InlineData("manner-e", 0.92, 0.88)]
    public void Recall_and_precision_do_not_fall(string set, double recallFloor, double precisionFloor)
    {
        var (found, missed, accused, cleared) = (0, 0, 0, 0);
        foreach (var item in MeasuredCase.In(Repository.Path("rules", "service", "examples", set + ".jsonl")))
        {
            var report = Checker.Check(item.Conversation);
            var hit = report.HasViolation(Severity.Warning);
            if (item.IsViolated && hit) found++;
            else if (item.IsViolated) Say("missing", item, report, ref missed);
            else if (hit) Say("noisy", item, report, ref accused);
            else cleared++;
        }

        var recall = found / (double)(found + missed);
        var precision = found / (double)(found + accused);
        output.WriteLine($"{set}: recall {recall:P1}, precision {precision:P1}, {cleared} of {cleared + accused} honest replies left alone");
        recall.Should().BeGreaterThanOrEqualTo(recallFloor);
        precision.Should().BeGreaterThanOrEqualTo(precisionFloor);
    }

    private void Say(string word, MeasuredCase item, CheckReport report, ref int count)
    {
        count++;
        var text = item.Conversation.Draft?.Text ?? string.Join(" / ", item.Conversation.Turns.Select(t => t.Text));
        output.WriteLine($"{word} {item.Source}: {text} {string.Join(", ", report.Violations.Select(v => $"{v.Rule} “{v.Text}”"))}");
    }
}
