using System.Runtime.CompilerServices;

namespace ScriptRules.Text.Matching;

/// <summary>A set of characters that may hold a few more: what it does not hold is surely not in the set.</summary>
internal sealed class CharacterFilter
{
    private const int Words = 8;
    private readonly ulong[] _bits = new ulong[Words];

    private CharacterFilter()
    {
    }

    internal static CharacterFilter Of(IEnumerable<char> characters)
    {
        var filter = new CharacterFilter();
        foreach (var c in characters) filter._bits[(c >> 6) % Words] |= 1UL << (c & 63);
        return filter;
    }

    /// <summary>The union of <paramref name="filters"/>; null, which stands for any character, when one of them is null.</summary>
    internal static CharacterFilter? Any(IEnumerable<CharacterFilter?> filters)
    {
        var union = new CharacterFilter();
        foreach (var filter in filters)
        {
            if (filter is null) return null;
            for (var i = 0; i < Words; i++) union._bits[i] |= filter._bits[i];
        }

        return union;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool MayHold(char c) => (_bits[(c >> 6) % Words] & (1UL << (c & 63))) != 0;
}
