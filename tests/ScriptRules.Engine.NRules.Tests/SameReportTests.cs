using ScriptRules.Conformance;
using ScriptRules.Formats;
using ScriptRules.Reports;
using ScriptRules.Rules.Yaml;
using ScriptRules.Tests.Checking;
using ScriptRules.Text;

namespace ScriptRules.Engine.NRules.Tests;

/// <summary>Whole reports, with evidence, suggestions and verdicts, as JSON: byte for byte those of the embedded engine.</summary>
public class SameReportTests
{
    private static readonly Both Service = Both.Load(new FolderPackSource(Repository.Path("rules", "service")));

    public static TheoryData<string> Sets =>
        [.. Directory.EnumerateFiles(Repository.Path("rules", "service", "examples"), "*.jsonl").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(KindExampleTests.Pages), MemberType = typeof(KindExampleTests))]
    public void On_the_conversations_of_a_page(string page)
    {
        var (files, talks) = KindExampleTests.Read(Packs.Repository("docs", "kinds", page));
        var both = Both.Load(new Packs(files));

        foreach (var talk in talks) both.ShouldAgreeOn(talk.Conversation);
    }

    [Fact]
    public void On_the_examples_of_the_service_pack()
    {
        foreach (var example in Service.Pack.Rules.SelectMany(r => r.Examples)) Service.ShouldAgreeOn(example.Conversation);
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void On_a_measured_set(string set)
    {
        foreach (var item in MeasuredCase.In(Repository.Path("rules", "service", "examples", set))) Service.ShouldAgreeOn(item.Conversation);
    }

    [Fact]
    public void On_the_samples()
    {
        var read = 0;
        foreach (var result in new ConversationSource().Read(Repository.Path("samples")))
        {
            if (result.Conversation is not { } conversation) continue;
            Service.ShouldAgreeOn(conversation);
            read++;
        }

        read.Should().BeGreaterThan(10);
    }

    /// <summary>What people wrote, mixed to long conversations: many rules meet in one.</summary>
    [Fact]
    public void On_random_conversations_of_real_turns()
    {
        var turns = Directory.EnumerateFiles(Repository.Path("rules", "service", "examples"), "*.jsonl").Order(StringComparer.Ordinal)
            .SelectMany(MeasuredCase.In).SelectMany(c => c.Conversation.Turns.Concat(c.Conversation.Draft is { } d ? [new Turn(SpeakerRole.Agent, d.Text)] : [])).ToArray();
        var random = new Random(20260217);
        for (var i = 0; i < 60; i++)
        {
            var conversation = new Conversation
            {
                Id = $"random-{i}",
                Turns = [.. Enumerable.Range(0, random.Next(1, 30)).Select(_ => turns[random.Next(turns.Length)])],
                Customer = random.Next(2) == 0 ? new Party(Name: "欧阳娜娜", Honorific: "女士") : new Party(),
                StartedAt = random.Next(2) == 0 ? new DateTimeOffset(2026, 10, 1, 9, 0, 0, TimeSpan.FromHours(8)).AddHours(random.Next(3000)) : null,
                Draft = random.Next(3) == 0 ? new Draft(turns[random.Next(turns.Length)].Text) : null,
            };
            Service.ShouldAgreeOn(conversation);
        }
    }

    private sealed record Both(Checker Embedded, Checker NRules)
    {
        internal Rules.RulePack Pack => Embedded.Pack;

        internal static Both Load(IPackSource source)
        {
            var embedded = Checker.Load(source);
            return new Both(embedded, Checker.Of(embedded.Pack, new CheckerOptions { Engine = EngineUnderTest.Engine }));
        }

        internal void ShouldAgreeOn(Conversation conversation) =>
            CheckReportJson.ToJson(NRules.Check(conversation)).Should().Be(CheckReportJson.ToJson(Embedded.Check(conversation)));
    }
}
