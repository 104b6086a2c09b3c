using System.Buffers;
using System.Collections.Frozen;

namespace ScriptRules.Text.Normalization;

/// <summary>Which characters are taken for each other by their looks, and which are written in two or three parts (女子 for 好).</summary>
/// <remarks>From a list of our own, <c>tools/FoldTable/look-alikes.txt</c>.</remarks>
internal static class LookAlikes
{
    private static readonly Dictionary<char, char> First = ReadSets();

    // By their first part, the longest first; each is the character and then its parts.
    private static readonly FrozenDictionary<char, string[]> Splits =
        LookAlikeData.Splits.Split(' ').OrderByDescending(s => s.Length).GroupBy(s => s[1]).ToFrozenDictionary(g => g.Key, g => g.ToArray());

    /// <summary>The characters that may be meant for others.</summary>
    internal static readonly SearchValues<char> Suspects = SearchValues.Create([.. First.Keys, .. Splits.Keys]);

    /// <summary>One character for all that look like <paramref name="folded"/>.</summary>
    internal static char Of(char folded) => First.GetValueOrDefault(folded, folded);

    /// <summary>The character that <paramref name="text"/> begins with in parts; <c>'\0'</c> when it does not.</summary>
    /// <param name="parts">How many there are.</param>
    internal static char Joined(ReadOnlySpan<char> text, out int parts)
    {
        parts = 0;
        if (!Splits.TryGetValue(text[0], out var splits)) return '\0';
        foreach (var split in splits)
        {
            if (!text.StartsWith(split.AsSpan(1))) continue;
            parts = split.Length - 1;
            return split[0];
        }

        return '\0';
    }

    private static Dictionary<char, char> ReadSets()
    {
        var first = new Dictionary<char, char>();
        foreach (var set in LookAlikeData.Sets.Split(' '))
            foreach (var c in set) first.Add(c, set[0]);
        return first;
    }
}
