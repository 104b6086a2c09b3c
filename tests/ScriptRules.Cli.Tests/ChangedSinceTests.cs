using System.Text.Json;

namespace ScriptRules.Cli.Tests;

public sealed class ChangedSinceTests : IDisposable
{
    private const string Blame = "这事不归我管。";
    private const string Other = "都不归我管。";

    private readonly Cli _cli = new();

    public ChangedSinceTests()
    {
        foreach (var file in Directory.EnumerateFiles(Cli.Pack("small"))) _cli.Write("rules/small/" + Path.GetFileName(file), File.ReadAllBytes(file));
        _cli.Write("话术 库/售后 1.txt", $"# 售后\n{Blame}\n{Blame}\n# 致谢\n{Blame}\n");
        _cli.Write("话术 库/b.txt", $"# 售后\n{Blame}\n");
        _cli.Write("calls.jsonl", Call("c1", Blame) + "\n" + Call("c2", Blame) + "\n");
        GitFolder.Commit(_cli.Folder);
    }

    public void Dispose()
    {
        // Git writes its objects read-only, and that keeps some systems from deleting them.
        foreach (var file in Directory.EnumerateFiles(Path.Combine(_cli.Folder, ".git"), "*", SearchOption.AllDirectories)) File.SetAttributes(file, FileAttributes.Normal);
        _cli.Dispose();
    }

    [Fact]
    public void Nothing_changed_is_0_and_said()
    {
        var run = Check();
        run.Code.Should().Be(0);
        run.Error.Should().Contain("scriptrules: nothing changed since HEAD");
    }

    [Fact]
    public void Of_a_script_only_changed_lines_are_checked()
    {
        _cli.Write("话术 库/售后 1.txt", $"# 售后\n{Blame}\n{Other}\n# 致谢\n{Blame}\n");
        Found().Should().Equal("话术 库/售后 1.txt:3");
    }

    [Fact]
    public void A_changed_heading_counts_for_the_lines_below_it()
    {
        _cli.Write("话术 库/售后 1.txt", $"# 售后\n{Blame}\n{Blame}\n# 客户致谢\n{Blame}\n");
        Found().Should().Equal("话术 库/售后 1.txt:5");
    }

    [Fact]
    public void A_line_that_only_moved_does_not_count()
    {
        _cli.Write("话术 库/b.txt", $"# 售后\n\n\n{Blame}\n");
        Check().Code.Should().Be(0);
    }

    [Fact]
    public void Of_a_file_of_conversations_only_changed_ones_are_checked()
    {
        _cli.Write("calls.jsonl", Call("c1", Blame) + "\n" + Call("c2", Other) + "\n" + Call("c3", Blame) + "\n");
        Found().Should().Equal("c2", "c3");
    }

    [Fact]
    public void A_transcript_counts_whole()
    {
        _cli.Write("talk.txt", $"客服: 您好,请问有什么可以帮您?\n客户: 发票呢\n客服: {Blame}\n");
        GitFolder.Commit(_cli.Folder);
        _cli.Write("talk.txt", $"客服: 您好,请问有什么可以帮您?\n客户: 我的发票呢\n客服: {Blame}\n");
        Found().Should().Equal("talk.txt:1");
    }

    [Fact]
    public void Untracked_files_and_committed_changes_count_as_well()
    {
        GitFolder.Git(_cli.Folder, "checkout", "-q", "-b", "work");
        _cli.Write("calls.jsonl", Call("c1", Other) + "\n" + Call("c2", Blame) + "\n");
        GitFolder.Commit(_cli.Folder);
        _cli.Write("话术 库/新 的.txt", $"# 售后\n{Blame}\n");
        Found("--changed-since", "main").Should().Equal("c1", "话术 库/新 的.txt:2");
    }

    [Fact]
    public void What_the_other_branch_changed_meanwhile_does_not_count()
    {
        GitFolder.Git(_cli.Folder, "checkout", "-q", "-b", "work");
        GitFolder.Git(_cli.Folder, "checkout", "-q", "main");
        _cli.Write("话术 库/b.txt", $"# 售后\n{Other}\n");
        GitFolder.Commit(_cli.Folder);
        GitFolder.Git(_cli.Folder, "checkout", "-q", "work");
        Check("--changed-since", "main").Error.Should().Contain("nothing changed since main");
    }

    [Fact]
    public void A_rename_is_followed()
    {
        GitFolder.Git(_cli.Folder, "mv", "话术 库/售后 1.txt", "话术 库/新 名.txt");
        Check().Code.Should().Be(0);
        _cli.Write("话术 库/新 名.txt", $"# 售后\n{Blame}\n{Blame}\n# 致谢\n{Other}\n");
        Found().Should().Equal("话术 库/新 名.txt:5");
    }

    [Theory]
    [InlineData("rules/small/rules.yaml")]
    [InlineData("rules/small/handbook.yaml")]
    public void A_changed_pack_checks_everything(string file)
    {
        File.AppendAllText(Path.Combine(_cli.Folder, file), "# a comment\n");
        var run = Check("--format", "jsonl");
        run.Error.Should().Contain("the pack rules/small has changed since HEAD, so everything is checked");
        run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(6);
    }

    [Fact]
    public void A_change_of_a_pack_that_is_extended_checks_everything()
    {
        _cli.Write("rules/house/pack.yaml", "name: house\nextends: ../small\n");
        GitFolder.Commit(_cli.Folder);
        _cli.Run("check", _cli.Folder, "--pack", Path.Combine(_cli.Folder, "rules/house"), "--changed-since", "HEAD").Error.Should().Contain("nothing changed");
        File.AppendAllText(Path.Combine(_cli.Folder, "rules/small/rules.yaml"), "# a comment\n");
        _cli.Run("check", _cli.Folder, "--pack", Path.Combine(_cli.Folder, "rules/house"), "--changed-since", "HEAD").Error.Should().Contain("so everything is checked");
    }

    [Fact]
    public void With_a_baseline_the_rest_of_a_changed_file_is_not_stale()
    {
        var baseline = Path.Combine(_cli.Folder, "baseline.json");
        _cli.Run("baseline", "create", _cli.Folder, "--pack", Path.Combine(_cli.Folder, "rules/small"), "--output", baseline).Code.Should().Be(0);
        GitFolder.Commit(_cli.Folder);
        _cli.Write("calls.jsonl", Call("c1", Blame) + "\n" + Call("c2", Other) + "\n");

        var run = Check("--baseline", baseline);
        run.Code.Should().Be(1);
        run.Out.Should().Contain("违规 1 处");
        run.Error.Should().Contain("1 accepted violation is stale");
    }

    [Fact]
    public void A_changed_baseline_checks_everything()
    {
        var baseline = Path.Combine(_cli.Folder, "baseline.json");
        _cli.Run("baseline", "create", _cli.Folder, "--pack", Path.Combine(_cli.Folder, "rules/small"), "--output", baseline);
        Check("--baseline", baseline).Error.Should().Contain("baseline.json has changed since HEAD, so everything is checked");
    }

    [Fact]
    public void A_file_named_that_is_not_there_is_no_unchanged_one() => _cli.Run("check", Path.Combine(_cli.Folder, "gone.txt"), "--pack", "@small", "--changed-since", "HEAD").Code.Should().Be(2);

    [Fact]
    public void An_unknown_revision_is_2()
    {
        var run = Check("--changed-since", "no-such-branch");
        run.Code.Should().Be(2);
        run.Error.Should().Contain("the git revision \"no-such-branch\" is not known here").And.NotContain("fetch-depth");
        Check("--changed-since", "--output=x").Code.Should().Be(2);
    }

    [Fact]
    public void In_a_shallow_clone_it_is_told_how_to_get_the_revision()
    {
        _cli.Write("话术 库/b.txt", $"# 售后\n{Other}\n");
        GitFolder.Commit(_cli.Folder);
        var clone = Path.Combine(_cli.Folder, "clone");
        GitFolder.Git(_cli.Folder, "clone", "-q", "--depth", "1", "file://" + _cli.Folder, clone);

        var run = _cli.Run("check", clone, "--pack", "@small", "--changed-since", "HEAD~1");
        run.Code.Should().Be(2);
        run.Error.Should().Contain("fetch-depth: 0");
    }

    [Fact]
    public void Outside_a_repository_it_is_2()
    {
        using var other = new Cli();
        other.Write("a.txt", "# 售后\n" + Blame);
        var run = other.Run("check", other.Folder, "--pack", "@small", "--changed-since", "HEAD");
        run.Code.Should().Be(2);
        run.Error.Should().Contain("is in no git repository");
    }

    private static string Call(string id, string said) =>
        $$"""{"id":"{{id}}","startedAt":"2026-03-02T15:00:00+08:00","turns":[{"speaker":"agent","text":"您好,请问有什么可以帮您?"},{"speaker":"customer","text":"发票呢"},{"speaker":"agent","text":"{{said}}"}]}""";

    private Cli.Outcome Check(params string[] more) =>
        _cli.Run(["check", _cli.Folder, "--pack", Path.Combine(_cli.Folder, "rules/small"), .. more.Contains("--changed-since") ? more : ["--changed-since", "HEAD", .. more]]);

    private IEnumerable<string> Found(params string[] more)
    {
        var run = Check([.. more, "--format", "jsonl"]);
        run.Code.Should().Be(1, run.Error);
        return run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonElement.Parse(l).GetProperty("id").GetString()!.Replace("./", "", StringComparison.Ordinal));
    }
}
