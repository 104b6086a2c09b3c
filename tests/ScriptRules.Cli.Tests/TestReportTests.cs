using System.Text.Json;

namespace ScriptRules.Cli.Tests;

/// <summary><c>scriptrules test --report</c>; <c>docs/evaluation.md</c> shows it step by step.</summary>
public sealed class TestReportTests : IDisposable
{
    private const string Rules = """
        concepts:
          buck: { says: [不归我管], at: anywhere }
          maybe: { says: [大概吧], at: anywhere }
        rules:
          - { id: never.buck, source: H-1, kind: never-say, say: buck, message: 推诿。 }
          - { id: never.vague, source: 手册第二条, kind: never-say, severity: info, say: maybe, message: 没有把握。 }

        """;

    private const string Cases = """
        {"text":"这事不归我管。","verdict":"violated","source":"H-1"}
        {"text":"不归我管,打13812345678。","verdict":"clean","source":"手册第二条"}
        {"turns":[{"speaker":"customer","text":"到了吗?"},{"speaker":"agent","text":"大概吧 | `@all` <b>"}],"verdict":"violated","source":"手册第二条"}

        """;

    private readonly Cli _cli = new();

    public TestReportTests()
    {
        _cli.Write("house/pack.yaml", "name: house\n");
        _cli.Write("house/rules.yaml", Rules);
        _cli.Write("house/examples/talk.jsonl", Cases);
    }

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void Names_the_noisy_and_missing_cases_and_aligns_by_display_width()
    {
        var run = Report();

        run.Code.Should().Be(0);
        run.Error.Should().BeEmpty();
        run.Out.Should().Be("""
            house/examples/talk.jsonl:2: noisy 手册第二条: never.buck
                草稿: 不归我管,打13812345678。
                      ~~~~~~~~
                never.buck: 推诿。

            house/examples/talk.jsonl:3: missing 手册第二条
                客户: 到了吗?
                客服: 大概吧 | `@all` <b>
                at info only: never.vague: 没有把握。

            by set  offending  found  missing  recall          honest  left alone  noisy  precision
            talk            2      1        1    50 %  (9–91)       1           0      1       50 %  (9–91)
            all             2      1        1    50 %  (9–91)       1           0      1       50 %  (9–91)

            by source   offending  found  cites it  missing  recall            honest  left alone  noisy  precision
            H-1                 1      1         1        0   100 %  (20–100)       0           0      0      100 %  (20–100)
            手册第二条          1      0         0        1     0 %  (0–80)         1           0      1        0 %  (0–80)

            by rule      fired  in offending  in its rows  precision          found of its rows         at info
            never.buck       2             1            1       50 %  (9–91)             1 of 1  100 %        0
            never.vague      0             0            0          –                     0 of 1    0 %        1

            house (2 rules): 3 cases in 1 set: 2 offending, 1 honest
            found 1 of 2: recall 50 % (9–91); 1 missing, 1 of them reached at info only
            left alone 0 of 1; 1 noisy: precision 50 % (9–91)
            floors: none, so nothing keeps these figures from falling; --update-floors writes them

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_figure_below_its_floor_is_1_until_it_is_lowered_on_purpose()
    {
        Report("--update-floors").Code.Should().Be(0);
        Report().Out.Should().EndWith("\nfloors: all reached\n");
        var floors = File.ReadAllText(Path.Combine(_cli.Folder, "house/examples/floors.yaml"));
        _cli.Write("house/rules.yaml", Rules.Replace("[不归我管]", "[不归我管呀]", StringComparison.Ordinal));

        Changes(Report()).Should().Equal("new: house/examples/talk.jsonl:1: missing H-1", "fell: set talk: recall 0 % (0 of 2), floor 50 %", "fell: source H-1: recall 0 % (0 of 1), floor 100 %", "fell: rule never.buck: fires in no case any more");
        Report().Code.Should().Be(1);
        Report("--update-floors").Code.Should().Be(1);
        File.ReadAllText(Path.Combine(_cli.Folder, "house/examples/floors.yaml")).Should().Contain("found: 100 %").And.Contain("recall: 50 %").And.NotBe(floors, "the honest case is left alone now, which is better");

        var lowered = Report("--lower-floors");
        lowered.Code.Should().Be(0);
        lowered.Error.Should().Contain("lowered: set talk: recall 0 % (0 of 2), floor 50 %").And.Contain("lowered: rule never.buck:").And.Contain("floors.yaml is written");
        Report().Code.Should().Be(0);
        Report("--lower-floors").Error.Should().Be("scriptrules: house/examples/floors.yaml is as it was\n");
    }

    [Fact]
    public void What_fell_is_said_whatever_the_format_is()
    {
        Report("--update-floors");
        _cli.Write("house/rules.yaml", Rules.Replace("[不归我管]", "[不归我管呀]", StringComparison.Ordinal));

        var run = Report("--format", $"json={Path.Combine(_cli.Folder, "a.json")}", "--format", $"markdown={Path.Combine(_cli.Folder, "a.md")}");

        run.Code.Should().Be(1);
        run.Out.Should().BeEmpty();
        run.Error.Split('\n').Should().Contain("fell: source H-1: recall 0 % (0 of 1), floor 100 %");
        File.ReadAllText(Path.Combine(_cli.Folder, "a.md")).Should().Contain("- ❌ floors&#58; 3 not reached\n  - new&#58; ").And.Contain("talk&#46;jsonl&#58;1&#58; missing H-1\n  - fell&#58; set talk&#58; recall 0 %");
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(_cli.Folder, "a.json")));
        json.RootElement.GetProperty("new")[0].GetProperty("line").GetInt32().Should().Be(1);
        json.RootElement.GetProperty("fell")[1].GetProperty("source").GetString().Should().Be("H-1");
        json.RootElement.GetProperty("fell")[1].GetProperty("what")[0].GetString().Should().Be("recall 0 % (0 of 1), floor 100 %");
    }

    [Fact]
    public void What_has_no_floor_is_named()
    {
        Report("--update-floors");
        _cli.Write("house/examples/more.jsonl", """{"text":"不归我管。","verdict":"violated","source":"H-1"}""");

        var run = Report();
        run.Code.Should().Be(0);
        run.Out.Should().EndWith("floors: all reached\nwithout a floor: 1: set more; --update-floors writes them\n");
    }

    [Fact]
    public void A_case_that_cannot_be_read_is_2_with_its_place_and_the_others_are_measured()
    {
        Report("--update-floors");
        var floors = File.ReadAllText(Path.Combine(_cli.Folder, "house/examples/floors.yaml"));
        _cli.Write("house/examples/talk.jsonl", Cases + """{"text":"好","verdict":"violated"}""");

        foreach (var option in (string[])["--report", "--update-floors", "--lower-floors"])
        {
            var run = _cli.Run("test", Path.Combine(_cli.Folder, "house"), option);
            run.Code.Should().Be(2);
            run.Error.Should().StartWith("house/examples/talk.jsonl:4: error SRI106: an offending case needs \"source\"");
            run.Out.Should().Contain("house (2 rules): 3 cases in 1 set").And.EndWith("floors: not compared, since not every case could be read\n");
        }

        File.ReadAllText(Path.Combine(_cli.Folder, "house/examples/floors.yaml")).Should().Be(floors);
        _cli.Write("house/examples/talk.jsonl", "{");
        Report().Code.Should().Be(2);
    }

    [Fact]
    public void A_pack_without_cases_is_3()
    {
        Directory.Delete(Path.Combine(_cli.Folder, "house/examples"), recursive: true);
        var run = Report("--update-floors");
        (run.Code, run.Out, run.Error).Should().Be((3, "", "scriptrules: nothing was measured: there is no case in house/examples/*.jsonl\n"));

        run = _cli.Run("test", "--report");
        (run.Code, run.Error).Should().Be((3, "scriptrules: nothing was measured: the built-in pack service brings no cases; name the folder of a pack\n"));
    }

    [Theory]
    [InlineData("unknown format", "--report", "--format", "xml")]
    [InlineData("only one can go to standard output", "--report", "--format", "text", "--format", "json")]
    [InlineData("there is no --report", "--format", "json")]
    public void Bad_usage_is_2(string expected, params string[] options)
    {
        var run = _cli.Run(["test", Path.Combine(_cli.Folder, "house"), .. options]);
        run.Code.Should().Be(2);
        run.Error.Should().Contain(expected);
    }

    [Fact]
    public void Floors_that_cannot_be_read_are_2()
    {
        _cli.Write("house/examples/floors.yaml", "sets: { talk: { recal: 50 % } }\n");
        var run = Report();
        run.Code.Should().Be(2);
        run.Error.Should().StartWith("house/examples/floors.yaml:1:17: error SR0010: unknown key \"recal\" in sets").And.Contain("did you mean \"recall\"");
    }

    [Fact]
    public void A_case_that_is_there_twice_is_a_warning()
    {
        _cli.Write("house/examples/more.jsonl", """
            {"text":"这事不归我管。","verdict":"clean","source":"H-1"}
            {"turns":[{"speaker":"customer","text":"喂?"}],"verdict":"clean"}
            """);

        Report().Error.Should().Be("house/examples/talk.jsonl:1: warning: the same case as house/examples/more.jsonl:1, but labelled otherwise\nhouse/examples/more.jsonl:2: warning: no rule could be decided\n");
    }

    [Fact]
    public void Of_the_rules_that_a_pack_has_from_others_those_are_shown_that_the_cases_are_about()
    {
        _cli.Write("shop/pack.yaml", "name: shop\nextends: ../house\n");
        _cli.Write("shop/rules.yaml", "concepts: { bye: [慢走不送] }\nrules: [{ id: never.send-off, source: [S-1, S-2], kind: never-say, say: bye, message: 赶客。 }]\n");
        _cli.Write("shop/examples/own.jsonl", """{"text":"不归我管。","verdict":"violated","source":"S-1"}""");

        var run = _cli.Run("test", Path.Combine(_cli.Folder, "shop"), "--report");

        run.Out.Should().Contain("\nnever.buck          1 ").And.Contain("\nnever.send-off      0 ").And.NotContain("never.vague").And.Contain("\nrows that a rule enforces, without a case: 1: S-2\n");
    }

    [Fact]
    public void Json_has_every_figure_and_masks_personal_data()
    {
        var run = Report("--format", "json");
        using var json = JsonDocument.Parse(run.Out);
        var root = json.RootElement;
        root.GetProperty("total").GetProperty("recall").GetRawText().Should().Contain("\"percent\": 50").And.Contain("\"low\": 9");
        root.GetProperty("sources")[1].GetProperty("source").GetString().Should().Be("手册第二条");
        root.GetProperty("rules")[1].GetProperty("precision").ValueKind.Should().Be(JsonValueKind.Null);
        root.GetProperty("noisy")[0].GetProperty("line").GetInt32().Should().Be(2);
        root.GetProperty("missing")[0].GetProperty("violations")[0].GetProperty("severity").GetString().Should().Be("info");
        run.Out.Should().NotContain("13812345678");
    }

    [Fact]
    public void Markdown_lets_nothing_of_the_cases_be_markup()
    {
        var run = Report("--format", "markdown");
        run.Out.Should().Contain("| talk | 2 | 1 | 1 | 1 | 50 % (9–91) |")
            .And.Contain("<details><summary>missing: 1</summary>").And.Contain("大概吧 &#124; &#96;&#64;all&#96; &#60;b&#62;").And.NotContain("@all").And.NotContain("13812345678");
    }

    [Fact]
    public void Markdown_fits_into_a_comment_however_many_cases_are_missing()
    {
        _cli.Write("house/examples/talk.jsonl", string.Concat(Enumerable.Range(0, 1000).Select(i => $$"""{"text":"{{new string('好', 60)}}{{i}}","verdict":"violated","source":"H-{{i}}"}""" + "\n")));
        var run = Report("--format", "markdown");
        run.Code.Should().Be(0);
        run.Out.Length.Should().BeInRange(40_000, 65_000);
        run.Out.Should().Contain("more do not fit; the text and the JSON have them");

        Report("--update-floors");
        _cli.Write("house/examples/talk.jsonl", """{"text":"好","verdict":"clean"}""");
        run = Report("--format", "markdown");
        run.Code.Should().Be(1);
        run.Out.Length.Should().BeLessThan(10_000);
        run.Out.Should().Contain("- fell&#58; set talk&#58; cases 1, floor 1000").And.Contain("  - and 951 more\n");
    }

    private static IEnumerable<string> Changes(Cli.Outcome run) => run.Out.Split('\n').Where(l => l.StartsWith("fell: ", StringComparison.Ordinal) || l.StartsWith("new: ", StringComparison.Ordinal));

    private Cli.Outcome Report(params string[] more) => _cli.Run(["test", Path.Combine(_cli.Folder, "house"), "--report", .. more]);
}
