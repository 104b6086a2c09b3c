namespace ScriptRules.Text.Matching;

/// <summary>What one step of a template does.</summary>
internal enum StepKind : byte
{
    Accept,
    Words,
    Split,
    Gap,
    Edge,
    Pause,
    NotNext,
    NotPrevious,
}

/// <summary>One step of a template; the steps of one lie side by side in memory.</summary>
internal readonly struct PatternStep
{
    internal StepKind Kind { get; init; }

    /// <summary>Of an edge: which.</summary>
    internal EdgeKind Edge { get; init; }

    /// <summary>Of a gap: whether it crosses commas.</summary>
    internal bool Wide { get; init; }

    /// <summary>The step behind it, by number.</summary>
    internal int Next { get; init; }

    /// <summary>Of a gap: the fewest characters.</summary>
    internal int Min { get; init; }

    /// <summary>Of a gap: the most.</summary>
    internal int Max { get; init; }

    /// <summary>The characters that a match can go on with from here; any of them when it may end here.</summary>
    internal CharacterSet Firsts { get; init; }

    /// <summary>Of words and of what must not stand before: a <see cref="LiteralSet"/>; of a split: the numbers of its branches; of what must not follow: a <see cref="PatternProgram"/>.</summary>
    internal object? Data { get; init; }
}
