using System.Collections.Immutable;
using ScriptRules.Examples;
using ScriptRules.Rules;
using ScriptRules.Text;

namespace ScriptRules.Tests.Checking;

/// <summary>Suppressed violations are told apart, for as long as the suppression holds.</summary>
public class SuppressionTests
{
    private const string Rules = """
        concepts:
          refusal: [没办法]
          rude: [有完没完]
        rules:
          - { id: never.refuse, kind: never-say, say: refusal, source: H-1, suggest: 我来处理, examples: { fail: [我也没办法] } }
          - { id: never.rude, kind: never-say, say: rude, source: H-2 }

        """;

    [Theory]
    [InlineData("rule: never.refuse", "没办法，有完没完", "never.rude", "never.refuse")]
    [InlineData("source: H-2", "没办法，有完没完", "never.refuse", "never.rude")]
    [InlineData("rule: never.refuse, text: 统一公告", "统 一 公 告：没办法", "", "never.refuse")]
    [InlineData("rule: never.refuse, text: 统一公告", "没办法", "never.refuse", "")]
    [InlineData("rule: never.refuse, conversation: c1", "没办法", "", "never.refuse")]
    [InlineData("rule: never.refuse, conversation: c2", "没办法", "never.refuse", "")]
    [InlineData("rule: never.refuse, attributes: { queue: [售前, 售后] }", "没办法", "", "never.refuse")]
    [InlineData("rule: never.refuse, attributes: { queue: 投诉 }", "没办法", "never.refuse", "")]
    [InlineData("rule: never.refuse, attributes: { shop: 一店 }", "没办法", "never.refuse", "")]
    public void A_suppression_excuses_what_it_names(string keys, string said, string counted, string excused)
    {
        var report = Check(keys, "2026-06-30", said, "2026-06-30T23:59:00+08:00");

        string.Join(' ', report.Violations.Select(v => v.Rule)).Should().Be(counted);
        string.Join(' ', report.Suppressed.Select(v => v.Rule)).Should().Be(excused);
        report.Suppressed.Select(v => (v.Suppression!.Id, v.Suppression.Owner)).Should().BeSubsetOf([("s", "王芳")]);
        report.Verdict.Should().Be(counted.Length > 0 ? Verdict.Violated : Verdict.Passed);
        report.ExpiredSuppressions.Should().BeEmpty();
    }

    [Fact]
    public void After_its_last_day_at_the_site_it_excuses_nothing_and_is_named()
    {
        var report = Check("rule: never.refuse", "2026-06-30", "没办法", "2026-06-30T16:00:00Z");

        report.Violations.Should().ContainSingle().Which.Suppression.Should().BeNull();
        report.Suppressed.Should().BeEmpty();
        report.ExpiredSuppressions.Should().Equal("s");
        Check("rule: never.rude", "2026-06-30", "没办法", "2026-07-01T00:00:00+08:00").ExpiredSuppressions.Should().BeEmpty("it would have excused nothing here");
    }

    [Theory]
    [InlineData("2026-06-30T15:59:59Z", 0)]
    [InlineData("2026-06-30T16:00:00Z", 1)]
    public void Without_a_clock_in_the_conversation_the_hosts_tells_today(string now, int counted)
    {
        var options = new CheckerOptions { Time = new Fixed(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)) };

        Packs.Checker(Rules, Head("rule: never.refuse", "2026-06-30"), options).CheckDraft("没办法").Violations.Should().HaveCount(counted);
    }

    [Fact]
    public void What_is_excused_keeps_its_rewrite_and_its_verdict()
    {
        var report = Check("rule: never.refuse", "2026-06-30", "没办法。", "2026-01-01T08:00:00Z");

        report.Suppressed.Single().Suggestions.Should().NotBeEmpty();
        report.Rules.Single(r => r.Rule == "never.refuse").Verdict.Should().Be(Verdict.Violated);
    }

    [Fact]
    public void Examples_are_not_excused() =>
        ExampleRunner.Run(Packs.Checker(Rules, Head("rule: never.refuse", "2999-12-31"))).Should().ContainSingle().Which.IsGood.Should().BeTrue();

    private static CheckReport Check(string keys, string until, string said, string at) =>
        Packs.Checker(Rules, Head(keys, until)).Check(new Conversation
        {
            Id = "c1",
            StartedAt = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture),
            Turns = [new Turn(SpeakerRole.Agent, said)],
            Attributes = ImmutableDictionary<string, string>.Empty.Add("queue", "售后"),
        });

    private static string Head(string keys, string until) => $"suppressions:\n  - {{ id: s, {keys}, reason: 公告, owner: 王芳, until: {until} }}\n";

    private sealed class Fixed(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
