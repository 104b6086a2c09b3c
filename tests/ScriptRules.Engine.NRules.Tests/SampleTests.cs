using ScriptRules.Conformance;

namespace ScriptRules.Engine.NRules.Tests;

/// <summary>What <c>docs/nrules.md</c> shows is the sample, and the sample runs.</summary>
public class SampleTests
{
    [Fact]
    public void The_page_shows_the_sample() => Repository.Read("docs", "nrules.md").Should().Contain($"```csharp\n{Repository.Read("samples", "NRulesEngine", "Program.cs")}```");

    [Fact]
    public void The_sample_prints_the_schema_and_what_fired()
    {
        var printed = new StringWriter();
        var console = Console.Out;
        Console.SetOut(printed);
        try
        {
            System.Reflection.Assembly.Load("NRulesEngine").EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(console);
        }

        printed.ToString().Should().MatchRegex("Rule +\\d+").And.MatchRegex("is tested once for \\d+ rules").And.Contain("fired never.pass-the-buck (priority 2; H-NEV-4").And.Contain("Error never.pass-the-buck");
    }
}
