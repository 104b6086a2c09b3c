using ScriptRules.Examples;
using ScriptRules.Rules;

namespace ScriptRules.Conformance;

/// <summary>The pack of the handbook, as it lies in the repository and as it travels in the library.</summary>
public class ServicePackTests
{
    private static readonly Checker Checker = Checker.Load(Repository.Path("rules", "service"), new CheckerOptions { Engine = EngineUnderTest.Engine });

    public static TheoryData<string> Rules => [.. Checker.Pack.Rules.Select(r => r.Id)];

    [Fact]
    public void Loads_without_a_warning() => Checker.Pack.Warnings.Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Rules))]
    public void Examples_come_out_as_they_say(string id)
    {
        var rule = Checker.Pack.Rules.Single(r => r.Id == id);
        var bad = rule.Examples.Select(e => ExampleRunner.Run(Checker, rule, e)).Where(o => !o.IsGood)
            .Select(o => $"{o.Example.Place}: {string.Join("; ", o.Faults.Select(f => $"{f.Kind} {f.Message}"))}");
        bad.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_has_a_source_a_message_and_examples_of_both_sorts(string id)
    {
        var rule = Checker.Pack.Rules.Single(r => r.Id == id);
        rule.Sources.Should().NotBeEmpty();
        rule.Messages.Should().NotBeEmpty();
        rule.Examples.Should().Contain(e => e.Breaks).And.Contain(e => !e.Breaks);
    }

    [Fact]
    public void Every_row_of_the_handbook_sections_1_to_6_has_a_rule()
    {
        string[] sections = ["H-OPEN-", "H-HOL-", "H-RSP-", "H-LINE-", "H-NEV-", "H-ANS-"];
        var cited = Checker.Pack.Rules.SelectMany(r => r.Sources).Concat(Checker.Pack.Productions.SelectMany(p => p.Sources)).ToHashSet(StringComparer.Ordinal);
        var rows = Checker.Pack.Handbook.Keys.Where(id => sections.Any(s => id.StartsWith(s, StringComparison.Ordinal))).ToList();
        rows.Should().HaveCount(8 + 7 + 18 + 3 + 10 + 3);
        rows.Except(cited).Should().BeEmpty("each of these rows is marked R");
    }

    [Fact]
    public void The_pack_in_the_library_is_the_one_in_the_repository()
    {
        var built = Checker.Load().Pack;
        (built.Name, built.Version).Should().Be((Checker.Pack.Name, Checker.Pack.Version));
        built.Rules.Select(r => r.Id).Should().Equal(Checker.Pack.Rules.Select(r => r.Id));
        built.Productions.Should().HaveSameCount(Checker.Pack.Productions);
    }

    [Fact]
    public void Whatever_is_suggested_for_an_example_breaks_no_rule()
    {
        var offered = 0;
        foreach (var rule in Checker.Pack.Rules)
        {
            foreach (var example in rule.Examples.Where(e => e is { Breaks: true, Conversation.Draft: not null }))
            {
                var report = Checker.Check(example.Conversation);
                foreach (var suggestion in report.Violations.SelectMany(v => v.Suggestions))
                {
                    offered++;
                    var again = Checker.Check(example.Conversation with { Draft = example.Conversation.Draft! with { Text = suggestion.Text } });
                    again.Violations.Should().BeEmpty("“{0}” was offered for {1}", suggestion.Text, example.Place);
                }
            }
        }

        offered.Should().BeGreaterThan(100);
    }
}
