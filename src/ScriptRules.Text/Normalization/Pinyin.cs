using System.Collections.Frozen;

namespace ScriptRules.Text.Normalization;

/// <summary>How Han characters sound in Mandarin, tones aside.</summary>
/// <remarks>The table is generated from Unihan by <c>tools/FoldTable</c>. It is read when a pack first asks for sounds.</remarks>
internal static class Pinyin
{
    // A syllable is at most zhuang.
    internal const int LongestSyllable = 6;

    private static readonly (FrozenDictionary<char, string> First, ILookup<char, string> More) Readings = Read();

    /// <summary>Whether <paramref name="letters"/> are a syllable, ü written v.</summary>
    internal static bool IsSyllable(ReadOnlySpan<char> letters) => Syllables.Lookup.Contains(letters);

    /// <summary>The usual reading; null for what is no Han character, or has no known one.</summary>
    internal static string? Of(char folded) => Readings.First.GetValueOrDefault(folded);

    /// <summary>All common readings, the usual one first; empty as <see cref="Of"/> is null.</summary>
    internal static IEnumerable<string> AllOf(char folded) => Of(folded) is { } first ? Readings.More[folded].Prepend(first) : [];

    /// <summary>The characters that have a reading.</summary>
    internal static IEnumerable<KeyValuePair<char, string>> All => Readings.First;

    private static (FrozenDictionary<char, string> First, ILookup<char, string> More) Read()
    {
        var first = new Dictionary<char, string>();
        foreach (var group in PinyinData.Readings.Split(' '))
        {
            var letters = group.TakeWhile(char.IsAsciiLetterLower).Count();
            var syllable = group[..letters];
            foreach (var c in group.AsSpan(letters)) first.Add(c, syllable);
        }

        return (first.ToFrozenDictionary(), PinyinData.More.Split(' ').ToLookup(entry => entry[0], entry => entry[1..]));
    }

    private static class Syllables
    {
        internal static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup =
            Readings.First.Values.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
