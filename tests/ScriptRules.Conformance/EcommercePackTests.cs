using ScriptRules.Examples;
using ScriptRules.Rules;

namespace ScriptRules.Conformance;

/// <summary>The pack of a shop, which builds on the pack of the handbook.</summary>
public class EcommercePackTests
{
    private static readonly Checker Checker = Checker.Load(Repository.Path("rules", "ecommerce"), new CheckerOptions { Engine = EngineUnderTest.Engine });

    [Fact]
    public void Loads_without_a_warning() => Checker.Pack.Warnings.Should().BeEmpty();

    [Fact]
    public void Its_examples_and_those_of_the_rules_that_it_keeps_come_out_as_they_say() =>
        ExampleRunner.Run(Checker, inherited: true).Where(o => !o.IsGood)
            .Select(o => $"{o.Example.Place}: {string.Join("; ", o.Faults.Select(f => $"{f.Kind} {f.Message}"))}").Should().BeEmpty();

    [Fact]
    public void Every_rule_of_its_own_has_a_source_a_message_and_examples_of_both_sorts()
    {
        var own = Checker.Pack.Rules.Where(r => !r.IsInherited).ToList();
        own.Select(r => r.Id).Should().BeEquivalentTo("fixed.cash-on-delivery", "fixed.ways-to-pay", "fixed.what-alipay-is", "shop.parcel-not-ours", "shop.platform-not-ours");
        own.Should().OnlyContain(r => !r.Sources.IsEmpty && !r.Messages.IsEmpty && r.Examples.Any(e => e.Breaks) && r.Examples.Any(e => !e.Breaks));
    }

    [Fact]
    public void The_pack_in_the_library_is_the_one_in_the_repository()
    {
        var built = Checker.Load(new BuiltInPack("ecommerce")).Pack;
        built.Rules.Select(r => (r.Id, r.Severity, r.Weight)).Should().Equal(Checker.Pack.Rules.Select(r => (r.Id, r.Severity, r.Weight)));
        BuiltInPack.Names.Should().Equal("ecommerce", "service");
    }

    [Fact]
    public void Whatever_is_suggested_for_an_example_breaks_no_rule()
    {
        var offered = 0;
        foreach (var outcome in ExampleRunner.Run(Checker).Where(o => o.Example is { Breaks: true, Conversation.Draft: not null }))
        {
            foreach (var suggestion in outcome.Report.Violations.SelectMany(v => v.Suggestions))
            {
                offered++;
                var draft = outcome.Example.Conversation.Draft! with { Text = suggestion.Text };
                Checker.Check(outcome.Example.Conversation with { Draft = draft }).Violations.Should().BeEmpty("“{0}” was offered for {1}", suggestion.Text, outcome.Example.Place);
            }
        }

        offered.Should().BeGreaterThan(5);
    }

    [Fact]
    public void The_score_of_a_bad_call_is_explained_by_the_scorecard_of_the_pack_below()
    {
        var score = Checker.CheckDraft("这个是快递公司的事。").Score!;
        (score.Value, score.Level).Should().Be((80, "良好"));
        score.Lines.Should().Contain(l => l.Rule == "shop.parcel-not-ours" && l.Points == -20 && l.Item == "服务禁语");
    }
}
