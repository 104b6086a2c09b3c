using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ScriptRules.Text.Matching.Index;

/// <summary>Two, three or four characters next to each other, as one number: that of fewer has zeros for the others.</summary>
internal static class Gram
{
    internal const int Longest = 4;

    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    /// <summary>The four characters at the start of <paramref name="text"/>, which has as many.</summary>
    internal static ulong Read(ReadOnlySpan<char> text) => Unsafe.ReadUnaligned<ulong>(in MemoryMarshal.AsBytes(text[..Longest])[0]);

    /// <summary>The first characters of a gram.</summary>
    /// <param name="gram">Four characters.</param>
    /// <param name="length">From two to four.</param>
    internal static ulong First(ulong gram, int length) => gram & (ulong.MaxValue >> (16 * (Longest - length)));

    /// <summary>That of <paramref name="phrase"/> at <paramref name="at"/>: four characters, or the whole of a shorter phrase.</summary>
    internal static ulong Of(string phrase, int at)
    {
        ulong gram = 0;
        for (var i = 0; i < Math.Min(Longest, phrase.Length); i++) gram |= (ulong)phrase[at + i] << (16 * i);
        return gram;
    }

    /// <summary>Its first bits are the best.</summary>
    internal static uint Hash(ulong gram) => (uint)((gram * Multiplier) >> 32);
}
