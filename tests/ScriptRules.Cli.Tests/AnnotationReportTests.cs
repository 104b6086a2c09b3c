using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace ScriptRules.Cli.Tests;

/// <summary>The formats that code hosts and build servers read.</summary>
public sealed class AnnotationReportTests : IDisposable
{
    private const string Script = "# 客户催单\n😀好的😀,这事不归我管。\n  好的,明天大概吧\n";
    private const string Evil = """{"turns":[{"speaker":"agent","text":"\u0000\u001b[2J\u202e<b>&\"不归我管\r\n::error::第二行\ud83d"}]}""";

    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void MSBuild_fails_for_what_fails_the_run()
    {
        _cli.Write("a.txt", Script);
        Run("msbuild", "a.txt").Should().Be("a.txt(2,8,2,12): error never.pass-the-buck: “不归我管”是在推诿。 改写:{brand}会在24小时内答复您。(请填好 {} 中的内容再用)\na.txt(3,8,3,11): message never.vague: 说得没有把握。\n");
        Run("msbuild", "a.txt", "--fail-on", "info").Should().Contain("(3,8,3,11): error never.vague:");
        Run("msbuild", "a.txt", "--fail-on", "never").Should().Contain("(2,8,2,12): warning never.pass-the-buck:");
    }

    [Fact]
    public void Rdjson_counts_bytes_of_UTF8()
    {
        _cli.Write("a.txt", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("这事😀不归我管\n# 催单\n" + Script)]);
        var diagnostics = JsonElement.Parse(Run("rdjson", "a.txt", "--set", "brand=云杉", "--as", "script")).GetProperty("diagnostics");

        Range(diagnostics[0].GetProperty("location")).Should().Be("1:14-1:26"); // behind the byte order mark
        Range(diagnostics[1].GetProperty("location")).Should().Be("4:22-4:34");
        Range(diagnostics[1].GetProperty("suggestions")[0]).Should().Be("4:1-4:37");
        diagnostics[1].GetProperty("suggestions")[0].GetProperty("text").GetString().Should().Be("云杉会在24小时内答复您。");
        Range(diagnostics[2].GetProperty("location")).Should().Be("5:16-5:25");
    }

    [Fact]
    public void Rdjson_joins_the_edits_of_one_rewrite_with_the_words_between()
    {
        _cli.Write("pack/pack.yaml", "name: two\n");
        _cli.Write("pack/rules.yaml", "concepts: { a: [不归我管] }\nrules:\n  - { id: never.a, kind: never-say, say: a, suggest: 我来处理。 }\n");
        _cli.Write("a.txt", "# 售后\n这事不归我管。请您稍等。这事不归我管。\n");
        var run = JsonElement.Parse(_cli.Run("check", Path.Combine(_cli.Folder, "a.txt"), "--pack", Path.Combine(_cli.Folder, "pack"), "--format", "rdjson").Out);

        foreach (var diagnostic in run.GetProperty("diagnostics").EnumerateArray())
        {
            var suggestion = diagnostic.GetProperty("suggestions")[0];
            var line = Encoding.UTF8.GetBytes("这事不归我管。请您稍等。这事不归我管。");
            var range = suggestion.GetProperty("range");
            var (start, end) = (range.GetProperty("start").GetProperty("column").GetInt32() - 1, range.GetProperty("end").GetProperty("column").GetInt32() - 1);
            var after = Encoding.UTF8.GetString([.. line[..start], .. Encoding.UTF8.GetBytes(suggestion.GetProperty("text").GetString()!), .. line[end..]]);
            diagnostic.GetProperty("message").GetString().Should().Contain($"改写:{after}(");
        }
    }

    [Fact]
    public void Rdjson_tells_only_lines_of_standard_input()
    {
        _cli.Write("a.txt", "something else");
        var run = _cli.RunWith(Script, "check", "-", "--stdin-name", Path.Combine(_cli.Folder, "a.txt"), "--pack", "@small", "--format", "rdjson");
        var diagnostic = JsonElement.Parse(run.Out).GetProperty("diagnostics")[0];
        JsonSerializer.Serialize(diagnostic.GetProperty("location")).Should().Be("""{"path":"a.txt","range":{"start":{"line":2}}}""");
        diagnostic.TryGetProperty("suggestions", out _).Should().BeFalse();
    }

    [Fact]
    public void Gitlab_has_no_fingerprint_twice_and_keeps_them_when_lines_move()
    {
        _cli.Write("a.txt", Script + "😀好的😀,这事不归我管。\n");
        var before = Fingerprints();
        _cli.Write("a.txt", "# 新的一节\n好的\n" + Script + "😀好的😀,这事不归我管。\n");

        before.Should().HaveCount(3).And.OnlyHaveUniqueItems();
        Fingerprints().Should().Equal(before);

        string?[] Fingerprints() => [.. JsonElement.Parse(Run("gitlab", "a.txt")).EnumerateArray().Select(e => e.GetProperty("fingerprint").GetString())];
    }

    [Fact]
    public void Github_gets_the_sums_first_and_a_summary_of_the_job()
    {
        _cli.Write("a,b:c%.txt", Script);
        _cli.Variables["GITHUB_STEP_SUMMARY"] = _cli.Write("summary.md", "before\n");
        var lines = Run("github", "a,b:c%.txt").Split('\n');

        lines[0].Should().StartWith("::notice title=ScriptRules::共检查 2 份(对话 0,草稿 2):有违规 2,合规 0,无法判断 0%0A违规 2 处:错误 1,警告 0,提示 1%0A");
        lines[1].Should().StartWith("::error file=a%2Cb%3Ac%25.txt,line=2,endLine=2,col=8,endColumn=12,title=never.pass-the-buck 不推诿::“不归我管”是在推诿。%0A手册 H-2 推诿的话不说");
        lines[2].Should().StartWith("::notice file=a%2Cb%3Ac%25.txt,line=3,");
        File.ReadAllText(_cli.Variables["GITHUB_STEP_SUMMARY"]).Should().StartWith("before\n### 话术检查\n").And.Contain("| 错误 | never.pass-the-buck 不推诿 | 1 | 1 |\n")
            .And.Contain("| a,b:c%.txt:2:8 | 错误 | never.pass-the-buck | “不归我管”是在推诿。 | {brand}会在24小时内答复您。 |\n");
    }

    [Fact]
    public void The_summary_of_the_job_lists_no_more_than_people_read()
    {
        _cli.Write("a.txt", "# 售后\n" + string.Concat(Enumerable.Repeat("这事不归我管。\n", 60)));
        _cli.Variables["GITHUB_STEP_SUMMARY"] = Path.Combine(_cli.Folder, "summary.md");
        Run("github", "a.txt");

        var summary = File.ReadAllText(_cli.Variables["GITHUB_STEP_SUMMARY"]);
        summary.Split('\n').Count(l => l.StartsWith("| a.txt:", StringComparison.Ordinal)).Should().Be(50);
        summary.Should().Contain("只列出前 50 处,共 60 处。");
    }

    [Fact]
    public void Junit_fails_skips_and_errs()
    {
        _cli.Write("f/a.txt", Script);
        _cli.Write("f/b.jsonl", "{");
        _cli.Write("f/c.txt", "客户: 喂?");
        var suites = XElement.Parse(Run("junit", "f"));

        $"{suites.Attribute("tests")!.Value} {suites.Attribute("failures")!.Value} {suites.Attribute("errors")!.Value}".Should().Be("4 1 1");
        suites.Elements().Select(s => $"{s.Attribute("name")!.Value} {s.Attribute("tests")!.Value} {s.Attribute("skipped")!.Value}").Should().Equal("f/a.txt 2 0", "f/b.jsonl 1 0", "f/c.txt 1 1");
        var cases = suites.Descendants("testcase").ToList();
        cases[0].Attribute("name")!.Value.Should().Be("客户催单 😀好的😀,这事不归我管。");
        cases[0].Element("failure")!.Attribute("type")!.Value.Should().Be("never.pass-the-buck");
        cases[0].Element("failure")!.Value.Should().Contain("f/a.txt:2:8  话术 第 8-11 字\n  😀好的😀,这事【不归我管】。");
        cases[1].Element("system-out")!.Value.Should().Contain("never.vague");
        cases[2].Element("error")!.Attribute("type")!.Value.Should().Be("SRI101");
        cases[3].Element("skipped")!.Attribute("message")!.Value.Should().Be("无法判断:客服没有说任何可读的话");
    }

    [Fact]
    public void Junit_follows_fail_on()
    {
        _cli.Write("a.txt", Script);
        XElement.Parse(Run("junit", "a.txt", "--fail-on", "info")).Attribute("failures")!.Value.Should().Be("2");
        XElement.Parse(Run("junit", "a.txt", "--fail-on", "never")).Attribute("failures")!.Value.Should().Be("0");
    }

    [Fact]
    public void Junit_takes_a_run_that_decided_nothing_for_an_error()
    {
        _cli.Write("a.txt", "客户: 喂?");
        XElement.Parse(Run("junit", "a.txt")).Descendants("error").Single().Attribute("message")!.Value.Should().Be("nothing was checked: no rule could be decided");
    }

    [Theory]
    [InlineData("junit")]
    [InlineData("checkstyle")]
    public void Xml_survives_any_text(string format)
    {
        _cli.Write("evil.json", Evil);
        var report = Run(format, "evil.json");
        XElement.Parse(report).ToString().Should().Contain("不归我管").And.NotContain("\u001b");
    }

    [Theory]
    [InlineData("msbuild")]
    [InlineData("github")]
    public void One_line_stays_one_line(string format)
    {
        _cli.Write("pack/pack.yaml", "name: echo\n");
        _cli.Write("pack/rules.yaml", "concepts: { a: { regex: '不归我管[^a]*第二行' } }\nrules:\n  - { id: never.a, kind: never-say, say: a, message: '{said}' }\n");
        _cli.Write("evil.json", Evil.Replace("\\ud83d", "", StringComparison.Ordinal));
        var run = _cli.Run("check", Path.Combine(_cli.Folder, "evil.json"), "--pack", Path.Combine(_cli.Folder, "pack"), "--format", format);

        run.Out.Should().Contain("never.a").And.Contain("第二行").And.NotContain("\u001b");
        run.Out.TrimEnd('\n').Split('\n').Should().HaveCount(format == "github" ? 2 : 1);
    }

    [Theory]
    [InlineData("sarif")]
    [InlineData("junit")]
    [InlineData("github")]
    [InlineData("gitlab")]
    [InlineData("checkstyle")]
    [InlineData("rdjson")]
    [InlineData("html")]
    [InlineData("msbuild")]
    public void What_could_not_be_read_is_in_the_report(string format)
    {
        _cli.Write("f/broken.jsonl", "{");
        Directory.CreateDirectory(Path.Combine(_cli.Folder, "empty"));
        Run(format, "f").Should().Contain("broken.jsonl").And.Contain("the JSON ends");
        Run(format, "empty").Should().Contain("nothing to check: the folder has no file that a reader takes");
    }

    private static string Range(JsonElement holder)
    {
        var range = holder.GetProperty("range");
        return $"{Position("start")}-{Position("end")}";

        string Position(string name) => $"{range.GetProperty(name).GetProperty("line")}:{range.GetProperty(name).GetProperty("column")}";
    }

    private string Run(string format, string path, params string[] more) =>
        _cli.Run(["check", Path.Combine(_cli.Folder, path), "--pack", "@small", "--format", format, .. more]).Out;
}
