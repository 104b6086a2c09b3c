using System.Numerics;
using System.Runtime.CompilerServices;

namespace ScriptRules.Text.Matching.Index;

/// <summary>The phrases of two characters and more, filed under their rarest gram.</summary>
/// <remarks>
/// A gram is four characters next to each other, or the whole of a shorter phrase. A filter of its first three tells where one
/// may start, at about one position in thirty; a sieve of whole grams keeps one in twenty of those, still without a branch; only
/// there the phrases of a bucket are compared. A bucket has a cap; the phrases of one that overflows are handed back for the automaton.
/// </remarks>
internal sealed class GramIndex
{
    /// <summary>Most comparisons in one bucket; one counts more for a long phrase.</summary>
    internal const int BucketCap = 8;

    private const int LongestPhrase = 255;
    private const int LengthsOfGrams = 3;

    private readonly bool _hasTwos;
    private readonly bool _hasThrees;
    private readonly GramFilter _filter;
    private readonly uint[] _sieve;   // two bits in one word for each gram
    private readonly int _sieveShift;
    private readonly int[] _buckets;  // where the entries of each start; one more at the end
    private readonly int _bucketShift;
    private readonly Entry[] _entries;
    private readonly char[] _texts;   // in the order of the entries

    /// <param name="phrases">All the phrases of the pack.</param>
    /// <param name="placed">Those of this index, each with the place of its gram.</param>
    /// <param name="bucketBits">How many buckets there are, as a power of two.</param>
    private GramIndex(PhraseList phrases, List<(int Distinct, int GramAt)> placed, int bucketBits)
    {
        var sieveBits = Math.Clamp(BitOperations.Log2((uint)placed.Count), 8, 18);
        (_bucketShift, _sieveShift) = (32 - bucketBits, 32 - sieveBits);
        _filter = new GramFilter(placed.Count);
        _sieve = new uint[1 << sieveBits];
        _buckets = new int[(1 << bucketBits) + 1];
        _entries = new Entry[placed.Count];
        var length = 0;
        foreach (var (distinct, at) in placed)
        {
            var text = phrases[distinct];
            _filter.Add(text.AsSpan(at, Math.Min(Gram.Longest, text.Length)));
            var hash = Gram.Hash(Gram.Of(text, at));
            _sieve[hash >> _sieveShift] |= (1u << (int)hash) | (1u << (int)(hash >> 5));
            _buckets[(hash >> _bucketShift) + 1]++;
            _hasTwos |= text.Length == 2;
            _hasThrees |= text.Length == 3;
            length += text.Length;
        }
        for (var b = 1; b < _buckets.Length; b++) _buckets[b] += _buckets[b - 1];
        var filled = new byte[1 << bucketBits];
        foreach (var (distinct, at) in placed)
        {
            var gram = Gram.Of(phrases[distinct], at);
            var bucket = Gram.Hash(gram) >> _bucketShift;
            _entries[_buckets[bucket] + filled[bucket]++] = Entry.Of(phrases[distinct], distinct, at, gram);
        }
        _texts = new char[length];
        length = 0;
        foreach (ref var entry in _entries.AsSpan())
        {
            entry = entry with { Text = length };
            phrases[entry.Distinct].CopyTo(_texts.AsSpan(length));
            length += entry.Length;
        }
    }

    /// <returns>Null when no phrase is left for it.</returns>
    /// <param name="phrases">All the phrases; those of one character are passed over.</param>
    /// <param name="crowded">Takes those that do not fit.</param>
    internal static GramIndex? Build(PhraseList phrases, List<int> crowded)
    {
        var bucketBits = Math.Clamp(BitOperations.Log2((uint)Math.Max(1, phrases.Count)) + 1, 10, 20);
        var choice = new GramChoice(phrases, bucketBits);
        var placed = new List<(int Distinct, int GramAt)>(phrases.Count);
        for (var i = 0; i < phrases.Count; i++)
        {
            if (phrases[i].Length < 2) continue;
            var at = phrases[i].Length <= LongestPhrase ? choice.Take(phrases[i]) : -1;
            if (at < 0) crowded.Add(i);
            else placed.Add((i, at));
        }

        // The automaton runs anyway, so it takes all that crowd.
        crowded.AddRange(placed.Where(p => choice.IsCrowded(phrases[p.Distinct], p.GramAt)).Select(p => p.Distinct));
        placed.RemoveAll(p => choice.IsCrowded(phrases[p.Distinct], p.GramAt));
        return placed.Count > 0 ? new GramIndex(phrases, placed, bucketBits) : null;
    }

    [SkipLocalsInit]
    internal void Find(ReadOnlySpan<char> text, ref HitSink sink)
    {
        const int beyond = GramFilter.Step + Gram.Longest;
        Span<ushort> positions = stackalloc ushort[GramFilter.Block + Normalization.PackedLanes.Count];
        Span<int> grams = stackalloc int[GramFilter.Block * LengthsOfGrams];
        Span<char> last = stackalloc char[GramFilter.Block + beyond];
        for (var from = 0; from < text.Length && !sink.IsFull; from += GramFilter.Block)
        {
            scoped var block = text[from..];
            if (block.Length < last.Length)
            {
                // No phrase has the zeros that are put behind the text.
                block.CopyTo(last);
                last.Slice(block.Length, Math.Min(beyond, last.Length - block.Length)).Clear();
                block = last;
            }
            var passed = positions[.._filter.Find(block, Math.Min(text.Length - from, GramFilter.Block), positions)];
            Compare(text, from, block, grams[..Sift(block, passed, grams)], ref sink);
        }
    }

    // Writes four times the position and the length of the gram less one, still without a branch.
    private int Sift(ReadOnlySpan<char> block, ReadOnlySpan<ushort> positions, Span<int> grams)
    {
        var kept = 0;
        var (sieve, shift) = (_sieve, _sieveShift);
        foreach (var at in positions)
        {
            var gram = Gram.Read(block[at..]);
            grams[kept] = (4 * at) + 3;
            kept += Holds(sieve, shift, gram);
            if (_hasThrees)
            {
                grams[kept] = (4 * at) + 2;
                kept += Holds(sieve, shift, Gram.First(gram, 3));
            }
            if (_hasTwos)
            {
                grams[kept] = (4 * at) + 1;
                kept += Holds(sieve, shift, Gram.First(gram, 2));
            }
        }
        return kept;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Holds(uint[] sieve, int shift, ulong gram)
    {
        var hash = Gram.Hash(gram);
        var word = sieve[hash >> shift];
        return (int)((word >> (int)hash) & (word >> (int)(hash >> 5)) & 1);
    }

    private void Compare(ReadOnlySpan<char> text, int from, ReadOnlySpan<char> block, ReadOnlySpan<int> grams, ref HitSink sink)
    {
        foreach (var one in grams)
        {
            var (at, length) = (one / 4, (one % 4) + 1);
            var gram = Gram.First(Gram.Read(block[at..]), length);
            var bucket = Gram.Hash(gram) >> _bucketShift;
            var end = _buckets[bucket + 1];
            for (var e = _buckets[bucket]; e < end; e++)
            {
                ref readonly var entry = ref _entries[e];
                // A phrase of two at the end of the text also is there a gram of four, with zeros.
                if (entry.Gram != gram || Math.Min((int)entry.Length, Gram.Longest) != length) continue;
                var start = from + at - entry.GramAt;
                if (start < 0 || start + entry.Length > text.Length) continue;
                if (entry.Length > Gram.Longest && Gram.Read(text[(start + entry.FarAt)..]) != entry.Far) continue;
                if (!entry.IsWhole && !text.Slice(start, entry.Length).SequenceEqual(_texts.AsSpan(entry.Text, entry.Length))) continue;
                sink.Add(entry.Distinct, start, start + entry.Length);
            }
            if (sink.IsFull) return;
        }
    }

    /// <param name="Gram">As <see cref="Gram.Of"/> gives it.</param>
    /// <param name="Far">Four characters at the end that is further from the gram: many phrases share a gram, and few both.</param>
    /// <param name="Text">Where the phrase starts in the text of all phrases.</param>
    /// <param name="Distinct">Its number among the distinct phrases.</param>
    /// <param name="GramAt">Where the gram starts in the phrase.</param>
    /// <param name="FarAt">Where those four do.</param>
    /// <param name="Length">Of the phrase.</param>
    /// <param name="IsWhole">Whether the two are all of the phrase.</param>
    private readonly record struct Entry(ulong Gram, ulong Far, int Text, int Distinct, byte GramAt, byte FarAt, byte Length, bool IsWhole)
    {
        internal static Entry Of(string phrase, int distinct, int gramAt, ulong gram)
        {
            var behind = Math.Max(0, phrase.Length - Index.Gram.Longest);
            var farAt = behind - gramAt > gramAt ? behind : 0;
            var isWhole = Math.Min(gramAt, farAt) == 0 && Math.Max(gramAt, farAt) == behind && behind <= Index.Gram.Longest;
            return new Entry(gram, Index.Gram.Of(phrase, farAt), 0, distinct, (byte)gramAt, (byte)farAt, (byte)phrase.Length, isWhole);
        }
    }
}
