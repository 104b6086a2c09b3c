using System.Text.Json;

namespace ScriptRules.Cli.Tests;

/// <summary>What <c>--changed-since</c> makes of lines that are only gone: in real repositories.</summary>
public sealed class DeletedLinesTests : IDisposable
{
    private const string Talk = "客服: 您好,请问有什么可以帮您?\n客户: 谢谢你\n客服: 不客气。\n客服: 请问还有问题吗?\n客户: 没有了\n客服: 再见。\n";
    private const string Script = "# 查快递\n一行。\n两行。\n三行。\n四行。\n# 催发货\n五行。\n六行。\n";

    private readonly Cli _cli = new();

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(_cli.Folder, ".git"), "*", SearchOption.AllDirectories)) File.SetAttributes(file, FileAttributes.Normal);
        _cli.Dispose();
    }

    [Fact]
    public void The_turn_that_was_the_answer()
    {
        Commit("talk.txt", Talk);
        _cli.Write("talk.txt", Talk.Replace("客服: 不客气。\n", "", StringComparison.Ordinal));

        var run = Check();

        run.Code.Should().Be(0, "a warning does not fail the run");
        run.Out.Should().Contain("answer.thanks");
    }

    [Theory]
    [InlineData("客服: 您好,请问有什么可以帮您?\n")] // at the start of the file
    [InlineData("客服: 再见。\n")] // at its end
    [InlineData("客服: 请问还有问题吗?\n客户: 没有了\n客服: 再见。\n")]
    public void A_transcript_counts_whole_wherever_turns_are_gone(string gone)
    {
        Commit("talk.txt", Talk);
        _cli.Write("talk.txt", Talk.Replace(gone, "", StringComparison.Ordinal));
        Checked().Should().Equal("talk.txt:1");
        _cli.Write("talk.txt", Talk.Replace(gone, "\n", StringComparison.Ordinal));
        Checked().Should().ContainSingle("a line made empty is gone too").Which.Should().StartWith("talk.txt:");
    }

    [Fact]
    public void Between_two_transcripts_it_may_have_been_of_either()
    {
        var three = $"{Talk}---\n{Talk}---\n{Talk}";
        Commit("talks.txt", three);
        _cli.Write("talks.txt", $"{Talk.Replace("客服: 再见。\n", "", StringComparison.Ordinal)}---\n{Talk}---\n{Talk}");
        Checked().Should().Equal("talks.txt:1", "talks.txt:7");
        _cli.Write("talks.txt", $"{Talk}---\n{Talk}---\n{Talk.Replace("客服: 您好,请问有什么可以帮您?\n", "", StringComparison.Ordinal)}");
        Checked().Should().Equal("talks.txt:8", "talks.txt:15");
        _cli.Write("talks.txt", $"{Talk}---\n{Talk.Replace("客服: 不客气。\n", "", StringComparison.Ordinal)}---\n{Talk}");
        Checked().Should().Equal("talks.txt:8");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Of_conversations_with_a_line_each_nothing_is_left(int gone)
    {
        string[] all = [Call("c1"), Call("c2"), Call("c3")];
        Commit("calls.jsonl", string.Concat(all));
        _cli.Write("calls.jsonl", string.Concat(all.Where((_, i) => i != gone)));
        Nothing();
    }

    [Fact]
    public void In_JSON_over_several_lines_the_conversation_that_lost_a_turn_counts()
    {
        string Item(string id, bool whole) => $$"""
             {"id":"{{id}}","turns":[
              {"speaker":"customer","text":"谢谢"},
            {{(whole ? """  {"speaker":"agent","text":"不客气。"},""" + "\n" : "")}}  {"speaker":"agent","text":"请问还有问题吗?"}
             ]}
            """;
        Commit("calls.json", $"[\n{Item("c1", true)},\n{Item("c2", true)},\n{Item("c3", true)}\n]\n");
        _cli.Write("calls.json", $"[\n{Item("c1", true)},\n{Item("c2", false)},\n{Item("c3", true)}\n]\n");
        Checked().Should().Equal("c2");
        _cli.Write("calls.json", $"[\n{Item("c1", true)},\n{Item("c3", true)}\n]\n");
        Nothing();
    }

    [Theory]
    [InlineData("一行。\n", "2 3 4")] // all behind it in its scenario
    [InlineData("三行。\n", "3 4")]
    [InlineData("四行。\n", "4 6")] // the neighbours
    [InlineData("六行。\n", "7")]
    [InlineData("# 查快递\n", "1 2 3 4")]
    [InlineData("# 催发货\n", "5 6 7")] // the lines below it now are for another case
    [InlineData("# 查快递\n一行。\n两行。\n三行。\n四行。\n", "2 3")]
    public void Of_a_script_what_stands_around_counts(string gone, string lines)
    {
        Commit("s.txt", Script);
        _cli.Write("s.txt", Script.Replace(gone, "", StringComparison.Ordinal));
        Checked("--as", "script").Should().Equal(lines.Split(' ').Select(l => "s.txt:" + l));
    }

    [Fact]
    public void A_paragraph_that_lost_its_last_line_and_one_that_grew_together_count()
    {
        Commit("s.md", "# 查快递\n\n您好,这件事\n我马上为您查。\n\n# 催发货\n\n稍等。\n\n好的。\n");
        _cli.Write("s.md", "# 查快递\n\n您好,这件事\n\n# 催发货\n\n稍等。\n\n好的。\n");
        Checked().Should().StartWith("s.md:3");
        _cli.Write("s.md", "# 查快递\n\n您好,这件事\n我马上为您查。\n\n# 催发货\n\n稍等。\n好的。\n");
        Checked().Should().Equal("s.md:8");
    }

    [Fact]
    public void What_the_customer_says_is_part_of_the_line_below_it()
    {
        Commit("s.md", "# 致谢\n\n客户：谢谢\n客服：不客气。\n\n客户：再见\n客服：不归我管。\n");
        _cli.Write("s.md", "# 致谢\n\n客户：谢谢\n客服：不客气。\n\n客服：不归我管。\n");
        Checked().Should().Contain("s.md:6");
    }

    [Fact]
    public void Blank_lines_that_are_gone_between_lines_of_script_are_no_change()
    {
        Commit("s.txt", "# 查快递\n\n\n一行。\n\n\n# 催发货\n\n两行。\n");
        _cli.Write("s.txt", "# 查快递\n\n一行。\n\n# 催发货\n两行。\n");
        Nothing();
    }

    [Fact]
    public void Fewer_lines_in_place_of_more_count_for_their_neighbours()
    {
        Commit("s.txt", Script);
        _cli.Write("s.txt", Script.Replace("两行。\n三行。\n", "另一行。\n", StringComparison.Ordinal));
        Checked("--as", "script").Should().Equal("s.txt:2", "s.txt:3", "s.txt:4");
        _cli.Write("s.txt", Script.Replace("两行。\n三行。\n", "另一行。\n再一行。\n", StringComparison.Ordinal));
        Checked("--as", "script").Should().Equal("s.txt:3", "s.txt:4");
    }

    [Fact]
    public void A_file_that_is_gone_leaves_nothing_to_check_and_is_no_error()
    {
        Commit("s/a.txt", Script);
        Commit("s/b.txt", Script);
        var (a, b) = (Path.Combine(_cli.Folder, "s", "a.txt"), Path.Combine(_cli.Folder, "s", "b.txt"));
        File.Delete(a);

        Nothing();
        var named = _cli.Run("check", a, "--pack", "@small", "--changed-since", "HEAD");
        named.Code.Should().Be(0);
        named.Error.Should().Contain("s/a.txt: note: deleted since HEAD; there is nothing to check").And.Contain("nothing else changed since HEAD");

        _cli.Write("s/b.txt", Script.Replace("六行", "不归我管", StringComparison.Ordinal));
        _cli.Run("check", a, b, "--pack", "@small", "--changed-since", "HEAD").Code.Should().Be(1);

        File.Delete(b);
        GitFolder.Commit(_cli.Folder);
        _cli.Run("check", Path.Combine(_cli.Folder, "s"), "--pack", "@small", "--changed-since", "HEAD~1").Code.Should().Be(0, "a folder that is gone with all its files");
        _cli.Run("check", Path.Combine(_cli.Folder, "s", "never.txt"), "--pack", "@small", "--changed-since", "HEAD").Code.Should().Be(2, "a name that never was is a mistake");
    }

    [Fact]
    public void Lines_that_are_gone_from_a_renamed_file_count()
    {
        Commit("old.txt", Talk);
        GitFolder.Git(_cli.Folder, "mv", "old.txt", "new.txt");
        Nothing();
        _cli.Write("new.txt", Talk.Replace("客服: 不客气。\n", "", StringComparison.Ordinal));
        Checked().Should().Equal("new.txt:1");
        GitFolder.Commit(_cli.Folder);
        Checked("--changed-since", "HEAD~1").Should().Equal("new.txt:1");
        _cli.Run("check", Path.Combine(_cli.Folder, "old.txt"), "--pack", "@small", "--changed-since", "HEAD~1").Code.Should().Be(0);
    }

    private static string Call(string id) => $$"""{"id":"{{id}}","turns":[{"speaker":"agent","text":"不归我管。"}]}""" + "\n";

    private void Commit(string name, string text)
    {
        _cli.Write(name, text);
        GitFolder.Commit(_cli.Folder);
    }

    private Cli.Outcome Check(params string[] more) =>
        _cli.Run(["check", _cli.Folder, "--pack", "@small", .. more.Contains("--changed-since") ? more : ["--changed-since", "HEAD", .. more]]);

    private void Nothing()
    {
        var run = Check();
        run.Code.Should().Be(0);
        run.Error.Should().EndWith("scriptrules: nothing changed since HEAD\n");
    }

    /// <summary>What was checked, by its id or place.</summary>
    private IEnumerable<string> Checked(params string[] more)
    {
        var run = Check([.. more, "--format", "jsonl"]);
        return run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonElement.Parse(l).GetProperty("id").GetString()!.Replace("./", "", StringComparison.Ordinal));
    }
}
