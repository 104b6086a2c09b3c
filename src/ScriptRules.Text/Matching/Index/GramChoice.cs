using System.Numerics;

namespace ScriptRules.Text.Matching.Index;

/// <summary>Chooses the gram to file a phrase under: rare in text, and in a bucket that has room.</summary>
/// <remarks>
/// Characters that are common in Chinese make a gram common, and so do pairs that many phrases of the pack share: they
/// are the words of its field.
/// </remarks>
internal sealed class GramChoice
{
    private const int PairBits = 16;

    private readonly byte[] _pairs = new byte[1 << PairBits];
    private readonly byte[] _loads;
    private readonly int _bucketShift;

    internal GramChoice(PhraseList phrases, int bucketBits)
    {
        _loads = new byte[1 << bucketBits];
        _bucketShift = 32 - bucketBits;
        for (var p = 0; p < phrases.Count; p++)
        {
            var text = phrases[p];
            for (var i = 0; i + 1 < text.Length; i++)
            {
                ref var count = ref _pairs[PairSlot(text, i)];
                if (count < byte.MaxValue) count++;
            }
        }
    }

    /// <summary>Where the best gram of <paramref name="text"/> starts; its bucket is taken to hold it.</summary>
    /// <returns>-1 when every bucket is full.</returns>
    internal int Take(string text)
    {
        var weight = 1 + (text.Length / 32);
        var width = Math.Min(Gram.Longest, text.Length);
        var (best, bestBucket, bestCost) = (-1, 0u, int.MaxValue);
        for (var i = 0; i + width <= text.Length; i++)
        {
            var bucket = Gram.Hash(Gram.Of(text, i)) >> _bucketShift;
            if (_loads[bucket] + weight > GramIndex.BucketCap) continue;
            var cost = (4 * _loads[bucket]) + Rarity.Of(text[i]) + Rarity.Of(text[i + 1]) + Shared(text, i);
            if (width > 2) cost += Rarity.Of(text[i + 2]) + Shared(text, i + 1);
            if (cost < bestCost) (best, bestBucket, bestCost) = (i, bucket, cost);
        }
        if (best >= 0) _loads[bestBucket] += (byte)weight;
        else if (weight <= GramIndex.BucketCap) Crowd(text, width);
        return best;
    }

    /// <summary>Whether a phrase was refused by the bucket of this gram.</summary>
    internal bool IsCrowded(string text, int at) => _loads[Gram.Hash(Gram.Of(text, at)) >> _bucketShift] == byte.MaxValue;

    private void Crowd(string text, int width)
    {
        for (var i = 0; i + width <= text.Length; i++) _loads[Gram.Hash(Gram.Of(text, i)) >> _bucketShift] = byte.MaxValue;
    }

    private static int PairSlot(string text, int at) => (int)(Gram.Hash(text[at] | ((ulong)text[at + 1] << 16)) >> (32 - PairBits));

    private int Shared(string text, int at) => 4 * BitOperations.Log2(_pairs[PairSlot(text, at)]);
}
