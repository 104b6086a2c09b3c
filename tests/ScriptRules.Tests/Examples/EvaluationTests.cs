using ScriptRules.Examples;

namespace ScriptRules.Tests.Examples;

public sealed class EvaluationTests : IDisposable
{
    private const string First = """
        {"text":"这事不归我管。","verdict":"violated","source":"H-1"}
        {"text":"不归我管,也不归我管。","verdict":"violated","source":"H-2","also":["H-1"]}
        {"text":"别来烦我。","verdict":"violated","source":"H-1"}
        {"text":"您找别人吧。","verdict":"violated","source":"H-1"}
        {"text":"大概吧。","verdict":"violated","source":"H-3"}
        {"text":"这事不归我管,您别来烦。","verdict":"clean","source":"H-1"}
        {"text":"好的。","verdict":"clean","source":"H-2"}

        """;

    private const string Second = """
        {"text":"今天到,大概吧。","verdict":"passed"}
        {"turns":[{"speaker":"customer","text":"别来烦我。"},{"speaker":"agent","text":"好的。"}],"verdict":"clean","source":"H-9"}
        {"turns":[{"speaker":"customer","text":"喂?"}],"verdict":"clean","source":"H-2"}
        {"turns":[{"speaker":"customer","text":"喂?"}],"verdict":"violated","source":"H-2"}

        """;

    private readonly CaseFolder _folder = new();

    public EvaluationTests()
    {
        _folder.Write("examples/first.jsonl", First);
        _folder.Write("examples/second.jsonl", Second);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Cases_are_counted_by_set()
    {
        var report = _folder.Measure();

        report.Sets.Select(s => (s.Name, s.Counts)).Should().Equal(
            ("first", new CaseCounts(Offending: 5, Found: 3, FoundAsRow: 1, MissingAtInfo: 1, Honest: 2, Noisy: 1, HonestAtInfo: 0, Undecided: 0)),
            ("second", new CaseCounts(Offending: 1, Found: 0, FoundAsRow: 0, MissingAtInfo: 0, Honest: 3, Noisy: 0, HonestAtInfo: 1, Undecided: 1)));
        report.Total.Should().Be(new CaseCounts(6, 3, 1, 1, 5, 1, 1, 1));
        (report.Total.Recall, report.Total.Precision, report.Total.LeftAlone).Should().Be((new Share(3, 6), new Share(3, 4), new Share(3, 5)));
    }

    [Fact]
    public void Cases_are_counted_once_by_source() => _folder.Measure().Sources.Select(s => (s.Name, s.Counts)).Should().Equal(
        ("H-1", new CaseCounts(Offending: 3, Found: 2, FoundAsRow: 1, MissingAtInfo: 0, Honest: 1, Noisy: 1, HonestAtInfo: 0, Undecided: 0)),
        ("H-2", new CaseCounts(Offending: 2, Found: 1, FoundAsRow: 0, MissingAtInfo: 0, Honest: 2, Noisy: 0, HonestAtInfo: 0, Undecided: 1)),
        ("H-3", new CaseCounts(Offending: 1, Found: 0, FoundAsRow: 0, MissingAtInfo: 1, Honest: 0, Noisy: 0, HonestAtInfo: 0, Undecided: 0)),
        ("H-9", new CaseCounts(Offending: 0, Found: 0, FoundAsRow: 0, MissingAtInfo: 0, Honest: 1, Noisy: 0, HonestAtInfo: 0, Undecided: 0)),
        (EvaluationReport.NoRow, new CaseCounts(Offending: 0, Found: 0, FoundAsRow: 0, MissingAtInfo: 0, Honest: 1, Noisy: 0, HonestAtInfo: 1, Undecided: 0)));

    [Fact]
    public void A_rule_counts_once_in_a_case_however_often_it_fires() => _folder.Measure().Rules.Select(r => (r.Rule.Id, r.Fired, r.InOffending, r.InItsRows, r.Found, r.AtInfo)).Should().Equal(
        ("never.buck", 3, 2, 2, new Share(1, 3), 0),
        ("never.rude", 2, 1, 0, new Share(0, 3), 0),
        ("never.bye", 0, 0, 0, new Share(0, 0), 0),
        ("never.vague", 0, 0, 0, new Share(0, 0), 2));

    [Fact]
    public void Noisy_and_missing_cases_are_named()
    {
        var report = _folder.Measure();

        report.Cases.Where(c => c.IsNoisy).Select(c => (c.Case.Set, c.Case.Place.Line)).Should().Equal(("first", 6));
        report.Cases.Where(c => c.IsMissing).Select(c => (c.Case.Set, c.Case.Place.Line)).Should().Equal(("first", 4), ("first", 5), ("second", 4));
        report.RowsWithoutCases.Should().Equal("H-4", "H-5");
    }

    [Fact]
    public void What_is_suppressed_is_found_all_the_same()
    {
        var before = _folder.Measure().Total;
        _folder.Write("suppressions.yaml", "- { id: s1, rule: never.buck, reason: 试运行, owner: 王芳, until: 2099-01-01 }\n");

        _folder.Measure().Total.Should().Be(before);
    }

    [Fact]
    public void Rows_that_nobody_knows_are_told_where_there_is_a_handbook()
    {
        _folder.Measure().UnknownRows.Should().BeEmpty();
        _folder.Write("handbook.yaml", "H-1: 一。\nH-2: 二。\nH-3: 三。\nH-4: 四。\nH-5: 五。\n");
        _folder.Write("pack.yaml", "name: house\nhandbook: handbook.yaml\n");

        _folder.Measure().UnknownRows.Select(u => (u.Row, u.First.Place.Line)).Should().Equal(("H-9", 2));
    }

    [Theory]
    [InlineData(0, 0, "–", null, null)]
    [InlineData(0, 3, "0 %", 0, 57)]
    [InlineData(3, 3, "100 %", 43, 100)]
    [InlineData(1, 2, "50 %", 9, 91)]
    [InlineData(81, 263, "30.7 %", 25, 37)] // Newcombe 1998 has 0.255 to 0.366 for it
    [InlineData(1999, 2000, "99.9 %", 99, 100)]
    public void A_share_of_few_does_not_look_exact(int part, int whole, string written, int? low, int? high)
    {
        var share = new Share(part, whole);
        share.ToString().Should().Be(written);
        (share.Interval?.Low, share.Interval?.High).Should().Be((low, high));
    }
}
