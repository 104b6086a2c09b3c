using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ScriptRules.Cli.Tests;

public sealed partial class SarifReportTests : IDisposable
{
    private const string Script = "# 客户催单\n😀好的😀,这事不归我管。\n\n【客户致谢】\n  好的,明天大概吧\n";

    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void Every_result_points_at_its_rule_and_at_the_words_in_the_file()
    {
        _cli.Write("售后 1.txt", Script);
        var run = Run("售后 1.txt");

        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        run.GetProperty("columnKind").GetString().Should().Be("unicodeCodePoints");
        var words = new List<string>();
        foreach (var result in run.GetProperty("results").EnumerateArray())
        {
            rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString().Should().Be(result.GetProperty("ruleId").GetString());
            var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
            place.GetProperty("artifactLocation").GetProperty("uri").GetString().Should().Be("%E5%94%AE%E5%90%8E%201.txt");
            words.Add(Words(Script, place.GetProperty("region")));
        }

        words.Should().Equal("不归我管", "大概吧");
    }

    [Fact]
    public void A_fix_makes_of_the_file_what_the_suggestion_says()
    {
        _cli.Write("a.txt", Script);
        var result = Run("a.txt", "--set", "brand=云杉").GetProperty("results")[0];
        var change = result.GetProperty("fixes")[0].GetProperty("artifactChanges")[0];
        var text = Script;
        foreach (var replacement in change.GetProperty("replacements").EnumerateArray().Reverse())
        {
            var (start, end) = Bounds(text, replacement.GetProperty("deletedRegion"));
            text = text[..start] + replacement.GetProperty("insertedContent").GetProperty("text").GetString() + text[end..];
        }

        var rewritten = text.Split('\n')[1];
        result.GetProperty("fixes")[0].GetProperty("description").GetProperty("text").GetString().Should().Be($"改写:{rewritten}(内容有变,请确认后使用)");
        rewritten.Should().NotContain("不归我管");
        text.Split('\n').Where((_, i) => i != 1).Should().Equal(Script.Split('\n').Where((_, i) => i != 1));
    }

    [Fact]
    public void A_conversation_has_the_line_of_the_turn_and_evidence_but_no_fix()
    {
        _cli.Write("c.json", "{\"id\":\"c1\",\"turns\":[\n{\"speaker\":\"customer\",\"text\":\"谢谢\"},\n{\"speaker\":\"agent\",\"text\":\"请问还有问题吗?\"}]}");
        var result = Run("c.json").GetProperty("results")[0];

        result.GetProperty("level").GetString().Should().Be("warning");
        result.TryGetProperty("fixes", out _).Should().BeFalse();
        var location = result.GetProperty("locations")[0];
        location.GetProperty("physicalLocation").GetProperty("region").GetRawText().Should().Match("{*\"startLine\": 3*}").And.NotContain("startColumn");
        location.GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString().Should().Be("c1#1");
        result.GetProperty("relatedLocations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32().Should().Be(2);
        result.GetProperty("relatedLocations")[0].GetProperty("message").GetProperty("text").GetString().Should().Be("第 1 轮 客户“谢谢”(致谢)");
    }

    [Fact]
    public void What_was_not_read_or_decided_is_a_notification_and_no_success()
    {
        _cli.Write("f/broken.jsonl", "{");
        _cli.Write("f/silent.txt", "客户: 喂?");
        var invocation = Run("f").GetProperty("invocations")[0];

        invocation.GetProperty("executionSuccessful").GetBoolean().Should().BeFalse();
        invocation.GetProperty("toolExecutionNotifications").EnumerateArray().Select(n => $"{n.GetProperty("level")} {n.GetProperty("descriptor").GetProperty("id")}").Should()
            .Equal("error SRI101", "warning not-evaluable", "note not-evaluable", "error not-evaluable");
    }

    [Fact]
    public void A_clean_run_is_a_success_without_results()
    {
        _cli.Write("a.txt", "客服: 您好,请问有什么可以帮您?");
        var run = Run("a.txt");
        run.GetProperty("results").GetArrayLength().Should().Be(0);
        run.GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public void What_a_pack_excuses_is_suppressed_and_says_why()
    {
        _cli.Write("house/pack.yaml", $"name: house\nextends: {Cli.Pack("small").Replace('\\', '/')}\n");
        _cli.Write("house/suppressions.yaml", "- { id: notice, rule: never.pass-the-buck, reason: 平台统一下发, owner: 客服主管, until: 2999-06-30 }\n");
        _cli.Write("a.txt", Script);
        var results = JsonElement.Parse(_cli.Run("check", Path.Combine(_cli.Folder, "a.txt"), "--pack", Path.Combine(_cli.Folder, "house"), "--format", "sarif").Out).GetProperty("runs")[0].GetProperty("results");

        results.EnumerateArray().Select(r => r.GetProperty("suppressions").GetArrayLength()).Should().Equal(1, 0);
        results[0].GetProperty("suppressions")[0].GetProperty("kind").GetString().Should().Be("external");
        results[0].GetProperty("suppressions")[0].GetProperty("justification").GetString().Should().Be("notice:平台统一下发(客服主管,2999-06-30 止)");
    }

    [Fact]
    public void With_a_baseline_results_tell_whether_they_are_new()
    {
        _cli.Write("a.txt", Script);
        var baseline = Path.Combine(_cli.Folder, "baseline.json");
        _cli.Run("baseline", "create", Path.Combine(_cli.Folder, "a.txt"), "--pack", "@small", "--output", baseline).Code.Should().Be(0);
        _cli.Write("a.txt", Script + "都不归我管。\n");

        var results = Run("a.txt", "--baseline", baseline).GetProperty("results");
        results.EnumerateArray().Select(r => r.GetProperty("baselineState").GetString()).Should().Equal("unchanged", "unchanged", "new");
    }

    [Fact]
    public void What_a_baseline_accepts_and_is_gone_is_absent_with_what_the_entry_knows()
    {
        _cli.Write("s/a.txt", Script + "这事不归我管。\n");
        _cli.Write("s/gone.txt", "# 催单\n这事不归我管,打13812345678。\n");
        var baseline = Path.Combine(_cli.Folder, "b", "baseline.json");
        Directory.CreateDirectory(Path.GetDirectoryName(baseline)!);
        _cli.Run("baseline", "create", Path.Combine(_cli.Folder, "s"), "--pack", "@small", "--output", baseline).Code.Should().Be(0);
        _cli.Write("s/a.txt", Script.Replace("大概吧", "一定", StringComparison.Ordinal));
        File.Delete(Path.Combine(_cli.Folder, "s/gone.txt"));

        var results = Run("s", "--baseline", baseline).GetProperty("results");

        results.EnumerateArray().Select(r => $"{r.GetProperty("baselineState")} {r.GetProperty("ruleId")} {r.GetProperty("level")} {Place(r)}").Should().Equal(
            "unchanged never.pass-the-buck error s/a.txt:2",
            "absent never.pass-the-buck error s/a.txt:6",
            "absent never.vague note s/a.txt:5",
            "absent never.pass-the-buck error s/gone.txt:2");
        results[3].GetProperty("message").GetProperty("text").GetString().Should().Be("基线接受的违规已不再出现:这事不归我管,打138****5678。");
        results[3].GetProperty("partialFingerprints").GetProperty("scriptRules/v1").GetString().Should().MatchRegex("^[0-9a-f]{16}$");
        results.EnumerateArray().Should().OnlyContain(r => r.GetProperty("suppressions").GetArrayLength() == 0);
    }

    [Fact]
    public void Of_equal_ones_that_are_gone_the_number_is_told_and_a_rule_that_is_gone_too_has_no_index()
    {
        _cli.Write("a.txt", "# 催单\n您好,请问有什么可以帮您?\n");
        var baseline = _cli.Write("baseline.json", """
            {"version":1,"created":"2026-02-17","pack":{"name":"small","version":""},"entries":[
            {"path":"a.txt","rule":"never.gone","fingerprint":"0123456789abcdef","count":2,"line":7,"text":"{品牌}这是规定。"}]}
            """);

        var result = Run("a.txt", "--baseline", baseline).GetProperty("results")[0];

        result.TryGetProperty("ruleIndex", out _).Should().BeFalse();
        result.TryGetProperty("level", out _).Should().BeFalse();
        result.GetProperty("message").GetProperty("text").GetString().Should().Be("基线接受的违规已不再出现(2 处):{{品牌}}这是规定。");
        Place(result).Should().Be("a.txt:7");
    }

    [Fact]
    public void Where_a_document_has_no_lines_what_is_gone_has_none()
    {
        var path = _cli.Write("a.xlsx", File.ReadAllBytes(Repository.At("samples", "scripts", "after-sales.xlsx")));
        var baseline = Path.Combine(_cli.Folder, "baseline.json");
        _cli.Run("baseline", "create", path, "--pack", "@small", "--output", baseline).Code.Should().Be(0);
        _cli.Run("fix", path, "--pack", "@small").Code.Should().Be(1);

        var run = _cli.Run("check", path, "--pack", "@small", "--baseline", baseline, "--format", "sarif");

        run.Error.Should().Contain("stale: answer.thanks at a.xlsx is no longer found: 请问您还有其他问题吗?");
        var absent = JsonElement.Parse(run.Out).GetProperty("runs")[0].GetProperty("results").EnumerateArray().Single(r => r.GetProperty("baselineState").GetString() == "absent");
        absent.GetProperty("locations")[0].GetProperty("physicalLocation").TryGetProperty("region", out _).Should().BeFalse();
    }

    [Fact]
    public void Rules_bring_their_handbook_and_braces_are_no_placeholders()
    {
        _cli.Write("a.txt", Script);
        var run = Run("a.txt");
        var rule = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Single(r => r.GetProperty("id").GetString() == "never.pass-the-buck");

        rule.GetProperty("name").GetString().Should().Be("NeverPassTheBuck");
        rule.GetProperty("shortDescription").GetProperty("text").GetString().Should().Be("不推诿");
        rule.GetProperty("help").GetProperty("text").GetString().Should().Contain("H-2 推诿的话不说").And.Contain("{{brand}}会在{{hours}}小时内答复您。").And.Contain("这事不归我管。");
        rule.GetProperty("defaultConfiguration").GetProperty("level").GetString().Should().Be("error");
        Messages(run).Should().OnlyContain(m => !SingleBrace().IsMatch(m));
    }

    [Theory]
    [InlineData("<stdin>", "%3Cstdin%3E")]
    [InlineData("脚本/a b#1.txt", "%E8%84%9A%E6%9C%AC/a%20b%231.txt")]
    public void Standard_input_is_named_as_the_caller_says(string name, string uri)
    {
        string[] named = name == "<stdin>" ? [] : ["--stdin-name", name];
        var run = _cli.RunWith(Script, ["check", "-", .. named, "--pack", "@small", "--format", "sarif"]);
        JsonElement.Parse(run.Out).GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()
            .Should().Be(uri);
    }

    [Fact]
    public void A_file_elsewhere_is_named_absolutely()
    {
        using var elsewhere = new Cli();
        var path = elsewhere.Write("a.txt", Script);
        var artifact = JsonElement.Parse(_cli.Run("check", path, "--pack", "@small", "--format", "sarif").Out).GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation");
        artifact.GetProperty("uri").GetString().Should().Be(new Uri(path).AbsoluteUri);
        artifact.TryGetProperty("uriBaseId", out _).Should().BeFalse();
    }

    private JsonElement Run(string path, params string[] more)
    {
        var log = JsonElement.Parse(_cli.Run(["check", Path.Combine(_cli.Folder, path), "--pack", "@small", "--format", "sarif", .. more]).Out);
        log.GetProperty("version").GetString().Should().Be("2.1.0");
        return log.GetProperty("runs")[0];
    }

    private static string Place(JsonElement result)
    {
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        return $"{place.GetProperty("artifactLocation").GetProperty("uri")}:{place.GetProperty("region").GetProperty("startLine")}";
    }

    private static string Words(string text, JsonElement region) => Bounds(text, region) is var (start, end) ? text[start..end] : "";

    private static (int Start, int End) Bounds(string text, JsonElement region) =>
        (Offset(text, region.GetProperty("startLine").GetInt32(), region.GetProperty("startColumn").GetInt32()), Offset(text, region.GetProperty("endLine").GetInt32(), region.GetProperty("endColumn").GetInt32()));

    private static int Offset(string text, int line, int column)
    {
        var lines = text.Split('\n');
        return lines.Take(line - 1).Sum(l => l.Length + 1) + lines[line - 1].EnumerateRunes().Take(column - 1).Sum(r => r.Utf16SequenceLength);
    }

    private static IEnumerable<string> Messages(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(p => p.Name is "message" or "description" or "help" or "shortDescription" or "fullDescription" ? p.Value.EnumerateObject().Select(t => t.Value.GetString()!) : Messages(p.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Messages),
        _ => [],
    };

    [GeneratedRegex("(?<!\\{)\\{(\\{\\{)*(?!\\{)")]
    private static partial Regex SingleBrace();
}
