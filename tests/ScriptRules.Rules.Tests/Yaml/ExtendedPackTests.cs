using ScriptRules.Text;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Rules.Tests.Yaml;

/// <summary>Packs that build on packs: what counts of two, what is disabled and tuned, and what is said of mistakes.</summary>
public class ExtendedPackTests
{
    private const string Base = """
        concepts:
          refusal: { title: 拒绝, says: [没办法] }
          buck: [不归我管]
          spare: [随便吧]
        words:
          verb: [查]
        rules:
          - { id: never.refuse, kind: never-say, say: refusal, source: H-1, suggest: "{brand}马上为您处理" }
          - { id: never.buck, kind: never-say, say: buck, source: [H-1, H-2], severity: warning, tags: [cold] }
          - { id: opening, kind: opening, say: [{ text: 您好请问, source: H-3 }], windows: { morning: { text: 早上好, source: H-4 } } }

        """;

    private const string BaseHead = """
        name: base
        windows: { morning: 00:00-12:00, later: 12:00-24:00 }
        slots: { brand: 小鹿, hours: "24" }
        handbook: book.yaml
        greeting: refusal

        """;

    [Fact]
    public void Of_one_id_the_later_rule_and_concept_count_whole_and_keep_the_place()
    {
        var pack = Load("extends: ./base", "concepts:\n  refusal: [真不行]\nrules:\n  - { id: never.refuse, kind: never-say, say: refusal, severity: info }\n  - { id: own, kind: never-say, say: buck }\n");

        pack.Rules.Select(r => (r.Id, r.Severity, r.IsInherited, r.Place.ToString())).Should().Equal(
            ("never.refuse", Severity.Info, false, "my-pack/rules.yaml:4:11"),
            ("never.buck", Severity.Warning, true, "my-pack/base/rules.yaml:9:11"),
            ("opening", Severity.Error, true, "my-pack/base/rules.yaml:10:11"),
            ("own", Severity.Error, false, "my-pack/rules.yaml:5:11"));
        pack.Rules[0].Sources.Should().BeEmpty("the earlier rule is replaced whole");
        Says(pack, "没办法").Should().BeEmpty("the earlier concept is replaced whole");
        Says(pack, "真不行").Should().Contain("refusal");
        pack.Warnings.Should().BeEmpty("concepts of a pack that is extended wait for others");
        pack.Name.Should().Be("example");
    }

    [Fact]
    public void The_nearest_pack_wins_key_by_key()
    {
        var pack = Load("extends: ./base\nslots: { brand: 云杉 }\nhandbook: more.yaml\ntime-zone: Asia/Tokyo", "rules: []\n", ("more.yaml", "H-1: 新的\nE-1: 自己的\n"));

        pack.Slots["brand"].Should().Be("云杉");
        pack.Slots["hours"].Should().Be("24");
        pack.Windows.All.Select(w => w.Name).Should().Equal("morning", "later");
        pack.Clock.ZoneId.Should().Be("Asia/Tokyo");
        pack.Handbook.Should().Contain("H-1", "新的").And.Contain("H-2", "不推诿").And.Contain("E-1", "自己的");
        pack.Greeting.Should().Be(pack.Lexicon.IdOf("refusal"));
    }

    [Fact]
    public void Of_two_notices_for_one_occurrence_of_a_festival_the_nearer_counts()
    {
        const string festivals = "festivals:\n  - { id: new-year, name: 元旦, on: 01-01, opening: true }\n";
        var pack = Load(
            "extends: ./base\nnotices:\n  - { festival: new-year, from: 2026-12-31, to: 2027-01-01, source: 店铺通知 }\n  - { festival: new-year, from: 2027-01-05, to: 2027-01-05, source: 店铺补充 }",
            "rules: []\n",
            ("base/cal.yaml", festivals),
            ("base/pack.yaml", BaseHead + "include: rules.yaml\ncalendar: cal.yaml\nnotices:\n  - { festival: new-year, from: 2025-12-31, to: 2026-01-01, source: 总部 }\n  - { festival: new-year, from: 2027-01-01, to: 2027-01-03, source: 总部 }\n"));

        pack.Calendar.SourceOf(new DateOnly(2026, 12, 31), "new-year").Should().Be("店铺通知");
        pack.Calendar.SourceOf(new DateOnly(2027, 1, 5), "new-year").Should().Be("店铺补充", "one pack may give several");
        pack.Calendar.IsOn(new DateOnly(2027, 1, 3), "new-year").Should().BeFalse();
        pack.Calendar.SourceOf(new DateOnly(2025, 12, 31), "new-year").Should().Be("总部");
    }

    [Fact]
    public void Rules_are_disabled_and_tuned()
    {
        var pack = Load("extends: ./base\ndisable: [never.refuse]\ntune:\n  never.buck: { severity: error, weight: 2.5, confidence: 0.5, applies-when: { channel: email } }\n  opening: { weight: 0 }", "rules: []\n");

        pack.Rules.Select(r => r.Id).Should().Equal("never.buck", "opening");
        var buck = pack.Rules[0];
        (buck.Severity, buck.Weight, buck.Confidence).Should().Be((Severity.Error, 2.5m, 0.5));
        buck.AppliesWhen.Channels.Should().Equal(Channel.Email);
        buck.Tags.Should().Equal("cold");
        pack.Productions.Select(p => p.Rule).Should().OnlyContain(r => r < 2);
    }

    [Fact]
    public void A_source_is_disabled_where_nothing_else_is_cited()
    {
        var pack = Load("extends: ./base\ndisable: [H-1, H-4]", "rules: []\n");

        pack.Rules.Select(r => r.Id).Should().Equal(["never.buck", "opening"], "never.refuse cites nothing but H-1");
        pack.Rules[0].Sources.Should().Equal("H-2");
        pack.Productions.SelectMany(p => p.Sources).Should().Contain("H-3").And.NotContain("H-4", "the lead of the morning is not asked for any more");
    }

    [Fact]
    public void A_pack_reached_twice_is_read_once_and_a_folder_with_a_head_is_another_pack()
    {
        var pack = Load(
            "extends: [./left, ./right]", "rules: []\n",
            ("left/pack.yaml", "name: left\nextends: ../base\ndisable: never.refuse\n"),
            ("right/pack.yaml", "name: right\nextends: ../base\ntune: { never.buck: { severity: info } }\n"));

        pack.Rules.Select(r => (r.Id, r.Severity)).Should().Equal(("never.buck", Severity.Info), ("opening", Severity.Error));
    }

    [Fact]
    public void A_built_in_pack_is_extended_by_its_name()
    {
        var pack = Load("extends: service\ndisable: H-RSP-03", "rules: []\n");

        pack.Rules.Should().HaveCountGreaterThan(30).And.OnlyContain(r => r.IsInherited && r.Place.File.StartsWith("rules/service/", StringComparison.Ordinal)).And.NotContain(r => r.Id == "answer.customer-apology");
        pack.Warnings.Should().BeEmpty();
        pack.Scorecard.Should().NotBeNull();
    }

    [Theory]
    [InlineData("extends: ../nowhere", "pack.yaml:2:10+10 SR0701 there is no pack in the folder \"../nowhere\" → the path is relative to the folder of this file")]
    [InlineData("extends: servise", "pack.yaml:2:10+7 SR0701 no pack \"servise\" travels in the library → did you mean \"service\"?")]
    [InlineData("extends: ./base\ndisable: [never.refus]", "pack.yaml:3:11+11 SR0703 no rule is called \"never.refus\" or cites it → did you mean \"never.refuse\"?")]
    [InlineData("extends: ./base\ndisable: H-9", "pack.yaml:3:10+3 SR0703 no rule is called \"H-9\" or cites it → did you mean \"H-1\"?")]
    [InlineData("extends: ./base\ntune: { H-1: { severity: info } }", "pack.yaml:3:9+3 SR0703 no rule is called \"H-1\" → this is a row of the handbook; name the rules that cite it")]
    [InlineData("extends: ./base\ntune: { never.buck: { severty: info } }", "pack.yaml:3:23+7 SR0010 unknown key \"severty\" in the tuning of \"never.buck\" → did you mean \"severity\"?")]
    [InlineData("extends: ./base\ndisable: never.buck\ntune: { never.buck: { severity: huge } }", "pack.yaml:4:33+4 SR0012 severity is one of info, warning, error")]
    [InlineData("extends: ./base\nsettings-for: [{ when: { channel: chat }, slots: { hour: \"12\" } }]", "pack.yaml:3:52+4 SR0103 a value is set for the slot \"hour\", which the pack does not declare → did you mean \"hours\"?")]
    [InlineData("extends: ./base\nsettings-for: [{ when: {}, disable: never.buck }]", "pack.yaml:3:16+1 SR0011 settings need a \"when\" with a channel, a direction or attributes")]
    [InlineData("extends: ./base\nsettings-for: [{ when: { from: 2026-01-01, channel: chat } }]", "pack.yaml:3:26+4 SR0010 unknown key \"from\" in when → the keys here are channel, direction, attributes")]
    [InlineData("extends: ./base\nsettings-for: [{ when: { channel: chat }, disable: never.bukc }]", "pack.yaml:3:52+10 SR0703 no rule is called \"never.bukc\" or cites it → did you mean \"never.buck\"?")]
    public void A_mistake_is_said_at_its_place(string head, string said) => Pack(head, "rules: []\n").Diagnostics().Should().Contain(said);

    [Fact]
    public void Packs_that_extend_each_other_are_a_mistake() =>
        Pack("extends: ./base", "rules: []\n", ("base/pack.yaml", "name: base\nextends: ../\n")).Diagnostics()
            .Should().Contain("base/pack.yaml:2:10+3 SR0702 the packs extend each other: my-pack → my-pack/base → my-pack");

    [Fact]
    public void A_mistake_in_a_pack_that_is_extended_names_its_file() =>
        Pack("extends: ./base", "rules: []\n", ("base/rules.yaml", "rules:\n  - { id: a, kind: never-say, say: nothing-known }\n")).Diagnostics()
            .Should().Contain(d => d.StartsWith("base/rules.yaml:2:36+13 SR0102", StringComparison.Ordinal));

    [Fact]
    public void What_a_broken_base_may_hold_is_not_called_unknown() =>
        Pack("extends: ./base\ndisable: other.rule", "rules: []\n", ("base/rules.yaml", "rules: [\n")).Diagnostics().Should().ContainSingle().Which.Should().StartWith("base/rules.yaml");

    [Fact]
    public void Settings_change_slots_severity_and_rules_for_those_that_they_fit()
    {
        var pack = Load(
            """
            extends: ./base
            settings-for:
              - when: { attributes: { queue: [售后, 投诉] } }
                slots: { brand: 云杉 }
                tune: { never.buck: { severity: error } }
              - when: { channel: chat, direction: inbound }
                disable: [never.refuse, H-4]
            """,
            "concepts:\n  named: ['这里是{brand}']\nrules:\n  - { id: named, kind: never-say, say: named }\n");
        var sales = new Conversation { Channel = Channel.Voice, Attributes = Attributes("售前") };
        var after = sales with { Attributes = Attributes("投诉") };

        pack.For(sales).Should().BeSameAs(pack);
        pack.For(new Conversation { Channel = Channel.Voice }).Should().BeSameAs(pack, "a queue that is not known is none of these");
        var varied = pack.For(after);
        pack.For(after with { Id = "another" }).Should().BeSameAs(varied);
        varied.Rules.Select(r => r.Id).Should().Equal(pack.Rules.Select(r => r.Id));
        varied.Rules[1].Severity.Should().Be(Severity.Error);
        (Says(pack, "这里是小鹿"), Says(varied, "这里是小鹿").Count, Says(varied, "这里是云杉")).Should().BeEquivalentTo((new[] { "named" }, 0, new[] { "named" }));

        var chat = pack.For(after with { Channel = Channel.Chat });
        chat.Rules[0].AppliesWhen.Covers(after, pack.Clock).Should().BeFalse();
        chat.Rules[1].Severity.Should().Be(Severity.Error);
        chat.Productions.SelectMany(p => p.Sources).Should().NotContain("H-4");
        chat.For(after).Should().BeSameAs(chat, "what is chosen is chosen");
    }

    [Fact]
    public void Choices_with_the_same_slot_values_share_a_lexicon_and_no_more_than_64_are_kept()
    {
        var settings = string.Concat(Enumerable.Range(0, 63).Select(i => $"  - {{ when: {{ attributes: {{ queue: q{i} }} }}, slots: {{ hours: \"{i / 2}\" }} }}\n"));
        var pack = Load($"extends: ./base\nsettings-for:\n  - {{ when: {{ channel: email }}, disable: never.buck }}\n{settings}", "concepts: { wait: ['{hours}小时'] }\nrules: [{ id: wait, kind: never-say, say: wait }]\n");
        var queues = Enumerable.Range(0, 63).Select(i => new Conversation { Attributes = Attributes($"q{i}") }).ToList();
        var kept = queues.ConvertAll(pack.For);

        kept[1].Lexicon.Should().BeSameAs(kept[0].Lexicon).And.NotBeSameAs(kept[2].Lexicon);
        pack.For(new Conversation { Channel = Channel.Email }).Lexicon.Should().BeSameAs(pack.Lexicon);
        pack.For(queues[0]).Should().BeSameAs(kept[0]);
        pack.For(queues[0] with { Channel = Channel.Email }).Rules[1].AppliesWhen.Covers(queues[0], pack.Clock).Should().BeFalse();
        pack.For(queues[0]).Should().NotBeSameAs(kept[0], "the 65th choice began anew");
        Says(pack.For(queues[4]), "2小时").Should().Equal("wait");
    }

    [Fact]
    public void A_pack_has_at_most_64_settings() =>
        Pack("settings-for:\n" + string.Concat(Enumerable.Range(0, 65).Select(i => $"  - {{ when: {{ attributes: {{ queue: q{i} }} }} }}\n")), "concepts: { refusal: [没办法] }\nrules: [{ id: a, kind: never-say, say: refusal }]\n").Diagnostics()
            .Should().Equal("pack.yaml:67:5+1 SR0012 a pack has at most 64 settings, with those of the packs that it extends");

    [Fact]
    public void A_value_set_from_outside_wins_over_settings()
    {
        var source = Pack("extends: ./base\nsettings-for: [{ when: { channel: chat }, slots: { brand: 云杉 } }]", "rules: []\n");
        var pack = source.TryLoad(out _, new Dictionary<string, string> { ["brand"] = "白桦" })!;

        pack.For(new Conversation { Channel = Channel.Chat }).Slots["brand"].Should().Be("白桦");
    }

    [Fact]
    public void A_slot_value_that_spoils_a_template_is_said_when_the_pack_is_read() =>
        Pack("extends: ./base\nslots: { brand: 小鹿店 }\nsettings-for: [{ when: { channel: chat }, slots: { brand: 鹿 } }]",
            "words:\n  shop: ['{brand}']\nconcepts:\n  named: [<shop>]\nrules:\n  - { id: named, kind: never-say, say: named }\n").Diagnostics().Should()
            .Equal("pack.yaml:4:16+1 SR0104 with these slots the concept \"named\" cannot be read: one character alone matches inside other words; say where it must stand (^ $ at: not-inside:)");

    private static System.Collections.Immutable.ImmutableDictionary<string, string> Attributes(string queue) =>
        System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add("queue", queue);

    private static IReadOnlyList<string> Says(RulePack pack, string text) =>
        [.. pack.Lexicon.Scan(FoldedText.Of(text)).Select(h => pack.Lexicon.NameOf(h.Concept))];

    private static RulePack Load(string head, string rules, params (string Path, string Text)[] others)
    {
        var pack = Pack(head, rules, others).TryLoad(out var diagnostics);
        diagnostics.Should().BeEmpty();
        return pack!;
    }

    private static MemoryPack Pack(string head, string rules, params (string Path, string Text)[] others)
    {
        var files = new Dictionary<string, string>
        {
            ["pack.yaml"] = $"name: example\n{head}\n", ["rules.yaml"] = rules,
            ["base/pack.yaml"] = BaseHead, ["base/rules.yaml"] = Base, ["base/book.yaml"] = "H-1: 不拒绝\nH-2: 不推诿\nH-3: 您好\nH-4: 早上好\n",
        };
        foreach (var (path, text) in others) files[path] = text;
        return new MemoryPack(files);
    }
}
