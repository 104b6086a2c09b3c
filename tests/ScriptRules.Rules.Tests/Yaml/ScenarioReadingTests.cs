namespace ScriptRules.Rules.Tests.Yaml;

public class ScenarioReadingTests
{
    private const string Rules = "concepts:\n  buck: [不归我管]\nrules:\n  - { id: never.buck, kind: never-say, say: buck }\n";

    [Fact]
    public void Of_packs_that_extend_each_other_the_nearer_says_what_the_customer_says()
    {
        var pack = new MemoryPack(new Dictionary<string, string>
        {
            ["pack.yaml"] = "name: example\nextends: ./base\nscenarios:\n  致谢: 多谢\n  议价: 便宜点\n", ["base/pack.yaml"] = "name: base\nscenarios: { 致谢: 谢谢, 投诉: 我要投诉 }\n", ["base/rules.yaml"] = Rules,
        }).TryLoad(out var diagnostics);

        diagnostics.Should().BeEmpty();
        pack!.Scenarios.Should().BeEquivalentTo(new Dictionary<string, string> { ["致谢"] = "多谢", ["议价"] = "便宜点", ["投诉"] = "我要投诉" });
    }

    [Fact]
    public void A_scenario_without_words_is_wrong() =>
        new MemoryPack(new Dictionary<string, string> { ["pack.yaml"] = "name: example\nscenarios:\n  致谢:\n", ["rules.yaml"] = Rules }).Diagnostics().Should().ContainSingle().Which.Should().Contain("SR0012 致谢 is a text");
}
