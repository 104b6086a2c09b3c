using System.Collections.Immutable;
using ScriptRules.Text;
using ScriptRules.Text.Facts;
using static ScriptRules.Rules.Kinds.Clauses;

namespace ScriptRules.Rules.Kinds;

/// <summary>A fact by which a step shows: somebody says something.</summary>
/// <param name="Fact">A mention; an utterance where whatever is said counts.</param>
/// <param name="Where">What it meets by itself.</param>
/// <param name="Speaker">Who; null at the beginning of the contact.</param>
/// <param name="Concepts">What; empty for whatever is said.</param>
internal sealed record Sign(FactKind Fact, ImmutableArray<Condition> Where, SpeakerRole? Speaker, ImmutableArray<int> Concepts)
{
    /// <summary>The beginning of the contact.</summary>
    internal static Sign Contact { get; } = new(FactKind.Utterance, [Is(FactField.Position, 0), Is(FactField.Turn, 0)], null, []);

    internal static Sign Of(SpeakerRole speaker, ImmutableArray<int> concepts, bool isAnything) => isAnything
        ? new Sign(FactKind.Utterance, [By(speaker), Is(FactField.Length, Comparison.AtLeast, 1)], speaker, [])
        : new Sign(FactKind.Mention, Said(concepts, speaker), speaker, concepts);

    /// <summary>Whether one fact can show both.</summary>
    internal bool Shares(Sign other) => Speaker == other.Speaker && (Fact != other.Fact || Concepts.IsEmpty || Concepts.Any(c => other.Concepts.Contains(c)));

    internal Clause Match(params ImmutableArray<Condition> more) => new(ClauseKind.Match, Fact, [.. Where, .. more]);

    internal Clause Exists(params ImmutableArray<Condition> more) => new(ClauseKind.Exists, Fact, [.. Where, .. more]);

    internal Clause NotExists(params ImmutableArray<Condition> more) => new(ClauseKind.NotExists, Fact, [.. Where, .. more]);

    /// <summary>The same words are said again in a later turn only; others may follow at the same place.</summary>
    internal Condition After(Sign other, int variable) => Shares(other)
        ? new Condition(FactField.Turn, Comparison.More, Operand.Of(variable, FactField.Turn))
        : new Condition(FactField.Position, Comparison.AtLeast, Operand.Of(variable, FactField.Position));

    internal Condition Before(Sign other, int variable) => Shares(other)
        ? new Condition(FactField.Turn, Comparison.Less, Operand.Of(variable, FactField.Turn))
        : new Condition(FactField.Position, Comparison.AtMost, Operand.Of(variable, FactField.Position));
}

/// <summary>What a sequence, or a way inside one, is begun by.</summary>
/// <param name="Signs">Any of them; the first fact that shows one is the beginning.</param>
/// <param name="IsStep">Whether the beginning is itself a step, as when a sequence is begun by whichever of its steps comes first.</param>
/// <param name="Outer">The frame of the sequence that the way belongs to; null for a sequence.</param>
internal sealed record Frame(ImmutableArray<Sign> Signs, bool IsStep, Frame? Outer)
{
    /// <summary>The clauses that bind the beginning before a bound fact: the first, and that of each outer frame before it.</summary>
    /// <param name="of">The sign of the bound fact.</param>
    /// <param name="bound">The variable of the bound fact.</param>
    /// <param name="variable">The variable that the beginning is bound to.</param>
    /// <returns>The ways to meet it: the sign that it shows, the clauses, and the next free variable.</returns>
    internal IEnumerable<(Sign Begun, ImmutableArray<Clause> Clauses, int Next)> Before(Sign of, int bound, int variable) =>
        from sign in Signs
        from rest in First(sign, variable)
        select (sign, rest.Clauses.Insert(0, sign.Match(IsStep ? Position(Comparison.AtMost, bound) : sign.Before(of, bound))), rest.Next);

    /// <summary>The clauses by which a fact bound to <paramref name="variable"/> is the beginning.</summary>
    internal IEnumerable<(ImmutableArray<Clause> Clauses, int Next)> First(Sign sign, int variable)
    {
        if (Outer is null) return [([.. Signs.Select(s => s.NotExists(Position(Comparison.Less, variable)))], variable + 1)];
        return from outer in Outer.Before(sign, variable, variable + 1)
               let first = Signs.Select(s => s.NotExists(Position(Comparison.Less, variable), s.After(outer.Begun, variable + 1)))
               select (outer.Clauses.AddRange(first), outer.Next);
    }

    /// <summary>That a fact comes after the beginning.</summary>
    internal Condition Since(Sign of, Sign begun, int variable) => IsStep ? Position(Comparison.AtLeast, variable) : of.After(begun, variable);

    private static Condition Position(Comparison comparison, int variable) => new(FactField.Position, comparison, Operand.Of(variable, FactField.Position));
}
