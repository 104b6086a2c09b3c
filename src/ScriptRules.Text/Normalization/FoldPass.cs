using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ScriptRules.Text.Normalization;

/// <summary>
/// The pass over every character: each is looked up and written, and only those that are kept move the end on, without a
/// branch. <see cref="FoldTable.Special"/> is kept as it is, for the caller to see to.
/// </summary>
/// <remarks>Places are 16 bits wide: wider ones would cost half the speed, since they push the table out of the nearest cache.</remarks>
internal static class FoldPass
{
    /// <summary>How much longer than the text the arrays must be.</summary>
    internal const int Slack = PackedLanes.Count;

    /// <summary>The longest text whose places fit.</summary>
    internal const int LongestText = ushort.MaxValue;

    /// <param name="text">As sent.</param>
    /// <param name="chars">Takes the folded characters.</param>
    /// <param name="starts">Takes where each stands in the text.</param>
    /// <param name="useVectors">Whether to, where the processor can.</param>
    /// <returns>How many were kept.</returns>
    internal static int Run(ReadOnlySpan<char> text, char[] chars, ushort[] starts, bool useVectors = true)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, LongestText, nameof(text));
        ArgumentOutOfRangeException.ThrowIfLessThan(Math.Min(chars.Length, starts.Length), text.Length + Slack, nameof(chars));
        ref var source = ref MemoryMarshal.GetReference(text);
        ref var table = ref FoldTable.First;
        ref var target = ref MemoryMarshal.GetArrayDataReference(chars);
        ref var start = ref MemoryMarshal.GetArrayDataReference(starts);
        var (i, n) = useVectors && Avx2.IsSupported && text.Length >= PackedLanes.Count ? RunVectors(text, chars, starts) : (0, 0);
        for (; i < text.Length; i++)
        {
            var folded = Unsafe.Add(ref table, Unsafe.Add(ref source, i));
            Unsafe.Add(ref target, n) = folded;
            Unsafe.Add(ref start, n) = (ushort)i;
            n += folded != 0 ? 1 : 0;
        }
        return n;
    }

    // Eight characters a step. A look-up reads two of the table's characters, and the second is masked.
    private static unsafe (int Read, int Kept) RunVectors(ReadOnlySpan<char> text, char[] chars, ushort[] starts)
    {
        const byte LowHalvesFirst = 0b11_01_10_00;
        ref var source = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        ref var target = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetArrayDataReference(chars));
        ref var start = ref MemoryMarshal.GetArrayDataReference(starts);
        var low = Vector256.Create(0xFFFF);
        var (i, n) = (0, 0);
        fixed (char* table = &FoldTable.First)
        {
            for (; i <= text.Length - PackedLanes.Count; i += PackedLanes.Count)
            {
                var places = Avx2.ConvertToVector256Int32(Vector128.LoadUnsafe(ref source, (nuint)i));
                var folded = Avx2.GatherVector256((int*)table, places, sizeof(char)) & low;
                var kept = ~Vector256.Equals(folded, Vector256<int>.Zero).ExtractMostSignificantBits() & 0xFF;
                var lanes = PackedLanes.Of(kept);
                var halves = Avx2.PackUnsignedSaturate(Avx2.PermuteVar8x32(folded, lanes), lanes + Vector256.Create(i));
                var both = Avx2.Permute4x64(halves.AsUInt64(), LowHalvesFirst).AsUInt16();
                both.GetLower().StoreUnsafe(ref target, (nuint)n);
                both.GetUpper().StoreUnsafe(ref start, (nuint)n);
                n += BitOperations.PopCount(kept);
            }
        }
        return (i, n);
    }
}
