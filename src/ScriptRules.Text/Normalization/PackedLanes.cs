using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ScriptRules.Text.Normalization;

/// <summary>For a mask of eight lanes: the numbers of those that are set, packed to the front.</summary>
internal static class PackedLanes
{
    internal const int Count = 8;

    private static readonly ulong[] Numbers = Build();

    /// <summary>Needs AVX2.</summary>
    /// <param name="mask">Eight bits.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<int> Of(uint mask) =>
        Avx2.ConvertToVector256Int32(Vector128.CreateScalarUnsafe(Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Numbers), mask)).AsByte());

    private static ulong[] Build()
    {
        var numbers = new ulong[1 << Count];
        for (var mask = 0; mask < numbers.Length; mask++)
        {
            for (int lane = 0, n = 0; lane < Count; lane++)
            {
                if ((mask & (1 << lane)) != 0) numbers[mask] |= (ulong)lane << (8 * n++);
            }
        }
        return numbers;
    }
}
