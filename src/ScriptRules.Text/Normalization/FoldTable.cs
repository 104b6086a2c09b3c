using System.Runtime.CompilerServices;
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

    /// <summary>Most characters that one folds to.</summary>
    internal const int MostCharacters = 4;

    private const int PrivateUseStart = 0xE000;
    private const int PrivateUseCount = 6400;

    private static readonly char[] Table = Expand();
    private static readonly sbyte[] KindTable = Sort();

    /// <summary>For U+0000: 1 when it folds to itself, 0 when it is skipped, negative otherwise. The other 65,535 follow.</summary>
    internal static ref sbyte FirstKind => ref MemoryMarshal.GetArrayDataReference(KindTable);

    /// <summary>
    /// What <paramref name="c"/> folds to; <c>'\0'</c> when it is skipped inside phrases, and for a surrogate. The first
    /// of several.
    /// </summary>
    public static char Fold(char c)
    {
        var folded = Table[c];
        if (folded != Special) return folded;
        var room = '\0';
        return FoldSpecial(c, ref room) is [var first, ..] ? first : '\0';
    }

    /// <summary>A phrase as the index wants it: folded, without the characters that are skipped.</summary>
    /// <returns>Empty when nothing is left.</returns>
    public static string FoldPhrase(string phrase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        foreach (var c in phrase)
            if (KindTable[c] != 1) return new string(FoldedText.Of(phrase).Chars);
        return phrase;
    }

    /// <summary>What stands in the table: <see cref="Special"/>, unlike <see cref="Fold"/>.</summary>
    internal static char Look(char c) => Table[c];

    /// <summary>What a code point that is <see cref="Special"/> in the table folds to; empty when it is skipped.</summary>
    /// <param name="point">A code point.</param>
    /// <param name="room">Holds the answer when it is one character that stands in no table.</param>
    internal static ReadOnlySpan<char> FoldSpecial(int point, ref char room)
    {
        if (point is >= 0x1F300 and < 0x1FBF0) return []; // most emoji, without a look-up
        var found = Array.BinarySearch(Specials.Points, point);
        if (found >= 0) return FoldData.Several.AsSpan(Specials.From[found]..Specials.To[found]);
        if (point is < 0x20000 or >= 0x40000) return [];
        room = (char)(PrivateUseStart + (point % PrivateUseCount));
        return new ReadOnlySpan<char>(ref room);
    }

    /// <summary>What the code point at <paramref name="at"/>, <see cref="Special"/> in the table, folds to.</summary>
    /// <param name="text">As sent.</param>
    /// <param name="at">Where in it.</param>
    /// <param name="units">How many units of the text it takes.</param>
    /// <param name="room">As in <see cref="FoldSpecial(int, ref char)"/>.</param>
    internal static ReadOnlySpan<char> FoldSpecial(ReadOnlySpan<char> text, int at, out int units, ref char room)
    {
        units = IsPair(text, at) ? 2 : 1;
        return FoldSpecial(units == 2 ? char.ConvertToUtf32(text[at], text[at + 1]) : text[at], ref room);
    }

    /// <summary>Whether the two units at <paramref name="at"/> are one code point.</summary>
    internal static bool IsPair(ReadOnlySpan<char> text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);

    // Compiled well at once, since it runs once.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static char[] Expand()
    {
        var table = new char[0x10000];
        for (var c = 0; c <= 0xFFFF; c++) table[c] = (char)c;
        var skipped = FoldData.Skipped;
        for (var i = 0; i < skipped.Length; i += 2)
        {
            for (int c = skipped[i]; c <= skipped[i + 1]; c++) table[c] = '\0';
        }
        var runs = FoldData.Runs;
        for (var i = 0; i < runs.Length; i += 3)
        {
            for (int c = runs[i], to = runs[i + 2]; c <= runs[i + 1]; c++, to++) table[c] = (char)to;
        }
        var pairs = FoldData.Pairs;
        for (var i = 0; i < pairs.Length; i += 2) table[pairs[i]] = pairs[i + 1];
        var several = FoldData.Several;
        for (var i = 0; i < several.Length; i++)
        {
            table[several[i]] = Special;
            while (several[i] != '\0') i++;
        }
        for (var c = 0xD800; c < 0xE000; c++) table[c] = Special;
        return table;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static sbyte[] Sort()
    {
        var kinds = new sbyte[Table.Length];
        for (var c = 0; c < kinds.Length; c++) kinds[c] = (sbyte)(Table[c] == 0 ? 0 : Table[c] == c ? 1 : sbyte.MinValue);

        // Most emoji, U+1F400 to U+1F7FF: skipped whatever comes second. A second one that has no first is skipped as well.
        kinds[0xD83D] = 0;
        for (var c = 0xDC00; c < 0xE000; c++) kinds[c] = 0;
        return kinds;
    }

    // Apart, so that it is read when the first such character is met.
    private static class Specials
    {
        /// <summary>In order.</summary>
        internal static readonly int[] Points = new int[Count()];

        /// <summary>Where in <see cref="FoldData.Several"/> the characters stand that a point folds to.</summary>
        internal static readonly int[] From = new int[Points.Length];

        internal static readonly int[] To = new int[Points.Length];

        static Specials() => Read();

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static int Count()
        {
            var count = 0;
            foreach (var c in FoldData.Several) count += c == '\0' ? 1 : 0;
            return count;
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Read()
        {
            var several = FoldData.Several;
            for (int i = 0, n = 0; i < several.Length; i++, n++)
            {
                var isPair = char.IsHighSurrogate(several[i]);
                Points[n] = isPair ? char.ConvertToUtf32(several[i], several[i + 1]) : several[i];
                From[n] = i += isPair ? 2 : 1;
                while (several[i] != '\0') i++;
                To[n] = i;
            }
        }
    }
}
