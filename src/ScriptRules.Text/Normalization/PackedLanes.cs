using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ScriptRules.Text.Normalization;

/// <summary>For a mask of eight lanes: the shuffle that packs those that are set to the front.</summary>
internal static class PackedLanes
{
    /// <summary>Lanes of 16 bits.</summary>
    internal const int Count = 8;

    private static readonly byte[] Shuffles = Build();

    /// <summary>The bytes that <see cref="Vector128.ShuffleNative(Vector128{byte}, Vector128{byte})"/> is to take.</summary>
    /// <param name="mask">Eight bits.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<byte> Of(uint mask) =>
        Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(Shuffles), mask * 2 * Count);

    private static byte[] Build()
    {
        var shuffles = new byte[(1 << Count) * 2 * Count];
        for (var mask = 0; mask < 1 << Count; mask++)
        {
            var at = mask * 2 * Count;
            for (var lane = 0; lane < Count; lane++)
            {
                if ((mask & (1 << lane)) == 0) continue;
                shuffles[at++] = (byte)(2 * lane);
                shuffles[at++] = (byte)((2 * lane) + 1);
            }
        }
        return shuffles;
    }
}
