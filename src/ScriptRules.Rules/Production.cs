using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ScriptRules.Text.Facts;

namespace ScriptRules.Rules;

/// <summary>A pattern over facts with one meaning. Rules compile to productions, and engines evaluate them.</summary>
/// <remarks>
/// The clauses are read in order. Each <see cref="ClauseKind.Match"/> clause binds a variable, numbered from 0; a condition compares
/// its own fact with constants and with variables bound before. Conditions are data, so an engine can index, translate or interpret them.
/// A production stands for a fact of variable 0, its anchor, when there is a binding of the others that meets all clauses.
/// </remarks>
public sealed record Production
{
    /// <summary>How many facts it can bind.</summary>
    public const int MostVariables = 8;

    /// <summary>The rule that it was compiled from, for engines to show its id, tags and sources; null when it belongs to no pack.</summary>
    public Rule? Origin { get; init; }

    /// <summary>The rule's place in the pack.</summary>
    public required int Rule { get; init; }

    /// <summary>What a standing production says.</summary>
    public Meaning Meaning { get; init; }

    /// <summary>Which of the rule's requirements it is about; names the message and the suggestion.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What the reason is about, a title or the id of a concept, for <c>{step}</c> in messages; empty when the reason says it all.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The first is a match; its fact is the anchor.</summary>
    public required ImmutableArray<Clause> Clauses { get; init; }

    /// <summary>Where the violation is shown.</summary>
    public ShownAt ShownAt { get; init; }

    /// <summary>How a suggestion changes the turn.</summary>
    public RewriteWay Rewrite { get; init; }

    /// <summary>Model sentences instead of the rule's own; empty: the rule's own.</summary>
    public ImmutableArray<string> Suggest { get; init; } = [];

    /// <summary>What a rewrite puts in a place of its own, as <see cref="RewriteWay.NameTime"/> does; with slots; empty: nothing.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>The concepts that the model sentence says too: at the end of the turn it takes their place; empty: nothing goes.</summary>
    public ImmutableArray<int> Instead { get; init; } = [];

    /// <summary>Handbook rows instead of the rule's own; empty: the rule's own.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>What must be known of the conversation for this to be decided.</summary>
    public Needs Needs { get; init; }

    /// <summary>Productions are compared by identity; comparing what they say would cost more than checking it.</summary>
    public bool Equals(Production? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <summary>Sees that it can be evaluated, before an engine takes it.</summary>
    /// <exception cref="ArgumentException">
    /// The first clause is no match, a condition speaks of a fact that is not bound before it, too many facts are bound, or a kind, field or
    /// comparison is not defined.
    /// </exception>
    public void Check()
    {
        var bound = 0;
        foreach (var clause in Clauses)
        {
            if (!Enum.IsDefined(clause.Kind) || !Enum.IsDefined(clause.Fact)) throw new ArgumentException($"there is no clause {clause.Kind} {clause.Fact}");
            foreach (var condition in clause.Where)
            {
                if (!Enum.IsDefined(condition.Field) || !Enum.IsDefined(condition.Is) || !Enum.IsDefined(condition.Value.Field))
                    throw new ArgumentException($"there is no condition {condition.Field} {condition.Is} {condition.Value.Field}");
                if (condition.Is != Comparison.In && condition.Value.Variable >= bound) throw new ArgumentException("a condition speaks of a fact that is not bound before");
            }

            if (clause.Kind == ClauseKind.Match) bound++;
            else if (bound == 0) throw new ArgumentException("the first clause of a production is a match");
        }

        if (bound is 0 or > MostVariables) throw new ArgumentException($"a production binds 1 to {MostVariables} facts, not {bound}");
    }
}

/// <summary>What a standing production says.</summary>
public enum Meaning
{
    /// <summary>The rule is broken.</summary>
    Violation,

    /// <summary>There is an occasion for the rule.</summary>
    Applies,

    /// <summary>Whether the rule is broken depends on something that is not known; <see cref="Production.Reason"/> says what.</summary>
    Unknown,
}

/// <summary>Where a violation is shown.</summary>
public enum ShownAt
{
    /// <summary>At the anchor.</summary>
    Anchor,

    /// <summary>At the start of the agent's reply to the anchor.</summary>
    Reply,

    /// <summary>At the start of the anchor's turn.</summary>
    TurnStart,

    /// <summary>At the end of the anchor's turn.</summary>
    TurnEnd,

    /// <summary>At the greeting with which the anchor's turn begins; at its start when there is none.</summary>
    Opening,
}

/// <summary>How a suggestion changes a turn.</summary>
public enum RewriteWay
{
    /// <summary>There is nothing to rewrite.</summary>
    None,

    /// <summary>The sentence that holds the words is replaced.</summary>
    ReplaceSentence,

    /// <summary>The words alone are replaced.</summary>
    ReplaceSpan,

    /// <summary>The clause that holds the words is replaced.</summary>
    ReplaceClause,

    /// <summary>The model sentence is put in front.</summary>
    InsertAtStart,

    /// <summary>The model sentence is put behind.</summary>
    Append,

    /// <summary>The greeting at the start is replaced.</summary>
    ReplaceOpening,

    /// <summary>The bare name becomes surname and honorific.</summary>
    ReplaceName,

    /// <summary>The model sentence is a turn of its own, after this one.</summary>
    NewTurn,

    /// <summary>The production's words are put where the time of the promise belongs, or a model sentence behind.</summary>
    NameTime,

    /// <summary>The personal data is masked.</summary>
    Mask,

    /// <summary>Wherever the turn says the anchor's concept, the production's words are said instead.</summary>
    SayPolitely,
}

/// <summary>What a conversation must tell for a production to be decided.</summary>
[Flags]
public enum Needs
{
    /// <summary>Words are enough.</summary>
    None = 0,

    /// <summary>When the agent began to speak, by the calendar.</summary>
    Clock = 1,

    /// <summary>The customer's name.</summary>
    Name = 2,

    /// <summary>When the call was picked up and when the turns began.</summary>
    Times = 4,

    /// <summary>When each turn began and ended.</summary>
    TurnTimes = 8,

    /// <summary>When the contact ended.</summary>
    EndTime = 16,

    /// <summary>When a promise was made, where its time is one of the calendar.</summary>
    DueTime = 32,
}

/// <summary>One part of a production.</summary>
/// <param name="Kind">How the facts count.</param>
/// <param name="Fact">Which facts.</param>
/// <param name="Where">What each of them must meet.</param>
/// <param name="AtLeast">For <see cref="ClauseKind.Count"/>: how many at least.</param>
public sealed record Clause(ClauseKind Kind, FactKind Fact, ImmutableArray<Condition> Where, int AtLeast = 0)
{
    /// <summary>The numbers of the concepts that the clause asks for; default when it does not ask.</summary>
    public ImmutableArray<int> Concepts
    {
        get
        {
            foreach (var condition in Where)
            {
                if (condition is { Field: FactField.Concept, Is: Comparison.In }) return condition.Set;
            }

            return default;
        }
    }
}

/// <summary>How the facts of a clause count.</summary>
public enum ClauseKind
{
    /// <summary>There is one, and it is bound.</summary>
    Match,

    /// <summary>There is one.</summary>
    Exists,

    /// <summary>There is none.</summary>
    NotExists,

    /// <summary>There are at least as many as the clause says.</summary>
    Count,
}

/// <summary>A comparison of a fact's field with a number.</summary>
/// <param name="Field">The field of the clause's own fact.</param>
/// <param name="Is">How it compares.</param>
/// <param name="Value">With what; not used by <see cref="Comparison.In"/>.</param>
public sealed record Condition(FactField Field, Comparison Is, Operand Value)
{
    /// <summary>For <see cref="Comparison.In"/>: the allowed values, in rising order.</summary>
    public ImmutableArray<int> Set { get; init; } = [];

    /// <summary>Whether <paramref name="left"/> compares with <paramref name="right"/> as the condition says.</summary>
    public bool Holds(int left, int right) => Is switch
    {
        Comparison.Equal => left == right,
        Comparison.NotEqual => left != right,
        Comparison.Less => left < right,
        Comparison.AtMost => left <= right,
        Comparison.More => left > right,
        Comparison.AtLeast => left >= right,
        Comparison.HasAny => (left & right) != 0,
        Comparison.HasNone => (left & right) == 0,
        Comparison.In => Set.BinarySearch(left) >= 0,
        _ => throw new InvalidOperationException($"unknown comparison {Is}"),
    };
}

/// <summary>How two numbers compare.</summary>
public enum Comparison
{
    /// <summary>=</summary>
    Equal,

    /// <summary>≠</summary>
    NotEqual,

    /// <summary>&lt;</summary>
    Less,

    /// <summary>≤</summary>
    AtMost,

    /// <summary>&gt;</summary>
    More,

    /// <summary>≥</summary>
    AtLeast,

    /// <summary>They share a bit.</summary>
    HasAny,

    /// <summary>They share no bit.</summary>
    HasNone,

    /// <summary>One of a set.</summary>
    In,
}

/// <summary>The right side of a comparison: a constant, or a field of a bound fact plus an offset; the sum stays at the bounds of an <see cref="int"/>.</summary>
/// <param name="Variable">The number of the bound fact; −1 for a constant.</param>
/// <param name="Field">The field of that fact.</param>
/// <param name="Offset">The constant, or what is added.</param>
public readonly record struct Operand(int Variable, FactField Field, int Offset)
{
    /// <summary>A constant.</summary>
    public static Operand Of(int value) => new(-1, default, value);

    /// <summary>A field of a bound fact, plus <paramref name="offset"/>.</summary>
    public static Operand Of(int variable, FactField field, int offset = 0) => new(variable, field, offset);

    /// <summary>The sum; it stays at the bounds, because a mark at <see cref="int.MaxValue"/> must not wrap round.</summary>
    public static int Sum(int field, int offset) => (int)Math.Clamp((long)field + offset, int.MinValue, int.MaxValue);

    /// <summary>Whether it is a constant.</summary>
    public bool IsConstant => Variable < 0;
}
