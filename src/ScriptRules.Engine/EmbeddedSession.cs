using System.Runtime.CompilerServices;
using ScriptRules.Rules;
using ScriptRules.Text.Facts;

namespace ScriptRules.Engine;

/// <summary>The facts of one conversation, by kind and concept; everything is evaluated anew each time.</summary>
internal sealed class EmbeddedSession(EmbeddedProgram program) : IFactSession
{
    private readonly List<Fact>[] _byKind = [.. Enum.GetValues<FactKind>().Select(_ => new List<Fact>())];
    private readonly Dictionary<int, List<Fact>> _byConcept = [];

    public void Insert(IReadOnlyList<Fact> facts)
    {
        foreach (var fact in facts)
        {
            _byKind[(int)fact.Kind].Add(fact);
            if (fact.Kind != FactKind.Mention) continue;
            if (!_byConcept.TryGetValue(fact.Concept, out var said)) _byConcept.Add(fact.Concept, said = []);
            said.Add(fact);
        }
    }

    public void Retract(IReadOnlyList<Fact> facts)
    {
        for (var i = 0; i < facts.Count; i++)
        {
            var fact = facts[i];
            if (!_byKind[(int)fact.Kind].Remove(fact))
            {
                Insert([.. facts.Take(i)]);
                throw new ArgumentException("a fact that is not there cannot be retracted", nameof(facts));
            }

            if (fact.Kind == FactKind.Mention) _byConcept[fact.Concept].Remove(fact);
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
                var (byKind, byConcept) = program.For(anchor);
                foreach (var production in byKind) Try(production, anchor, ref bound, standing);
                foreach (var production in byConcept) Try(production, anchor, ref bound, standing);
            }
        }

        return standing;
    }

    public void Dispose()
    {
    }

    private void Try(int index, Fact anchor, ref Bindings bound, List<Standing> standing)
    {
        var production = program.Productions[index];
        var first = production.Clauses[0];
        if (first.Fact != anchor.Kind || !Meets(first, anchor, ref bound)) return;
        bound[0] = anchor;
        if (Holds(production, 1, 1, ref bound)) standing.Add(new Standing(index, anchor));
    }

    /// <summary>Whether the clauses from <paramref name="clause"/> on can be met, with the next variable to bind.</summary>
    private bool Holds(Production production, int clause, int variable, ref Bindings bound)
    {
        if (clause == production.Clauses.Length) return true;
        var c = production.Clauses[clause];
        if (c.Kind != ClauseKind.Match)
            return Simple(c, ref bound) && Holds(production, clause + 1, variable, ref bound);
        foreach (var list in Candidates(c))
        {
            foreach (var fact in list)
            {
                if (!Meets(c, fact, ref bound)) continue;
                bound[variable] = fact;
                if (Holds(production, clause + 1, variable + 1, ref bound)) return true;
            }
        }

        return false;
    }

    private bool Simple(Clause clause, ref Bindings bound)
    {
        var needed = clause.Kind == ClauseKind.Count ? clause.AtLeast : 1;
        var found = 0;
        foreach (var list in Candidates(clause))
        {
            foreach (var fact in list)
            {
                if (found < needed && Meets(clause, fact, ref bound)) found++;
                if (found >= needed) return clause.Kind != ClauseKind.NotExists;
            }
        }

        return clause.Kind == ClauseKind.NotExists || found >= needed;
    }

    private CandidateLists Candidates(Clause clause) => new(this, clause);

    private static bool Meets(Clause clause, Fact fact, ref Bindings bound)
    {
        foreach (var condition in clause.Where)
        {
            var value = condition.Value;
            var right = value.IsConstant || condition.Is == Comparison.In ? value.Offset : Operand.Sum(bound[value.Variable].Get(value.Field), value.Offset);
            if (!condition.Holds(fact.Get(condition.Field), right)) return false;
        }

        return true;
    }

    /// <summary>The lists that hold every fact a clause can mean.</summary>
    private readonly struct CandidateLists(EmbeddedSession session, Clause clause)
    {
        public Enumerator GetEnumerator() => new(session, clause);

        internal struct Enumerator(EmbeddedSession session, Clause clause)
        {
            private int _next;

            public List<Fact> Current { get; private set; } = [];

            public bool MoveNext()
            {
                var concepts = clause.Concepts;
                if (clause.Fact != FactKind.Mention || concepts.IsDefault)
                {
                    Current = session._byKind[(int)clause.Fact];
                    return _next++ == 0;
                }

                while (_next < concepts.Length)
                {
                    var concept = concepts[_next++];
                    if (_next > 1 && concept == concepts[_next - 2]) continue; // given twice
                    if (!session._byConcept.TryGetValue(concept, out var list)) continue;
                    Current = list;
                    return true;
                }

                return false;
            }
        }
    }

    [InlineArray(Production.MostVariables)]
    private struct Bindings
    {
        private Fact _first;
    }
}
