namespace ScriptRules.Cli.Tests;

/// <summary>A file is checked and counted once, however often and by whatever name it is given.</summary>
public sealed class SameFileTests : IDisposable
{
    private readonly Cli _cli = new();
    private readonly string _file;

    public SameFileTests()
    {
        _file = _cli.Write("s/below/a.txt", "# 催单\n这事不归我管。\n");
        _cli.Write("s/b.txt", "# 催单\n都不归我管。\n");
        _cli.Write("s/picture.png", "");
    }

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void Named_twice_relative_and_absolute_and_in_other_spellings()
    {
        string[] names = [_file, _file, Path.GetRelativePath(Directory.GetCurrentDirectory(), _file), Path.Combine(_cli.Folder, "s", ".", "below", "..", "below", "a.txt")];
        var run = Check(names);
        run.Out.Should().Contain("共检查 1 份").And.Contain("违规 1 处");
        run.Code.Should().Be(1);
    }

    [Fact]
    public void In_folders_that_overlap_and_in_a_list_of_files()
    {
        var list = _cli.Write("list.txt", $"{_file}\n{Path.Combine(_cli.Folder, "s", "b.txt")}\n{Path.Combine(_cli.Folder, "s", "below")}\n");
        var folder = Path.Combine(_cli.Folder, "s");
        var run = Check([folder + "/", folder, Path.Combine(folder, "below"), "--files-from", list]);
        run.Out.Should().Contain("共检查 2 份").And.Contain("违规 2 处").And.Contain("未读:1 个文件");
        run.Error.Should().BeEmpty();
    }

    [Fact]
    public void By_links_to_it_to_its_folder_and_to_another_link()
    {
        if (OperatingSystem.IsWindows()) return;
        Link("folder", Path.Combine("s", "below"));
        Link("file.txt", Path.Combine("folder", "a.txt"));
        Link("again.txt", Path.Combine(_cli.Folder, "file.txt"));
        Link("loop.txt", "loop.txt");

        var run = Check([Path.Combine(_cli.Folder, "again.txt"), Path.Combine(_cli.Folder, "file.txt"), _cli.Folder]);

        run.Out.Should().Contain("again.txt:2:1").And.Contain("共检查 2 份");
        Check([Path.Combine(_cli.Folder, "loop.txt"), _file]).Code.Should().Be(2, "a link to itself cannot be read, and is no reason to fall over");
    }

    [Fact]
    public void Two_files_with_the_same_words_are_two()
    {
        _cli.Write("s/copy.txt", File.ReadAllText(_file));
        Check([Path.Combine(_cli.Folder, "s")]).Out.Should().Contain("共检查 3 份");
    }

    [Fact]
    public void A_baseline_a_comparison_and_a_correction_take_it_once_too()
    {
        var baseline = Path.Combine(_cli.Folder, "baseline.json");
        _cli.Run("baseline", "create", _file, _file, "--pack", "@small", "--output", baseline).Out.Should().Contain("accepts 1 violation;");
        _cli.Run("compare", "@small", "@small", _file, Path.Combine(_cli.Folder, "s")).Out.Should().Contain("共比较 2 份");
        _cli.Run("fix", _file, Path.Combine(_cli.Folder, "s"), "--pack", "@small", "--confirm", "--set", "brand=云杉").Out.Should().EndWith("改了 2 行(2 个文件)\n");
    }

    private Cli.Outcome Check(string[] paths) => _cli.Run(["check", .. paths, "--pack", "@small"]);

    private void Link(string name, string target) => File.CreateSymbolicLink(Path.Combine(_cli.Folder, name), target);
}
