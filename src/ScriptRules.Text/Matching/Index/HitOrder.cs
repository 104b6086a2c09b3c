using System.Buffers;
using System.Runtime.InteropServices;

namespace ScriptRules.Text.Matching.Index;

/// <summary>Orders hits by start, then end, in time linear in the text and the hits.</summary>
/// <remarks>Equal places keep their order: they are places of one phrase, which come in order.</remarks>
internal static class HitOrder
{
    // The scan finds hits nearly in order, so moving each a little is best until there are many at the same place.
    private const int MovesPerHit = 4;
    private const int MovesToStart = 64;

    internal static void Sort(List<PhraseHit> hits, int from, int textLength)
    {
        var span = CollectionsMarshal.AsSpan(hits)[from..];
        if (span.Length > 1 && !TryInsert(span)) Distribute(span, textLength);
    }

    private static bool TryInsert(Span<PhraseHit> hits)
    {
        var moves = (long)MovesToStart;
        for (var i = 1; i < hits.Length; i++)
        {
            var hit = hits[i];
            var key = Key(hit);
            var to = i;
            for (; to > 0 && Key(hits[to - 1]) > key; to--) hits[to] = hits[to - 1];
            hits[to] = hit;
            moves += MovesPerHit - (i - to);
            if (moves < 0) return false;
        }
        return true;
    }

    private static long Key(PhraseHit hit) => ((long)hit.Start << 32) | (uint)hit.End;

    // A counting sort by end, then one by start; each keeps the order of equals.
    private static void Distribute(Span<PhraseHit> hits, int textLength)
    {
        var counts = ArrayPool<int>.Shared.Rent(textLength + 2);
        var other = ArrayPool<PhraseHit>.Shared.Rent(hits.Length);
        var temporary = other.AsSpan(0, hits.Length);
        Distribute(hits, temporary, counts.AsSpan(0, textLength + 2), byStart: false);
        Distribute(temporary, hits, counts.AsSpan(0, textLength + 2), byStart: true);
        ArrayPool<int>.Shared.Return(counts);
        ArrayPool<PhraseHit>.Shared.Return(other);
    }

    private static void Distribute(ReadOnlySpan<PhraseHit> from, Span<PhraseHit> to, Span<int> counts, bool byStart)
    {
        counts.Clear();
        foreach (var hit in from) counts[(byStart ? hit.Start : hit.End) + 1]++;
        for (var i = 1; i < counts.Length; i++) counts[i] += counts[i - 1];
        foreach (var hit in from) to[counts[byStart ? hit.Start : hit.End]++] = hit;
    }
}
