using System.Runtime.InteropServices;

namespace ScriptRules.Text.Normalization;

/// <summary>Which written characters count as one.</summary>
/// <remarks>
/// <para>
/// Full width, case, accents, circles and other styles, digits of other scripts, traditional characters, 妳 and other
/// ways to write 你, and Cyrillic and Greek letters that look Latin all fold to the plain simplified or lower-case
/// form. 您 stays apart from 你. Spaces, punctuation, symbols, emoji, combining marks and zero-width characters are
/// skipped. The table is generated from Unicode and ICU data by <c>tools/FoldTable</c>, where its steps are told.
/// </para>
/// <para>
/// A few characters fold to several: ⑩ to 10, ㎡ to m2. A Han character outside the basic plane (two UTF-16 units)
/// folds to one private-use character, <c>U+E000</c> plus its code point modulo 6,400; two of the 60,000 rare
/// characters out there can meet in one, nothing else does.
/// </para>
/// </remarks>
public static class FoldTable
{
    /// <summary>In the table: a surrogate, or a character that folds to several.</summary>
    internal const char Special = '\uFFFF';

    private const int PrivateUseStart = 0xE000;
    private const int PrivateUseCount = 6400;

    private static readonly char[] Table = Expand();

    /// <summary>The fold of U+0000; those of the other 65,535 follow.</summary>
    internal static ref char First => ref MemoryMarshal.GetArrayDataReference(Table);

    /// <summary>
    /// What <paramref name="c"/> folds to; <c>'\0'</c> when it is skipped inside phrases, and for a surrogate. The first
    /// of several.
    /// </summary>
    public static char Fold(char c)
    {
        var folded = Table[c];
        return folded != Special ? folded : FoldSpecial(c) is { Length: > 0 } several ? several[0] : '\0';
    }

    /// <summary>A phrase as the index wants it: folded, without the characters that are skipped.</summary>
    /// <returns>Empty when nothing is left.</returns>
    public static string FoldPhrase(string phrase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        return new string(FoldedText.Of(phrase).Chars);
    }

    /// <summary>What a code point that is <see cref="Special"/> in the table folds to; empty when it is skipped.</summary>
    internal static string FoldSpecial(int point)
    {
        if (point is >= 0x1F300 and < 0x1FBF0) return ""; // most emoji, without a look-up
        if (SpecialTable.Several.TryGetValue(point, out var several)) return several;
        return point is >= 0x20000 and < 0x40000 ? ((char)(PrivateUseStart + (point % PrivateUseCount))).ToString() : "";
    }

    private static char[] Expand()
    {
        var table = new char[0x10000];
        for (var c = 0; c < table.Length; c++) table[c] = (char)c;
        for (var i = 0; i < FoldData.Skipped.Length; i += 2)
        {
            table.AsSpan(FoldData.Skipped[i]..(FoldData.Skipped[i + 1] + 1)).Clear();
        }
        for (var i = 0; i < FoldData.Runs.Length; i += 3)
        {
            for (int c = FoldData.Runs[i], to = FoldData.Runs[i + 2]; c <= FoldData.Runs[i + 1]; c++, to++) table[c] = (char)to;
        }
        for (var i = 0; i < FoldData.Pairs.Length; i += 2) table[FoldData.Pairs[i]] = FoldData.Pairs[i + 1];
        for (var i = 0; i < FoldData.Several.Length; i = FoldData.Several.IndexOf('\0', i) + 1)
        {
            table[FoldData.Several[i]] = Special;
        }
        table.AsSpan(0xD800, 0x800).Fill(Special);
        return table;
    }

    // Apart, so that it is built when the first such character is met.
    private static class SpecialTable
    {
        internal static readonly Dictionary<int, string> Several = Read();

        private static Dictionary<int, string> Read()
        {
            var several = new Dictionary<int, string>();
            foreach (var entry in FoldData.Several.Split('\0', StringSplitOptions.RemoveEmptyEntries))
            {
                var units = char.IsHighSurrogate(entry[0]) ? 2 : 1;
                several.Add(units == 2 ? char.ConvertToUtf32(entry, 0) : entry[0], entry[units..]);
            }
            return several;
        }
    }
}
