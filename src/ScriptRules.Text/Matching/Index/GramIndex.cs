using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Matching.Index;

/// <summary>The phrases of two characters and more, filed under their rarest gram.</summary>
/// <remarks>
/// A gram is three characters next to each other, or the two of a phrase of two. Its hash chooses a bit: one look-up per
/// position of the text tells whether a gram may start there, and a second one where the pack has phrases of two. The
/// positions that pass, about one in fifty, are packed without branches, sifted by the character after the gram, and there
/// the phrases of the bucket are compared. A bucket has a cap; what does not fit is handed back for the automaton.
/// </remarks>
internal sealed class GramIndex
{
    /// <summary>Most comparisons in one bucket; one counts more for a long phrase.</summary>
    internal const int BucketCap = 8;

    private const uint FirstBit = 0x80000000;
    private const uint AnyFourth = uint.MaxValue;
    private const int Block = 256;
    private const int Lanes = PackedLanes.Count;
    private const int LongestPhrase = 255;
    private const int BitsPerBucket = 6; // 64 bits of the filter, as a power of two

    private readonly bool _useVectors;
    private readonly bool _hasPairs;
    private readonly int _bitShift;
    private readonly int _bucketShift;
    private readonly uint[] _filter;
    private readonly Bucket[] _buckets;
    private readonly Entry[] _entries;
    private readonly char[] _texts;

    /// <param name="phrases">All the phrases of the pack.</param>
    /// <param name="placed">Those of this index, each with the bucket of its gram.</param>
    /// <param name="bucketBits">How many buckets there are, as a power of two.</param>
    /// <param name="useVectors">Whether to, where the processor can.</param>
    private GramIndex(PhraseList phrases, List<(int Bucket, uint Hash, Entry Entry)> placed, int bucketBits, bool useVectors)
    {
        _useVectors = useVectors && Avx2.IsSupported;
        _bucketShift = 32 - bucketBits;
        _bitShift = _bucketShift - BitsPerBucket;
        _filter = new uint[1 << (bucketBits + BitsPerBucket - 5)];
        _buckets = new Bucket[(1 << bucketBits) + 1];
        _entries = new Entry[placed.Count];
        var length = 0;
        foreach (var (bucket, hash, entry) in placed)
        {
            var bit = hash >> _bitShift;
            _filter[bit >> 5] |= FirstBit >> (int)(bit & 31);
            _buckets[bucket + 1].Start++;
            _buckets[bucket].Fourths |= entry.BeyondAt > 0 ? 1u << (entry.Beyond & 31) : AnyFourth;
            _hasPairs |= entry.Third == 0;
            length += entry.Length;
        }
        for (var b = 1; b < _buckets.Length; b++) _buckets[b].Start += _buckets[b - 1].Start;
        _texts = new char[length];
        var filled = new byte[1 << bucketBits];
        foreach (var (bucket, _, entry) in placed)
        {
            _entries[_buckets[bucket].Start + filled[bucket]++] = entry;
            phrases[entry.Distinct].CopyTo(_texts.AsSpan(entry.Text));
        }
    }

    /// <returns>Null when no phrase is left for it.</returns>
    /// <param name="phrases">All the phrases; those of one character are passed over.</param>
    /// <param name="crowded">Takes those that do not fit.</param>
    /// <param name="useVectors">Whether to, where the processor can.</param>
    internal static GramIndex? Build(PhraseList phrases, List<int> crowded, bool useVectors)
    {
        var bucketBits = Math.Clamp(BitOperations.Log2((uint)Math.Max(1, phrases.Count)) + 1, 10, 20);
        var choice = new GramChoice(phrases, bucketBits);
        var placed = new List<(int, uint, Entry)>(phrases.Count);
        var length = 0;
        for (var i = 0; i < phrases.Count; i++)
        {
            var text = phrases[i];
            if (text.Length < 2) continue;
            var gram = text.Length <= LongestPhrase ? choice.Take(text) : -1;
            if (gram < 0)
            {
                crowded.Add(i);
                continue;
            }
            var third = text.Length > 2 ? text[gram + 2] : '\0';
            var hash = Gram.Hash(text[gram], text[gram + 1], third);
            var pair = Gram.Pair(text[gram], text[gram + 1]);
            var beyond = gram + 3 < text.Length ? gram + 3 : 0;
            var entry = new Entry(pair, third, text[beyond], (byte)beyond, (byte)gram, (byte)text.Length, length, i);
            placed.Add(((int)(hash >> (32 - bucketBits)), hash, entry));
            length += text.Length;
        }
        return placed.Count > 0 ? new GramIndex(phrases, placed, bucketBits, useVectors) : null;
    }

    [SkipLocalsInit]
    internal void Find(ReadOnlySpan<char> text, ref HitSink sink)
    {
        Span<int> candidates = stackalloc int[Block + Lanes];
        Span<int> grams = stackalloc int[2 * Block];
        var last = text.Length - 1; // no gram starts there
        for (var from = 0; from < last && !sink.IsFull; from += Block)
        {
            var to = Math.Min(from + Block, last);
            var passed = candidates[..Filter(text, from, to, candidates)];
            Compare(text, grams[..Sift(text, passed, grams)], ref sink);
        }
    }

    /// <summary>The positions from <paramref name="from"/> to before <paramref name="to"/> where a gram may start.</summary>
    /// <returns>How many there are; at most a block's.</returns>
    internal int Filter(ReadOnlySpan<char> text, int from, int to, Span<int> candidates)
    {
        if (!_useVectors || text.Length < Lanes + 2) return FilterOneByOne(text, from, to, candidates, 0);
        return _hasPairs ? FilterByVectors<WithPairs>(text, from, to, candidates) : FilterByVectors<WithoutPairs>(text, from, to, candidates);
    }

    private int FilterOneByOne(ReadOnlySpan<char> text, int from, int to, Span<int> candidates, int count)
    {
        for (var i = from; i < to; i++)
        {
            var ofPair = Gram.Hash(text[i], text[i + 1], '\0');
            var passes = _hasPairs ? Test(ofPair) : 0;
            if (i + 2 < text.Length) passes |= Test(Gram.AddThird(ofPair, text[i + 2]));
            candidates[count] = i;
            count += (int)(passes >> 31);
        }
        return count;
    }

    // The first bit of the result is that of the hash.
    private uint Test(uint hash) => _filter[hash >> _bitShift >> 5] << (int)((hash >> _bitShift) & 31);

    // Eight positions a step. The last step steps back, so as to read no further than the text, and masks what was seen.
    private unsafe int FilterByVectors<TPairs>(ReadOnlySpan<char> text, int from, int to, Span<int> candidates)
        where TPairs : struct
    {
        ref var chars = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        ref var target = ref MemoryMarshal.GetReference(candidates);
        var shift = Vector128.CreateScalar((uint)_bitShift);
        var lastStep = text.Length - Lanes - 2; // reads ten characters
        var count = 0;
        var i = from;
        fixed (uint* filter = _filter)
        {
            while (i < to)
            {
                var at = Math.Min(i, lastStep);
                var first = Vector128.LoadUnsafe(ref chars, (nuint)at);
                var second = Vector128.LoadUnsafe(ref chars, (nuint)at + 1);
                var third = Avx2.ConvertToVector256Int32(Vector128.LoadUnsafe(ref chars, (nuint)at + 2)).AsUInt32();
                var ofPairs = Vector256.Create(Sse2.UnpackLow(first, second), Sse2.UnpackHigh(first, second)).AsUInt32() * Gram.OfPair;
                var found = Test(filter, ofPairs + (third * Gram.OfThird), shift);
                if (typeof(TPairs) == typeof(WithPairs)) found |= Test(filter, ofPairs, shift);
                var mask = found.ExtractMostSignificantBits();
                if (at < i)
                {
                    if (i >= at + Lanes) break;
                    mask &= uint.MaxValue << (i - at);
                    if (to < at + Lanes) mask &= (1u << (to - at)) - 1;
                }
                (PackedLanes.Of(mask) + Vector256.Create(at)).StoreUnsafe(ref target, (nuint)count);
                count += BitOperations.PopCount(mask);
                i = at + Lanes;
            }
        }
        return i < to ? FilterOneByOne(text, i, to, candidates, count) : count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Vector256<uint> Test(uint* filter, Vector256<uint> hashes, Vector128<uint> shift)
    {
        var bits = Avx2.ShiftRightLogical(hashes, shift);
        var words = Avx2.GatherVector256(filter, Avx2.ShiftRightLogical(bits, 5).AsInt32(), sizeof(uint));
        return Avx2.ShiftLeftLogicalVariable(words, bits & Vector256.Create(31u));
    }

    // By the character after the gram, still without branches. Writes twice the position for a gram of three, and one more
    // for a gram of two; a bucket that any character may follow may hold one.
    private int Sift(ReadOnlySpan<char> text, ReadOnlySpan<int> candidates, Span<int> grams)
    {
        var kept = 0;
        foreach (var at in candidates)
        {
            var hash = Gram.Hash(text[at], text[at + 1], '\0');
            if (_hasPairs)
            {
                grams[kept] = (2 * at) + 1;
                kept += _buckets[hash >> _bucketShift].Fourths == AnyFourth ? 1 : 0;
            }
            var ofThree = at + 2 < text.Length ? Gram.AddThird(hash, text[at + 2]) : hash;
            var fourth = at + 3 < text.Length ? text[at + 3] : 0;
            grams[kept] = 2 * at;
            kept += (int)((_buckets[ofThree >> _bucketShift].Fourths >> fourth) & 1);
        }
        return kept;
    }

    private void Compare(ReadOnlySpan<char> text, ReadOnlySpan<int> grams, ref HitSink sink)
    {
        foreach (var gram in grams)
        {
            var at = gram / 2;
            var third = '\0';
            if (gram % 2 == 0)
            {
                if (at + 2 >= text.Length) continue;
                third = text[at + 2];
            }
            var pair = Gram.Pair(text[at], text[at + 1]);
            var bucket = (int)(Gram.Hash(text[at], text[at + 1], third) >> _bucketShift);
            var end = _buckets[bucket + 1].Start;
            for (var e = _buckets[bucket].Start; e < end; e++)
            {
                ref readonly var entry = ref _entries[e];
                if (entry.Pair != pair || entry.Third != third) continue;
                var start = at - entry.Gram;
                if (start < 0 || start + entry.Length > text.Length || text[start + entry.BeyondAt] != entry.Beyond) continue;
                if (entry.Length > 3 && !text.Slice(start, entry.Length).SequenceEqual(_texts.AsSpan(entry.Text, entry.Length))) continue;
                sink.Add(entry.Distinct, start, start + entry.Length);
            }
            if (sink.IsFull) return;
        }
    }

    /// <param name="Pair">The first two characters of the gram.</param>
    /// <param name="Third">The third, or <c>'\0'</c>.</param>
    /// <param name="Beyond">The character after the gram, if there is one.</param>
    /// <param name="BeyondAt">Where that one is in the phrase.</param>
    /// <param name="Gram">Where the gram starts in the phrase.</param>
    /// <param name="Length">Of the phrase.</param>
    /// <param name="Text">Where the phrase starts in the text of all phrases.</param>
    /// <param name="Distinct">Its number among the distinct phrases.</param>
    private readonly record struct Entry(uint Pair, char Third, char Beyond, byte BeyondAt, byte Gram, byte Length, int Text, int Distinct);

    private struct Bucket
    {
        /// <summary>Its first entry; the last is before that of the next bucket.</summary>
        internal int Start;

        /// <summary>The last five bits of the characters that may follow its grams, as a set.</summary>
        internal uint Fourths;
    }

    private struct WithPairs;

    private struct WithoutPairs;
}
