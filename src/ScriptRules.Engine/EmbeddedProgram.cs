using System.Collections.Concurrent;
using System.Collections.Immutable;
using ScriptRules.Rules;
using ScriptRules.Text.Facts;

namespace ScriptRules.Engine;

/// <summary>Productions with an index from what their first clause asks for.</summary>
internal sealed class EmbeddedProgram : IRuleProgram
{
    private static readonly int Kinds = Enum.GetValues<FactKind>().Length;

    private readonly int[][] _byConcept; // the productions whose first clause asks for a mention of the concept
    private readonly int[][] _byKind;    // those that ask for any fact of the kind
    private readonly EmbeddedClause[][] _clauses;
    private readonly ConcurrentBag<EmbeddedSession> _idle = []; // at most as many as threads checked at one time

    internal EmbeddedProgram(ImmutableArray<Production> productions)
    {
        foreach (var production in productions) production.Check();
        _clauses = [.. productions.Select(p => p.Clauses.Select(c => new EmbeddedClause(c)).ToArray())];
        var concepts = _clauses.SelectMany(c => c).SelectMany(c => c.Concepts ?? []).DefaultIfEmpty(-1).Max() + 1;
        var byConcept = Enumerable.Range(0, concepts).Select(_ => new List<int>()).ToArray();
        var byKind = Enumerable.Range(0, Kinds).Select(_ => new List<int>()).ToArray();
        for (var i = 0; i < _clauses.Length; i++)
        {
            var first = _clauses[i][0];
            if (first.Concepts is null) byKind[(int)first.Fact].Add(i);
            else foreach (var concept in first.Concepts) byConcept[concept].Add(i);
        }

        _byConcept = [.. byConcept.Select(l => l.ToArray())];
        _byKind = [.. byKind.Select(l => l.ToArray())];
    }

    /// <summary>One more than the largest concept that a clause asks for.</summary>
    internal int ConceptCount => _byConcept.Length;

    /// <summary>The productions that can stand for <paramref name="anchor"/>.</summary>
    internal (int[] ByKind, int[] ByConcept) For(Fact anchor) =>
        (_byKind[(int)anchor.Kind], anchor.Kind == FactKind.Mention && (uint)anchor.Concept < (uint)_byConcept.Length ? _byConcept[anchor.Concept] : []);

    /// <summary>The clauses of a production.</summary>
    internal EmbeddedClause[] Clauses(int production) => _clauses[production];

    public IFactSession Open() => _idle.TryTake(out var session) ? session : new EmbeddedSession(this, Kinds);

    /// <summary>Takes a session back that is empty again.</summary>
    internal void Return(EmbeddedSession session) => _idle.Add(session);
}

/// <summary>A clause with what the index answers set apart from what is compared.</summary>
internal sealed class EmbeddedClause
{
    internal EmbeddedClause(Clause clause)
    {
        (Kind, Fact) = (clause.Kind, clause.Fact);
        Needed = clause.Kind == ClauseKind.Count ? clause.AtLeast : 1;
        var asked = clause.Fact == FactKind.Mention ? clause.Concepts : default;
        Concepts = asked.IsDefault ? null : [.. asked.Distinct().Where(c => c >= 0)];
        Where = [.. clause.Where.Where(c => asked.IsDefault || c.Field != FactField.Concept || c.Is != Comparison.In || c.Set != asked)];
    }

    internal ClauseKind Kind { get; }

    internal FactKind Fact { get; }

    /// <summary>How many facts make an <c>Exists</c> or a <c>Count</c>.</summary>
    internal int Needed { get; }

    /// <summary>The concepts of the mentions it asks for; null when it asks for all facts of its kind.</summary>
    internal int[]? Concepts { get; }

    /// <summary>What is compared besides.</summary>
    internal Condition[] Where { get; }
}
