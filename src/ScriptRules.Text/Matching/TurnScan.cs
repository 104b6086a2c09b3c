using ScriptRules.Text.Facts;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Matching;

/// <summary>The sayings found so far in one turn.</summary>
internal sealed class TurnScan(FoldedText text, int concepts)
{
    private readonly List<Saying>?[] _sayings = new List<Saying>?[concepts + 1];
    private int _count;

    internal readonly record struct Saying(int Start, int End, MentionTraits Traits);

    internal MatchScratch Scratch { get; } = new();

    internal bool IsFull => _count >= Lexicon.HitLimit;

    /// <summary>Takes a match of a concept's own wording, if it stands as the concept demands.</summary>
    internal void Offer(CompiledConcept concept, int start, int end)
    {
        var sayings = _sayings[concept.Id];
        if (sayings is not null)
        {
            foreach (var s in sayings)
                if (s.Start <= start && s.End >= end) return; // inside a longer one, or the same
        }

        if (IsFull || !concept.Accepts(text, start, end, Scratch)) return;
        var traits = TraitReader.Read(text, start, end);
        if (!concept.Allows(traits)) return;
        sayings?.RemoveAll(s => s.Start >= start && s.End <= end);
        Add(concept.Id, new Saying(start, end, traits));
    }

    /// <summary>Finds a concept that is made of others, which must have been found before.</summary>
    internal void Compose(CompiledConcept concept)
    {
        if (concept.Definition.AtLeast > 1) ComposeSeveral(concept);
        else
        {
            foreach (var part in concept.AnyOf)
            {
                foreach (var s in Of(part)) OfferComposed(concept, s);
            }
        }

        if (concept.AllOf.Length > 0) ComposeAll(concept);
        if (concept.NoneOf.Length > 0)
        {
            _sayings[concept.Id]?.RemoveAll(s =>
                concept.NoneOf.Any(none => Of(none).Any(n => SameUnit(concept.Definition.Within, s, n))));
        }
    }

    internal IReadOnlyList<ConceptHit> Result()
    {
        var result = new List<ConceptHit>(_count);
        for (var id = 1; id < _sayings.Length; id++)
        {
            if (_sayings[id] is not { } sayings) continue;
            foreach (var s in sayings) result.Add(new ConceptHit(id, text.Span(s.Start, s.End), s.Traits));
        }

        result.Sort(static (a, b) => a.Span != b.Span ? a.Span.CompareTo(b.Span) : a.Concept.CompareTo(b.Concept));
        return result;
    }

    private List<Saying> Of(int concept) => _sayings[concept] ?? [];

    private void ComposeAll(CompiledConcept concept)
    {
        var unit = concept.Definition.Within;
        foreach (var first in Of(concept.AllOf[0]))
        {
            var (start, end, traits) = (first.Start, first.End, first.Traits);
            var previous = first;
            var complete = true;
            foreach (var part in concept.AllOf.AsSpan(1))
            {
                Saying? next = null;
                foreach (var s in Of(part))
                {
                    if (!SameUnit(unit, first, s) || (concept.Definition.Ordered && s.Start < previous.End)) continue;
                    if (next is null || Distance(s, previous) < Distance(next.Value, previous)) next = s;
                }

                if (next is not { } found)
                {
                    complete = false;
                    break;
                }

                (start, end, traits) = (Math.Min(start, found.Start), Math.Max(end, found.End), traits | found.Traits);
                previous = found;
            }

            if (complete) OfferComposed(concept, new Saying(start, end, traits));
        }
    }

    /// <summary>At least so many different ones of the parts, one behind the other in one unit: the same words do not count twice.</summary>
    private void ComposeSeveral(CompiledConcept concept)
    {
        var unit = concept.Definition.Within;
        var all = concept.AnyOf
            .SelectMany((part, index) => Of(part).Select(s => (Part: index, Saying: s)))
            .OrderBy(s => s.Saying.Start).ThenBy(s => s.Saying.End).ThenBy(s => s.Part)
            .ToList();
        for (var i = 0; i < all.Count; i++)
        {
            var (first, end, traits) = (all[i].Saying, all[i].Saying.End, all[i].Saying.Traits);
            var parts = new HashSet<int> { all[i].Part };
            for (var j = i + 1; j < all.Count && parts.Count < concept.Definition.AtLeast; j++)
            {
                var (part, next) = all[j];
                if (next.Start < end || parts.Contains(part) || !SameUnit(unit, first, next)) continue;
                parts.Add(part);
                (end, traits) = (next.End, traits | next.Traits);
            }

            if (parts.Count >= concept.Definition.AtLeast) OfferComposed(concept, new Saying(first.Start, end, traits));
        }
    }

    private void OfferComposed(CompiledConcept concept, Saying s)
    {
        if (IsFull || !concept.Allows(s.Traits) || !concept.Accepts(text, s.Start, s.End, Scratch)) return;
        if (_sayings[concept.Id] is { } sayings)
        {
            if (sayings.Exists(o => o.Start <= s.Start && o.End >= s.End)) return;
            sayings.RemoveAll(o => o.Start >= s.Start && o.End <= s.End);
        }

        Add(concept.Id, s);
    }

    private void Add(int concept, Saying saying)
    {
        (_sayings[concept] ??= []).Add(saying);
        _count++;
    }

    private static int Distance(Saying a, Saying b) => a.Start >= b.End ? a.Start - b.End : b.Start >= a.End ? b.Start - a.End : 0;

    private bool SameUnit(TextUnit unit, Saying a, Saying b) => unit switch
    {
        TextUnit.Turn => true,
        TextUnit.Sentence => text.SentenceStart(a.Start) <= b.Start && b.End <= text.SentenceEnd(a.End - 1),
        _ => text.ClauseStart(a.Start) <= b.Start && b.End <= text.ClauseEnd(a.End - 1),
    };
}
