using System.Text.Json;

namespace ScriptRules.Cli.Tests;

public sealed class LintCommandTests : IDisposable
{
    private const string Rules = """
        concepts:
          refusal: [没办法, 真的没办法, 没办法]
        rules:
          - id: never.refuse
            kind: never-say
            source: H-1
            description: 生硬的拒绝。
            say: refusal
            message: 太生硬。
            suggest: 我马上为您处理。
            examples:
              pass: [有办法的。]
              fail: [没办法。]

        """;

    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void Says_what_it_finds_and_how_much_it_looked_at()
    {
        var run = _cli.Run("lint", Pack(Rules));
        run.Code.Should().Be(1);
        run.Out.Should().Be("""
            mine/rules.yaml:2:25: warning SR0514: "没办法" finds all that this finds
                2 |   refusal: [没办法, 真的没办法, 没办法]
                  |                                 ^^^^^^
              help: take this one out

            mine (1 rule): 1 model sentence, 2 examples, 1 time of day and festival: 0 errors, 1 warning, 0 info

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_clean_pack_is_0()
    {
        var run = _cli.Run("lint", Pack(Rules.Replace(", 没办法]", "]", StringComparison.Ordinal)));
        run.Code.Should().Be(0);
        run.Out.Should().Be("mine (1 rule): 1 model sentence, 2 examples, 1 time of day and festival: clean\n");
    }

    [Theory]
    [InlineData("error", 0)]
    [InlineData("warning", 1)]
    [InlineData("info", 1)]
    [InlineData("never", 0)]
    public void Fail_on_says_what_counts(string level, int code) => _cli.Run("lint", Pack(Rules), "--fail-on", level).Code.Should().Be(code);

    [Fact]
    public void Of_a_pack_that_extends_another_only_what_concerns_its_own_files_is_said()
    {
        Pack(Rules);
        _cli.Write("house/pack.yaml", "name: house\nextends: ../mine\n");
        var house = _cli.Write("house/rules.yaml", "concepts:\n  own: [再说一遍]\nrules:\n  - id: never.again\n    kind: never-say\n    source: H-2\n    description: 重复。\n    say: own\n    message: 不要这样说。\n    suggest: 请您看一下。\n    examples:\n      pass: [请看。]\n      fail: [再说一遍。]\n");
        var folder = Path.GetDirectoryName(house)!;

        _cli.Run("lint", folder).Out.Should().EndWith("clean\n").And.NotContain("SR0514");
        _cli.Run("lint", folder, "--inherited").Out.Should().Contain("rules.yaml:2:25: warning SR0514");
    }

    [Fact]
    public void What_a_house_forbids_of_what_it_inherits_is_said_at_its_own_rule()
    {
        Pack(Rules);
        _cli.Write("house/pack.yaml", "name: house\nextends: ../mine\n");
        var house = _cli.Write("house/rules.yaml", "concepts:\n  own: [马上为您]\nrules:\n  - id: never.soon\n    kind: never-say\n    say: own\n");

        _cli.Run("lint", Path.GetDirectoryName(house)!).Out.Should().Contain("rules.yaml:4:9: error SR0501: a sentence of the inherited rule \"never.refuse\" breaks this rule: “我马上为您处理。”");
    }

    [Fact]
    public void Json_has_the_places()
    {
        var run = _cli.Run("lint", Pack(Rules), "--format", "json");
        run.Code.Should().Be(1);
        var report = JsonDocument.Parse(run.Out).RootElement;
        var finding = report.GetProperty("findings").EnumerateArray().Should().ContainSingle().Which;
        finding.GetProperty("code").GetString().Should().Be("SR0514");
        finding.GetProperty("level").GetString().Should().Be("warning");
        (finding.GetProperty("line").GetInt32(), finding.GetProperty("column").GetInt32(), finding.GetProperty("length").GetInt32()).Should().Be((2, 25, 3));
        report.GetProperty("modelSentences").GetInt32().Should().Be(1);
    }

    [Fact]
    public void Github_gets_annotations() =>
        _cli.Run("lint", Pack(Rules), "--format", "github").Out.Should().Be("::warning file=mine/rules.yaml,line=2,col=25,endColumn=28,title=SR0514::\"没办法\" finds all that this finds%0Ahelp: take this one out\n");

    [Fact]
    public void A_pack_that_does_not_load_is_2()
    {
        var run = _cli.Run("lint", "@broken");
        run.Code.Should().Be(2);
        run.Out.Should().Contain(": error SR0").And.Contain("does not load");
    }

    private string Pack(string rules)
    {
        _cli.Write("mine/pack.yaml", "name: mine\n");
        return Path.GetDirectoryName(_cli.Write("mine/rules.yaml", rules))!;
    }
}
