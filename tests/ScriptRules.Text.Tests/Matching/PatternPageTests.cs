using ScriptRules.Text.Matching;

namespace ScriptRules.Text.Tests.Matching;

/// <summary>The examples in the table of <c>docs/patterns.md</c> are run.</summary>
public class PatternPageTests
{
    public static TheoryData<string, string> Examples
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (template, examples) in Rows())
                foreach (var example in examples) data.Add(template, example);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_template_finds_what_is_marked(string template, string marked) =>
        Sample.Lexicon(Sample.Said(template), Sample.Word("verb", "查", "办")).ShouldFind(marked);

    [Fact]
    public void Every_row_finds_something_and_leaves_something_alone()
    {
        Rows().Should().HaveCountGreaterThan(15);
        Rows().Should().OnlyContain(r => r.Examples.Any(e => e.Contains('[')) && r.Examples.Any(e => !e.Contains('[')));
    }

    private static List<(string Template, string[] Examples)> Rows()
    {
        var rows = new List<(string, string[])>();
        foreach (var line in File.ReadLines(Page()).SkipWhile(l => !l.StartsWith("| template |", StringComparison.Ordinal)).Skip(2).TakeWhile(l => l.StartsWith('|')))
        {
            var cells = line.Replace("\\|", "\0", StringComparison.Ordinal).Split('|', StringSplitOptions.TrimEntries)[1..^1];
            rows.Add((Code(cells[0]).Single(), [.. Code(cells[2]), .. Code(cells[3])]));
        }

        return rows;
    }

    private static IEnumerable<string> Code(string cell) => cell.Split('`').Where((_, i) => i % 2 == 1).Select(c => c.Replace('\0', '|'));

    private static string Page()
    {
        var relative = Path.Combine("docs", "patterns.md");
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, relative) is var found && File.Exists(found)) return found;
        throw new FileNotFoundException($"{relative} is in no folder above {AppContext.BaseDirectory}.");
    }
}
