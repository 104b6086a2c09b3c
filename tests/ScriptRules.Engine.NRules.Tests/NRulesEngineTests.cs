using System.Linq.Expressions;
using NRules;
using NRules.Diagnostics;
using NRules.RuleModel;
using NRules.RuleModel.Builders;
using ScriptRules.Conformance;
using ScriptRules.Rules;
using ScriptRules.Text;
using ScriptRules.Text.Facts;

namespace ScriptRules.Engine.NRules.Tests;

/// <summary>What NRules does otherwise than productions mean, and that none of it is seen.</summary>
public class NRulesEngineTests
{
    private static readonly Clause Any = new(ClauseKind.Match, FactKind.Mention, []);
    private static readonly Condition SameTurn = new(FactField.Turn, Comparison.Equal, Operand.Of(0, FactField.Turn));

    private readonly NRulesEngine _engine = new();

    [Fact]
    public void Has_a_name() => _engine.Name.Should().Be("nrules");

    [Fact]
    public void An_absence_is_not_reported_before_its_window_closes_and_is_withdrawn()
    {
        Production missing = Of(
            new Clause(ClauseKind.Match, FactKind.Mention, [Is(FactField.Concept, 1)]),
            new Clause(ClauseKind.NotExists, FactKind.Mention, [Is(FactField.Concept, 2)]),
            new Clause(ClauseKind.Exists, FactKind.Mark, [new Condition(FactField.Round, Comparison.AtLeast, Operand.Of(0, FactField.Round))]));
        using var session = Open(missing);

        session.Insert([new Mention { Concept = 1, Round = 3 }]);
        session.Evaluate().Should().BeEmpty("the round is not over");
        session.Insert([new Mark { Round = 3 }]);
        session.Evaluate().Should().ContainSingle();
        var answer = new Mention { Concept = 2 };
        session.Insert([answer]);
        session.Evaluate().Should().BeEmpty("it was said after all");
        session.Retract([answer]);
        session.Evaluate().Should().ContainSingle("it was taken back");
    }

    [Fact]
    public void What_stands_does_not_fire_again_and_a_fact_may_come_back()
    {
        using var session = Open(Of(Any));
        var fact = new Mention();
        session.Insert([fact]);
        session.Evaluate().Should().Equal(session.Evaluate());
        session.Insert([new Mark()]);
        session.Evaluate().Should().Equal(new Standing(0, fact));
        session.Retract([fact]);
        session.Insert([fact]);
        session.Evaluate().Should().Equal(new Standing(0, fact));
    }

    [Fact]
    public void The_standing_set_that_was_given_out_does_not_change()
    {
        using var session = Open(Of(Any));
        session.Insert([new Mention()]);
        var before = session.Evaluate();
        session.Insert([new Mention()]);

        before.Should().HaveCount(1);
        session.Evaluate().Should().HaveCount(2);
    }

    [Fact]
    public void Several_matches_of_one_anchor_are_one_and_stand_until_the_last_is_gone()
    {
        using var session = Open(Of(Any with { Where = [Is(FactField.Concept, 1)] }, Any with { Where = [Is(FactField.Concept, 2), SameTurn] }));
        var (anchor, one, two) = (new Mention { Concept = 1 }, new Mention { Concept = 2 }, new Mention { Concept = 2 });

        session.Insert([anchor, one, two]);
        session.Evaluate().Should().Equal(new Standing(0, anchor));
        session.Retract([one]);
        session.Evaluate().Should().Equal(new Standing(0, anchor));
        session.Retract([two]);
        session.Evaluate().Should().BeEmpty();
    }

    [Theory]
    [InlineData(ClauseKind.Exists, 0, 1)]
    [InlineData(ClauseKind.Count, 0, 0)]
    [InlineData(ClauseKind.Count, 1, 1)]
    [InlineData(ClauseKind.Count, 2, 2)]
    [InlineData(ClauseKind.Count, 3, 3)]
    [InlineData(ClauseKind.NotExists, 0, -1)]
    public void A_clause_counts_as_facts_come_and_go(ClauseKind kind, int atLeast, int needed)
    {
        using var session = Open(Of(new Clause(ClauseKind.Match, FactKind.Utterance, []), new Clause(kind, FactKind.Mention, [SameTurn], atLeast), new Clause(kind, FactKind.Mention, [SameTurn], atLeast)));
        session.Insert([new Utterance()]);
        var said = new Stack<Mention>();
        foreach (var change in (int[])[0, 1, 2, -1, 2, 1, -3, 1, -1, -2, 3, -3])
        {
            if (change > 0) session.Insert([.. Enumerable.Range(0, change).Select(_ => Pushed())]);
            if (change < 0) session.Retract([.. Enumerable.Range(0, -change).Select(_ => said.Pop())]);
            (session.Evaluate().Count == 1).Should().Be(needed < 0 ? said.Count == 0 : said.Count >= needed);
        }

        Mention Pushed()
        {
            said.Push(new Mention());
            return said.Peek();
        }
    }

    /// <summary>Two equal collections in one rule, on their own input: NRules 1.0.4 kept a match whose facts were gone.</summary>
    [Fact]
    public void A_count_may_stand_twice()
    {
        Clause twice = new(ClauseKind.Count, FactKind.Mention, [], 2);
        using var session = Open(Of(new Clause(ClauseKind.Match, FactKind.Utterance, []), twice, twice));
        var gone = new Mention();
        session.Insert([new Utterance(), new Mention(), gone]);
        session.Evaluate().Should().ContainSingle();
        session.Retract([gone]);

        session.Evaluate().Should().BeEmpty();
    }

    [Fact]
    public void Facts_are_sealed_compared_by_identity_and_never_change()
    {
        foreach (var type in typeof(Fact).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Fact))))
        {
            type.IsSealed.Should().BeTrue("a pattern matches subclasses");
            type.GetMethod(nameof(Equals), [typeof(object)])!.DeclaringType.Should().Be<object>();
            type.GetProperties().Where(p => p.SetMethod is not null).Should().OnlyContain(p => p.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Length > 0, "init only");
        }

        foreach (var kind in Enum.GetValues<FactKind>())
            typeof(Fact).Assembly.GetType($"{typeof(Fact).Namespace}.{kind}").Should().NotBeNull("each kind is the class of its name").And.BeDerivedFrom<Fact>();
    }

    [Fact]
    public void A_field_is_read_as_the_fact_gives_it()
    {
        var random = new Random(4);
        foreach (var type in typeof(Fact).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Fact))))
        {
            var fact = (Fact)Activator.CreateInstance(type)!;
            foreach (var property in type.GetProperties().Where(p => p.SetMethod is not null))
            {
                if (property.PropertyType == typeof(int)) property.SetValue(fact, random.Next(1, 1000));
                else if (property.PropertyType.IsEnum) property.SetValue(fact, Enum.GetValues(property.PropertyType).GetValue(1));
                else if (property.PropertyType == typeof(TextSpan)) property.SetValue(fact, new TextSpan(3, 8));
            }

            var parameter = Expression.Parameter(type, "fact");
            foreach (var field in Enum.GetValues<FactField>())
                Expression.Lambda(Conditions.Field(parameter, field), parameter).Compile().DynamicInvoke(fact).Should().Be(fact.Get(field), "{0}.{1}", type.Name, field);
        }
    }

    [Fact]
    public void The_order_of_conditions_does_not_matter()
    {
        Condition[] conditions = [SameTurn, Is(FactField.Concept, 2), new(FactField.Round, Comparison.AtMost, Operand.Of(0, FactField.Round, 1)), new(FactField.Traits, Comparison.HasNone, Operand.Of(3))];
        var random = new Random(5);
        var facts = Enumerable.Range(0, 40).Select(_ => new Mention { Concept = random.Next(3), Turn = random.Next(3), Round = random.Next(3), Traits = (MentionTraits)random.Next(8) }).ToArray();
        var expected = Standing(conditions);
        expected.Should().NotBeEmpty();
        for (var i = 0; i < 10; i++)
        {
            random.Shuffle(conditions);
            Standing(conditions).Should().BeEquivalentTo(expected);
        }

        List<Standing> Standing(Condition[] order)
        {
            using var session = Open(Of(Any with { Where = [Is(FactField.Concept, 1)] }, new Clause(ClauseKind.Exists, FactKind.Mention, [.. order])));
            session.Insert(facts);
            return [.. session.Evaluate()];
        }
    }

    [Fact]
    public void Equal_tests_of_different_rules_are_one_node_and_others_are_not()
    {
        Schema(With(In(1, 2)), With(In(1, 2)), With(Is(FactField.Round, 4)), With(Is(FactField.Round, 4))).Should().HaveCount(3, "the set, the block of its concepts, and the round");
        Schema(With(In(1, 2)), With(In(1, 3)), With(In(1)), With(Is(FactField.Round, 4)), With(Is(FactField.Turn, 4)), With(Is(FactField.Start, 4)), With(Is(FactField.End, 4)), With(Is(FactField.Opens, 4)), With(Is(FactField.Closes, 4)))
            .Should().HaveCount(10, "all nine, and one block");

        static Production With(Condition condition) => Of(Any with { Where = [condition] });

        static List<ReteNode> Schema(params Production[] productions)
        {
            List<ReteNode> nodes = [];
            new NRulesEngine(f => nodes = [.. f.GetSchema().Nodes.Where(n => n.NodeType == NodeType.Selection)]).Compile([.. productions]);
            return nodes;
        }
    }

    [Theory]
    [InlineData("0,31", true)]
    [InlineData("32", true)]
    [InlineData("31,32", false)]
    [InlineData("", false)]
    public void Concepts_of_one_block_have_a_test_of_their_block(string concepts, bool have)
    {
        var own = Expression.Parameter(typeof(Mention), "own");
        int[] set = [.. concepts.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];

        var block = Conditions.BlockOf(In(set), own);

        (block is not null).Should().Be(have);
        if (block is null) return;
        var test = (Func<Mention, bool>)block.Compile();
        set.Should().OnlyContain(c => test(new Mention { Concept = c }));
        test(new Mention { Concept = 64 }).Should().BeFalse();
        Conditions.BlockOf(In(set) with { Field = FactField.Turn }, own).Should().BeNull();
    }

    [Fact]
    public void The_service_pack_needs_no_other_nodes_than_those_that_can_be_compared()
    {
        var seen = new NodeTypes();
        var own = Expression.Parameter(typeof(Mention), "own");
        foreach (var condition in Service.Productions.SelectMany(p => p.Clauses).SelectMany(c => c.Where))
        {
            seen.Visit(Conditions.LambdaOf(condition, own, [.. Enumerable.Repeat(Expression.Parameter(typeof(Mention), "other"), Production.MostVariables)]));
            seen.Visit(Conditions.BlockOf(condition, own));
        }

        seen.Types.Should().BeSubsetOf(
        [
            ExpressionType.Lambda, ExpressionType.Parameter, ExpressionType.MemberAccess, ExpressionType.Convert, ExpressionType.Constant, ExpressionType.Call, ExpressionType.And, ExpressionType.RightShift,
            ExpressionType.Equal, ExpressionType.NotEqual, ExpressionType.LessThan, ExpressionType.LessThanOrEqual, ExpressionType.GreaterThan, ExpressionType.GreaterThanOrEqual,
        ]);
    }

    [Fact]
    public void Every_production_is_compiled()
    {
        var names = new List<string>();
        new NRulesEngine(f => names.AddRange(f.GetSchema().Nodes.Where(n => n.NodeType == NodeType.Rule).SelectMany(n => n.Rules).Select(r => r.Name))).Compile(Service.Productions);

        names.Should().HaveCount(Service.Productions.Length).And.OnlyHaveUniqueItems().And.Contain(["never.pass-the-buck", "answer.thanks/applies"]);
    }

    [Fact]
    public void Rules_carry_what_the_pack_says_of_them()
    {
        var rule = new Rule { Id = "answer.thanks", Kind = "must-answer", Title = "回应致谢", Severity = Severity.Warning, Sources = ["H-1"], Tags = ["manner"] };
        Production production = Of(Any) with { Origin = rule };
        List<IRuleDefinition> rules = [];
        new NRulesEngine(f => rules = [.. f.GetSchema().Nodes.Where(n => n.NodeType == NodeType.Rule).SelectMany(n => n.Rules)])
            .Compile([production, production with { Meaning = Meaning.Applies }, production with { Reason = "welcome", Sources = ["H-2"] }, production with { Reason = "welcome" }, Of(Any)]);

        rules.Select(r => r.Name).Should().BeEquivalentTo("answer.thanks", "answer.thanks/applies", "answer.thanks/welcome", "answer.thanks/welcome#2", "production#4");
        rules.Select(r => r.Priority).Should().BeEquivalentTo([1, 1, 1, 1, 0]);
        var named = rules.Single(r => r.Name == "answer.thanks/welcome");
        named.Description.Should().Be("回应致谢");
        named.Tags.Should().Equal("manner");
        named.Properties["Rule"].Should().Be("answer.thanks");
        named.Properties["Sources"].Should().BeEquivalentTo(new[] { "H-2" });
    }

    [Fact]
    public void A_condition_that_throws_ends_the_session_and_names_its_rule()
    {
        var program = new NRulesProgram(_engine.FactoryOf([Failing()]));
        using var session = program.Open();
        session.Insert([new Mention()]);

        session.Invoking(s => s.Insert([new Mention(), new Mention { Turn = 7 }, new Mention()])).Should().Throw<RuleEngineException>()
            .WithMessage("*nrules*failing*").Which.Rules.Should().Equal("failing");
        session.Invoking(s => s.Evaluate()).Should().Throw<RuleEngineException>();
        session.Invoking(s => s.Insert([new Mention()])).Should().Throw<RuleEngineException>();
        session.Invoking(s => s.Retract([])).Should().Throw<RuleEngineException>();

        using var other = program.Open();
        other.Insert([new Mention()]);
        other.Evaluate().Should().BeEmpty("the failure of another session is not its own");
    }

    [Fact]
    public void A_failure_that_a_listener_calls_handled_is_a_failure()
    {
        var factory = _engine.FactoryOf([Failing()]);
        factory.Events.LhsExpressionFailedEvent += (_, e) => e.IsHandled = true;
        using var session = new NRulesProgram(factory).Open();

        session.Invoking(s => s.Insert([new Mention { Turn = 7 }])).Should().Throw<RuleEngineException>();
    }

    [Fact]
    public void A_listener_that_throws_ends_the_session()
    {
        var engine = new NRulesEngine(f => f.Events.RuleFiredEvent += (_, _) => throw new InvalidOperationException("full disk"));
        using var session = engine.Compile([Of(Any)]).Open();

        session.Invoking(s => s.Insert([new Mention()])).Should().Throw<RuleEngineException>().WithInnerException<InvalidOperationException>().WithMessage("full disk");
        session.Invoking(s => s.Evaluate()).Should().Throw<RuleEngineException>();
    }

    [Fact]
    public void A_check_that_fails_is_no_clean_report()
    {
        var checker = Checker.Load(new CheckerOptions { Engine = new NRulesEngine(f => f.Events.FactInsertedEvent += (_, _) => throw new InvalidOperationException()) });

        checker.Invoking(c => c.CheckDraft("您好")).Should().Throw<RuleEngineException>();
    }

    [Fact]
    public void Matches_that_come_and_go_leave_nothing_on_the_agenda()
    {
        ISession? inner = null;
        var engine = new NRulesEngine(f => f.Events.FactInsertedEvent += (sender, _) => inner = (ISession)sender!);
        using var session = engine.Compile([Of(Any), Of(Any, new Clause(ClauseKind.NotExists, FactKind.Mark, []))]).Open();
        for (var i = 0; i < 200; i++)
        {
            var fact = new Mention();
            session.Insert([fact]);
            inner!.Agenda.IsEmpty.Should().BeTrue();
            session.Retract([fact]);
            inner.Agenda.IsEmpty.Should().BeTrue();
        }

        session.Evaluate().Should().BeEmpty();
    }

    [Fact]
    public void Eight_threads_compile_and_check_as_one_does()
    {
        var pack = Service;
        var engine = new NRulesEngine();
        var texts = pack.Rules.SelectMany(r => r.Examples).Select(e => e.Conversation).Take(60).ToArray();
        var expected = Verdicts(Checker.Of(pack, new CheckerOptions { Engine = engine, Suggest = false }));
        var results = new string[8];

        var threads = Enumerable.Range(0, 8).Select(i => new Thread(() => results[i] = Verdicts(Checker.Of(pack, new CheckerOptions { Engine = i % 2 == 0 ? engine : _engine, Suggest = false })))).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());

        results.Should().OnlyContain(r => r == expected);

        string Verdicts(Checker checker) => string.Join('\n', texts.Select(t => Reports.CheckReportJson.ToJson(checker.Check(t))));
    }

    [Fact]
    public void A_program_is_shared_by_threads()
    {
        var program = _engine.Compile(Service.Productions);
        var counts = new int[8][];
        var threads = Enumerable.Range(0, 8).Select(i => new Thread(() => counts[i] = Count())).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());

        counts.Should().OnlyContain(c => c.SequenceEqual(counts[0]));
        counts[0].Sum().Should().BeGreaterThan(100);

        int[] Count()
        {
            var random = new Random(9);
            return [.. Enumerable.Range(0, 100).Select(_ =>
            {
                using var session = program.Open();
                session.Insert([new Mark { AgentRun = int.MaxValue, Round = int.MaxValue }, .. Enumerable.Range(0, 30).Select(_ => new Mention { Concept = random.Next(200), Turn = random.Next(9), Round = random.Next(5), AgentRun = random.Next(5), Speaker = (SpeakerRole)random.Next(2) })]);
                return session.Evaluate().Count;
            })];
        }
    }

    private static RulePack Service { get; } = RulePack.Load(new Rules.Yaml.FolderPackSource(Repository.Path("rules", "service")));

    private static Production Of(params Clause[] clauses) => new() { Rule = 0, Clauses = [.. clauses] };

    private static Condition Is(FactField field, int value) => new(field, Comparison.Equal, Operand.Of(value));

    private static Condition In(params int[] concepts) => new(FactField.Concept, Comparison.In, default) { Set = [.. concepts] };

    private IFactSession Open(params Production[] productions) => _engine.Compile([.. productions]).Open();

    // 5 / (turn - 7) == 1: no condition of ours can throw, so one is built by hand.
    private static IRuleDefinition Failing()
    {
        var rule = new RuleBuilder();
        rule.Name("failing");
        var mention = Expression.Parameter(typeof(Mention), "mention");
        rule.LeftHandSide().Pattern(mention.Type, mention.Name!).Condition(Expression.Lambda(
            Expression.Equal(Expression.Divide(Expression.Constant(5), Expression.Subtract(Expression.Property(mention, nameof(Fact.Turn)), Expression.Constant(7))), Expression.Constant(1)), mention));
        rule.RightHandSide().Action(Expression.Lambda(Expression.Empty(), Expression.Parameter(typeof(IContext), "context")));
        return rule.Build();
    }

    private sealed class NodeTypes : ExpressionVisitor
    {
        internal HashSet<ExpressionType> Types { get; } = [];

        public override Expression? Visit(Expression? node)
        {
            if (node is not null) Types.Add(node.NodeType);
            return base.Visit(node);
        }
    }
}
