using ScriptRules.Text.Facts;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Matching.Channels;

/// <summary>Finds stretches of a turn that say a model sentence nearly as it is written.</summary>
/// <remarks>
/// A stretch is looked at where at least three characters in a row are the sentence's. It counts when it has enough of the sentence's
/// characters in their order, and at most half as many others. This measures wording, not meaning: a sentence with a 不 more is near.
/// </remarks>
internal sealed class SimilarSentences
{
    internal const int ShortestSentence = 8;
    internal const int LongestSentence = 200;
    private const int Piece = 3;
    private const int MostRead = 4_000_000; // comparisons of characters in one turn
    private const int MostPlaces = 200_000;
    private const int WideGap = 4;
    private const int StrayLength = 2;

    private readonly Sample[] _samples;
    private readonly PhraseIndex _pieces;
    private readonly (int Sample, int Offset)[][] _homes; // of each piece

    private SimilarSentences(Sample[] samples, PhraseIndex pieces, (int, int)[][] homes) => (_samples, _pieces, _homes) = (samples, pieces, homes);

    /// <param name="Concept">What saying it says.</param>
    /// <param name="Sentence">Folded, 8 to 200 characters.</param>
    /// <param name="Coverage">How much of the sentence must be there, above 0 and at most 1.</param>
    internal sealed record Sample(int Concept, string Sentence, double Coverage);

    internal static SimilarSentences Build(IEnumerable<Sample> samples)
    {
        var all = samples.ToArray();
        var homes = new SortedDictionary<string, List<(int, int)>>(StringComparer.Ordinal);
        for (var s = 0; s < all.Length; s++)
        {
            for (var at = 0; at + Piece <= all[s].Sentence.Length; at++)
            {
                var piece = all[s].Sentence.Substring(at, Piece);
                if (!homes.TryGetValue(piece, out var list)) homes.Add(piece, list = []);
                list.Add((s, at));
            }
        }

        return new SimilarSentences(all, PhraseIndex.Build([.. homes.Keys]), [.. homes.Values.Select(h => h.ToArray())]);
    }

    /// <summary>As <see cref="ChannelIndex.Scan"/>.</summary>
    internal bool Scan(FoldedText text, TurnScan scan, CompiledConcept[] concepts)
    {
        var hits = new List<PhraseHit>();
        var complete = _pieces.Find(text.Chars, hits);
        if (hits.Count == 0) return complete;
        // Where each sentence would begin.
        var begins = new SortedDictionary<int, List<int>>();
        var places = 0;
        foreach (var hit in hits)
        {
            foreach (var (sample, offset) in _homes[hit.Phrase])
            {
                if (!begins.TryGetValue(sample, out var list)) begins.Add(sample, list = []);
                list.Add(hit.Start - offset);
                if (++places > MostPlaces) return false;
            }
        }

        long read = 0;
        foreach (var (sample, starts) in begins)
        {
            starts.Sort();
            var length = _samples[sample].Sentence.Length;
            for (var i = 0; i < starts.Count;)
            {
                var (from, to) = (Math.Max(0, starts[i] - (length / 4)), Math.Min(text.Length, starts[i] + length + (length / 2)));
                var pieces = 0;
                for (var reach = starts[i] + (length / 2); i < starts.Count && starts[i] <= reach; i++) pieces++;
                if (pieces < Math.Max(1, length / 12)) continue;
                read += (long)length * (to - from);
                if (read > MostRead) return false;
                Offer(_samples[sample], text, from, to, scan, concepts);
            }
        }

        return complete;
    }

    private static void Offer(Sample sample, FoldedText text, int from, int to, TurnScan scan, CompiledConcept[] concepts)
    {
        var places = Array.FindAll(Alignment.Of(sample.Sentence, text.Chars[from..to]), p => p >= 0);
        var (first, last) = (WithoutStrays(places), places.Length - 1 - WithoutStrays([.. places.Reverse().Select(p => -p)]));
        if (last < first) return;
        var (matched, span) = (last - first + 1, places[last] - places[first] + 1);
        if (matched < sample.Coverage * sample.Sentence.Length || span - matched > sample.Sentence.Length / 2) return;
        var isWhole = matched == sample.Sentence.Length && span == matched;
        scan.Offer(concepts[sample.Concept - 1], from + places[first], from + places[last] + 1, isWhole ? MentionTraits.None : MentionTraits.Similar);
    }

    /// <summary>How many characters at the beginning stand so far before the others that they belong to other words.</summary>
    private static int WithoutStrays(int[] places)
    {
        for (var i = 1; i < places.Length && i <= StrayLength; i++)
            if (places[i] - places[i - 1] > WideGap) return i;
        return 0;
    }
}
