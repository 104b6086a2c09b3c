using System.Collections.Immutable;
using ScriptRules.Rules;
using ScriptRules.Text.Facts;

namespace ScriptRules.Engine.Tests;

/// <summary>An engine against the definition; every engine runs these.</summary>
public class EngineTests
{
    private static readonly IRuleEngine Engine = EngineUnderTest.Engine;

    private static readonly Clause Any = new(ClauseKind.Match, FactKind.Mention, []);

    [Fact]
    public void Gives_what_the_definition_gives() => RandomCases.ForAll(20_000, random =>
    {
        var productions = RandomCases.Productions(random, 3);
        var facts = RandomCases.Facts(random, 8);

        ShouldBe(Run(productions, facts), productions, facts);
    });

    [Fact]
    public void The_cases_are_not_all_empty()
    {
        var standing = 0;
        var all = 0;
        RandomCases.ForAll(2_000, random =>
        {
            var productions = RandomCases.Productions(random, 3);
            var facts = RandomCases.Facts(random, 8);
            standing += NaiveOracle.Standing(productions, facts).Any() ? 1 : 0;
            all++;
        });

        standing.Should().BeInRange(all / 20, all - (all / 20), "cases of both kinds are what the property stands on");
    }

    [Fact]
    public void Neither_the_order_of_facts_nor_that_of_productions_matters() => RandomCases.ForAll(3_000, random =>
    {
        var productions = RandomCases.Productions(random, 4);
        var facts = RandomCases.Facts(random, 10);
        var order = Enumerable.Range(0, productions.Length).ToArray();
        random.Shuffle(order);
        var shuffled = facts.ToArray();
        random.Shuffle(shuffled);

        Run(productions, shuffled).Should().BeEquivalentTo(Run(productions, facts));
        Run([.. order.Select(i => productions[i])], facts).Select(s => s with { Production = order[s.Production] })
            .Should().BeEquivalentTo(Run(productions, facts));
    });

    [Fact]
    public void A_session_that_was_changed_is_like_a_fresh_one() => RandomCases.ForAll(3_000, random =>
    {
        var productions = RandomCases.Productions(random, 3);
        var present = new List<Fact>();
        using var session = Engine.Compile(productions).Open();
        for (var change = 0; change < 6; change++)
        {
            var added = RandomCases.Facts(random, 4);
            session.Insert(added);
            present.AddRange(added);
            var removed = present.Where(_ => random.Next(3) == 0).ToList();
            session.Retract(removed);
            present.RemoveAll(removed.Contains);

            ShouldBe(session.Evaluate(), productions, present);
        }
    });

    [Fact]
    public void Sessions_of_one_program_do_not_know_each_other()
    {
        var program = Engine.Compile([new Production { Rule = 0, Clauses = [Any] }]);
        using var one = program.Open();
        using var other = program.Open();

        one.Insert([new Mention()]);

        one.Evaluate().Should().HaveCount(1);
        other.Evaluate().Should().BeEmpty();
    }

    [Fact]
    public void Equal_facts_are_two_facts()
    {
        var pair = new[] { new Mention { Concept = 1 }, new Mention { Concept = 1 } };
        Production production = new() { Rule = 0, Clauses = [Any, new Clause(ClauseKind.Count, FactKind.Mention, [In(1, 1)], 2)] };

        Run([production], pair).Select(s => s.Anchor).Should().BeEquivalentTo(pair, o => o.WithStrictOrdering().ComparingByValue<Fact>());
        Run([production], pair[..1]).Should().BeEmpty();
    }

    [Fact]
    public void A_fact_is_there_once_and_a_refused_batch_leaves_nothing_behind()
    {
        using var session = Engine.Compile([new Production { Rule = 0, Clauses = [Any] }]).Open();
        var (known, fresh) = (new Mention(), new Mention());
        session.Insert([known]);

        session.Invoking(s => s.Insert([fresh, known])).Should().Throw<ArgumentException>();
        session.Invoking(s => s.Insert([fresh, fresh])).Should().Throw<ArgumentException>();
        session.Invoking(s => s.Insert([fresh, null!])).Should().Throw<ArgumentException>();
        session.Invoking(s => s.Retract([known, fresh])).Should().Throw<ArgumentException>();
        session.Invoking(s => s.Retract([known, null!])).Should().Throw<ArgumentException>();
        session.Invoking(s => s.Retract([known, known])).Should().Throw<ArgumentException>();

        session.Evaluate().Should().Equal(new Standing(0, known));
        session.Insert([fresh]);
        session.Evaluate().Should().HaveCount(2);
    }

    [Fact]
    public void A_fact_that_is_not_there_cannot_be_retracted()
    {
        using var session = Engine.Compile([]).Open();
        var fact = new Mention();
        session.Insert([fact]);
        session.Retract([fact]);

        session.Invoking(s => s.Retract([fact])).Should().Throw<ArgumentException>();
        session.Invoking(s => s.Retract([new Mention()])).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_refused_retraction_takes_nothing_back()
    {
        using var session = Engine.Compile([new Production { Rule = 0, Clauses = [Any] }]).Open();
        var (one, other) = (new Mention { Concept = 3 }, new Mention { Concept = 3 });
        session.Insert([one, other]);

        session.Invoking(s => s.Retract([one, new Mention()])).Should().Throw<ArgumentException>();
        session.Invoking(s => s.Retract([one, one])).Should().Throw<ArgumentException>();

        session.Evaluate().Should().HaveCount(2);
        session.Retract([one]);
        session.Evaluate().Should().Equal(new Standing(0, other));
    }

    [Fact]
    public void What_is_not_defined_is_not_compiled()
    {
        foreach (var condition in (Condition[])[new((FactField)999, Comparison.Equal, Operand.Of(1)), new(FactField.Turn, (Comparison)999, Operand.Of(1)), new(FactField.Turn, Comparison.Equal, Operand.Of(0, (FactField)999))])
        {
            var compile = () => Engine.Compile([new Production { Rule = 0, Clauses = [Any, Any with { Where = [condition] }] }]);
            compile.Should().Throw<ArgumentException>().WithMessage("*999*");
        }

        var clause = () => Engine.Compile([new Production { Rule = 0, Clauses = [Any, Any with { Fact = (FactKind)999 }] }]);
        clause.Should().Throw<ArgumentException>().WithMessage("*999*");
    }

    [Fact]
    public void Sums_stay_at_the_bounds()
    {
        Production production = new()
        {
            Rule = 0,
            Clauses =
            [
                new Clause(ClauseKind.Match, FactKind.Mark, []),
                new Clause(ClauseKind.Exists, FactKind.Mention, [new Condition(FactField.Round, Comparison.AtMost, Operand.Of(0, FactField.Round, 5))]),
            ],
        };

        Run([production], [new Mark { Round = int.MaxValue }, new Mention { Round = 3 }]).Should().ContainSingle();
    }

    [Fact]
    public void Concepts_of_other_facts_than_mentions_are_compared_too()
    {
        Production production = new() { Rule = 0, Clauses = [new Clause(ClauseKind.Match, FactKind.Utterance, [In(0)]), new Clause(ClauseKind.NotExists, FactKind.Mark, [In(7)])] };

        Run([production], [new Utterance(), new Mention { Concept = 7 }]).Should().ContainSingle().Which.Anchor.Should().BeOfType<Utterance>();
    }

    [Fact]
    public void The_first_clause_is_a_match()
    {
        var compile = () => Engine.Compile([new Production { Rule = 0, Clauses = [new Clause(ClauseKind.Exists, FactKind.Mention, [])] }]);

        compile.Should().Throw<ArgumentException>().WithMessage("*first clause*");
    }

    [Fact]
    public void A_condition_speaks_of_facts_that_are_bound_before()
    {
        var own = new Condition(FactField.Turn, Comparison.Equal, Operand.Of(0, FactField.Turn));

        var compile = () => Engine.Compile([new Production { Rule = 0, Clauses = [Any with { Where = [own] }] }]);

        compile.Should().Throw<ArgumentException>().WithMessage("*bound before*");
    }

    [Theory]
    [InlineData(8, true)]
    [InlineData(9, false)]
    public void A_production_binds_eight_facts_at_most(int facts, bool isTaken)
    {
        var compile = () => Engine.Compile([new Production { Rule = 0, Clauses = [.. Enumerable.Repeat(Any, facts)] }]);

        if (isTaken) compile.Should().NotThrow();
        else compile.Should().Throw<ArgumentException>().WithMessage("*8*");
    }

    [Theory]
    [InlineData(Comparison.Equal, 2, 2, true)]
    [InlineData(Comparison.Equal, 2, 3, false)]
    [InlineData(Comparison.NotEqual, 2, 3, true)]
    [InlineData(Comparison.NotEqual, 2, 2, false)]
    [InlineData(Comparison.Less, 2, 3, true)]
    [InlineData(Comparison.Less, 2, 2, false)]
    [InlineData(Comparison.AtMost, 2, 2, true)]
    [InlineData(Comparison.AtMost, 3, 2, false)]
    [InlineData(Comparison.More, 3, 2, true)]
    [InlineData(Comparison.More, 2, 2, false)]
    [InlineData(Comparison.AtLeast, 2, 2, true)]
    [InlineData(Comparison.AtLeast, 1, 2, false)]
    [InlineData(Comparison.HasAny, 6, 2, true)]
    [InlineData(Comparison.HasAny, 4, 2, false)]
    [InlineData(Comparison.HasNone, 4, 2, true)]
    [InlineData(Comparison.HasNone, 6, 2, false)]
    public void Compares(Comparison comparison, int left, int right, bool holds) =>
        new Condition(FactField.Turn, comparison, default).Holds(left, right).Should().Be(holds);

    [Fact]
    public void An_empty_set_holds_nothing()
    {
        Run([new Production { Rule = 0, Clauses = [Any with { Where = [In()] }] }], [new Mention()]).Should().BeEmpty();
        Run([new Production { Rule = 0, Clauses = [Any, new Clause(ClauseKind.NotExists, FactKind.Mention, [In()])] }], [new Mention()]).Should().ContainSingle();
    }

    private static Condition In(params int[] concepts) => new(FactField.Concept, Comparison.In, default) { Set = [.. concepts] };

    private static IReadOnlyCollection<Standing> Run(ImmutableArray<Production> productions, IReadOnlyList<Fact> facts)
    {
        using var session = Engine.Compile(productions).Open();
        session.Insert(facts);
        return session.Evaluate();
    }

    private static void ShouldBe(IReadOnlyCollection<Standing> actual, IReadOnlyList<Production> productions, IReadOnlyCollection<Fact> facts)
    {
        var expected = NaiveOracle.Standing(productions, facts).ToHashSet();
        actual.Should().HaveCount(expected.Count);
        actual.Select(s => (s.Production, s.Anchor)).ToHashSet().SetEquals(expected).Should().BeTrue();
    }
}
