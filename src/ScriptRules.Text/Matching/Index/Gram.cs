namespace ScriptRules.Text.Matching.Index;

/// <summary>Two or three characters next to each other.</summary>
internal static class Gram
{
    internal const uint OfPair = 0x9E3779B1;
    internal const uint OfThird = 0x85EBCA77;

    internal static uint Pair(char first, char second) => first | ((uint)second << 16);

    /// <param name="first">The first character.</param>
    /// <param name="second">The second.</param>
    /// <param name="third">The third; <c>'\0'</c> in a gram of two.</param>
    internal static uint Hash(char first, char second, char third) => AddThird(Pair(first, second) * OfPair, third);

    /// <summary>The hash of a gram of three from that of its first two.</summary>
    internal static uint AddThird(uint ofPair, char third) => ofPair + (third * OfThird);
}
