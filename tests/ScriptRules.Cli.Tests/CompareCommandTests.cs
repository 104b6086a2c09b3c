using System.Text.Json;

namespace ScriptRules.Cli.Tests;

public sealed class CompareCommandTests : IDisposable
{
    private const string Rules = """
        concepts: { buck: [不归我管], mine: [这事不归我], bye: { says: [滚开], at: anywhere } }
        rules:
          - { id: never.buck, kind: never-say, severity: warning, say: buck, message: 推诿。 }
          - { id: never.bye, kind: never-say, say: bye, message: 骂人。 }

        """;

    private const string Talk = """
        {"id":"c1","turns":[{"speaker":"agent","text":"这事不归我管,打13812345678。"}]}
        {"id":"c2","turns":[{"speaker":"agent","text":"您滚开吧 | `@all` <b>"}]}
        {"id":"c3","turns":[{"speaker":"agent","text":"您好"}]}

        """;

    private readonly Cli _cli = new();

    public CompareCommandTests()
    {
        Pack("old", Rules);
        _cli.Write("talk.jsonl", Talk);
    }

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void The_same_pack_has_no_difference()
    {
        Pack("new", Rules);
        var run = Compare();
        run.Code.Should().Be(0);
        run.Out.Should().Be("""
            规则包 old(2 条规则) → new(2 条规则)
            共比较 3 份:有违规 2 → 2,违规 2 → 2 处;新增 0,消失 0,变化 0,换规则 0

            没有差别

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void What_is_gained_and_lost_is_told_with_masked_examples()
    {
        Pack("new", """
            concepts: { buck: [不归我管], hello: [您好] }
            rules:
              - { id: never.buck, kind: never-say, severity: warning, say: buck, message: 推诿。 }
              - { id: never.hello, kind: never-say, say: hello, message: 问候。 }
            """.Replace("[您好]", "{ says: [您好], at: anywhere }", StringComparison.Ordinal));
        var run = Compare();
        run.Code.Should().Be(0);
        run.Out.Should().Contain("never.hello  新规则  新增 1\n  + talk.jsonl:3  第 1 轮 客服  错误\n      【您好】\n")
            .And.Contain("never.bye  已删除  消失 1\n  - talk.jsonl:2  第 1 轮 客服  错误\n      您【滚开】吧")
            .And.NotContain("never.buck");
    }

    [Fact]
    public void Another_severity_message_or_span_is_a_change()
    {
        Pack("new", Rules.Replace("severity: warning, say: buck", "severity: error, say: mine", StringComparison.Ordinal).Replace("message: 骂人。", "message: 请别骂人。", StringComparison.Ordinal).Replace("buck: [不归我管], ", "", StringComparison.Ordinal));
        var run = Compare();
        run.Out.Should().Contain("变化 1\n  ~ talk.jsonl:1  第 1 轮 客服  警告→错误,“不归我管”→“这事不归我”\n      【这事不归我】管,打138****5678。\n")
            .And.Contain("never.bye  变化 1\n  ~ talk.jsonl:2  第 1 轮 客服  说明:骂人。→请别骂人。\n")
            .And.Contain("新增 0,消失 0,变化 2,换规则 0").And.NotContain("13812345678");
    }

    [Fact]
    public void A_violation_that_another_rule_takes_over_has_moved()
    {
        Pack("new", Rules.Replace("never.buck", "never.pass", StringComparison.Ordinal));
        var run = Compare("--max-new", "0", "--max-lost", "0");
        run.Code.Should().Be(0);
        run.Out.Should().Contain("never.buck → never.pass  换规则 1\n").And.Contain("never.pass  新规则  换入 1").And.Contain("never.buck  已删除  换出 1").And.Contain("新增 0,消失 0");
    }

    [Fact]
    public void Changes_of_verdicts_are_told()
    {
        Pack("new", Rules.Replace("say: bye,", "say: bye, applies-when: { from: 2099-01-01 },", StringComparison.Ordinal));
        Compare().Out.Should().Contain("never.bye  消失 1\n  判定 合规→无法判断 2,违规→无法判断 1\n  无法判断 0 → 3 份\n");
    }

    [Theory]
    [InlineData(0, "--max-new", "1")]
    [InlineData(1, "--max-new", "0")]
    [InlineData(1, "--max-new-per-rule", "0")]
    [InlineData(0, "--max-new-per-rule", "1")]
    [InlineData(1, "--max-lost", "0")]
    [InlineData(0, "--max-lost", "1")]
    [InlineData(2, "--max-lost", "-1")]
    [InlineData(2, "--examples", "-1")]
    [InlineData(2, "--set", "nobody=x")]
    [InlineData(2, "--format", "xml")]
    public void A_limit_that_is_exceeded_is_1_in_every_format(int expected, params string[] more)
    {
        Pack("new", Rules.Replace("never.bye, kind: never-say, say: bye", "never.hello, kind: never-say, say: bye", StringComparison.Ordinal).Replace("says: [滚开]", "says: [您好]", StringComparison.Ordinal));
        foreach (var format in (string[])["text", "json", "markdown"]) Compare([.. more, .. more.Contains("--format") ? [] : (string[])["--format", format]]).Code.Should().Be(expected, format);
    }

    [Fact]
    public void Json_has_all_counts_and_gates()
    {
        Pack("new", Rules.Replace("never.buck", "never.pass", StringComparison.Ordinal));
        using var json = JsonDocument.Parse(Compare("--format", "json", "--max-new", "0").Out);
        var root = json.RootElement;
        root.GetProperty("conversations").GetInt32().Should().Be(3);
        root.GetProperty("moved").GetInt32().Should().Be(1);
        root.GetProperty("moves")[0].GetProperty("examples")[0].GetProperty("old").GetProperty("rule").GetString().Should().Be("never.buck");
        root.GetProperty("rulesAdded")[0].GetString().Should().Be("never.pass");
        root.GetProperty("gates")[0].GetProperty("broken").GetBoolean().Should().BeFalse();
    }

    [Fact]
    public void Markdown_lets_nothing_of_the_conversations_be_markup()
    {
        Pack("new", Rules.Replace("never.bye", "never.hello", StringComparison.Ordinal));
        var run = Compare("--format", "markdown");
        run.Out.Should().Contain("| <code>never&#46;hello</code>(新规则) |").And.Contain("<details>")
            .And.Contain("您<b>滚开</b>吧 &#124; &#96;&#64;all&#96; &#60;b&#62;").And.NotContain("@all");
    }

    [Fact]
    public void Markdown_fits_into_a_comment_however_many_rules_change()
    {
        var concepts = string.Concat(Enumerable.Range(0, 400).Select(i => $"  c{i}: [这是第{i}号禁语呀]\n"));
        var rules = string.Concat(Enumerable.Range(0, 400).Select(i => $"  - {{ id: never.phrase-{i}, kind: never-say, say: c{i}, message: 不说。 }}\n"));
        Pack("new", $"concepts:\n{concepts}rules:\n{rules}");
        _cli.Write("talk.jsonl", string.Concat(Enumerable.Range(0, 400).Select(i => $$"""{"id":"c{{i}}","turns":[{"speaker":"agent","text":"{{new string('好', 60)}}这是第{{i}}号禁语呀"}]}""" + "\n")));
        var run = Compare("--format", "markdown");
        run.Code.Should().Be(0);
        run.Out.Length.Should().BeInRange(50_000, 65_000);
        run.Out.Should().Contain("组例子放不下");
    }

    [Fact]
    public void Examples_are_as_many_as_asked_for()
    {
        Pack("new", "concepts: { buck: [不归我管] }\nrules: [{ id: never.buck, kind: never-say, severity: warning, say: buck, message: 推诿。 }]\n");
        Compare("--examples", "0").Out.Should().Contain("never.bye  已删除  消失 1\n\n").And.NotContain("  - talk");
    }

    [Fact]
    public void A_pack_of_a_git_revision_is_read_with_what_it_extends()
    {
        _cli.Write("规则 库/base/pack.yaml", "name: base\n");
        _cli.Write("规则 库/base/rules.yaml", Rules);
        _cli.Write("规则 库/house/pack.yaml", "name: house\nextends: ../base\n");
        GitFolder.Commit(_cli.Folder);
        _cli.Write("规则 库/base/rules.yaml", Rules.Replace("[滚开]", "[您好]", StringComparison.Ordinal));

        var folder = Path.Combine(_cli.Folder, "规则 库/house");
        var run = _cli.Run("compare", $"git:HEAD:{folder}", folder, Path.Combine(_cli.Folder, "talk.jsonl"));
        run.Error.Should().BeEmpty();
        run.Code.Should().Be(0);
        run.Out.Should().Contain("never.bye  新增 1  消失 1\n");

        _cli.Run("compare", $"git:no-such:{folder}", folder, "-").Error.Should().Contain("the git revision \"no-such\" is not known here");
        _cli.Run("compare", $"git:HEAD:{folder}er", folder, "-").Error.Should().Contain("a pack is a folder with a pack.yaml");
        _cli.Run("compare", "git:HEAD", folder, "-").Error.Should().Contain("git:REVISION:FOLDER");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(_cli.Folder, ".git"), "*", SearchOption.AllDirectories)) File.SetAttributes(file, FileAttributes.Normal);
    }

    [Fact]
    public void Input_that_cannot_be_read_is_2_and_none_is_3()
    {
        Pack("new", Rules);
        _cli.Write("talk.jsonl", Talk + "{");
        Compare().Code.Should().Be(2);
        _cli.Write("talk.jsonl", "");
        Compare().Code.Should().Be(3);
    }

    private void Pack(string name, string rules)
    {
        _cli.Write($"{name}/pack.yaml", $"name: {name}\n");
        _cli.Write($"{name}/rules.yaml", rules);
    }

    private Cli.Outcome Compare(params string[] more) =>
        _cli.Run(["compare", Path.Combine(_cli.Folder, "old"), Path.Combine(_cli.Folder, "new"), Path.Combine(_cli.Folder, "talk.jsonl"), .. more]);
}
