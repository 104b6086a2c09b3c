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

    /// <summary>The rarest set of words of which every match has one; empty when a match needs no word.</summary>
    internal static IReadOnlyList<GateWord> Find(PatternNode node)
    {
        switch (node)
        {
            case PatternNode.Words words:
                return [new GateWord(words.Folded, 0, 0)];
            case PatternNode.Choice choice:
                var all = new List<GateWord>();
                foreach (var branch in choice.Branches)
                {
                    var inner = Find(branch);
                    if (inner.Count == 0) return [];
                    all.AddRange(inner);
                }

                return all;
            case PatternNode.Sequence sequence:
                return FindIn(sequence);
            default:
                return [];
        }
    }

    private static IReadOnlyList<GateWord> FindIn(PatternNode.Sequence sequence)
    {
        if (sequence.Wordings is { Count: <= MostWordings } words && sequence.MinWidth > 0)
        {
            var gates = new GateWord[words.Count];
            for (var i = 0; i < gates.Length; i++) gates[i] = new GateWord(words[i], 0, 0);
            return gates;
        }

        IReadOnlyList<GateWord> best = [];
        var (bestCost, bestMin, bestMax) = (double.MaxValue, 0, 0);
        var (min, max) = (0, 0);
        foreach (var part in sequence.Parts)
        {
            var gate = Find(part);
            var (chance, reach) = (0.0, 0);
            foreach (var word in gate)
            {
                chance += Cost(word.Word);
                reach = Math.Max(reach, word.MaxBefore - word.MinBefore);
            }

            var cost = chance * (1 + reach + max - min);
            if (gate.Count > 0 && cost < bestCost) (best, bestCost, bestMin, bestMax) = (gate, cost, min, max);
            (min, max) = (min + part.MinWidth, max + part.MaxWidth);
        }

        if (bestMax == 0) return best;
        var moved = new GateWord[best.Count];
        for (var i = 0; i < moved.Length; i++) moved[i] = new GateWord(best[i].Word, best[i].MinBefore + bestMin, best[i].MaxBefore + bestMax);
        return moved;
    }

    /// <summary>The characters with which a match can begin, added to <paramref name="into"/>; false when it can begin with any.</summary>
    /// <param name="mayBeEmpty">Whether <paramref name="node"/> can match without a character, so that what follows it counts too.</param>
    internal static bool FirstCharacters(PatternNode node, HashSet<char> into, out bool mayBeEmpty)
    {
        mayBeEmpty = true;
        switch (node)
        {
            case PatternNode.Words words:
                mayBeEmpty = false;
                into.Add(words.Folded[0]);
                return true;
            case PatternNode.Gap gap:
                return gap.Max == 0;
            case PatternNode.Sequence sequence:
                foreach (var part in sequence.Parts)
                {
                    if (!FirstCharacters(part, into, out mayBeEmpty)) return false;
                    if (!mayBeEmpty) return true;
                }

                return true;
            case PatternNode.Choice choice:
                var anyEmpty = false;
                foreach (var branch in choice.Branches)
                {
                    if (!FirstCharacters(branch, into, out var empty)) return false;
                    anyEmpty |= empty;
                }

                mayBeEmpty = anyEmpty;
                return true;
            default:
                return true;
        }
    }

    /// <summary>About how often a word turns up by chance, per character of text.</summary>
    private static double Cost(string word)
    {
        if (word.Length == 1) return Share(word[0]);
        var product = 1.0;
        foreach (var c in word) product *= Share(c);
        // Characters seek each other's company: a pair is met more often than chance has it.
        return Math.Max(product * Math.Pow(Attraction, word.Length - 1), Rarest);
    }

    private static double Share(char c) =>
        CommonCharacters.Contains(c, StringComparison.Ordinal) ? MostCommon : MostCommon / (1 << (10 - Rarity.Of(c)));
}
