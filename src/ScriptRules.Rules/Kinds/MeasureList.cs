using System.Collections.Immutable;
using ScriptRules.Text.Facts;

namespace ScriptRules.Rules.Kinds;

/// <summary>What the rules of a pack want to be measured, each thing once.</summary>
internal sealed class MeasureList
{
    private readonly List<Measure> _measures = [];

    internal ImmutableArray<Measure> All => [.. _measures];

    internal int Add(Measure measure)
    {
        var index = _measures.FindIndex(m => m with { Concepts = measure.Concepts, Unless = measure.Unless } == measure
            && m.Concepts.SequenceEqual(measure.Concepts) && m.Unless.SequenceEqual(measure.Unless));
        if (index >= 0) return index;
        _measures.Add(measure);
        return _measures.Count - 1;
    }
}
