using System.Collections.Immutable;
using ScriptRules.Linting;
using ScriptRules.Rules;
using ScriptRules.Tests.Checking;

namespace ScriptRules.Tests.Linting;

/// <summary>What the linter does not say: near misses of each finding. What it says is on <c>docs/lint.md</c>.</summary>
public class PackLinterTests
{
    private const string Two = """
        concepts:
          refusal: { says: [没办法] }
          apology: { says: [抱歉], at: anywhere }
          trouble: { says: [坏了], at: anywhere }

        """;

    [Fact]
    public void A_pack_that_does_not_load_has_the_errors_of_loading_only()
    {
        var report = Lint("rules:\n  - id: a\n    kind: never-say\n    say: b\n");

        report.Pack.Should().BeNull();
        report.Findings.Select(f => f.Code).Should().Equal("SR0102");
        report.ModelSentences.Should().Be(0);
    }

    [Fact]
    public void Warnings_of_loading_are_findings() =>
        Codes($"{Two}rules:\n  - id: a\n    kind: never-say\n    say: [refusal, apology]\n").Should().Contain("SR0105");

    [Fact]
    public void A_whole_rule_is_clean()
    {
        var report = Lint("""
            concepts:
              refusal: [没办法]
            rules:
              - id: never.refuse
                kind: never-say
                source: H-1
                description: 生硬的拒绝。
                say: refusal
                message: “{said}”太生硬。
                suggest: 我马上为您处理。
                examples:
                  pass: [有办法的。]
                  fail: ['真[没办法]。']

            """);

        report.Findings.Should().BeEmpty();
        (report.ModelSentences, report.Examples).Should().Be((1, 2));
        report.Occasions.Should().Equal("day");
    }

    [Theory]
    [InlineData("  x: { any-of: [refusal, apology], at-least: 2 }")]
    [InlineData("  x: { any-of: [refusal, refusal], at-least: 2 }")] // said twice is twice
    [InlineData("  x: { any-of: [refusal, apology], none-of: [refusal] }")]
    [InlineData("  x: { all-of: [refusal, apology], none-of: [trouble] }")]
    [InlineData("  x: { says: [不行的], at: clause-start, before: [啊] }")]
    [InlineData("  x: { says: [不行的], turn-at-most: 3 }")]
    [InlineData("  whole: { any-of: [refusal] }\n  x: { any-of: [refusal, apology], none-of: [whole], within: turn }")]
    public void A_concept_that_can_be_said_is_not_dead(string concept) =>
        Codes($"{Two}{concept}\nrules:\n  - id: a\n    kind: never-say\n    say: [x, apology, trouble]\n").Should().NotContain(["SR0510", "SR0511", "SR0010", "SR0012"]);

    [Theory]
    [InlineData("say: refusal\n    unless: apology")]
    [InlineData("say: [refusal, trouble]\n    unless: refusal")] // 坏了 alone breaks it
    [InlineData("say: refusal\n    unless: strict")]             // strict asks for more than refusal
    [InlineData("say: refusal\n    unless: short")]
    [InlineData("say: quoted\n    unless: unquoted")]            // a quoted saying of the one is none of the other
    [InlineData("say: refusal\n    not-after: { agent: refusal }")]
    public void A_rule_that_can_be_broken_is_not_dead(string keys) =>
        Codes($"{Two}  strict: {{ any-of: [refusal], before: [了] }}\n  short: {{ any-of: [refusal], turn-at-most: 3 }}\n  quoted: {{ says: [不行的], allow: quoted }}\n  unquoted: {{ any-of: [quoted] }}\nrules:\n  - id: a\n    kind: never-say\n    {keys}\n")
            .Should().NotContain("SR0511").And.NotContain("SR0102");

    [Theory]
    [InlineData("say: refusal", "say: apology")]
    [InlineData("say: refusal\n    unless: apology", "say: refusal\n    unless: trouble")]
    [InlineData("say: refusal\n    applies-when: { channel: chat }", "say: refusal\n    applies-when: { channel: voice }")]
    [InlineData("say: refusal\n    after: { customer: trouble }", "say: refusal\n    after: { customer: apology }")]
    [InlineData("say: refusal", "say: refusal\n    by: customer")]
    [InlineData("say: refusal\n    unless: apology\n    unless-within: 0 turns", "say: [refusal, trouble]\n    unless: apology\n    unless-within: 1 turn")]
    public void Rules_that_part_ways_somewhere_do_not_shadow_each_other(string one, string other) =>
        Codes($"{Two}rules:\n  - id: a\n    kind: never-say\n    {one}\n  - id: b\n    kind: never-say\n    {other}\n").Should().NotContain("SR0512");

    [Fact]
    public void Of_two_equal_rules_the_later_is_shadowed() =>
        Lint($"{Two}rules:\n  - id: a\n    kind: never-say\n    say: refusal\n  - id: b\n    kind: never-say\n    say: refusal\n")
            .Findings.Where(f => f.Code == "SR0512").Should().ContainSingle().Which.Message.Should().StartWith("whatever breaks \"b\"");

    [Theory]
    [InlineData("with: [[apology, trouble]]", "kind: never-say\n    say: apology")]                                        // trouble is left
    [InlineData("with: [apology]", "kind: never-say\n    say: apology\n    unless: trouble")]
    [InlineData("with: [apology]", "kind: never-say\n    say: apology\n    by: customer")]
    [InlineData("with: [apology]", "kind: never-say\n    say: apology\n    applies-when: { channel: email }")]
    [InlineData("with: [apology]", "kind: must-answer\n    when: { customer: trouble }\n    forbid: [apology]")]             // on another occasion
    [InlineData("with: [apology]\n    forbid: [trouble]", "kind: never-say\n    say: trouble")]
    public void What_can_be_done_is_no_contradiction(string asks, string forbids) =>
        Codes($"{Two}rules:\n  - id: a\n    kind: must-answer\n    when: {{ customer: refusal }}\n    {asks}\n  - id: b\n    {forbids}\n").Should().NotContain("SR0513");

    [Theory]
    [InlineData("with: [apology]\n    forbid: [apology]", "kind: never-say\n    say: trouble")]
    [InlineData("with: [[apology, trouble]]", "kind: never-say\n    say: [apology, trouble]")]
    [InlineData("with: [apology]", "kind: must-answer\n    when: { customer: [refusal, trouble] }\n    forbid: [apology]")]
    public void What_cannot_be_done_is_one(string asks, string forbids) =>
        Codes($"{Two}rules:\n  - id: a\n    kind: must-answer\n    when: {{ customer: refusal }}\n    {asks}\n  - id: b\n    {forbids}\n").Should().Contain("SR0513");

    [Theory]
    [InlineData("measure: rate\n    gt: 300 characters/min\n    lt: 120 characters/min")]
    [InlineData("measure: rate\n    gt: 300 characters/min\n    lt: 300 characters/min")]     // 300 itself is right
    [InlineData("measure: silence\n    at-least: 3 s\n    lt: 4 s")]
    [InlineData("measure: silence\n    at-least: 3 s\n    per: count\n    lt: 1 times")]
    [InlineData("measure: silence\n    per: share\n    gt: 99 %\n    lt: 1 %")]
    [InlineData("measure: overlap\n    per: count\n    gt: 0 times")]                      // none at all
    [InlineData("measure: silence\n    gt: 10 s\n    between: [2 s, 3 s]")]
    public void What_can_be_on_either_side_of_a_bound_is_not_said(string keys) => Bound(keys).Should().BeEmpty();

    [Theory]
    [InlineData("measure: silence\n    lt: 0 s")]
    [InlineData("measure: silence\n    gt: 0 s")]
    [InlineData("measure: silence\n    gt: 10 s\n    between: [0 s, 20 s]")]
    [InlineData("measure: turn-length\n    at-least: 10 characters\n    lt: 10 characters")]
    [InlineData("measure: talk\n    per: share\n    between: [0 %, 100 %]")]
    public void What_is_always_or_never_beyond_a_bound_is_said(string keys) => Bound(keys).Should().Equal("SR0516");

    private static IEnumerable<string> Bound(string keys) =>
        Codes($"rules:\n  - id: x\n    kind: timing\n    {keys}\n").Where(c => c == "SR0516");

    [Fact]
    public void Personal_data_is_masked_and_needs_no_suggestion() =>
        Codes("rules:\n  - id: x\n    kind: private-data\n    data: mobile\n").Should().NotContain("SR0504");

    [Theory]
    [InlineData("kind: sequence\n    starts: contact\n    steps: [{ agent: apology, suggest: 抱歉没办法 }]")]
    [InlineData("kind: promise\n    say: apology\n    within: 24 h\n    time: 没办法在一小时内")]
    public void Sentences_of_steps_and_times_of_promises_are_held_against_all_rules(string keys) =>
        Codes($"{Two}rules:\n  - id: never.refuse\n    kind: never-say\n    say: refusal\n  - id: x\n    {keys}\n").Should().Contain("SR0501");

    [Theory]
    [InlineData("says: ['[真]没办法', 没办法], at: clause-end, sound-like: true")] // a longer one is heard where a short one is not
    [InlineData("says: ['[真]没办法', 没办法], at: clause-end, disguises: letters")]
    [InlineData("says: [没办法, 真的没办法]")]                              // the longer one marks more
    [InlineData("says: ['(办|查)不了', 退不了]")]
    [InlineData("says: ['[真]没办法', 没办法], at: clause-end", "没办法")]    // 真没办法 does not run past 没办法
    [InlineData("says: ['没办法[的]', 没办法], at: clause-end")]             // it does: 没办法的 is at no clause's end where 没办法 is
    [InlineData("says: ['你…{0,4}吗', '你…{0,6}吗']", "你…{0,4}吗")]
    [InlineData("says: ['你…吗', '你……吗']")]                              // one crosses commas
    [InlineData("says: ['^没办法', 没办法]")]
    [InlineData("says: ['没办法!(了)', '没办法']")]
    [InlineData("says: [没办法, 没辦法]", "没辦法")]                        // folded, they are one
    public void Only_what_is_covered_is_said_to_be(string keys, string? covered = null)
    {
        var report = Lint($"concepts:\n  x: {{ {keys} }}\nrules:\n  - id: a\n    kind: never-say\n    say: x\n");

        report.Pack.Should().NotBeNull();
        report.Findings.Where(f => f.Code == "SR0514").Select(f => f.Snippet!.Substring(f.Place.Column - 1, f.Place.Length).Trim('\''))
            .Should().Equal(covered is null ? [] : [covered]);
    }

    [Theory]
    [InlineData("usb[0-9]")]
    [InlineData("[^A-Z]号")]
    [InlineData("\\\\D号")]
    [InlineData("(?i)USB")]
    [InlineData("\\\\p{Lu}号")]
    [InlineData("价格[0-9]+")]
    public void A_regex_that_can_match_is_not_dead(string pattern) =>
        Codes($"concepts:\n  x: {{ regex: \"{pattern}\" }}\nrules:\n  - id: a\n    kind: never-say\n    say: x\n").Should().NotContain("SR0530").And.NotContain("SR0104");

    [Fact]
    public void A_year_that_has_begun_and_is_not_in_the_calendar_is_said_when_a_day_is_given()
    {
        var pack = new Packs(new Dictionary<string, string> { ["pack.yaml"] = "name: example\ncalendar: ../calendars/cn.yaml\n", ["rules.yaml"] = $"{Two}rules:\n  - id: a\n    kind: never-say\n    say: refusal\n" });
        var last = PackLinter.Lint(pack).Pack!.Calendar.Coverage[^1];

        Said(new DateOnly(last, 12, 31)).Should().BeEmpty();
        Said(new DateOnly(last + 1, 1, 1)).Should().ContainSingle().Which.Level.Should().Be(Severity.Info);
        Said(null).Should().BeEmpty();

        IEnumerable<PackDiagnostic> Said(DateOnly? today) => PackLinter.Lint(pack, new LintOptions { Today = today }).Findings.Where(f => f.Code == "SR0540");
    }

    [Fact]
    public void Openings_are_tried_where_festivals_meet()
    {
        var occasions = PackLinter.Lint(BuiltInPack.Service).Occasions;

        occasions.Should().Contain("morning, 中秋节 国庆节").And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void A_slot_with_a_value_is_not_left_to_a_person()
    {
        var pack = new Packs(new Dictionary<string, string>
        {
            ["pack.yaml"] = "name: example\nslots: { brand: }\n",
            ["rules.yaml"] = $"{Two}rules:\n  - id: a\n    kind: never-say\n    say: refusal\n    suggest: '{{brand}}为您处理。'\n",
        });

        PackLinter.Lint(pack).Findings.Select(f => f.Code).Should().Contain("SR0505");
        PackLinter.Lint(pack, new LintOptions { Settings = ImmutableDictionary<string, string>.Empty.Add("brand", "云杉") }).Findings.Select(f => f.Code).Should().NotContain("SR0505");
    }

    private static LintReport Lint(string rules) => PackLinter.Lint(new Packs(new Dictionary<string, string> { ["pack.yaml"] = "name: example\n", ["rules.yaml"] = rules }));

    private static IEnumerable<string> Codes(string rules) => Lint(rules).Findings.Select(f => f.Code);
}
