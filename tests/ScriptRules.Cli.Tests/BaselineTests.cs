using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ScriptRules.Cli.Tests;

public sealed class BaselineTests : IDisposable
{
    private const string Blame = "这事不归我管。";
    private const string Vague = "明天大概吧。";

    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void What_is_accepted_no_longer_counts_and_what_is_new_does()
    {
        Script("a.txt", Blame);
        Create().Code.Should().Be(0);
        Check().Code.Should().Be(0);

        Script("a.txt", Blame, "都不归我管。");
        var run = Check("--format", "jsonl");

        run.Code.Should().Be(1);
        var reports = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonElement.Parse(l)).ToList();
        reports[0].GetProperty("verdict").GetString().Should().Be("passed");
        reports[0].GetProperty("accepted")[0].GetProperty("baselineState").GetString().Should().Be("unchanged");
        reports[1].GetProperty("violations")[0].GetProperty("baselineState").GetString().Should().Be("new");
    }

    [Fact]
    public void The_file_has_one_entry_a_line_sorted_and_masked()
    {
        Script("b.txt", "这事不归我管,打13812345678。");
        Script("a.txt", Blame, Vague, Blame);
        Create();

        Regex.Replace(File.ReadAllText(Baseline), "created\": \"[0-9-]{10}", "created\": \"DAY").Should().Be("""
            {
              "version": 1,
              "created": "DAY",
              "pack": {"name":"small","version":"1.2.0"},
              "entries": [
                {"path":"scripts/a.txt","rule":"never.pass-the-buck","fingerprint":"f538c72ccc3b4951","count":2,"line":2,"text":"这事不归我管。"},
                {"path":"scripts/a.txt","rule":"never.vague","fingerprint":"45ab8f2c4cab79fc","count":1,"line":3,"text":"明天大概吧。"},
                {"path":"scripts/b.txt","rule":"never.pass-the-buck","fingerprint":"bb5d3662c32e02ec","count":1,"line":2,"text":"这事不归我管,打138****5678。"}
              ]
            }

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void It_moves_with_its_line()
    {
        Script("a.txt", Blame);
        Create();
        Script("a.txt", "您好,请问有什么可以帮您?", "您好,请问有什么可以帮您?", Blame);

        var run = Check();
        run.Code.Should().Be(0);
        run.Error.Should().BeEmpty();
    }

    [Fact]
    public void One_more_does_not_hide_behind_one_that_is_fixed()
    {
        Script("a.txt", Blame);
        Create();
        Script("a.txt", "都不归我管。");

        var run = Check();
        run.Code.Should().Be(1);
        run.Error.Should().Contain("stale: never.pass-the-buck at scripts/a.txt:2 is no longer found: 这事不归我管。");
    }

    [Fact]
    public void One_more_of_the_same_counts_alone()
    {
        Script("a.txt", Blame, Blame);
        Create();
        Script("a.txt", Blame, Blame, Blame);

        var run = Check();
        run.Code.Should().Be(1);
        run.Out.Should().Contain("违规 1 处:错误 1,警告 0,提示 0;基线已接受 2 处").And.Contain("scripts/a.txt:4");
    }

    [Fact]
    public void Equal_ones_within_a_conversation_are_counted_as_well()
    {
        _cli.Write("scripts/a.jsonl", Talk("这事不归我管。这事不归我管。"));
        Create();
        File.ReadAllText(Baseline).Should().Contain("\"count\":2");
        Check().Code.Should().Be(0);
    }

    [Theory]
    [InlineData("a.txt", "b.txt")]
    [InlineData("b.txt", "a.txt")]
    public void A_renamed_file_is_followed(string before, string after)
    {
        Script(before, Blame);
        Create();
        File.Move(Path.Combine(_cli.Folder, "scripts", before), Path.Combine(_cli.Folder, "scripts", after));

        var run = Check();
        run.Code.Should().Be(0);
        run.Error.Should().Contain($"moved: never.pass-the-buck at scripts/{before}:2 is now scripts/{after}:2").And.NotContain("stale");
        Prune().Out.Should().Contain("0 taken out, 1 left");
        File.ReadAllText(Baseline).Should().Contain($"\"path\":\"scripts/{after}\"");
        Check().Error.Should().BeEmpty();
    }

    [Theory]
    [InlineData("a.txt", "b.txt")]
    [InlineData("b.txt", "a.txt")] // the file that it leaves comes later
    public void A_line_that_moves_to_another_file_is_followed(string from, string to)
    {
        Script(from, Blame, Vague);
        Script(to, "您好,请问有什么可以帮您?");
        Create();
        Script(from, Vague);
        Script(to, Blame);

        var run = Check("--fail-on", "info");
        run.Code.Should().Be(0);
        run.Error.Should().Contain($"moved: never.pass-the-buck at scripts/{from}:2 is now scripts/{to}:2").And.NotContain("stale");
    }

    [Fact]
    public void A_copy_in_an_earlier_file_is_new_while_the_first_still_stands()
    {
        Script("b.txt", Blame);
        Create();
        Script("a.txt", Blame);

        var run = Check();
        run.Code.Should().Be(1);
        run.Out.Should().Contain("scripts/a.txt:2").And.NotContain("scripts/b.txt:2");
    }

    [Fact]
    public void Stale_entries_fail_on_demand_and_prune_takes_them_out_but_adds_nothing()
    {
        Script("a.txt", Blame, Vague);
        Script("b.txt", Blame);
        Create();
        Script("a.txt", "都不归我管。");

        Check("--fail-on", "never").Code.Should().Be(0);
        Check("--fail-on", "never", "--stale-baseline", "error").Code.Should().Be(1);
        Prune().Out.Should().Be("baseline.json: 2 taken out, 1 left\n");
        File.ReadAllText(Baseline).Should().NotContain("a.txt").And.Contain("b.txt");
        Check("--stale-baseline", "error", "--fail-on", "never").Code.Should().Be(0);
    }

    [Fact]
    public void Only_what_was_checked_is_judged()
    {
        Script("a.txt", Blame);
        var other = _cli.Write("other/b.txt", "# 其他\n" + Blame + "\n");
        _cli.Run("baseline", "create", Path.Combine(_cli.Folder, "scripts"), Path.Combine(_cli.Folder, "other"), "--pack", "@small", "--output", Baseline).Code.Should().Be(0);
        File.Delete(other);
        Script("a.txt", "您好,请问有什么可以帮您?");

        Prune().Out.Should().Contain("1 taken out, 1 left");
        File.ReadAllText(Baseline).Should().Contain("other/b.txt");
    }

    [Fact]
    public void A_file_that_cannot_be_read_leaves_the_baseline_alone()
    {
        _cli.Write("scripts/a.jsonl", Talk(Blame));
        Create();
        var before = File.ReadAllText(Baseline);
        _cli.Write("scripts/a.jsonl", "{");

        Check("--stale-baseline", "error").Error.Should().NotContain("stale");
        Prune().Code.Should().Be(2);
        File.ReadAllText(Baseline).Should().Be(before);
    }

    [Fact]
    public void A_rule_that_could_not_be_decided_is_not_stale()
    {
        var talk = Talk("张伟,你的快递到了。").Replace("\"turns\"", "\"customer\":{\"name\":\"张伟\"},\"turns\"", StringComparison.Ordinal);
        _cli.Write("scripts/a.jsonl", talk);
        Create();
        File.ReadAllText(Baseline).Should().Contain("address.bare-name");
        _cli.Write("scripts/a.jsonl", Talk("张伟,你的快递到了。"));

        Check().Error.Should().NotContain("stale: address.bare-name");
    }

    [Fact]
    public void Create_does_not_write_over_a_baseline_nor_when_something_cannot_be_read()
    {
        Script("a.txt", Blame);
        Create();
        Script("a.txt", Blame, "都不归我管。");
        Create().Code.Should().Be(2);
        Create("--force").Code.Should().Be(0);
        Check().Code.Should().Be(0);

        _cli.Write("scripts/broken.jsonl", "{");
        File.Delete(Baseline);
        Create().Code.Should().Be(2);
        File.Exists(Baseline).Should().BeFalse();
    }

    [Fact]
    public void The_baseline_is_not_taken_for_a_conversation()
    {
        Script("a.txt", Blame);
        var file = Path.Combine(_cli.Folder, "scripts", "accepted.json");
        _cli.Run("baseline", "create", Path.Combine(_cli.Folder, "scripts"), "--pack", "@small", "--output", file).Code.Should().Be(0);
        _cli.Run("check", Path.Combine(_cli.Folder, "scripts"), "--pack", "@small", "--baseline", file).Code.Should().Be(0);
    }

    [Theory]
    [InlineData("", "baseline.json:1:1: the baseline is broken: the JSON ends before it is complete")]
    [InlineData("{\n<<<<<<< HEAD", "baseline.json:2:1: the baseline is broken")]
    [InlineData("{\"version\":2}", "baseline.json:1:12: version 2 of baselines is not known")]
    [InlineData("{\"version\":\"1\"}", "baseline.json:1:12: \"version\" is a whole number")]
    [InlineData("{\"version\":1}", "baseline.json:1:1: the baseline has no \"created\"")]
    [InlineData("[]", "baseline.json:1:1: a baseline is an object in braces")]
    [InlineData("{\"version\":1,\n\"version\":1}", "baseline.json:2:11: \"version\" is there twice")]
    [InlineData("{\"version\":1,\"pack\":[]}", "baseline.json:1:21: \"pack\" is an object in braces")]
    [InlineData("{\"version\":1,\"days\":1}", "baseline.json:1:21: a baseline has no \"days\"")]
    [InlineData("{\"version\":1,\"created\":\"2026-02-17\",\"pack\":{\"name\":\"small\",\"version\":\"\"},\"entries\":[\n{\"path\":\"a\",\"rule\":\"r\",\"count\":1}]}", "baseline.json:2:1: the entry has no \"fingerprint\"")]
    [InlineData("{\"version\":1,\"created\":\"2026-02-17\",\"pack\":{\"name\":\"small\",\"version\":\"\"},\"entries\":[\n{\"path\":\"a\",\"rule\":\"r\",\"fingerprint\":\"f\",\"count\":1},\n{\"path\":\"a\",\"rule\":\"r\",\"fingerprint\":\"f\",\"count\":1}]}", "baseline.json:3:1: this entry is there twice")]
    public void A_broken_file_is_told_with_its_place(string text, string message)
    {
        Script("a.txt", Blame);
        File.WriteAllBytes(Baseline, Encoding.UTF8.GetBytes(text));

        var run = Check();
        run.Code.Should().Be(2);
        run.Error.Should().Contain(message);
    }

    [Fact]
    public void Another_pack_is_noted_and_does_not_prune()
    {
        Script("a.txt", Blame);
        Create();
        _cli.Write("house/pack.yaml", $"name: house\nextends: {Cli.Pack("small").Replace('\\', '/')}\n");

        _cli.Run("check", Path.Combine(_cli.Folder, "scripts"), "--pack", Path.Combine(_cli.Folder, "house"), "--baseline", Baseline).Error.Should().Contain("was made with the pack small, not with house");
        _cli.Run("baseline", "prune", Path.Combine(_cli.Folder, "scripts"), "--pack", Path.Combine(_cli.Folder, "house"), "--baseline", Baseline).Code.Should().Be(2);
    }

    [Theory]
    [InlineData("baseline")]
    [InlineData("baseline", "create")]
    [InlineData("baseline", "create", "-")]
    [InlineData("baseline", "prune", "x", "--baseline", "no-such-file")]
    [InlineData("check", "-", "--baseline", "no-such-file")]
    [InlineData("check", "-", "--baseline", "")]
    [InlineData("check", "-", "--stale-baseline", "error")]
    public void Bad_usage_is_2(params string[] args) => _cli.Run(args).Code.Should().Be(2);

    private string Baseline => Path.Combine(_cli.Folder, "baseline.json");

    private void Script(string name, params string[] lines) => _cli.Write("scripts/" + name, "# 售后\n" + string.Join('\n', lines) + "\n");

    private static string Talk(string said) =>
        $$"""{"id":"c1","startedAt":"2026-03-02T15:00:00+08:00","turns":[{"speaker":"agent","text":"您好,请问有什么可以帮您?"},{"speaker":"customer","text":"发票呢"},{"speaker":"agent","text":"{{said}}"}]}""";

    private Cli.Outcome Create(params string[] more) => _cli.Run(["baseline", "create", Path.Combine(_cli.Folder, "scripts"), "--pack", "@small", "--output", Baseline, .. more]);

    private Cli.Outcome Prune() => _cli.Run("baseline", "prune", Path.Combine(_cli.Folder, "scripts"), "--pack", "@small", "--baseline", Baseline);

    private Cli.Outcome Check(params string[] more) => _cli.Run(["check", Path.Combine(_cli.Folder, "scripts"), "--pack", "@small", "--baseline", Baseline, .. more]);
}
