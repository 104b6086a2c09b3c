namespace ScriptRules.Text.Matching;

/// <summary>The characters that a match can begin with, and those that can come second; each set may hold a few more.</summary>
/// <param name="First">A bit for each of 64 kinds of character.</param>
/// <param name="Second">Likewise; all of them when a match may be of one character.</param>
internal sealed record FirstTwo(ulong First, ulong Second)
{
    private const ulong Any = ulong.MaxValue;

    /// <summary>Those of a template.</summary>
    internal static FirstTwo Of(PatternNode node)
    {
        var head = HeadOf(node);
        return new FirstTwo(head.MayBeEmpty ? Any : head.First, head.MayBeEmpty || head.MayBeOne ? Any : head.Second);
    }

    /// <summary>Whether a match may begin at <paramref name="at"/>; false is certain.</summary>
    internal bool MayBeginAt(ReadOnlySpan<char> text, int at) => MayBeginAt(First, Second, text, at);

    /// <summary>The same, of the two sets.</summary>
    internal static bool MayBeginAt(ulong first, ulong second, ReadOnlySpan<char> text, int at) =>
        (first & Bit(text[at])) != 0 && (second == Any || (at + 1 < text.Length && (second & Bit(text[at + 1])) != 0));

    private static ulong Bit(char c) => 1UL << (int)((c * 0x9E3779B1u) >> 26);

    private static Head HeadOf(PatternNode node)
    {
        switch (node)
        {
            case PatternNode.Words { Folded: var word }:
                return new Head(Bit(word[0]), word.Length > 1 ? Bit(word[1]) : 0, MayBeEmpty: false, MayBeOne: word.Length == 1);
            case PatternNode.Gap gap:
                return new Head(gap.Max > 0 ? Any : 0, gap.Max > 1 ? Any : 0, gap.Min == 0, gap is { Min: <= 1, Max: > 0 });
            case PatternNode.Sequence sequence:
                var whole = Head.Empty;
                foreach (var part in sequence.Parts)
                {
                    whole = whole.Then(HeadOf(part));
                    if (whole is { MayBeEmpty: false, MayBeOne: false }) break;
                }

                return whole;
            case PatternNode.Choice choice:
                var either = default(Head);
                foreach (var branch in choice.Branches) either = either.Or(HeadOf(branch));
                return either;
            default:
                return Head.Empty;
        }
    }

    /// <param name="First">What can come first.</param>
    /// <param name="Second">What can come second, where there is a second.</param>
    /// <param name="MayBeEmpty">Whether there may be no character.</param>
    /// <param name="MayBeOne">Whether there may be only one.</param>
    private readonly record struct Head(ulong First, ulong Second, bool MayBeEmpty, bool MayBeOne)
    {
        internal static Head Empty { get; } = new(0, 0, MayBeEmpty: true, MayBeOne: false);

        internal Head Or(Head other) => new(First | other.First, Second | other.Second, MayBeEmpty || other.MayBeEmpty, MayBeOne || other.MayBeOne);

        internal Head Then(Head next) => new(
            First | (MayBeEmpty ? next.First : 0),
            Second | (MayBeOne ? next.First : 0) | (MayBeEmpty ? next.Second : 0),
            MayBeEmpty && next.MayBeEmpty,
            (MayBeOne && next.MayBeEmpty) || (MayBeEmpty && next.MayBeOne));
    }
}
