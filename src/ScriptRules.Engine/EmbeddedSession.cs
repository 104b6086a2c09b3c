using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ScriptRules.Rules;
using ScriptRules.Text.Facts;

namespace ScriptRules.Engine;

/// <summary>The facts of one conversation, by kind and concept; everything is evaluated anew each time.</summary>
internal sealed class EmbeddedSession : IFactSession
{
    private static readonly List<Fact> Nothing = [];

    private readonly EmbeddedProgram _program;
    private readonly List<Fact>[] _byKind;
    private readonly List<Fact>?[] _byConcept;
    private readonly HashSet<Fact> _present = new(ByReference.Comparer);
    private readonly List<int> _said = []; // concepts that have or had mentions
    private bool _isOpen = true;

    internal EmbeddedSession(EmbeddedProgram program, int kinds)
    {
        _program = program;
        _byKind = new List<Fact>[kinds];
        for (var i = 0; i < kinds; i++) _byKind[i] = [];
        _byConcept = new List<Fact>?[program.ConceptCount];
    }

    public void Insert(IReadOnlyList<Fact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        _isOpen = true;
        var given = facts is List<Fact> list ? CollectionsMarshal.AsSpan(list) : [.. facts];
        for (var i = 0; i < given.Length; i++)
        {
            if (given[i] is { } fact && _present.Add(fact)) continue;
            for (var added = 0; added < i; added++) _present.Remove(given[added]);
            throw new ArgumentException("a fact is null, or there already", nameof(facts));
        }

        foreach (var fact in given)
        {
            _byKind[(int)fact.Kind].Add(fact);
            if (fact.Kind != FactKind.Mention || (uint)fact.Concept >= (uint)_byConcept.Length) continue;
            var said = _byConcept[fact.Concept] ??= [];
            if (said.Count == 0) _said.Add(fact.Concept);
            said.Add(fact);
        }
    }

    public void Retract(IReadOnlyList<Fact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        for (var i = 0; i < facts.Count; i++)
        {
            if (facts[i] is { } fact && _present.Remove(fact)) continue;
            for (var removed = 0; removed < i; removed++) _present.Add(facts[removed]);
            throw new ArgumentException("a fact that is not there cannot be retracted", nameof(facts));
        }

        for (var i = 0; i < facts.Count; i++)
        {
            var fact = facts[i];
            _byKind[(int)fact.Kind].Remove(fact);
            if (fact.Kind == FactKind.Mention && (uint)fact.Concept < (uint)_byConcept.Length) _byConcept[fact.Concept]!.Remove(fact);
        }
    }

    public IReadOnlyCollection<Standing> Evaluate()
    {
        var standing = new List<Standing>();
        var bound = new Bindings();
        foreach (var facts in _byKind)
        {
            foreach (var anchor in facts)
            {
                var (byKind, byConcept) = _program.For(anchor);
                foreach (var production in byKind) Try(production, anchor, ref bound, standing);
                foreach (var production in byConcept) Try(production, anchor, ref bound, standing);
            }
        }

        return standing;
    }

    /// <summary>Empties the session and gives it back, to be opened again.</summary>
    public void Dispose()
    {
        if (!_isOpen) return;
        _isOpen = false;
        foreach (var facts in _byKind) facts.Clear();
        foreach (var concept in _said) _byConcept[concept]!.Clear();
        _said.Clear();
        _present.Clear();
        _program.Return(this);
    }

    private void Try(int index, Fact anchor, ref Bindings bound, List<Standing> standing)
    {
        var clauses = _program.Clauses(index);
        if (!Meets(clauses[0], anchor, ref bound)) return;
        bound[0] = anchor;
        if (Holds(clauses, 1, 1, ref bound)) standing.Add(new Standing(index, anchor));
    }

    /// <summary>Whether the clauses from <paramref name="clause"/> on can be met, with the next variable to bind.</summary>
    private bool Holds(EmbeddedClause[] clauses, int clause, int variable, ref Bindings bound)
    {
        for (; clause < clauses.Length; clause++)
        {
            var c = clauses[clause];
            if (c.Kind == ClauseKind.Match) return HoldsFor(clauses, clause, variable, ref bound);
            if (Stands(c, ref bound) == (c.Kind == ClauseKind.NotExists)) return false;
        }

        return true;
    }

    /// <summary>Whether a fact can be bound to <paramref name="variable"/> so that the rest can be met.</summary>
    private bool HoldsFor(EmbeddedClause[] clauses, int clause, int variable, ref Bindings bound)
    {
        var c = clauses[clause];
        for (var i = 0; i < Lists(c); i++)
        {
            foreach (var fact in Candidates(c, i))
            {
                if (!Meets(c, fact, ref bound)) continue;
                bound[variable] = fact;
                if (Holds(clauses, clause + 1, variable + 1, ref bound)) return true;
            }
        }

        return false;
    }

    /// <summary>Whether there are as many facts as the clause needs.</summary>
    private bool Stands(EmbeddedClause clause, ref Bindings bound)
    {
        if (clause.Needed <= 0) return true;
        var found = 0;
        for (var i = 0; i < Lists(clause); i++)
        {
            foreach (var fact in Candidates(clause, i))
                if (Meets(clause, fact, ref bound) && ++found == clause.Needed) return true;
        }

        return false;
    }

    /// <summary>How many lists hold the facts that a clause can mean.</summary>
    private static int Lists(EmbeddedClause clause) => clause.Concepts?.Length ?? 1;

    private List<Fact> Candidates(EmbeddedClause clause, int list) =>
        clause.Concepts is null ? _byKind[(int)clause.Fact] : _byConcept[clause.Concepts[list]] ?? Nothing;

    private static bool Meets(EmbeddedClause clause, Fact fact, ref Bindings bound)
    {
        foreach (var condition in clause.Where)
        {
            var value = condition.Value;
            var right = value.IsConstant || condition.Is == Comparison.In ? value.Offset : Operand.Sum(bound[value.Variable].Get(value.Field), value.Offset);
            if (!condition.Holds(fact.Get(condition.Field), right)) return false;
        }

        return true;
    }

    /// <summary>Facts are compared by reference; what they say hashes faster than their identity does, which the runtime must first give them.</summary>
    private sealed class ByReference : IEqualityComparer<Fact>
    {
        internal static readonly ByReference Comparer = new();

        public bool Equals(Fact? x, Fact? y) => ReferenceEquals(x, y);

        public int GetHashCode(Fact obj) => (((((obj.Turn * 31) + obj.Span.Start) * 31) + obj.Span.End) * 31) + (obj.Concept * 16) + (int)obj.Kind;
    }

    [InlineArray(Production.MostVariables)]
    private struct Bindings
    {
        private Fact _first;
    }
}
