using ScriptRules.Conformance;
using ScriptRules.Examples;
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

    [Theory]
    [MemberData(nameof(OperatorPageTests.Examples), MemberType = typeof(OperatorPageTests))]
    public void On_an_example_of_the_operators(string example)
    {
        var (rules, talks) = OperatorPageTests.Read(example);
        var both = Both.Load(new Packs(new Dictionary<string, string> { ["pack.yaml"] = "name: example\n", ["rules.yaml"] = rules }));

        foreach (var talk in talks) both.ShouldAgreeOn(talk.Conversation);
    }

    [Theory]
    [InlineData("service", 500)]
    [InlineData("ecommerce", 20)]
    public void On_the_examples_of_a_pack(string pack, int atLeast)
    {
        var both = pack == "service" ? Service : Both.Load(new FolderPackSource(Repository.Path("rules", pack)));
        var examples = both.Pack.Rules.Where(r => pack == "service" || !r.IsInherited).SelectMany(r => r.Examples).ToList();

        examples.Count.Should().BeGreaterThan(atLeast);
        foreach (var example in examples) both.ShouldAgreeOn(example.Conversation);
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void On_a_measured_set(string set)
    {
        foreach (var item in LabelledCases.Read(Repository.Path("rules", "service", "examples", set)).Cases) Service.ShouldAgreeOn(item.Conversation);
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
    public void On_random_conversations_of_real_turns() => RandomTalks(60, (talk, _) => Service.ShouldAgreeOn(talk));

    [Fact]
    public void On_each_step_of_a_live_session() => RandomTalks(30, (talk, random) =>
    {
        var start = talk with { Turns = [], Draft = null };
        var (embedded, nrules) = (Service.Embedded.Start(start), Service.NRules.Start(start));
        foreach (var turn in talk.Turns)
        {
            Show(nrules.Add(turn)).Should().Be(Show(embedded.Add(turn)));
            nrules.Obligations.Should().Equal(embedded.Obligations);
            if (random.Next(5) == 0) CheckReportJson.ToJson(nrules.CheckDraft(turn.Text)).Should().Be(CheckReportJson.ToJson(embedded.CheckDraft(turn.Text)));
        }

        CheckReportJson.ToJson(nrules.End(talk.EndedAt)).Should().Be(CheckReportJson.ToJson(embedded.End(talk.EndedAt)));

        static string Show(LiveStep step) =>
            $"raised {CheckReportJson.ToJson(new CheckReport { Violations = step.Raised })} withdrawn {CheckReportJson.ToJson(new CheckReport { Violations = step.Withdrawn })}";
    });

    private static void RandomTalks(int count, Action<Conversation, Random> check)
    {
        var turns = LabelledCases.Of(Repository.Path("rules", "service")).Cases
            .SelectMany(c => c.Conversation.Turns.Concat(c.Conversation.Draft is { } d ? [new Turn(SpeakerRole.Agent, d.Text)] : [])).ToArray();
        var random = new Random(20260217);
        for (var i = 0; i < count; i++)
        {
            var (hasTimes, at) = (random.Next(2) == 0, 0);
            check(new Conversation
            {
                Id = $"random-{i}",
                Channel = random.Next(2) == 0 ? Channel.Voice : Channel.Chat,
                Turns = [.. Enumerable.Range(0, random.Next(1, 30)).Select(_ => hasTimes ? Timed(Any()) : Any())],
                AnsweredAt = hasTimes ? TimeSpan.Zero : null,
                EndedAt = hasTimes && random.Next(2) == 0 ? TimeSpan.FromSeconds(at + random.Next(9)) : null,
                Customer = random.Next(2) == 0 ? new Party(Name: "欧阳娜娜", Honorific: "女士") : new Party(),
                StartedAt = random.Next(2) == 0 ? new DateTimeOffset(2026, 10, 1, 9, 0, 0, TimeSpan.FromHours(8)).AddHours(random.Next(3000)) : null,
                Draft = random.Next(3) == 0 ? new Draft(Any().Text) : null,
            }, random);

            Turn Any() => turns[random.Next(turns.Length)];

            Turn Timed(Turn turn)
            {
                var start = Math.Max(0, at + random.Next(-1, 8));
                at = start + random.Next(1, 9);
                return turn with { Start = TimeSpan.FromSeconds(start), End = TimeSpan.FromSeconds(at) };
            }
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
