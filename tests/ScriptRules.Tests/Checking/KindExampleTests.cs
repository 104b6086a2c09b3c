namespace ScriptRules.Tests.Checking;

/// <summary>The examples on the kinds' pages are loaded and run.</summary>
public class KindExampleTests
{
    public static TheoryData<string> Pages =>
        [.. Directory.EnumerateFiles(Packs.Repository("docs", "kinds"), "*.md").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_pages_conversations_are_reported_as_marked(string page)
    {
        var (files, talks) = Read(Packs.Repository("docs", "kinds", page));
        var checker = Packs.Load(new Packs(files));

        checker.Pack.Warnings.Should().BeEmpty();
        talks.Count.Should().BeGreaterThan(1);
        foreach (var talk in talks) talk.ShouldBeReportedBy(checker);
        talks.Should().Contain(t => !t.Marks.IsEmpty).And.Contain(t => t.Marks.IsEmpty, "a page shows what is wrong and what is right");
    }

    /// <summary>The pack and the conversations of a page.</summary>
    internal static (IReadOnlyDictionary<string, string> Files, IReadOnlyList<MarkedTalk> Talks) Read(string path)
    {
        var files = new Dictionary<string, string> { ["pack.yaml"] = "name: example\n" };
        var talks = new List<MarkedTalk>();
        var (lines, name) = (File.ReadAllLines(path), "");
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith('`') && lines[i].EndsWith(".yaml`", StringComparison.Ordinal)) name = lines[i].Trim('`');
            if (!lines[i].StartsWith("```", StringComparison.Ordinal)) continue;
            var end = Array.IndexOf(lines, "```", i + 1);
            var block = string.Join('\n', lines[(i + 1)..end]) + "\n";
            if (lines[i] == "```yaml") files[name] = block;
            else if (lines[i] == "```conversation") talks.Add(MarkedTalk.Parse(block));
            i = end;
        }

        return (files, talks);
    }
}
