using ScriptRules.Text.Matching.Index;

namespace ScriptRules.Text.Matching;

/// <summary>Which words a template cannot do without, so that it is tried only where one of them stands.</summary>
internal static class GateFinder
{
    private const int ProductLimit = 48;
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
        if (Expand(sequence, 64) is { } words && words.All(w => w.Length > 0)) return [.. words.Select(w => new GateWord(w, 0, 0))];
        IReadOnlyList<GateWord> best = [];
        var bestCost = double.MaxValue;
        var (min, max) = (0, 0);
        foreach (var part in sequence.Parts)
        {
            var gate = Find(part);
            var cost = gate.Sum(g => Cost(g.Word)) * (1 + gate.DefaultIfEmpty().Max(g => g.MaxBefore - g.MinBefore) + max - min);
            if (gate.Count > 0 && cost < bestCost)
            {
                bestCost = cost;
                best = [.. gate.Select(g => new GateWord(g.Word, g.MinBefore + min, g.MaxBefore + max))];
            }

            var width = Width(part);
            (min, max) = (min + width.Min, max + width.Max);
        }

        return best;
    }

    /// <summary>The fewest and the most characters that <paramref name="node"/> covers.</summary>
    internal static (int Min, int Max) Width(PatternNode node)
    {
        switch (node)
        {
            case PatternNode.Words words:
                return (words.Folded.Length, words.Folded.Length);
            case PatternNode.Gap gap:
                return (gap.Min, gap.Max);
            case PatternNode.Sequence sequence:
                var widths = sequence.Parts.Select(Width).ToList();
                return (widths.Sum(w => w.Min), widths.Sum(w => w.Max));
            case PatternNode.Choice choice:
                return (choice.Branches.Min(b => Width(b).Min), choice.Branches.Max(b => Width(b).Max));
            default:
                return (0, 0);
        }
    }

    /// <summary>Every wording of a node that is words only; null when it is not, or when there are more than <paramref name="limit"/>.</summary>
    internal static IReadOnlyList<string>? Expand(PatternNode node, int limit)
    {
        switch (node)
        {
            case PatternNode.Words words:
                return [words.Folded];
            case PatternNode.Choice choice:
                var all = new List<string>();
                foreach (var branch in choice.Branches)
                {
                    if (Expand(branch, limit) is not { } inner || all.Count + inner.Count > limit) return null;
                    all.AddRange(inner);
                }

                return all;
            case PatternNode.Sequence sequence:
                IReadOnlyList<string> product = [""];
                foreach (var part in sequence.Parts)
                {
                    // Products grow fast and are matched as well part by part.
                    if (Expand(part, limit) is not { } inner || product.Count * inner.Count > Math.Min(limit, ProductLimit)) return null;
                    product = product.Count == 1 && product[0].Length == 0 ? inner : [.. product.SelectMany(head => inner, (head, tail) => head + tail)];
                }

                return product;
            default:
                return null;
        }
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
