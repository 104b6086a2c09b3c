using System.Runtime.CompilerServices;

namespace ScriptRules.Text.Matching;

/// <summary>A set of characters that may hold a few more: what it does not hold is surely not in the set.</summary>
/// <remarks>Each character has one bit in either half. A set of twenty holds one in fourteen of the others.</remarks>
/// <param name="Left">One half.</param>
/// <param name="Right">The other.</param>
internal readonly record struct CharacterSet(ulong Left, ulong Right)
{
    private const int Bits = 6; // of the place in one half

    /// <summary>Every character.</summary>
    internal static CharacterSet Any { get; } = new(ulong.MaxValue, ulong.MaxValue);

    internal bool IsAny => (Left & Right) == ulong.MaxValue;

    public static CharacterSet operator |(CharacterSet a, CharacterSet b) => new(a.Left | b.Left, a.Right | b.Right);

    internal static CharacterSet Of(char c)
    {
        var hash = Hash(c);
        return new CharacterSet(1UL << hash, 1UL << (hash >> Bits));
    }

    internal static CharacterSet Of(IEnumerable<char> characters)
    {
        var set = default(CharacterSet);
        foreach (var c in characters) set |= Of(c);
        return set;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool MayHold(char c)
    {
        var hash = Hash(c);
        return ((Left >> hash) & (Right >> (hash >> Bits)) & 1) != 0;
    }

    // A shift takes the lowest six bits of what it is told.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Hash(char c) => (int)((c * 0x9E3779B1u) >> (32 - (2 * Bits)));
}
