using System.Text.RegularExpressions;
using ScriptRules.Examples;
using ScriptRules.Rules.Yaml;

namespace ScriptRules.Conformance;

/// <summary>What the README shows is what there is.</summary>
public partial class ReadmeTests
{
    private static readonly string Readme = Repository.Read("README.md");

    [Fact]
    public void The_program_is_the_quick_start() => Block("csharp").Should().Be(Repository.Read("samples", "QuickStart", "Program.cs"));

    [Fact]
    public void The_quick_start_finds_the_buck_and_offers_a_rewrite() =>
        Printed("QuickStart").Should().Contain("Error never.pass-the-buck (H-NEV-4").And.Contain("→ 这件事我来帮您联系处理");

    [Fact]
    public void The_live_session_owes_thanks_first_and_misses_them_later() =>
        Printed("LiveSession").Should().ContainAll("owed       answer.thanks, by reply 1", "raised     answer.thanks, turn 2", "A draft: 不归我管 → ", "Ended: 2 violations");

    [Fact]
    public void The_rule_loads_and_its_examples_come_out()
    {
        var checker = Checker.Load(new OneFile(Block("yaml")));
        ExampleRunner.Run(checker).Should().HaveCount(2).And.OnlyContain(o => o.IsGood);
    }

    private static string Printed(string sample)
    {
        var printed = new StringWriter();
        var console = Console.Out;
        Console.SetOut(printed);
        try
        {
            System.Reflection.Assembly.Load(sample).EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(console);
        }

        return printed.ToString();
    }

    private static string Block(string language) => Blocks().Matches(Readme).First(m => m.Groups[1].Value == language).Groups[2].Value;

    [GeneratedRegex("^```([a-z]+)\\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Blocks();

    private sealed class OneFile(string topic) : IPackSource
    {
        public string Name => "readme";

        public IReadOnlyList<string> Files() => ["pack.yaml", "topic.yaml"];

        public string Read(string path) => path == "pack.yaml" ? "name: readme" : topic;
    }
}
