using ScriptRules.Examples;
using ScriptRules.Rules;

namespace ScriptRules.Tests.Examples;

public sealed class EvaluationFloorsTests : IDisposable
{
    private const string Cases = """
        {"text":"这事不归我管。","verdict":"violated","source":"H-1"}
        {"text":"您别来烦。","verdict":"violated","source":"H-2"}
        {"text":"您慢走。","verdict":"violated","source":"H-2"}
        {"text":"好的。","verdict":"clean","source":"H-1"}
        {"text":"在的。","verdict":"clean"}

        """;

    private readonly CaseFolder _folder = new();
    private readonly EvaluationReport _before;
    private readonly EvaluationFloors _floors;

    public EvaluationFloorsTests()
    {
        _folder.Write("examples/talk.jsonl", Cases);
        _before = _folder.Measure();
        _floors = EvaluationFloors.Of(_before);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_written_is_read()
    {
        var missing = _before.Cases.Single(c => c.IsMissing).Case.Fingerprint;
        missing.Should().MatchRegex("^[0-9a-f]{8}$");
        _floors.ToString().Should().EndWith($$"""
            sets:
              talk: { cases: 5, recall: 66.6 %, precision: 100 %, left-alone: 100 % }
            sources:
              "(no row)": { cases: 1, left-alone: 100 % }
              H-1: { cases: 2, recall: 100 %, precision: 100 %, left-alone: 100 % }
              H-2: { cases: 2, recall: 50 %, precision: 100 % }
            rules:
              never.buck: { precision: 100 %, found: 100 % }
              never.rude: { precision: 100 %, found: 50 % }
            known:
              talk: [{{missing}}]

            """.ReplaceLineEndings("\n"));
        var read = EvaluationFloors.Parse("floors.yaml", _floors.ToString());
        read.ToString().Should().Be(_floors.ToString());
        read.LossesOf(_before).Should().BeEmpty();
        read.Unguarded(_before).Should().BeEmpty();
    }

    [Fact]
    public void Names_of_any_characters_are_written_so_that_they_are_read()
    {
        File.Move($"{_folder.Path}/examples/talk.jsonl", $"{_folder.Path}/examples/售后 #1: \"a\".jsonl");
        var report = _folder.Measure();
        var floors = EvaluationFloors.Parse("floors.yaml", EvaluationFloors.Of(report).ToString());

        floors.Unguarded(report).Should().BeEmpty();
        floors.LossesOf(report).Should().BeEmpty();
    }

    [Fact]
    public void A_case_that_is_no_longer_found_lowers_its_set_source_and_rule()
    {
        _folder.Write("rules.yaml", CaseFolder.Rules.Replace("[别来烦]", "[别来烦我]", StringComparison.Ordinal));

        Losses().Should().Equal(
            "set talk: recall 33.3 % (1 of 3), floor 66.6 %",
            "source H-2: recall 0 % (0 of 2), floor 50 %",
            "rule never.rude: fires in no case any more");
    }

    [Fact]
    public void The_cases_that_are_new_are_told()
    {
        _floors.NewIn(_before).Should().BeEmpty();
        _folder.Write("rules.yaml", CaseFolder.Rules.Replace("[别来烦]", "[别来烦我]", StringComparison.Ordinal).Replace("[不归我管]", "[不归我管, 在的]", StringComparison.Ordinal));
        _folder.Write("examples/talk.jsonl", "\n" + Cases);
        _folder.Write("examples/more.jsonl", """{"text":"您再见。","verdict":"violated","source":"H-4"}""");
        var report = _folder.Measure();

        New(_floors).Should().Equal(3, 6);
        New(EvaluationFloors.Parse("floors.yaml", _floors.ToString())).Should().Equal(3, 6);
        New(_floors.RaisedTo(report)).Should().Equal([3, 6], "they stay new while something is below its floor");
        New(EvaluationFloors.Of(report)).Should().BeEmpty();
        New(EvaluationFloors.Parse("floors.yaml", "sets: { talk: { cases: 5 } }")).Should().BeEmpty("nothing says what was known");
        New(EvaluationFloors.Parse("floors.yaml", "sets: { talk: { cases: 5 } }\nknown: {}")).Should().Equal(3, 4, 6);

        IEnumerable<int> New(EvaluationFloors floors) => floors.NewIn(report).Select(c => c.Case.Place.Line);
    }

    [Fact]
    public void An_honest_case_that_is_accused_lowers_them_too()
    {
        _folder.Write("rules.yaml", CaseFolder.Rules.Replace("[不归我管]", "[不归我管, 好的]", StringComparison.Ordinal));

        Losses().Should().Equal(
            "set talk: precision 66.6 % (2 of 3), floor 100 %; left alone 50 % (1 of 2), floor 100 %",
            "source H-1: precision 50 % (1 of 2), floor 100 %; left alone 0 % (0 of 1), floor 100 %",
            "rule never.buck: precision 50 % (1 of 2), floor 100 %");
    }

    [Fact]
    public void What_is_gone_has_fallen()
    {
        _folder.Write("rules.yaml", CaseFolder.Rules.Replace("never.rude", "never.brusque", StringComparison.Ordinal));
        File.Delete($"{_folder.Path}/examples/talk.jsonl");
        _folder.Write("examples/other.jsonl", string.Join('\n', Cases.Split('\n').Take(4)));

        Losses().Should().Equal("set talk: is gone", "source (no row): is gone", "rule never.rude: is gone");
        _floors.Unguarded(_folder.Measure()).Should().Equal((FloorPart.Set, "other"), (FloorPart.Rule, "never.brusque"));
    }

    [Fact]
    public void A_case_that_is_taken_out_does_not_raise_the_recall_unseen()
    {
        _folder.Write("examples/talk.jsonl", Cases.Replace("""{"text":"您慢走。","verdict":"violated","source":"H-2"}""", "", StringComparison.Ordinal));

        Losses().Should().Equal("set talk: cases 4, floor 5", "source H-2: cases 1, floor 2");
    }

    [Fact]
    public void Raising_adds_and_raises_and_lowers_nothing()
    {
        _folder.Write("rules.yaml", CaseFolder.Rules.Replace("[别来烦]", "[您慢走]", StringComparison.Ordinal).Replace("[不归我管]", "[归我管]", StringComparison.Ordinal));
        _folder.Write("examples/more.jsonl", """{"text":"慢走不送。","verdict":"violated","source":"H-4"}""");
        var raised = EvaluationFloors.Parse("floors.yaml", """
            sets:
              talk: { cases: 5, recall: 60 %, left-alone: 100 % }
            sources:
              H-9: { cases: 3 }
            """).RaisedTo(_folder.Measure());

        raised.ToString().Should().Contain("\n  talk: { cases: 5, recall: 66.6 %, precision: 100 %, left-alone: 100 % }\n")
            .And.Contain("\n  more: { cases: 1, recall: 100 %, precision: 100 % }\n").And.Contain("\n  H-9: { cases: 3 }\n").And.Contain("\n  never.bye: {");
        raised.LossesOf(_before).Select(l => l.Name).Should().Contain("never.bye").And.Contain("H-9");
        EvaluationFloors.None.IsEmpty.Should().BeTrue();
    }

    [Theory]
    [InlineData("set: {}", "unknown key \"set\"")]
    [InlineData("sets: { a: { recal: 1 % } }", "did you mean \"recall\"")]
    [InlineData("rules: { a: { recall: 1 % } }", "unknown key \"recall\"")]
    [InlineData("sets: { a: { recall: 0.9 } }", "number with its unit (%)")]
    [InlineData("sets: { a: { recall: 101 % } }", "at most 100 %")]
    [InlineData("sets: { a: { cases: -1 } }", "cases is a number")]
    [InlineData("known: { a: [{}] }", "a is a text")]
    [InlineData("sets: [a]", "sets is written as keys with values")]
    [InlineData("sets: ]", "")]
    public void A_file_that_is_wrong_is_told_with_its_place(string text, string expected)
    {
        var parse = () => EvaluationFloors.Parse("floors.yaml", text);
        parse.Should().Throw<PackException>().Which.Diagnostics.Should().Contain(d => d.Place.File == "floors.yaml" && d.Place.Line == 1 && $"{d.Message} {d.Help}".Contains(expected, StringComparison.Ordinal));
    }

    private IEnumerable<string> Losses() => _floors.LossesOf(_folder.Measure()).Select(l => l.ToString());
}
