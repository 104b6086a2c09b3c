using System.Collections.Immutable;
using ScriptRules.Rules.Yaml;
using ScriptRules.Text;
using ScriptRules.Text.Facts;
using static ScriptRules.Rules.Kinds.Clauses;

namespace ScriptRules.Rules.Kinds;

/// <summary>Makes productions of the steps of a <see cref="Sequence"/>.</summary>
/// <remarks>
/// Each step is compared with the nearest step before it that was done, and with the beginning, so that no production binds them all.
/// A step of which only an earlier saying is there is misplaced; one that is nowhere is missing.
/// </remarks>
internal sealed class SequenceCompiler(Rule rule, CompileContext context, ImmutableArray<Sign> off)
{
    // Recognisers cut one breath into several turns: a shorter gap is no pause that somebody made.
    private const int Breath = 1000;

    internal IEnumerable<Production> Compile(Frame frame, ImmutableArray<SequenceStep> steps)
    {
        var signs = steps.Select(s => StepSigns.Of(s, context)).ToImmutableArray();
        if (frame.Outer is null)
            foreach (var production in Occasions(frame, steps[0], signs[0])) yield return production;
        for (var i = 0; i < steps.Length; i++)
        {
            if (steps[i].IsEnd)
            {
                foreach (var production in AtEnd(frame, steps, signs, i)) yield return production;
                continue;
            }

            foreach (var production in Absent(frame, steps, signs, i)) yield return production;
            foreach (var production in Pauses(frame, steps, signs, i).Concat(Late(frame, steps, signs, i)).Concat(TooOften(frame, steps[i], signs[i]))) yield return production;
            foreach (var way in steps[i].Ways.Where(w => w.Length > 1))
                foreach (var production in Compile(new Frame(StepSigns.Of(way[0], context), false, frame), way[1..])) yield return production;
        }
    }

    private IEnumerable<Production> Occasions(Frame frame, SequenceStep first, ImmutableArray<Sign> signs)
    {
        foreach (var begun in frame.Signs)
            foreach (var (clauses, _) in frame.First(begun, 0))
                foreach (var due in Due(first, isBeginning: true))
                    yield return Applies([begun.Match(), .. clauses, .. off.Select(o => o.NotExists(LaterTurn(0))), .. due]);

        if (frame.IsStep) yield break;
        foreach (var sign in signs)
            foreach (var (_, clauses, _) in frame.Before(sign, 0, 1))
                yield return Applies([sign.Match(), .. clauses, .. off.Select(o => o.NotExists(LaterTurn(1), EarlierTurn(0)))]);

        Production Applies(ImmutableArray<Clause> clauses) => new() { Rule = context.Rule, Meaning = Meaning.Applies, Clauses = clauses };
    }

    /// <summary>The step is not done after the nearest one before it that was.</summary>
    private IEnumerable<Production> Absent(Frame frame, ImmutableArray<SequenceStep> steps, ImmutableArray<ImmutableArray<Sign>> signs, int i)
    {
        var step = steps[i];
        for (var j = i - 1; j >= -1; j--)
        {
            if (j >= 0 && (steps[j].IsOptional || steps[j].IsEnd)) continue;
            if (j < 0 && frame.IsStep)
            {
                // The beginning is one of the other steps. A later one skips this, whatever calls off what is still to be done.
                for (var k = 0; k < steps.Length && !step.IsOptional; k++)
                {
                    foreach (var begun in k == i ? [] : signs[k])
                        foreach (var (clauses, _) in frame.First(begun, 0))
                            foreach (var closed in Closed(step, 0))
                                yield return Missing(step, begun, [begun.Match(), .. clauses, .. Between(begun, 0, j), .. None(begun, 0), .. k > i ? [] : Off(0), .. closed]);
                }

                continue;
            }

            if (j < 0)
            {
                foreach (var begun in frame.Signs)
                    foreach (var (clauses, next) in frame.First(begun, 0))
                        foreach (var due in Due(steps[0], frame.Outer is null))
                            foreach (var few in TooFew(step, signs[i], begun, 0, next))
                                foreach (var closed in Closing(begun, next))
                                    if (!step.IsOptional) yield return Missing(step, begun, [begun.Match(), .. clauses, .. due, .. Between(begun, 0, j), .. few, .. closed]);
                continue;
            }

            foreach (var done in signs[j])
            {
                foreach (var (begun, clauses, next) in frame.Before(done, 0, 1))
                {
                    Clause[] first = [done.Match(), .. clauses, .. signs[j].Select(s => s.NotExists(frame.Since(s, begun, 1), Earlier(0)))];
                    var isShared = signs[i].Any(s => frame.Signs.Any(f => !frame.IsStep && f.Shares(s)) || signs.Take(i).Any(others => others.Any(o => o.Shares(s))));
                    foreach (var few in TooFew(step, signs[i], done, 0, next))
                    {
                        ImmutableArray<Clause> absent = [.. first, .. Between(begun, 1, j), .. few];
                        foreach (var closed in step.IsOptional ? [] : Closing(done, next))
                            yield return Missing(step, done, [.. absent, .. closed, .. signs[i].Where(_ => !isShared).Select(s => s.NotExists(frame.Since(s, begun, 1), Earlier(0)))]);
                        foreach (var sign in isShared ? [] : signs[i])
                            foreach (var closed in Closed(step, 0))
                                yield return Violation("misplaced", step, [.. absent, .. closed, sign.Exists(frame.Since(sign, begun, 1), Earlier(0))]);
                    }
                }
            }
        }

        // Nothing calls the step off, at all or until a later step is done, which skips it.
        IEnumerable<ImmutableArray<Clause>> Closing(Sign done, int next)
        {
            foreach (var closed in Closed(step, 0))
            {
                yield return [.. Off(0), .. closed];
                if (off.IsEmpty || step.Least > 1) continue;
                foreach (var later in Enumerable.Range(i + 1, steps.Length - i - 1).SelectMany(k => signs[k]))
                    yield return [later.Match(later.After(done, 0)), .. off.Select(o => o.NotExists(LaterTurn(0), EarlierTurn(next))), .. closed];
            }
        }

        // The steps between are not done at all: with one of them done, it would be the nearest.
        IEnumerable<Clause> Between(Sign begun, int beginning, int j) =>
            Enumerable.Range(j + 1, i - j - 1).Where(k => !steps[k].IsOptional && !steps[k].IsEnd).SelectMany(k => signs[k]).Select(s => s.NotExists(frame.Since(s, begun, beginning)));

        IEnumerable<Clause> None(Sign begun, int beginning) => signs[i].Select(s => s.NotExists(frame.Since(s, begun, beginning)));
    }

    /// <summary>The step is said in fewer turns than it must be, after a bound fact; each way is one to fall short.</summary>
    private static IEnumerable<ImmutableArray<Clause>> TooFew(SequenceStep step, ImmutableArray<Sign> signs, Sign before, int variable, int next)
    {
        yield return [.. signs.Select(s => s.NotExists(s.After(before, variable)))];
        for (var said = 1; said < step.Least; said++)
        {
            var sign = signs[0];
            var clauses = ImmutableArray.CreateBuilder<Clause>();
            for (var k = 0; k < said; k++)
            {
                var since = k == 0 ? sign.After(before, variable) : LaterTurn(next + k - 1);
                clauses.Add(sign.Match(Is(FactField.IsRepeated, 0), since));
                clauses.Add(sign.NotExists(since, EarlierTurn(next + k)));
            }

            clauses.Add(sign.NotExists(LaterTurn(next + said - 1)));
            yield return clauses.ToImmutable();
        }
    }

    /// <summary>Nobody was silent for long enough, or somebody was for too long, before the step.</summary>
    private IEnumerable<Production> Pauses(Frame frame, ImmutableArray<SequenceStep> steps, ImmutableArray<ImmutableArray<Sign>> signs, int i)
    {
        var (least, most) = (Milliseconds(steps[i].Pause), steps[i].LongestPause is { } longest ? Milliseconds(longest) : -1);
        if (least == 0 && most < 0) yield break;
        foreach (var (said, before, clauses, variable) in Steps(frame, steps, signs, i))
        {
            var gap = Is(FactField.Other, 0) with { Value = Operand.Of(0, FactField.Turn) };
            if (least > 0)
            {
                yield return Timed("hurried", [said.Match(), .. clauses, Exists(FactKind.Silence, gap, Is(FactField.Amount, Comparison.AtLeast, Breath), Is(FactField.Amount, Comparison.Less, least))], ShownAt.TurnStart);
                yield return Timed("hurried",
                    [
                        said.Match(Is(FactField.StartsAt, Comparison.AtLeast, 0)), .. clauses,
                        before.Exists(new Condition(FactField.Turn, Comparison.Equal, Operand.Of(0, FactField.Turn)), Earlier(0), Is(FactField.EndsAt, Comparison.AtLeast, 0),
                            new Condition(FactField.EndsAt, Comparison.More, Operand.Of(0, FactField.StartsAt, -least)),
                            new Condition(FactField.Position, Comparison.Equal, Operand.Of(variable, FactField.Position))),
                    ], ShownAt.Anchor);
            }

            if (most >= 0) yield return Timed("slow", [said.Match(), .. clauses, Exists(FactKind.Silence, gap, Is(FactField.Amount, Comparison.More, most))], ShownAt.TurnStart);
        }

        Production Timed(string reason, ImmutableArray<Clause> clauses, ShownAt shownAt) => Violation(reason, steps[i], clauses) with { Needs = Needs.TurnTimes, ShownAt = shownAt };
    }

    /// <summary>The step comes more turns, or a longer time, after the one before it than it may.</summary>
    private IEnumerable<Production> Late(Frame frame, ImmutableArray<SequenceStep> steps, ImmutableArray<ImmutableArray<Sign>> signs, int i)
    {
        var step = steps[i];
        if (step.WithinTurns == 0 && step.WithinTime is null) yield break;
        foreach (var (said, before, clauses, variable) in Steps(frame, steps, signs, i))
        {
            var same = new Condition(FactField.Position, Comparison.Equal, Operand.Of(variable, FactField.Position));
            if (step.WithinTurns > 0)
                yield return Violation("late", step, [said.Match(), .. clauses, before.Exists(same, new Condition(FactField.AgentRun, Comparison.Less, Operand.Of(0, FactField.AgentRun, -step.WithinTurns)))]);
            if (step.WithinTime is not { } time) continue;
            var timed = said.Match(Is(FactField.StartsAt, Comparison.AtLeast, 0));
            // The beginning of the contact is when its times begin.
            if (before == Sign.Contact)
                yield return Violation("late", step, [said.Match(Is(FactField.StartsAt, Comparison.More, Milliseconds(time))), .. clauses]) with { Needs = Needs.TurnTimes };
            else
                yield return Violation("late", step, [timed, .. clauses, before.Exists(same, Is(FactField.EndsAt, Comparison.AtLeast, 0), new Condition(FactField.EndsAt, Comparison.Less, Operand.Of(0, FactField.StartsAt, -Milliseconds(time))))]) with { Needs = Needs.TurnTimes };
        }
    }

    private IEnumerable<Production> TooOften(Frame frame, SequenceStep step, ImmutableArray<Sign> signs)
    {
        if (step.Most == 0) yield break;
        var sign = signs[0];
        foreach (var (begun, clauses, _) in frame.Before(sign, 0, 1))
        {
            var earlier = new Clause(ClauseKind.Count, sign.Fact, [.. sign.Where, Is(FactField.IsRepeated, 0), frame.Since(sign, begun, 1), EarlierTurn(0)], step.Most);
            yield return Violation("repeated", step, [sign.Match(Is(FactField.IsRepeated, 0)), .. clauses, .. off.Select(o => o.NotExists(LaterTurn(1), EarlierTurn(0))), earlier]);
        }
    }

    /// <summary>The contact ends too soon, or too late, after the last step.</summary>
    private IEnumerable<Production> AtEnd(Frame frame, ImmutableArray<SequenceStep> steps, ImmutableArray<ImmutableArray<Sign>> signs, int i)
    {
        var (least, most) = (Milliseconds(steps[i].Pause), steps[i].LongestPause is { } longest ? Milliseconds(longest) : -1);
        var before = i > 0 ? signs[i - 1] : frame.Signs;
        foreach (var last in before)
        {
            foreach (var clauses in i > 0 ? frame.Before(last, 0, 1).Select(b => b.Clauses) : frame.First(last, 0).Select(b => b.Clauses))
            {
                ImmutableArray<Clause> done = [last.Match(), .. clauses, .. before.Where(_ => i > 0).Select(s => s.NotExists(Later(0))), .. Off(0)];
                var end = Is(FactField.Other, Silence.End);
                if (least > 0) yield return Timed("hurried", [.. done, Exists(FactKind.Silence, end, Is(FactField.Amount, Comparison.Less, least))]);
                if (most >= 0) yield return Timed("slow", [.. done, Exists(FactKind.Silence, end, Is(FactField.Amount, Comparison.More, most))]);
            }
        }

        Production Timed(string reason, ImmutableArray<Clause> clauses) =>
            Violation(reason, steps[i], clauses) with { Needs = Needs.TurnTimes | Needs.EndTime, ShownAt = ShownAt.TurnEnd };
    }

    /// <summary>The first time that step <paramref name="i"/> is done after the step before it, which is bound to the variable given.</summary>
    private IEnumerable<(Sign Said, Sign Before, ImmutableArray<Clause> Clauses, int Variable)> Steps(Frame frame, ImmutableArray<SequenceStep> steps, ImmutableArray<ImmutableArray<Sign>> signs, int i)
    {
        foreach (var said in signs[i])
        {
            foreach (var (begun, clauses, next) in frame.Before(said, 0, 1))
            {
                // A step that is repeated follows itself too, and an optional step may be left out.
                var isFirst = true;
                for (var j = steps[i].Least > 1 || steps[i].Most > 1 ? i : i - 1; j >= 0; j--)
                {
                    foreach (var before in signs[j])
                        yield return (said, before, [.. clauses, before.Match(frame.Since(before, begun, 1), before.Before(said, 0)), .. FirstAfter(before, signs[j], next)], next);
                    isFirst = j == i || steps[j].IsOptional;
                    if (!isFirst) break;
                }

                if (isFirst && !frame.IsStep) yield return (said, begun, [.. clauses, .. FirstAfter(begun, [], 1)], 1);

                IEnumerable<Clause> FirstAfter(Sign before, ImmutableArray<Sign> same, int variable) =>
                [
                    .. same.Select(s => s.NotExists(Later(variable), s.Before(said, 0))),
                    .. signs[i].Select(s => s.NotExists(s.After(before, variable), EarlierTurn(0))),
                    .. off.Select(o => o.NotExists(LaterTurn(variable), EarlierTurn(0))),
                ];
            }
        }
    }

    /// <summary>Where the first step waits for a pause, a sequence is under way only when that came about, or when the agent said more.</summary>
    private static IEnumerable<ImmutableArray<Clause>> Due(SequenceStep first, bool isBeginning)
    {
        if (!isBeginning || first.Pause == TimeSpan.Zero) return [[]];
        return
        [
            [Exists(FactKind.Silence, ToAnchor(FactField.Turn, Comparison.AtLeast), Is(FactField.Amount, Comparison.AtLeast, Milliseconds(first.Pause)))],
            [Exists(FactKind.Utterance, By(SpeakerRole.Agent), LaterTurn(0), Is(FactField.Length, Comparison.AtLeast, 1))],
        ];
    }

    /// <summary>Nothing more can be done: the contact is over, or the turns that the step had have passed.</summary>
    private static IEnumerable<ImmutableArray<Clause>> Closed(SequenceStep step, int variable)
    {
        yield return [Exists(FactKind.Utterance, By(SpeakerRole.Agent), Is(FactField.Closes, 1)), IsOver()];
        if (step.WithinTurns == 0) yield break;
        var run = new Condition(FactField.AgentRun, Comparison.AtLeast, Operand.Of(variable, FactField.AgentRun, step.WithinTurns));
        yield return [Exists(FactKind.Utterance, By(SpeakerRole.Agent), run), Exists(FactKind.Mark, run)];
    }

    private IEnumerable<Clause> Off(int variable) => off.Select(o => o.NotExists(LaterTurn(variable)));

    private Production Missing(SequenceStep step, Sign after, ImmutableArray<Clause> clauses)
    {
        var isAgents = StepSigns.Of(step, context).Any(s => s.Speaker == SpeakerRole.Agent);
        var follows = after.Speaker == SpeakerRole.Agent;
        return Violation("missing", step, clauses) with
        {
            ShownAt = follows || !isAgents ? ShownAt.TurnEnd : ShownAt.Reply,
            Rewrite = !isAgents ? RewriteWay.None : step.Pause > TimeSpan.Zero ? RewriteWay.NewTurn : follows ? RewriteWay.Append : RewriteWay.InsertAtStart,
            Suggest = isAgents ? [.. step.Suggest, .. rule.Suggest] : [],
        };
    }

    private Production Violation(string reason, SequenceStep step, ImmutableArray<Clause> clauses) => new()
    {
        Rule = context.Rule,
        Reason = reason,
        Subject = StepSigns.Subject(step),
        Clauses = clauses,
    };

    private static int Milliseconds(TimeSpan time) => (int)time.TotalMilliseconds;

    private static Condition Earlier(int variable) => new(FactField.Position, Comparison.Less, Operand.Of(variable, FactField.Position));

    private static Condition Later(int variable) => new(FactField.Position, Comparison.More, Operand.Of(variable, FactField.Position));

    private static Condition EarlierTurn(int variable) => new(FactField.Turn, Comparison.Less, Operand.Of(variable, FactField.Turn));

    private static Condition LaterTurn(int variable) => new(FactField.Turn, Comparison.More, Operand.Of(variable, FactField.Turn));
}

/// <summary>By what a step shows.</summary>
internal static class StepSigns
{
    internal static ImmutableArray<Sign> Of(SequenceStep step, CompileContext context) =>
        step.Says is { } saying ? Of(saying, context) : [.. step.Ways.Where(w => !w.IsEmpty).SelectMany(w => Of(w[0], context))];

    internal static ImmutableArray<Sign> Of(Saying saying, CompileContext context) => [Sign.Of(saying.Speaker, context.Ids(saying.Concepts), saying.Concepts.IsEmpty)];

    /// <summary>Its title, or else the first concept, whose title the report knows.</summary>
    internal static string Subject(SequenceStep step) =>
        step.Title.Length > 0 ? step.Title
        : step.IsEnd ? "end"
        : step.Says is { } saying ? (saying.Concepts.IsEmpty ? SequenceStep.Anything : saying.Concepts[0])
        : Subject(step.Ways[0][0]);
}
