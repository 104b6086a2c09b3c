namespace ScriptRules.Text.Matching;

/// <summary>Where and with what a match can begin; each set may hold a few characters more.</summary>
/// <param name="First">The characters that come first.</param>
/// <param name="Second">Those that come second; all of them when a match may be of one character.</param>
/// <param name="Anchor">Where a match must begin.</param>
internal sealed record Beginning(CharacterSet First, CharacterSet Second, Anchor Anchor)
{
    /// <summary>That of a template.</summary>
    internal static Beginning Of(PatternNode node)
    {
        var head = HeadOf(node);
        return new Beginning(head.MayBeEmpty ? CharacterSet.Any : head.First, head.MayBeEmpty || head.MayBeOne ? CharacterSet.Any : head.Second, AnchorOf(node));
    }

    private static Anchor AnchorOf(PatternNode node)
    {
        switch (node)
        {
            case PatternNode.Edge { Kind: EdgeKind.TurnStart }:
                return Anchor.Turn;
            case PatternNode.Edge { Kind: EdgeKind.ClauseStart or EdgeKind.ClauseEnd }:
                return Anchor.Clause;
            case PatternNode.Sequence sequence:
                foreach (var part in sequence.Parts)
                    if (AnchorOf(part) is not Anchor.None and var found) return found;
                    else if (part.MaxWidth > 0) break;
                return Anchor.None;
            case PatternNode.Choice choice:
                var least = Anchor.Turn;
                foreach (var branch in choice.Branches)
                    if (AnchorOf(branch) is var found && found < least) least = found;
                return choice.Branches.Count > 0 ? least : Anchor.None;
            default:
                return Anchor.None;
        }
    }

    private static Head HeadOf(PatternNode node)
    {
        switch (node)
        {
            case PatternNode.Words { Folded: var word }:
                return new Head(CharacterSet.Of(word[0]), word.Length > 1 ? CharacterSet.Of(word[1]) : default, MayBeEmpty: false, MayBeOne: word.Length == 1);
            case PatternNode.Gap gap:
                return new Head(gap.Max > 0 ? CharacterSet.Any : default, gap.Max > 1 ? CharacterSet.Any : default, gap.Min == 0, gap is { Min: <= 1, Max: > 0 });
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
    private readonly record struct Head(CharacterSet First, CharacterSet Second, bool MayBeEmpty, bool MayBeOne)
    {
        internal static Head Empty { get; } = new(default, default, MayBeEmpty: true, MayBeOne: false);

        internal Head Or(Head other) => new(First | other.First, Second | other.Second, MayBeEmpty || other.MayBeEmpty, MayBeOne || other.MayBeOne);

        internal Head Then(Head next) => new(
            First | (MayBeEmpty ? next.First : default),
            Second | (MayBeOne ? next.First : default) | (MayBeEmpty ? next.Second : default),
            MayBeEmpty && next.MayBeEmpty,
            (MayBeOne && next.MayBeEmpty) || (MayBeEmpty && next.MayBeOne));
    }
}

/// <summary>The places where alone a match can begin, the rarest last.</summary>
internal enum Anchor : byte
{
    None,

    /// <summary>Where a clause begins, or one ends.</summary>
    Clause,

    /// <summary>At the start of the turn.</summary>
    Turn,
}
