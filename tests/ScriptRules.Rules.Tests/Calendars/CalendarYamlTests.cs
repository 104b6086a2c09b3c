using ScriptRules.Rules.Calendars;
using YamlDotNet.RepresentationModel;
using static ScriptRules.Rules.Tests.Calendars.CalendarFixture;

namespace ScriptRules.Rules.Tests.Calendars;

public sealed class CalendarYamlTests
{
    private const string Festivals = """
        festivals:
          - { id: new-year, name: 元旦, on: 01-01, opening: true }
          - { id: qingming, name: 清明, on: solar qingming }

        """;

    [Fact]
    public void The_calendar_of_the_repository_is_without_mistakes() => CalendarYaml.Read(ChinaYaml).Mistakes.Should().BeEmpty();

    [Theory]
    [InlineData("", "1:1: the calendar is empty.")]
    [InlineData("festivals: [", "1:13: *")]
    [InlineData("- a", "1:1: a calendar has keys and values: festivals, official, notices.")]
    [InlineData("festval: []", "1:1: unknown key \"festval\" in a calendar: did you mean \"festivals\"?")]
    [InlineData("zzz: []", "1:1: unknown key \"zzz\" in a calendar.")]
    [InlineData("festivals: 3", "1:12: \"festivals\" is a list.")]
    [InlineData("festivals: []\n---\nfestivals: []", "3:1: a calendar is one document.")]
    [InlineData("festivals: []\nfestivals: []", "2:1: *uplicate*")]
    [InlineData("festivals:\n  - { id: a, name: 甲 }", "2:5: a festival needs \"on\".")]
    [InlineData("festivals:\n  - { id: a, name: 甲, on: 13-01 }", "2:27: \"13-01\" is no day of the year: *")]
    [InlineData("festivals:\n  - { id: Ä, name: 甲, on: 12-01 }", "2:11: \"Ä\" is no festival id: *")]
    [InlineData("festivals:\n  - { id: a, name: 甲, on: 12-01 }\n  - { id: a, name: 乙, on: 12-02 }", "3:11: festival \"a\" is defined twice.")]
    [InlineData("festivals:\n  - { id: a, name: , on: 12-01 }", "2:*: \"name\" has no value.")]
    [InlineData("festivals:\n  - { id: a, name: [甲], on: 12-01 }", "2:20: \"name\" is one value, not a list or a mapping.")]
    [InlineData("festivals:\n  - { id: a, name: 甲, on: 12-01, opening: yes }", "2:43: \"yes\" is neither true nor false.")]
    [InlineData("festivals:\n  - { id: a, name: 甲, on: 12-01, statutory: [{ since: 25, days: 12-01, law: 某令 }] }", "2:55: \"25\" is no year.")]
    [InlineData("festivals:\n  - { id: a, name: 甲, on: 12-01, statutory: [{ since: 2025, days: 12-02, law: 某令 }] }", "2:67: \"12-02 to 12-02\" leaves out the festival itself, 12-01.")]
    [InlineData("festivals:\n  - { id: a, name: 甲, on: 12-01, statutory: [{ since: 2025, days: 12-01 to 11-01, law: 某令 }] }", "2:67: \"12-01 to 11-01\" is no holiday of 1 to 31 days.")]
    [InlineData("festivals:\n  - { id: a, name: 甲, on: 12-01, statutory: [{ since: 2025, days: 12-01, law: 令 }, { since: 2025, days: 12-01, law: 令 }] }", "2:*: festival \"a\" has two statutory rules since 2025.")]
    public void A_mistake_is_told_with_its_place(string yaml, string expected)
    {
        var reading = CalendarYaml.Read(yaml);
        reading.Calendar.Should().BeNull();
        reading.Mistakes.Should().ContainSingle().Which.ToString().Should().Match(expected);
    }

    [Theory]
    [InlineData("{ year: 2026, source: 通知, days: [{ for: new-yaer, off: 01-01 }] }", "unknown festival \"new-yaer\": did you mean \"new-year\"?", 45)]
    [InlineData("{ year: 2026, source: 通知, days: [{ for: new-year, off: 02-30 }] }", "\"02-30\" is no date: write one as 2026-02-17 or 02-17.", 60)]
    [InlineData("{ year: 2026, source: 通知, days: [{ for: new-year, off: 01-03 to 01-01 }] }", "2026-01-03 to 2026-01-01 is no holiday of 1 to 31 days.", 60)]
    [InlineData("{ year: 2026, source: 通知, days: [{ for: new-year, off: [01-01, 01-01] }] }", "2026-01-01 is given twice.", 60)]
    [InlineData("{ year: 2026, source: 通知, days: [{ for: new-year, off: 01-01 to 01-03, work: 01-03 }] }", "2026-01-03 is given twice.", 82)]
    [InlineData("{ year: 2026, source: 通知, days: [{ for: new-year, work: 01-05 }] }", "2026-01-05 is a Monday, which is worked anyway: check the date.", 61)]
    [InlineData("{ year: 2026, source: 通知, days: [{ for: new-year, off: 2024-01-01 }] }", "2024-01-01 cannot belong to the notice for 2026.", 60)]
    [InlineData("{ year: 2026, source: 通知, days: [{ for: new-year, off: 9999-12-01 to 9999-12-31 }] }", "9999-12-31 cannot belong to the notice for 2026.", 60)]
    [InlineData("{ year: 9999, source: 通知, days: [{ for: new-year, off: 12-31 }] }", "9999 is outside of the years 1902 to 2100.", 13)]
    [InlineData("{ year: 2026, source: 通知, days: [{ for: new-year }] }", "give the days that are off or worked.", 38)]
    [InlineData("{ year: 2026, source: 通知, days: [{ for: [], off: 01-01 }] }", "name the festival that these days are given for.", 45)]
    [InlineData("{ year: 2026, source: 通知, url: gov, days: [] }", "\"gov\" is no web address.", 36)]
    [InlineData("{ year: 2026, source: 通知, days: [{ for: new-year, of: 01-01 }] }", "unknown key \"of\" in a holiday: did you mean \"off\"?", 55)]
    public void A_mistake_in_an_official_notice_is_told_with_its_place(string notice, string message, int column)
    {
        var mistakes = CalendarYaml.Read($"{Festivals}official:\n  - {notice}").Mistakes;
        mistakes.Should().Contain(mistake => mistake.Message == message);
        mistakes.First(mistake => mistake.Message == message).Line.Should().Be(5);
        mistakes.First(mistake => mistake.Message == message).Column.Should().Be(column);
    }

    [Fact]
    public void All_mistakes_come_at_once_from_top_to_bottom()
    {
        var reading = CalendarYaml.Read("""
            festivals:
              - { id: new-year, name: 元旦, on: 01-01, openning: true }
              - { id: qingming, name: 清明, on: solar spring }
            official:
              - year: 2026
                source: 通知
                days:
                  - { for: new-year, off: 01-01 to 01-32 }
                  - { for: qingmin, off: 04-05 }
              - { year: 2026, source: 通知, days: [] }
            notices:
              - { festival: qingming, from: 2026-04-04, to: 2026-04-04, source: 通知 }
              - { festival: labour-day, from: 2026-05-01, to: 2026-05-04, source: 通知 }
              - { festival: labour-day, from: 2026-05-04, to: 2026-05-05, source: 通知 }
            """);
        reading.Mistakes.Select(mistake => mistake.ToString()).Should().Equal(
            "2:42: unknown key \"openning\" in a festival: did you mean \"opening\"?",
            "3:35: \"solar spring\" is no day of the year: write 10-01, lunar 08-15, lunar eve, solar qingming or solar winter-solstice.",
            "8:31: \"01-32\" is no date: write one as 2026-02-17 or 02-17.",
            "9:16: unknown festival \"qingmin\": did you mean \"qingming\"?",
            "10:13: 2026 is given twice: put all of a year under one entry.",
            "13:17: unknown festival \"labour-day\".",
            "14:17: unknown festival \"labour-day\".",
            "14:35: 2026-05-04 to 2026-05-05 overlaps 2026-05-01 to 2026-05-04, another notice for \"labour-day\".");
        reading.Mistakes[0].Length.Should().Be("openning".Length);
    }

    [Fact]
    public void A_file_of_aliases_costs_no_more_than_it_is_long()
    {
        var yaml = $"{Festivals}official:\n  - &a {{ year: 2026, source: 通知, days: [&b {{ for: new-year, off: 01-01 }}{string.Concat(Enumerable.Repeat(", *b", 2000))}] }}\n"
            + string.Concat(Enumerable.Repeat("  - *a\n", 2000));
        CalendarYaml.Read(yaml).Mistakes.Should().ContainSingle().Which.Message.Should().StartWith("an alias cannot stand");
        CalendarYaml.Read(Node(yaml)).Mistakes.Should().HaveCountLessThanOrEqualTo(100)
            .And.Contain(mistake => mistake.Message.StartsWith("an alias cannot stand", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public void Deep_nesting_is_a_mistake_and_not_a_crash(char bracket)
    {
        var reading = CalendarYaml.Read($"festivals: {new string(bracket, 200_000)}");
        reading.Mistakes.Should().ContainSingle().Which.Message.Should().Contain("nested deeper");
    }

    [Theory]
    [InlineData("\0")]
    [InlineData("\ud800")]
    [InlineData("a: !!binary x")]
    [InlineData("? [a]\n: b")]
    [InlineData("&a [*a]")]
    [InlineData("notices: &a [*a]")]
    [InlineData("%YAML 9.9\n---\n")]
    [InlineData("\t- x")]
    [InlineData("'")]
    [InlineData("null")]
    [InlineData("? &a [*a]\n: b")]
    [InlineData("- :")]
    [InlineData("!![")]
    [InlineData("-\n[\na")]
    public void Any_text_is_read_or_refused_without_an_exception(string yaml) => CalendarYaml.Read(yaml).Mistakes.Should().NotBeEmpty();

    [Fact]
    public void A_broken_piece_of_the_calendar_never_throws()
    {
        var random = new Random(20260217);
        for (var i = 0; i < 300; i++)
        {
            var (at, length) = (random.Next(ChinaYaml.Length), random.Next(1, 40));
            var broken = ChinaYaml.Remove(at, Math.Min(length, ChinaYaml.Length - at));
            if (i % 2 == 0) broken = broken.Insert(at, "[}: -\n&*!"[random.Next(9)..]);
            CalendarYaml.Read(broken).Should().NotBeNull();
        }
    }

    [Fact]
    public void A_packs_notices_are_read_on_top_of_a_calendar()
    {
        var notices = Node("- { festival: spring-festival, from: 2026-02-15, to: 2026-02-23, source: 客服中心通知 }");
        var reading = CalendarYaml.ReadNotices(notices, China);
        reading.Mistakes.Should().BeEmpty();
        reading.Calendar!.Notices.Should().Equal(new HouseNotice("spring-festival", Date("2026-02-15"), Date("2026-02-23"), "客服中心通知"));
        reading.Calendar.IsOn(Date("2026-02-23"), "spring-festival").Should().BeTrue();
        reading.Calendar.Coverage.Should().Equal(China.Coverage);

        CalendarYaml.ReadNotices(Node("- { festival: spring-festival, from: 02-15, to: 2026-02-23, sorce: 通知 }"), China)
            .Mistakes.Select(mistake => mistake.ToString()).Should().Equal(
                "1:3: a notice needs \"source\".",
                "1:38: \"02-15\" is no date: write one as 2026-02-17.",
                "1:61: unknown key \"sorce\" in a notice: did you mean \"source\"?");
    }

    private static YamlNode Node(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return stream.Documents[0].RootNode;
    }
}
