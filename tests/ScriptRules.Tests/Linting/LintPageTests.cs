using ScriptRules.Linting;
using ScriptRules.Rules;
using ScriptRules.Tests.Checking;

namespace ScriptRules.Tests.Linting;

/// <summary><c>docs/lint.md</c> has a section for each code, and its examples give what it says.</summary>
public class LintPageTests
{
    private static readonly IReadOnlyList<Section> Sections =
        [.. File.ReadAllText(Packs.Repository("docs", "lint.md")).ReplaceLineEndings("\n").Split("\n## ")[1..].Select(Section.Of)];

    public static TheoryData<string> Codes => [.. LintCodes.All.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void Has_the_codes_in_order() => Sections.Select(s => s.Code).Should().Equal(LintCodes.All.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Each_code_has_its_meaning_an_example_and_a_mend(string code)
    {
        var section = Sections.Single(s => s.Code == code);

        section.Meaning.Should().Be(LintCodes.All[code]);
        section.Mend.Should().NotBeEmpty();
        var findings = PackLinter.Lint(new Packs(section.Files)).Findings.Where(f => f.Code == code).Select(f => DiagnosticText.Format(f).ReplaceLineEndings("\n")).ToList();
        findings.Should().NotBeEmpty();
        string.Join('\n', findings).Should().Be(section.Said);
    }

    private sealed record Section(string Code, string Meaning, IReadOnlyDictionary<string, string> Files, string Said, string Mend)
    {
        internal static Section Of(string part)
        {
            var files = new Dictionary<string, string> { ["pack.yaml"] = "name: example\n" };
            var (said, name, lines) = ("", "", part.Split('\n'));
            for (var i = 0; i < lines.Length; i++)
            {
                if (lines[i].EndsWith(".yaml`", StringComparison.Ordinal)) name = lines[i].Trim('`');
                if (!lines[i].StartsWith("```", StringComparison.Ordinal)) continue;
                var end = Array.IndexOf(lines, "```", i + 1);
                var block = string.Join('\n', lines[(i + 1)..end]);
                if (lines[i] == "```yaml") files[name] = block + "\n";
                else said = block;
                i = end;
            }

            return new Section(lines[0], lines[2], files, said, part[(part.IndexOf("**Mend:**", StringComparison.Ordinal) + 9)..].Trim());
        }
    }
}
