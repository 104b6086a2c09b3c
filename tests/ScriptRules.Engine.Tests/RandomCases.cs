using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using ScriptRules.Rules;
using ScriptRules.Text;
using ScriptRules.Text.Entities;
using ScriptRules.Text.Facts;

namespace ScriptRules.Engine.Tests;

/// <summary>Small productions and facts whose numbers often meet.</summary>
internal static class RandomCases
{
    private static readonly FactField[] Fields = Enum.GetValues<FactField>();
    private static readonly FactKind[] Kinds = Enum.GetValues<FactKind>();
    private static readonly Comparison[] Comparisons = Enum.GetValues<Comparison>();

    internal static void ForAll(int cases, Action<Random> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(cases / EngineUnderTest.OneIn), Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => property(new Random(seed))));

    internal static ImmutableArray<Production> Productions(Random random, int most) =>
        [.. Enumerable.Range(0, random.Next(1, most + 1)).Select(i => Production(random) with { Rule = i })];

    internal static List<Fact> Facts(Random random, int most) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => Fact(random))];

    private static Production Production(Random random)
    {
        var clauses = new List<Clause> { Clause(random, ClauseKind.Match, 0) };
        var bound = 1;
        for (var n = random.Next(4); n > 0; n--)
        {
            var kind = bound < 3 ? (ClauseKind)random.Next(4) : (ClauseKind)random.Next(1, 4);
            clauses.Add(Clause(random, kind, bound));
            if (kind == ClauseKind.Match) bound++;
        }

        return new Production { Rule = 0, Clauses = [.. clauses] };
    }

    private static Clause Clause(Random random, ClauseKind kind, int bound)
    {
        var conditions = Enumerable.Range(0, random.Next(3)).Select(_ => Condition(random, bound)).ToList();
        if (random.Next(2) == 0) conditions.Insert(0, Concept(random));
        return new Clause(kind, random.Next(3) > 0 ? FactKind.Mention : Kinds[random.Next(Kinds.Length)], [.. conditions], random.Next(4));
    }

    private static Condition Concept(Random random) =>
        new(FactField.Concept, Comparison.In, default) { Set = [.. Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(4)).Order()] };

    private static Condition Condition(Random random, int bound)
    {
        var comparison = Comparisons[random.Next(Comparisons.Length)];
        var field = Fields[random.Next(Fields.Length)];
        var value = bound == 0 || random.Next(2) == 0
            ? Operand.Of(random.Next(-1, 4))
            : Operand.Of(random.Next(bound), random.Next(2) == 0 ? field : Fields[random.Next(Fields.Length)], random.Next(-2, 3));
        return new Condition(field, comparison, value) { Set = [.. Enumerable.Range(0, random.Next(3)).Select(_ => random.Next(4)).Order()] };
    }

    private static Fact Fact(Random random)
    {
        var (turn, run, round) = (random.Next(4), random.Next(3), random.Next(3));
        var start = random.Next(4);
        var (span, speaker) = (new TextSpan(start, start + random.Next(3)), (SpeakerRole)random.Next(3));
        // Numbers that only some facts carry; a time can be unknown, and a mark at its bounds.
        var (before, upTo) = (Progress(random), random.Next(4) == 0 ? Text.Facts.Progress.Complete : Progress(random));
        var (position, ordinal, percent, source) = (random.Next(4), random.Next(4), random.Next(4), (TimeSource)random.Next(4));
        var from = random.Next(-1, 4);
        var (to, time) = (from < 0 ? -1 : from + random.Next(3), random.Next(4) == 0 ? int.MaxValue : random.Next(-1, 3));
        return random.Next(16) switch
        {
            0 => new Utterance
            {
                Turn = turn, Span = span, Speaker = speaker, AgentRun = run, Round = round, Opens = random.Next(2), Closes = random.Next(2), AnswerDelay = random.Next(-1, 3),
                Before = before, UpTo = upTo, Position = position, PositionEnd = position + 1, Ordinal = ordinal, OrdinalOfAll = ordinal + 1, Percent = percent,
                StartsAt = from, EndsAt = to, TimesFrom = source, Length = random.Next(4), Rate = random.Next(-1, 3),
            },
            1 => new PartyName { Turn = turn, Span = span, Speaker = speaker, AgentRun = run, Round = round, Surname = "张" },
            2 => new NameUse { Turn = turn, Span = span, Speaker = speaker, AgentRun = run, Round = round, Form = (NameForm)random.Next(3), Position = position, StartsAt = from, EndsAt = to, TimesFrom = source },
            3 => new Clock { Turn = turn, Window = random.Next(3), Festivals = random.Next(4) },
            4 => new Mark
            {
                Turn = turn, AgentRun = random.Next(4) == 0 ? int.MaxValue : run, Round = random.Next(4) == 0 ? int.MaxValue : round,
                UpTo = upTo, StartsAt = time, EndsAt = random.Next(4) == 0 ? int.MaxValue : to, Position = position,
            },
            5 => new Silence
            {
                Turn = turn, Span = span, Speaker = speaker, AgentRun = run, Round = round, Position = position, StartsAt = from, EndsAt = to, TimesFrom = source,
                Amount = random.Next(4), Next = random.Next(4) == 0 ? Silence.End : random.Next(4), Due = random.Next(-1, 3),
            },
            6 => new Overlap
            {
                Turn = turn, Span = span, Speaker = speaker, AgentRun = run, Round = round, Position = position, StartsAt = from, EndsAt = to, TimesFrom = source,
                Amount = random.Next(4), Interrupted = random.Next(4), Floor = random.Next(4),
            },
            7 => new Measured { Turn = turn, Span = span, Speaker = speaker, AgentRun = run, Round = round, Position = position, StartsAt = from, EndsAt = to, TimesFrom = source, Measure = random.Next(3), Amount = random.Next(4) },
            8 => new Ending { Turn = turn, UpTo = upTo, EndsAt = time },
            9 => new Metadata { Test = random.Next(2), Holds = random.Next(-1, 2) },
            10 => new Entity { Turn = turn, Span = span, Speaker = speaker, AgentRun = run, Round = round, What = (EntityKind)random.Next(3), Value = random.Next(3) },
            11 => new Promise { Turn = turn, Span = span, Speaker = speaker, AgentRun = run, Round = round, Concept = random.Next(4), NamesTime = random.Next(2), Minutes = random.Next(-1, 3), Sentence = span },
            _ => new Mention
            {
                Turn = turn, Span = span, Speaker = speaker, AgentRun = run, Round = round, Concept = random.Next(4), Traits = (MentionTraits)random.Next(4),
                Before = before, UpTo = upTo, Position = position, PositionEnd = position + 1, Ordinal = ordinal, OrdinalOfAll = ordinal + 1, Percent = percent,
                StartsAt = from, EndsAt = to, TimesFrom = source, IsRepeated = random.Next(2),
            },
        };
    }

    private static Progress Progress(Random random) =>
        new(random.Next(4), random.Next(3), random.Next(3), random.Next(5), random.Next(3), random.Next(3));
}
