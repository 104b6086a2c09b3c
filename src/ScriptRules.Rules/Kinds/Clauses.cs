using System.Collections.Immutable;
using ScriptRules.Text;
using ScriptRules.Text.Facts;

namespace ScriptRules.Rules.Kinds;

/// <summary>Short names for the clauses and conditions that kinds write.</summary>
internal static class Clauses
{
    internal static Clause Match(FactKind fact, params ImmutableArray<Condition> where) => new(ClauseKind.Match, fact, where);

    internal static Clause Exists(FactKind fact, params ImmutableArray<Condition> where) => new(ClauseKind.Exists, fact, where);

    internal static Clause NotExists(FactKind fact, params ImmutableArray<Condition> where) => new(ClauseKind.NotExists, fact, where);

    /// <summary>One of <paramref name="concepts"/>, said by <paramref name="speaker"/>.</summary>
    internal static ImmutableArray<Condition> Said(ImmutableArray<int> concepts, SpeakerRole speaker, params ReadOnlySpan<Condition> more) =>
        [new Condition(FactField.Concept, Comparison.In, Operand.Of(0)) { Set = concepts }, By(speaker), .. more];

    internal static Condition By(SpeakerRole speaker) => Is(FactField.Speaker, (int)speaker);

    internal static Condition Is(FactField field, int value) => new(field, Comparison.Equal, Operand.Of(value));

    internal static Condition Is(FactField field, Comparison comparison, int value) => new(field, comparison, Operand.Of(value));

    /// <summary>Compared with the same field of the anchor.</summary>
    internal static Condition ToAnchor(FactField field, Comparison comparison, int offset = 0) => new(field, comparison, Operand.Of(0, field, offset));

    /// <summary>Nothing more can be said up to the anchor's round and <paramref name="more"/> rounds after it.</summary>
    internal static Clause RoundIsOver(int more = 0) => Exists(FactKind.Mark, ToAnchor(FactField.Round, Comparison.AtLeast, more));

    internal const string NoTimes = "no times: it is not known when something was said";

    /// <summary>What meets <paramref name="where"/> is not said within so many milliseconds of the anchor's end.</summary>
    /// <remarks>What is said at an unknown time, −1, counts as said in time: what is not known is no violation.</remarks>
    internal static Clause MissedIn(int milliseconds, ImmutableArray<Condition> where) =>
        NotExists(FactKind.Mention, [.. where, new Condition(FactField.StartsAt, Comparison.AtMost, Operand.Of(0, FactField.EndsAt, milliseconds))]);

    /// <summary>What meets <paramref name="where"/> is said at an unknown time, and not in time as far as times are known.</summary>
    internal static ImmutableArray<Clause> MayBeIn(int milliseconds, ImmutableArray<Condition> where) =>
    [
        Exists(FactKind.Mention, [.. where, Is(FactField.StartsAt, -1)]),
        NotExists(FactKind.Mention, [.. where, Is(FactField.StartsAt, Comparison.AtLeast, 0), new Condition(FactField.StartsAt, Comparison.AtMost, Operand.Of(0, FactField.EndsAt, milliseconds))]),
    ];

    /// <summary>So many milliseconds have passed since the anchor's end.</summary>
    internal static Clause TimeIsOver(int milliseconds) => Exists(FactKind.Mark, new Condition(FactField.StartsAt, Comparison.More, Operand.Of(0, FactField.EndsAt, milliseconds)));

    /// <summary>Nothing more can be said up to the anchor's run of the agent and <paramref name="more"/> runs after it.</summary>
    internal static Clause RunIsOver(int more) => Exists(FactKind.Mark, ToAnchor(FactField.AgentRun, Comparison.AtLeast, more));

    /// <summary>The contact is over.</summary>
    internal static Clause IsOver() => Exists(FactKind.Mark, Is(FactField.EndsAt, int.MaxValue));
}
