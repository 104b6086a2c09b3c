using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Matching.Index;

/// <summary>Tells where in a text one of many grams may start.</summary>
/// <remarks>
/// The first two characters choose a byte, the third one a bit of it; all bits stand for a gram of two. The bytes are looked up
/// one by one, everything else is done for sixteen positions at once, and those that pass are packed without a branch.
/// </remarks>
internal sealed class GramFilter
{
    /// <summary>The positions told at once.</summary>
    internal const int Block = 512;

    /// <summary>How many characters more than a block are read.</summary>
    internal const int Beyond = 2;

    /// <summary>The positions looked at in one step.</summary>
    internal const int Step = 2 * PackedLanes.Count;

    private const ushort OfFirst = 0x9E37;
    private const ushort OfSecond = 0x85EB;
    private const int MostBits = 16;

    private readonly byte[] _slots;
    private readonly int _shift;

    /// <param name="count">About how many grams it will hold.</param>
    internal GramFilter(int count)
    {
        var bits = Math.Clamp(BitOperations.Log2((uint)Math.Max(1, count)) + 5, 12, MostBits);
        _slots = new byte[1 << bits];
        _shift = MostBits - bits;
    }

    /// <summary>Adds a gram of two or more characters.</summary>
    internal void Add(ReadOnlySpan<char> gram) =>
        _slots[(ushort)((gram[0] * OfFirst) + (gram[1] * OfSecond)) >> _shift] |= gram.Length > 2 ? (byte)(1 << (gram[2] & 7)) : byte.MaxValue;

    /// <summary>The first positions of <paramref name="text"/> where a gram may start, in order.</summary>
    /// <param name="text">A block and <see cref="Beyond"/> characters, or more.</param>
    /// <param name="length">How many to look at, at most a block; the rest of a step may be told too.</param>
    /// <param name="positions">Has room for a block and eight.</param>
    /// <returns>How many there are.</returns>
    internal int Find(ReadOnlySpan<char> text, int length, Span<ushort> positions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(text.Length, Block + Beyond, nameof(text));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Block, nameof(length));
        ArgumentOutOfRangeException.ThrowIfLessThan(positions.Length, Block + PackedLanes.Count, nameof(positions));
        ref var chars = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        ref var target = ref MemoryMarshal.GetReference(positions);
        ref var slots = ref MemoryMarshal.GetArrayDataReference(_slots);
        var shift = _shift;
        var bitOfThird = Vector128.Create(0x8040201008040201, 0).AsByte();
        var count = 0;
        for (nuint at = 0; at < (nuint)length; at += Step)
        {
            var low = Look(ref slots, Slots(ref chars, at, shift));
            var high = Look(ref slots, Slots(ref chars, at + PackedLanes.Count, shift));
            var thirds = Vector128.Narrow(Thirds(ref chars, at), Thirds(ref chars, at + PackedLanes.Count));
            var found = Vector128.Create(low, high).AsByte() & Vector128.ShuffleNative(bitOfThird, thirds);
            var mask = ~Vector128.Equals(found, default).ExtractMostSignificantBits() & ushort.MaxValue;
            count += Pack(mask & byte.MaxValue, at, ref Unsafe.Add(ref target, count));
            count += Pack(mask >> PackedLanes.Count, at + PackedLanes.Count, ref Unsafe.Add(ref target, count));
        }
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> Slots(ref ushort chars, nuint at, int shift) =>
        (((Vector128.LoadUnsafe(ref chars, at) * OfFirst) + (Vector128.LoadUnsafe(ref chars, at + 1) * OfSecond)) >>> shift).AsUInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Thirds(ref ushort chars, nuint at) => Vector128.LoadUnsafe(ref chars, at + 2) & Vector128.Create((ushort)7);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Look(ref byte slots, Vector128<ulong> at)
    {
        var (low, high) = (at.ToScalar(), at.GetElement(1));
        return Look(ref slots, low) | (Look(ref slots, low >> 16) << 8) | (Look(ref slots, low >> 32) << 16) | (Look(ref slots, low >> 48) << 24)
            | (Look(ref slots, high) << 32) | (Look(ref slots, high >> 16) << 40) | (Look(ref slots, high >> 32) << 48) | (Look(ref slots, high >> 48) << 56);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Look(ref byte slots, ulong at) => Unsafe.Add(ref slots, (nuint)(ushort)at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Pack(uint mask, nuint at, ref ushort target)
    {
        var positions = Vector128<ushort>.Indices + Vector128.Create((ushort)at);
        Vector128.ShuffleNative(positions.AsByte(), PackedLanes.Of(mask)).AsUInt16().StoreUnsafe(ref target);
        return BitOperations.PopCount(mask);
    }
}
