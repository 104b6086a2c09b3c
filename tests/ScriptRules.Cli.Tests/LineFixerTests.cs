using System.Collections.Immutable;
using ScriptRules.Cli.Fixing;
using ScriptRules.Formats;
using ScriptRules.Formats.Documents;
using ScriptRules.Rules;
using ScriptRules.Text;

namespace ScriptRules.Cli.Tests;

public class LineFixerTests
{
    [Fact]
    public void Suggestions_are_taken_one_by_one_with_a_check_in_between()
    {
        var line = Fix("甲", ("甲", "rule.a", "乙"), ("乙", "rule.b", "丙"));

        line.NowWritten.Should().Be("丙");
        line.Rules.Should().Equal("rule.a", "rule.b");
        line.Left.Should().BeEmpty();
    }

    [Fact]
    public void Two_rules_that_undo_each_other_are_named_and_the_line_stays()
    {
        var line = Fix("甲", ("甲", "rule.a", "乙"), ("乙", "rule.b", "甲"));

        line.IsChanged.Should().BeFalse();
        line.NowWritten.Should().Be("甲");
        line.Left.Should().ContainSingle().Which.Should().Match<(Violation, LeftBecause Why, string Detail)>(l => l.Why == LeftBecause.Fight && l.Detail == "rule.a, rule.b");
    }

    [Fact]
    public void A_line_that_grows_without_end_is_given_up()
    {
        var line = new LineFixer((conversation, _) => Report(conversation.Draft!.Text, "rule.more", conversation.Draft.Text + "啊"), ScriptOptions.Default, withConsent: false).Fix(Item("甲"));

        line.IsChanged.Should().BeFalse();
        line.Left.Should().ContainSingle().Which.Why.Should().Be(LeftBecause.Fight);
    }

    private static FixedLine Fix(string text, params (string Text, string Rule, string Rewrite)[] rules) =>
        new LineFixer((conversation, _) => rules.FirstOrDefault(r => r.Text == conversation.Draft!.Text) is { Rule: not null } found ? Report(found.Text, found.Rule, found.Rewrite) : new CheckReport(), ScriptOptions.Default, withConsent: false).Fix(Item(text));

    private static ReadResult Item(string text) => new() { Origin = new Origin("a.txt"), Conversation = new Conversation { Draft = new Draft(text) } };

    private static CheckReport Report(string text, string rule, string rewrite) => new()
    {
        Violations = [new Violation { Rule = rule, Suggestions = [new Suggestion(rewrite, [new Edit(new TextSpan(0, text.Length), rewrite)], Applicability.Automatic)] }],
    };
}
