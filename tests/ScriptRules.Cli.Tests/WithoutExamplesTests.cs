using FluentAssertions;
using ScriptRules.Cli.Packs;
using ScriptRules.Rules;
using ScriptRules.Rules.Yaml;

namespace ScriptRules.Cli.Tests;

/// <summary>A built-in pack read without its examples.</summary>
public sealed class WithoutExamplesTests
{
    public static TheoryData<string> Packs => [.. BuiltInPack.Names];

    [Theory]
    [MemberData(nameof(Packs))]
    public void Nothing_but_the_examples_is_missing(string name)
    {
        var whole = RulePack.Load(new BuiltInPack(name));
        var lean = RulePack.Load(new WithoutExamples(new BuiltInPack(name)));

        whole.Rules.Should().Contain(r => r.Examples.Length > 0);
        lean.Rules.Where(r => !r.IsInherited).Should().OnlyContain(r => r.Examples.IsEmpty);
        lean.Rules.Select(Described).Should().Equal(whole.Rules.Select(Described));
        lean.Productions.Length.Should().Be(whole.Productions.Length);
        lean.Lexicon.Count.Should().Be(whole.Lexicon.Count);
    }

    private static string Described(Rule rule) => string.Join(" | ", rule.Id, rule.Kind, rule.Title, rule.Description, rule.Severity, rule.Confidence, rule.Place,
        string.Join(",", rule.Sources), string.Join(",", rule.Suggest), string.Join(",", rule.Tags), string.Join(",", rule.Messages.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => m.Key + "=" + m.Value)));
}
