using System.Text.Json;
using ScriptRules.Reports;
using ScriptRules.Rules;
using ScriptRules.Text;

namespace ScriptRules.Cli.Tests;

public sealed class JsonReportTests : IDisposable
{
    private const string Bad = """{"id":"c1","startedAt":"2026-03-02T15:00:00+08:00","turns":[{"speaker":"agent","text":"您好,请问有什么可以帮您?"},{"speaker":"customer","text":"谢谢"},{"speaker":"agent","text":"😀这事不归我管。"}]}""";
    private const string Good = """{"startedAt":"2026-03-02T15:00:00+08:00","turns":[{"speaker":"agent","text":"您好,请问有什么可以帮您?"}]}""";

    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void Has_the_shape_of_the_contract()
    {
        var report = new CheckReport
        {
            Id = "c1",
            Verdict = Verdict.Violated,
            Violations =
            [
                new Violation
                {
                    Rule = "never.pass-the-buck", Sources = ["H-NEV-4"], Severity = Severity.Error, Confidence = 0.75, Turn = 3, Span = new TextSpan(0, 6), Text = "这事不归我管",
                    Message = "不推“诿”", Evidence = [new Evidence(2, new TextSpan(1, 4), "refund", "退款呢")],
                    Suggestions = [new Suggestion("请稍等。", [new Edit(new TextSpan(0, 6), "请稍等")], Applicability.FillIn), new Suggestion("好。", [], Applicability.Automatic)],
                    Fingerprint = "f1",
                },
                new Violation { Rule = "answer.thanks", Severity = Severity.Warning, Message = "\ud83d?", NoSuggestion = "the rule has no rewrite", Fingerprint = "f2" },
            ],
            Rules =
            [
                new RuleVerdict("never.pass-the-buck", Verdict.Violated), new RuleVerdict("answer.thanks", Verdict.Violated), new RuleVerdict("a", Verdict.Passed),
                new RuleVerdict("b", Verdict.NotApplicable), new RuleVerdict("manner.rate", Verdict.NotEvaluable, "no times"),
            ],
        };
        CheckReportJson.ToJson(report).Should().Be(string.Concat("""
            {"id":"c1","verdict":"violated","score":null,"violations":[
            {"rule":"never.pass-the-buck","source":["H-NEV-4"],"severity":"error","confidence":0.75,"turn":3,"span":{"start":0,"end":6},"text":"这事不归我管",
            "message":"不推“诿”","evidence":[{"turn":2,"span":{"start":1,"end":4},"concept":"refund","match":"literal"}],
            "suggestions":[{"text":"请稍等。","edits":[{"start":0,"end":6,"replacement":"请稍等"}],"applicability":"fill-in"},{"text":"好。","edits":[],"applicability":"automatic"}],
            "fingerprint":"f1"},
            {"rule":"answer.thanks","source":[],"severity":"warning","confidence":1,"turn":0,"span":{"start":0,"end":0},"text":"",
            "message":"\uFFFD?","evidence":[],"suggestions":[],"noSuggestion":"the rule has no rewrite","fingerprint":"f2"}],
            "rules":{"passed":1,"violated":2,"notApplicable":1,"notEvaluable":[{"rule":"manner.rate","reason":"no times"}]},"obligations":[],"promises":null}
            """.Split('\n', '\r')));
    }

    [Fact]
    public void Tells_turn_and_units_of_UTF16()
    {
        var run = _cli.Run("check", _cli.Write("in.json", Bad), "--pack", "@small", "--format", "json");
        run.Code.Should().Be(1);
        run.Error.Should().BeEmpty();
        var violation = JsonElement.Parse(run.Out).GetProperty("violations").EnumerateArray().Single(v => v.GetProperty("rule").GetString() == "never.pass-the-buck");
        violation.GetProperty("turn").GetInt32().Should().Be(2);
        JsonSerializer.Serialize(violation.GetProperty("span")).Should().Be("""{"start":4,"end":8}""");
    }

    [Fact]
    public void Tells_where_a_line_of_script_stands_in_its_file()
    {
        _cli.Write("a.txt", "# 客户催单\n 😀这事不归我管。\n");
        var report = JsonElement.Parse(_cli.Run("check", Path.Combine(_cli.Folder, "a.txt"), "--pack", "@small", "--format", "jsonl").Out);
        report.GetProperty("violations")[0].GetProperty("origin").GetRawText().Should().Be("""{"path":"a.txt","line":2,"column":5,"endLine":2,"endColumn":9}""");
        report.GetProperty("origin").EnumerateObject().Select(p => $"{p.Name} {p.Value}").Should().Equal("path a.txt", "line 2", "scenario 客户催单", "written 😀这事不归我管。");
    }

    [Fact]
    public void Keeps_Chinese_as_it_is_and_tells_why_no_rewrite_is_offered()
    {
        var run = _cli.Run("check", "--text", "明天大概吧", "--pack", "@small", "--format", "jsonl");
        run.Out.Should().Contain("说得没有把握。").And.Contain("\"noSuggestion\":\"the rule has no rewrite\"").And.Contain("\"severity\":\"info\",\"confidence\":0.6");
        _cli.Run("check", "--text", "明天大概吧", "--pack", "@small", "--format", "jsonl", "--no-suggest").Out.Should().NotContain("noSuggestion");
    }

    [Fact]
    public void Is_one_document_whatever_the_number_of_conversations()
    {
        var none = _cli.Write("none.jsonl", "{");
        var several = _cli.Write("several.jsonl", Bad + "\n" + Good + "\n" + Good);
        JsonElement.Parse(_cli.Run("check", none, "--pack", "@small", "--format", "json").Out).GetArrayLength().Should().Be(0);
        JsonElement.Parse(_cli.Run("check", several, "--pack", "@small", "--format", "json").Out).EnumerateArray().Select(r => r.GetProperty("id").GetString()).Should()
            .HaveCount(3).And.StartWith("c1").And.Match(ids => ids.Last()!.EndsWith("several.jsonl:3"));
    }

    [Fact]
    public void Jsonl_is_one_object_a_line_with_the_same_content()
    {
        var path = _cli.Write("in.jsonl", Bad + "\n" + Good);
        var lines = _cli.Run("check", path, "--pack", "@small", "--format", "jsonl").Out;
        lines.Should().EndWith("\n");
        var array = JsonElement.Parse(_cli.Run("check", path, "--pack", "@small", "--format", "json").Out);
        lines.TrimEnd('\n').Split('\n').Select(l => JsonElement.Parse(l).GetRawText()).Should().Equal(array.EnumerateArray().Select(e => JsonSerializer.Serialize(e, Relaxed)));
    }

    [Fact]
    public void Survives_lone_surrogates()
    {
        var path = _cli.Write("in.json", """{"turns":[{"speaker":"agent","text":"\ud83d不归我管"}]}""");
        var run = _cli.Run("check", path, "--pack", "@small", "--format", "json");
        run.Code.Should().BeOneOf(1, 2);
        JsonElement.Parse(run.Out).ValueKind.Should().BeOneOf(JsonValueKind.Object, JsonValueKind.Array);
    }

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
