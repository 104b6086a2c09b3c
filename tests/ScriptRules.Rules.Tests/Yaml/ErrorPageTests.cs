using ScriptRules.Rules.Yaml;

namespace ScriptRules.Rules.Tests.Yaml;

/// <summary><c>docs/errors.md</c> has a section for each code, and its examples give what it says.</summary>
public class ErrorPageTests
{
    private static readonly IReadOnlyList<ErrorPage.Section> Sections = ErrorPage.Read(Repository.File("docs", "errors.md"));

    public static TheoryData<string> Codes => [.. DiagnosticCodes.All.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void Has_the_codes_in_order() => Sections.Select(s => s.Code).Should().Equal(DiagnosticCodes.All.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Each_code_has_its_meaning_an_example_and_a_mend(string code)
    {
        var section = Sections.Single(s => s.Code == code);

        section.Meaning.Should().Be(DiagnosticCodes.All[code]);
        section.Mend.Should().NotBeEmpty();
        new MemoryPack(section.Files).TryLoad(out var diagnostics);
        diagnostics.Select(d => d.Code).Should().Contain(code);
        string.Join('\n', diagnostics.Select(DiagnosticText.Format)).ReplaceLineEndings("\n").Should().Be(section.Said);
    }
}

/// <summary>The sections of the page, with the files of their examples.</summary>
internal static class ErrorPage
{
    internal static IReadOnlyList<Section> Read(string path)
    {
        var parts = File.ReadAllText(path).ReplaceLineEndings("\n").Split("\n## ")[1..];
        return [.. parts.Select(Section.Of)];
    }

    internal sealed record Section(string Code, string Meaning, IReadOnlyDictionary<string, string> Files, string Said, string Mend)
    {
        internal static Section Of(string part)
        {
            var files = new Dictionary<string, string> { ["pack.yaml"] = "name: example\n" };
            var (said, name, lines) = ("", "", part.Split('\n'));
            for (var i = 0; i < lines.Length; i++)
            {
                if (lines[i].StartsWith('`') && !lines[i].StartsWith("```", StringComparison.Ordinal)) name = lines[i].Trim('`');
                if (!lines[i].StartsWith("```", StringComparison.Ordinal)) continue;
                var end = Array.IndexOf(lines, "```", i + 1);
                var block = lines[(i + 1)..end];
                if (lines[i] == "```yaml") files[name] = string.Join('\n', block) + "\n";
                else said = string.Join('\n', block);
                i = end;
            }

            return new Section(lines[0], lines[2], files, said, part[(part.IndexOf("**Mend:**", StringComparison.Ordinal) + 9)..].Trim());
        }
    }
}
