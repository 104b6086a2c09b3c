using ScriptRules.Text;

namespace ScriptRules.Tests.Checking;

public class AgentNameTests
{
    [Theory]
    [InlineData("王芳", "我姓王,马上为您处理。")]
    [InlineData("欧阳雪", "我姓欧阳,马上为您处理。")]
    [InlineData("8021", "我姓{agent_surname},马上为您处理。")] // no surname: left for a person to fill in
    public void The_agents_surname_is_filled_in(string name, string rewrite)
    {
        var checker = Packs.Checker("concepts:\n  refusal: [没办法]\nrules:\n  - id: a\n    kind: never-say\n    say: refusal\n    suggest: '我姓{agent_surname},马上为您处理。'\n");

        var report = checker.CheckDraft("没办法。", new Conversation { Agent = new Party(Name: name) });

        report.Violations.Single().Suggestions[0].Text.Should().Be(rewrite);
    }
}
