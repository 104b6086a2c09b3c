using ScriptRules.Examples;
using Xunit.Abstractions;

namespace ScriptRules.Conformance;

/// <summary>
/// How much of what people wrote the pack finds, and whom it accuses unfairly. The sentences were written by people who had read the
/// handbook only; the rules were mended with them, so these figures guard against loss and say little about sentences to come.
/// </summary>
public class MeasuredPackTests(ITestOutputHelper output)
{
    private const string Mend = "scriptrules test rules/service --report tells more, and --lower-floors writes {0} where the loss is meant";

    private static readonly string Pack = Repository.Path("rules", "service");
    private static readonly LabelledCases Cases = LabelledCases.Of(Pack);
    private static readonly EvaluationFloors Floors = EvaluationFloors.Parse(EvaluationFloors.FileName, Repository.Read("rules", "service", LabelledCases.Folder, EvaluationFloors.FileName));
    private static readonly Lazy<EvaluationReport> Report = new(() => Evaluation.Run(Checker.Load(Pack, new CheckerOptions { Suggest = false, Engine = EngineUnderTest.Engine }), Cases.Cases));

    [Fact]
    public void Every_case_can_be_read()
    {
        Cases.Errors.Should().BeEmpty();
        Cases.Cases.Should().HaveCountGreaterThan(4_000);
    }

    [Fact]
    public void No_figure_is_below_its_floor()
    {
        foreach (var set in Report.Value.Sets) output.WriteLine($"{set.Name}: recall {set.Counts.Recall}, precision {set.Counts.Precision}, {set.Counts.LeftAlone.Part} of {set.Counts.Honest} honest replies left alone");
        var isNew = Floors.NewIn(Report.Value).ToHashSet();
        foreach (var item in Report.Value.Cases.Where(c => c.IsNoisy || c.IsMissing))
        {
            var text = item.Case.Conversation.Draft?.Text ?? string.Join(" / ", item.Case.Conversation.Turns.Select(t => t.Text));
            output.WriteLine($"{(isNew.Contains(item) ? "new: " : "")}{(item.IsNoisy ? "noisy" : "missing")} {item.Case.Source}: {text} {string.Join(", ", item.Findings.Concat(item.Infos).Select(v => $"{v.Rule} “{v.Text}”"))}");
        }

        Floors.LossesOf(Report.Value).Select(l => l.ToString()).Should().BeEmpty(Mend, EvaluationFloors.FileName);
    }

    [Fact]
    public void Every_figure_has_a_floor() =>
        Floors.Unguarded(Report.Value).Should().BeEmpty("scriptrules test rules/service --update-floors writes them");
}
