using System.Runtime.InteropServices;
using ScriptRules.Text.Matching.Index;

namespace ScriptRules.Text.Matching;

/// <summary>Which words a template cannot do without, so that it is tried only where one of them stands.</summary>
internal static class GateFinder
{
    private const int MostWordings = 64;
    private const double MostCommon = 0.04; // of the characters of a text
    private const double Attraction = 15;
    private const double Rarest = 0.000002;

    // In talk with customers these are as common as the most common of all.
    private const string CommonCharacters = "的了不是我你您这有好请可以";

    [ThreadStatic]
    private static List<GateWord>? _words; // used again: there are many templates, and most have few words

    /// <summary>The rarest set of words of which every match has one; empty when a match needs no word.</summary>
    internal static GateWord[] Find(PatternNode node)
    {
        var words = _words ??= [];
        Append(node, words);
        GateWord[] found = [.. words];
        words.Clear();
        return found;
    }

    /// <returns>False, and nothing appended, when a match needs no word.</returns>
    private static bool Append(PatternNode node, List<GateWord> into)
    {
        switch (node)
        {
            case PatternNode.Words words:
                into.Add(new GateWord(words.Folded, 0, 0));
                return true;
            case PatternNode.Choice choice:
                var from = into.Count;
                foreach (var branch in choice.Branches)
                {
                    if (Append(branch, into)) continue;
                    into.RemoveRange(from, into.Count - from);
                    return false;
                }

                return true;
            case PatternNode.Sequence { MinWidth: > 0, Wordings: { Count: <= MostWordings } wordings }:
                foreach (var word in wordings) into.Add(new GateWord(word, 0, 0));
                return true;
            case PatternNode.Sequence sequence:
                return AppendRarest(sequence, into);
            default:
                return false;
        }
    }

    private static bool AppendRarest(PatternNode.Sequence sequence, List<GateWord> into)
    {
        var from = into.Count;
        var (bestCost, bestMin, bestMax) = (double.MaxValue, 0, 0);
        var (min, max) = (0, 0);
        foreach (var part in sequence.Parts)
        {
            var at = into.Count;
            if (Append(part, into))
            {
                var cost = Cost(CollectionsMarshal.AsSpan(into)[at..], max - min);
                if (cost < bestCost)
                {
                    (bestCost, bestMin, bestMax) = (cost, min, max);
                    into.RemoveRange(from, at - from);
                }
                else
                {
                    into.RemoveRange(at, into.Count - at);
                }
            }

            (min, max) = (min + part.MinWidth, max + part.MaxWidth);
        }

        foreach (ref var word in CollectionsMarshal.AsSpan(into)[from..])
            word = new GateWord(word.Word, word.MinBefore + bestMin, word.MaxBefore + bestMax);
        return into.Count > from;
    }

    private static double Cost(ReadOnlySpan<GateWord> words, int open)
    {
        var (chance, reach) = (0.0, 0);
        foreach (var word in words)
        {
            chance += Cost(word.Word);
            reach = Math.Max(reach, word.MaxBefore - word.MinBefore);
        }

        return chance * (1 + reach + open);
    }

    /// <summary>About how often a word turns up by chance, per character of text.</summary>
    private static double Cost(string word)
    {
        if (word.Length == 1) return Share(word[0]);
        // Characters seek each other's company: a pair is met more often than chance has it.
        var product = 1 / Attraction;
        foreach (var c in word) product *= Attraction * Share(c);
        return Math.Max(product, Rarest);
    }

    private static double Share(char c) =>
        CommonCharacters.Contains(c, StringComparison.Ordinal) ? MostCommon : MostCommon / (1 << (10 - Rarity.Of(c)));
}
