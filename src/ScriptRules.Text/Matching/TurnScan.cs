using System.Numerics;
using ScriptRules.Text.Facts;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Matching;

/// <summary>The sayings found so far in one turn.</summary>
/// <remarks>Used again for turn after turn by one thread, so that reading a turn allocates its result only.</remarks>
internal sealed class TurnScan
{
    private static readonly List<Saying> Nothing = [];

    private readonly List<int> _said = []; // the concepts that have sayings
    private FoldedText _text = FoldedText.Of("");
    // None lies inside another of its concept, so they are in order of start and of end, and are found by halving.
    private List<Saying>?[] _sayings = [];
    private readonly Dictionary<int, List<Saying>> _refused = []; // by concept: as written, and not wanted, so that they are not found otherwise
    private int[][] _composes = [];
    private bool[]? _wanted;
    private ulong[] _pending = [];         // the composites of which a part is said, as bits
    private int _count;
    private MentionTraits _otherwise;      // of what was found otherwise than as written

    internal readonly record struct Saying(int Start, int End, MentionTraits Traits);

    internal MatchScratch Scratch { get; } = new();

    /// <summary>What was tried in the turn.</summary>
    internal AttemptMemory Attempts { get; } = new();

    /// <summary>The gates of the turn, for whoever scans it.</summary>
    internal List<PhraseHit> Gates { get; } = [];

    /// <summary>The words of the turn that regular expressions need, likewise.</summary>
    internal List<PhraseHit> Words { get; } = [];

    internal bool IsFull => _count >= Lexicon.HitLimit;

    /// <summary>Forgets the last turn.</summary>
    /// <param name="composes">For each concept, the composites that hang on it, which come after all that they are made of.</param>
    /// <param name="wanted">By number, which concepts are looked for; null for all.</param>
    internal void Begin(FoldedText text, int[][] composes, bool[]? wanted)
    {
        foreach (var concept in _said) _sayings[concept]!.Clear();
        _said.Clear();
        Gates.Clear();
        Words.Clear();
        _refused.Clear();
        Array.Clear(_pending);
        Attempts.Forget();
        (_text, _composes, _wanted, _count, _otherwise) = (text, composes, wanted, 0, MentionTraits.None);
        if (_sayings.Length < composes.Length) Array.Resize(ref _sayings, composes.Length);
        if (_pending.Length * 64 < composes.Length) _pending = new ulong[(composes.Length + 63) / 64];
    }

    /// <summary>The first composite from <paramref name="from"/> on of which a part is said; −1 when there is none.</summary>
    internal int NextComposite(int from)
    {
        for (var i = from / 64; i < _pending.Length; i++)
        {
            var bits = _pending[i] & (i == from / 64 ? ulong.MaxValue << (from % 64) : ulong.MaxValue);
            if (bits != 0) return (i * 64) + BitOperations.TrailingZeroCount(bits);
        }

        return -1;
    }

    /// <summary>Whether <paramref name="concept"/> is looked for; what is not is not taken either.</summary>
    internal bool Wants(CompiledConcept concept) => _wanted is not { } wanted || wanted[concept.Id];

    /// <summary>Takes a match of a concept's own wording, if it stands as the concept demands.</summary>
    internal void Offer(CompiledConcept concept, int start, int end)
    {
        if (!Wants(concept) || IsInside(Of(concept.Id), start, end) || IsFull || !concept.Accepts(_text, start, end, Scratch)) return;
        var saying = new Saying(start, end, TraitReader.Read(_text, start, end));
        if (concept.Allows(saying.Traits)) Add(concept.Id, saying);
        else if (concept.IsReadOtherwise) Refuse(concept.Id, saying);
    }

    /// <summary>As <see cref="Offer(CompiledConcept, int, int)"/>, for what is not there as written; it gives way to what is, and takes the place of what it covers.</summary>
    internal void Offer(CompiledConcept concept, int start, int end, MentionTraits found)
    {
        if (!Wants(concept) || IsFull || GivesWay(Of(concept.Id), start, end) || (_refused.TryGetValue(concept.Id, out var refused) && Overlaps(refused, start, end)) || !concept.Accepts(_text, start, end, Scratch)) return;
        var traits = TraitReader.Read(_text, start, end) | found;
        if (!concept.Allows(traits)) return;
        _otherwise |= found;
        Add(concept.Id, new Saying(start, end, traits));
    }

    /// <summary>Finds a concept that is made of others, which must have been found before.</summary>
    internal void Compose(CompiledConcept concept)
    {
        if (concept.Definition.AtLeast > 1) ComposeSeveral(concept);
        else
        {
            ComposeAny(concept, _otherwise);
            if (_otherwise != MentionTraits.None) ComposeAny(concept, MentionTraits.None);
        }

        if (concept.AllOf.Length > 0) ComposeAll(concept);
        if (Has(concept.Id) && Array.Exists(concept.NoneOf, Has)) ExceptNear(concept);
    }

    private void ExceptNear(CompiledConcept concept) => _sayings[concept.Id]!.RemoveAll(s =>
    {
        var (from, to) = Around(concept.Definition, s);
        return Array.Exists(concept.NoneOf, none => FirstIn(Of(none), from, to) is not null);
    });

    internal ConceptHit[] Result()
    {
        var count = 0;
        foreach (var concept in _said) count += _sayings[concept]!.Count;
        if (count == 0) return [];
        var result = new ConceptHit[count];
        count = 0;
        foreach (var concept in _said)
        {
            foreach (var s in _sayings[concept]!) result[count++] = new ConceptHit(concept, _text.Span(s.Start, s.End), s.Traits);
        }

        Array.Sort(result, static (a, b) => a.Span != b.Span ? a.Span.CompareTo(b.Span) : a.Concept.CompareTo(b.Concept));
        return result;
    }

    private bool Has(int concept) => _sayings[concept] is { Count: > 0 };

    private List<Saying> Of(int concept) => _sayings[concept] ?? Nothing;

    /// <param name="later">Sayings with one of these traits are not taken now.</param>
    private void ComposeAny(CompiledConcept concept, MentionTraits later)
    {
        foreach (var part in concept.AnyOf)
        {
            foreach (var s in Of(part)) OfferComposed(concept, s, later);
        }
    }

    private void ComposeAll(CompiledConcept concept)
    {
        var unit = concept.Definition;
        foreach (var first in Of(concept.AllOf[0]))
        {
            var (start, end, traits) = (first.Start, first.End, first.Traits);
            var previous = first;
            var complete = true;
            var (from, to) = Around(unit, first);
            foreach (var part in concept.AllOf.AsSpan(1))
            {
                var next = concept.Definition.Ordered ? FirstIn(Of(part), Math.Max(from, previous.End), to) : Nearest(Of(part), previous, from, to);
                if (next is not { } found)
                {
                    complete = false;
                    break;
                }

                (start, end, traits) = (Math.Min(start, found.Start), Math.Max(end, found.End), traits | found.Traits);
                previous = found;
            }

            var most = concept.Definition.WithinCharacters;
            if (complete && (most == 0 || end - start <= most)) OfferComposed(concept, new Saying(start, end, traits), MentionTraits.None);
        }
    }

    /// <summary>At least so many different ones of the parts, one behind the other in one unit: the same words do not count twice.</summary>
    private void ComposeSeveral(CompiledConcept concept)
    {
        var said = 0;
        foreach (var part in concept.AnyOf) said += Has(part) ? 1 : 0;
        if (said < concept.Definition.AtLeast) return;
        var unit = concept.Definition;
        foreach (var first in concept.AnyOf.SelectMany(Of).Distinct().OrderBy(s => s.Start).ThenBy(s => s.End).ToList())
        {
            var (end, traits) = (first.End, first.Traits);
            var (_, to) = Around(unit, first);
            var left = concept.AnyOf.ToList();
            left.RemoveAt(left.FindIndex(part => Of(part) is var own && FirstFrom(own, first.Start) is var at && at < own.Count && own[at] == first));
            for (var found = 1; found < concept.Definition.AtLeast; found++)
            {
                if (left.Select(part => (Part: part, Next: FirstIn(Of(part), end, to))).Where(n => n.Next is not null).OrderBy(n => n.Next!.Value.Start).ThenBy(n => n.Next!.Value.End).FirstOrDefault() is not { Next: { } next, Part: var part }) break;
                left.Remove(part);
                (end, traits) = (next.End, traits | next.Traits);
            }

            if (concept.AnyOf.Length - left.Count >= concept.Definition.AtLeast) OfferComposed(concept, new Saying(first.Start, end, traits), MentionTraits.None);
        }
    }

    /// <param name="later">Sayings with one of these traits are not taken now.</param>
    private void OfferComposed(CompiledConcept concept, Saying s, MentionTraits later)
    {
        if ((s.Traits & later) != 0 || ((s.Traits & _otherwise) != 0 && Overlaps(Of(concept.Id), s.Start, s.End))) return;
        if (IsFull || !concept.Allows(s.Traits) || !concept.Accepts(_text, s.Start, s.End, Scratch)) return;
        if (!IsInside(Of(concept.Id), s.Start, s.End)) Add(concept.Id, s);
    }

    private void Add(int concept, Saying saying)
    {
        var sayings = _sayings[concept] ??= [];
        if (sayings.Count == 0)
        {
            _said.Add(concept);
            foreach (var composite in _composes[concept]) _pending[composite / 64] |= 1UL << (composite % 64);
        }

        Put(sayings, saying);
        _count++;
    }

    private void Refuse(int concept, Saying saying)
    {
        if (!_refused.TryGetValue(concept, out var refused)) _refused.Add(concept, refused = []);
        if (!IsInside(refused, saying.Start, saying.End)) Put(refused, saying);
    }

    /// <summary>Puts a saying in its place, instead of those that it covers.</summary>
    private static void Put(List<Saying> sayings, Saying saying)
    {
        var at = FirstFrom(sayings, saying.Start);
        var covered = at;
        while (covered < sayings.Count && sayings[covered].End <= saying.End) covered++;
        sayings.RemoveRange(at, covered - at);
        sayings.Insert(at, saying);
    }

    private static bool GivesWay(List<Saying> sayings, int start, int end)
    {
        var at = FirstFrom(sayings, start);
        if (at > 0 && sayings[at - 1].End > start) return true;
        for (; at < sayings.Count && sayings[at].Start < end; at++)
            if (sayings[at].End > end || (sayings[at].Start, sayings[at].End) == (start, end) || (sayings[at].Traits & Concept.Otherwise) == MentionTraits.None) return true;
        return false;
    }

    private static bool Overlaps(List<Saying> sayings, int start, int end)
    {
        var at = FirstFrom(sayings, start);
        return (at < sayings.Count && sayings[at].Start < end) || (at > 0 && sayings[at - 1].End > start);
    }

    private static bool IsInside(List<Saying> sayings, int start, int end)
    {
        var at = FirstFrom(sayings, start);
        return (at < sayings.Count && sayings[at].Start == start && sayings[at].End >= end) || (at > 0 && sayings[at - 1].End >= end);
    }

    /// <summary>The index of the first saying that does not start before <paramref name="start"/>.</summary>
    private static int FirstFrom(List<Saying> sayings, int start)
    {
        var (low, high) = (0, sayings.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sayings[middle].Start < start) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static Saying? FirstIn(List<Saying> sayings, int from, int to)
    {
        var at = FirstFrom(sayings, from);
        return at < sayings.Count && sayings[at].End <= to ? sayings[at] : null;
    }

    /// <summary>The saying in <c>[from, to)</c> that is nearest to <paramref name="other"/>, the one before it first.</summary>
    private static Saying? Nearest(List<Saying> sayings, Saying other, int from, int to)
    {
        var at = FirstFrom(sayings, other.Start);
        var before = at > 0 && sayings[at - 1] is var b && b.Start >= from && b.End <= to ? b : (Saying?)null;
        var after = FirstIn(sayings, Math.Max(from, other.Start), to);
        return before is { } left && (after is not { } right || Distance(left, other) <= Distance(right, other)) ? before : after;
    }

    private static int Distance(Saying a, Saying b) => a.Start >= b.End ? a.Start - b.End : b.Start >= a.End ? b.Start - a.End : 0;

    private (int From, int To) Around(Concept concept, Saying saying) => concept switch
    {
        { WithinCharacters: > 0 and var most } => (Math.Max(0, saying.End - most), Math.Min(_text.Length, saying.Start + most)),
        { Within: TextUnit.Turn } => (0, _text.Length),
        { Within: TextUnit.Sentence } => (_text.SentenceStart(saying.Start), _text.SentenceEnd(saying.End - 1)),
        _ => (_text.ClauseStart(saying.Start), _text.ClauseEnd(saying.End - 1)),
    };
}
