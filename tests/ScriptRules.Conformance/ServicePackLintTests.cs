using System.Collections.Immutable;
using ScriptRules.Linting;
using ScriptRules.Rules;
using ScriptRules.Rules.Schemas;

namespace ScriptRules.Conformance;

/// <summary>The pack of the handbook is clean by the linter.</summary>
public class ServicePackLintTests
{
    [Fact]
    public void The_linter_finds_nothing_when_the_house_is_named()
    {
        var report = PackLinter.Lint(Repository.Path("rules", "service"), new LintOptions { Settings = new Dictionary<string, string> { ["brand"] = "云杉", ["site"] = "上海" }.ToImmutableDictionary() });

        report.Findings.Select(DiagnosticText.Format).Should().BeEmpty();
        report.ModelSentences.Should().BeGreaterThan(60);
        report.Occasions.Length.Should().BeGreaterThan(10);
    }

    [Fact]
    public void Without_a_house_only_blanks_are_left_open() =>
        PackLinter.Lint(Repository.Path("rules", "service")).Findings.Should().OnlyContain(f => f.Level == Severity.Info && f.Code == "SR0505");

    [Fact]
    public void The_pack_of_a_shop_is_clean_with_what_it_inherits()
    {
        var house = new LintOptions { Settings = new Dictionary<string, string> { ["brand"] = "云杉", ["site"] = "上海" }.ToImmutableDictionary() };

        PackLinter.Lint(Repository.Path("rules", "ecommerce"), house).Findings.Select(DiagnosticText.Format).Should().BeEmpty();
        PackLinter.Lint(Repository.Path("rules", "ecommerce"), house with { Inherited = true }).Findings.Select(DiagnosticText.Format).Should().BeEmpty();
    }

    [Fact]
    public void The_schemas_are_those_of_the_tool() =>
        Directory.EnumerateFiles(Repository.Path("docs", "schemas")).Select(Path.GetFileNameWithoutExtension).Should().BeEquivalentTo(PackSchemas.Names);
}
