using ScriptRules.Authoring;
using ScriptRules.Rules;
using ScriptRules.Rules.Yaml;

namespace ScriptRules.Cli.Tests;

public sealed class NewCommandTests : IDisposable
{
    private readonly Cli _cli = new();

    public static TheoryData<string> Kinds => [.. RuleSkeleton.Kinds];

    private string Mine => Path.Combine(_cli.Folder, "mine");

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void A_new_pack_passes_test_and_lint()
    {
        var run = _cli.Run("new", "pack", Mine);
        (run.Code, run.Error).Should().Be((0, ""));
        _cli.Run("test", Mine).Code.Should().Be(0);
        _cli.Run("lint", Mine, "--fail-on", "info").Code.Should().Be(0);
        File.ReadLines(Path.Combine(Mine, "pack.yaml")).First().Should().Be("# yaml-language-server: $schema=schemas/pack.json");
        File.ReadAllText(Path.Combine(Mine, "schemas", "rules.json")).Should().Be(_cli.Run("schema", "rules").Out);
    }

    [Fact]
    public void A_folder_with_something_in_it_is_left_alone()
    {
        var path = _cli.Write("mine/pack.yaml", "name: old\n");
        var run = _cli.Run("new", "pack", Mine);
        run.Code.Should().Be(2);
        run.Error.Should().Contain("is not empty; nothing was written");
        File.ReadAllText(path).Should().Be("name: old\n");
        Directory.EnumerateFileSystemEntries(Mine).Should().ContainSingle();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_new_rule_of_each_kind_loads_and_lint_says_what_is_left(string kind)
    {
        _cli.Run("new", "pack", Mine);
        foreach (var file in (string[])["rules.yaml", "more.yaml"])
        {
            var id = $"{Path.GetFileNameWithoutExtension(file)}.{kind}";
            var run = _cli.Run("new", "rule", kind, id, "--pack", Mine, "--file", file);
            (run.Code, run.Error).Should().Be((0, ""));
        }

        var pack = RulePack.Load(new FolderPackSource(Mine));
        pack.Rules.Select(r => r.Id).Should().Contain([$"rules.{kind}", $"more.{kind}"]).And.HaveCount(5);
        pack.Warnings.Should().BeEmpty();
        var left = _cli.Run("lint", Mine);
        left.Code.Should().Be(1);
        left.Out.Should().Contain("SR0525").And.Contain($"\"more.{kind}\" names no source");
        left.Out.Split('\n').Where(l => l.Contains(": error ", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public void A_rule_is_added_behind_the_others_as_they_are_indented()
    {
        _cli.Write("mine/pack.yaml", "name: mine\n");
        var path = _cli.Write("mine/rules.yaml", "rules:\n- id: a\n  kind: address\n  form: never-bare\n\n# more\nwords:\n    spare: [您好]\n");
        _cli.Run("new", "rule", "address", "b", "--pack", Mine, "--file", "rules.yaml").Code.Should().Be(0);

        var lines = File.ReadAllLines(path);
        lines[..6].Should().Equal("rules:", "- id: a", "  kind: address", "  form: never-bare", "", "- id: b");
        lines[^4..].Should().Equal("", "# more", "words:", "    spare: [您好]");
    }

    [Theory]
    [InlineData("rules: [{ id: a, kind: address, form: never-bare }]\n", "never-say", "b", "\"rules\" is written in brackets")]
    [InlineData("rules:\n  - { id: a, kind: address, form: never-bare }\n", "never-say", "a", "has a rule \"a\" already")]
    [InlineData("rules:\n  - { id: a, kind: address, form: never-bare }\n", "never-sya", "b", "did you mean \"never-say\"?")]
    [InlineData("rules:\n  - { id: a, kind: address, form: never-bare }\n", "never-say", "不行", "is no rule id")]
    [InlineData("rules:\n  - { id: a, kind: address, form: never-bare }\n", "never-say", "b", "does not include other.yaml", "other.yaml", "name: mine\ninclude: rules.yaml\n")]
    [InlineData("rules:\n  - { id: a, kind: address, form: never-bare }\n", "never-say", "b", "not a topic file inside the pack", "../rules.yaml")]
    [InlineData("rules:\n  - { id: a, kind: nothing }\n", "never-say", "b", "SR0101")]
    public void What_cannot_be_added_changes_nothing(string rules, string kind, string id, string said, string file = "rules.yaml", string head = "name: mine\n")
    {
        _cli.Write("mine/pack.yaml", head);
        var path = _cli.Write("mine/rules.yaml", rules);
        var run = _cli.Run("new", "rule", kind, id, "--pack", Mine, "--file", file);
        run.Code.Should().Be(2);
        run.Error.Should().Contain(said);
        File.ReadAllText(path).Should().Be(rules);
        Directory.EnumerateFiles(_cli.Folder, "*", SearchOption.AllDirectories).Should().HaveCount(2);
    }

    [Fact]
    public void Help_of_a_command_in_a_command_is_its_own() => _cli.Run("new", "rule", "never-say").Error.Should().Contain("--file <FILE>");
}
