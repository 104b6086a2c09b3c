using System.Collections.Immutable;
using ScriptRules.Rules;
using ScriptRules.Text.Facts;

namespace ScriptRules.Engine;

/// <summary>Productions with an index from what their first clause asks for.</summary>
internal sealed class EmbeddedProgram : IRuleProgram
{
    private readonly int[][] _byConcept; // the productions whose first clause asks for a mention of the concept
    private readonly int[][] _byKind;    // those that ask for any fact of the kind

    internal EmbeddedProgram(ImmutableArray<Production> productions)
    {
        Productions = productions;
        var byConcept = new Dictionary<int, List<int>>();
        var byKind = Enum.GetValues<FactKind>().Select(_ => new List<int>()).ToArray();
        for (var i = 0; i < productions.Length; i++)
        {
            productions[i].Check();
            var first = productions[i].Clauses[0];
            if (first.Fact == FactKind.Mention && first.Concepts is { IsDefault: false } concepts)
            {
                foreach (var concept in concepts.Distinct())
                {
                    if (!byConcept.TryGetValue(concept, out var list)) byConcept.Add(concept, list = []);
                    list.Add(i);
                }
            }
            else byKind[(int)first.Fact].Add(i);
        }

        _byConcept = new int[byConcept.Count == 0 ? 0 : Math.Max(0, byConcept.Keys.Max() + 1)][];
        for (var concept = 0; concept < _byConcept.Length; concept++) _byConcept[concept] = byConcept.TryGetValue(concept, out var list) ? [.. list] : [];
        _byKind = [.. byKind.Select(l => l.ToArray())];
    }

    internal ImmutableArray<Production> Productions { get; }

    /// <summary>The productions that can stand for <paramref name="anchor"/>.</summary>
    internal (int[] ByKind, int[] ByConcept) For(Fact anchor) =>
        (_byKind[(int)anchor.Kind], anchor.Kind == FactKind.Mention && (uint)anchor.Concept < (uint)_byConcept.Length ? _byConcept[anchor.Concept] : []);

    public IFactSession Open() => new EmbeddedSession(this);
}
