namespace ScriptRules.Text.Matching;

/// <summary>A piece of a parsed template.</summary>
internal abstract record PatternNode
{
    /// <summary>Words as they are written; spaces and punctuation in them do not count.</summary>
    internal sealed record Words(string Folded) : PatternNode;

    /// <summary>One after the other.</summary>
    internal sealed record Sequence(IReadOnlyList<PatternNode> Parts) : PatternNode;

    /// <summary>One of several; an empty sequence among them makes it optional.</summary>
    internal sealed record Choice(IReadOnlyList<PatternNode> Branches) : PatternNode;

    /// <summary>Up to <paramref name="Max"/> characters of anything, inside the clause or, when <paramref name="Wide"/>, inside the sentence.</summary>
    internal sealed record Gap(int Min, int Max, bool Wide) : PatternNode;

    /// <summary>A place where a comma may stand between two words.</summary>
    internal sealed record Pause : PatternNode;

    /// <summary>The start or end of a clause or of the turn.</summary>
    internal sealed record Edge(EdgeKind Kind) : PatternNode;

    /// <summary>What must not follow here.</summary>
    internal sealed record NotNext(PatternNode Inner) : PatternNode;

    /// <summary>What must not stand just before here.</summary>
    internal sealed record NotPrevious(PatternNode Inner) : PatternNode;
}

/// <summary>The places that a template can ask for.</summary>
internal enum EdgeKind
{
    ClauseStart,
    ClauseEnd,
    TurnStart,
    TurnEnd,
}
