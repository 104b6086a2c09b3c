using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ScriptRules.Text.Normalization;

/// <summary>The pass over every character, eight a step: those that are kept are packed together with their places, without a branch.</summary>
/// <remarks>
/// Most characters of Chinese fold to themselves or are skipped. A table of one byte each tells those; it stays in the nearest
/// cache, as the table of folds does not, which is read only where a character changes.
/// </remarks>
internal static class FoldPass
{
    /// <summary>How much longer than the text the arrays must be.</summary>
    internal const int Slack = Step;

    /// <summary>The longest text whose places fit.</summary>
    internal const int LongestText = ushort.MaxValue;

    private const int Step = PackedLanes.Count;

    /// <param name="text">As sent.</param>
    /// <param name="chars">Takes the folded characters.</param>
    /// <param name="starts">Takes where each stands in the text.</param>
    /// <returns>How many were kept; -1 when the text swells beyond the arrays, since characters fold to several.</returns>
    internal static int Run(ReadOnlySpan<char> text, char[] chars, ushort[] starts)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, LongestText, nameof(text));
        ArgumentOutOfRangeException.ThrowIfLessThan(Math.Min(chars.Length, starts.Length), text.Length + Slack, nameof(chars));
        ref var target = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetArrayDataReference(chars));
        ref var start = ref MemoryMarshal.GetArrayDataReference(starts);
        var (i, n) = (0, 0);
        while (i <= text.Length - Step)
        {
            (i, n) = Keep(text, i, ref target, ref start, n);
            if (i > text.Length - Step) break;
            var folded = Look(text.Slice(i, Step));
            if (Vector128.EqualsAny(folded, Vector128.Create((ushort)FoldTable.Special)))
            {
                (i, n) = RunOneByOne(text, i, i + Step, chars, starts, n);
                if (n < 0) return n;
                continue;
            }
            n += Pack(folded, (uint)~Vector128.Equals(folded, default).ExtractMostSignificantBits() & byte.MaxValue, i, ref Unsafe.Add(ref target, n), ref Unsafe.Add(ref start, n));
            i += Step;
        }
        return RunOneByOne(text, i, text.Length, chars, starts, n).Kept;
    }

    // As far as characters only stay or go.
    private static (int Read, int Kept) Keep(ReadOnlySpan<char> text, int from, ref ushort target, ref ushort start, int n)
    {
        ref var source = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        var i = from;
        for (; i <= text.Length - Step; i += Step)
        {
            var kept = Kinds(ref Unsafe.As<ushort, ulong>(ref Unsafe.Add(ref source, i)));
            if (kept < 0) break;
            n += Pack(Vector128.LoadUnsafe(ref source, (nuint)i), (uint)kept, i, ref Unsafe.Add(ref target, n), ref Unsafe.Add(ref start, n));
        }
        return (i, n);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Pack(Vector128<ushort> folded, uint kept, int from, ref ushort target, ref ushort start)
    {
        var packing = PackedLanes.Of(kept);
        var places = Vector128<ushort>.Indices + Vector128.Create((ushort)from);
        Vector128.ShuffleNative(folded.AsByte(), packing).AsUInt16().StoreUnsafe(ref target);
        Vector128.ShuffleNative(places.AsByte(), packing).AsUInt16().StoreUnsafe(ref start);
        return BitOperations.PopCount(kept);
    }

    // A bit for each of eight characters that is kept; negative when one of them changes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Kinds(ref ulong units)
    {
        var (low, high) = (Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<ulong, byte>(ref units)), Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<ulong, byte>(ref Unsafe.Add(ref units, 1))));
        return Kind(low) | (Kind(low >> 16) << 1) | (Kind(low >> 32) << 2) | (Kind(low >> 48) << 3)
            | (Kind(high) << 4) | (Kind(high >> 16) << 5) | (Kind(high >> 32) << 6) | (Kind(high >> 48) << 7);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Kind(ulong unit) => Unsafe.Add(ref FoldTable.FirstKind, (nuint)(ushort)unit);

    private static Vector128<ushort> Look(ReadOnlySpan<char> units) => Vector128.Create(
        FoldTable.Look(units[0]), FoldTable.Look(units[1]), FoldTable.Look(units[2]), FoldTable.Look(units[3]),
        FoldTable.Look(units[4]), FoldTable.Look(units[5]), FoldTable.Look(units[6]), FoldTable.Look(units[7]));

    // At least to the given place: a pair of surrogates may reach beyond.
    private static (int Read, int Kept) RunOneByOne(ReadOnlySpan<char> text, int from, int to, char[] chars, ushort[] starts, int n)
    {
        var room = '\0';
        var i = from;
        while (i < to)
        {
            var folded = FoldTable.Look(text[i]);
            if (folded != FoldTable.Special)
            {
                chars[n] = folded;
                starts[n] = (ushort)i++;
                n += folded != 0 ? 1 : 0;
                continue;
            }
            var several = FoldTable.FoldSpecial(text, i, out var units, ref room);
            if (n + several.Length > i + units) return (i, -1);
            foreach (var c in several)
            {
                chars[n] = c;
                starts[n++] = (ushort)i;
            }
            i += units;
        }
        return (i, n);
    }
}
