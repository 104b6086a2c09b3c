using System.Collections.Immutable;

namespace ScriptRules.Text.Facts;

/// <summary>Something that a rule compares with a bound, reckoned by the finder, so that rules need no arithmetic.</summary>
public sealed record Measure
{
    /// <summary>What is measured.</summary>
    public required MeasureKind Kind { get; init; }

    /// <summary>Each time, or all together.</summary>
    public MeasuredPer Per { get; init; }

    /// <summary>Whose; null for anyone's.</summary>
    public SpeakerRole? Whose { get; init; } = SpeakerRole.Agent;

    /// <summary>What is said: before a <see cref="MeasureKind.Hold"/>, or in a turn that <see cref="MeasureKind.Said"/> counts; in rising order.</summary>
    public ImmutableArray<int> Concepts { get; init; } = [];

    /// <summary>Who says what to make it no matter.</summary>
    public ImmutableArray<(SpeakerRole Speaker, int Concept)> Unless { get; init; } = [];

    /// <summary>What is less does not count: milliseconds of a time, characters of a turn.</summary>
    public int Minimum { get; init; }

    /// <summary>For an overlap: how long the other side must have been speaking, in milliseconds.</summary>
    public int Floor { get; init; }

    /// <summary>For <see cref="MeasureKind.Same"/>: how alike two turns must be, in percent.</summary>
    public int Similarity { get; init; }

    /// <summary>For <see cref="MeasureKind.Same"/>: how many earlier turns of the speaker are looked at.</summary>
    public int Back { get; init; }
}

/// <summary>What can be measured, with its unit.</summary>
public enum MeasureKind
{
    /// <summary>Nobody speaks; milliseconds, by who is due to speak.</summary>
    Silence,

    /// <summary>From the end of what the other side said to the beginning of the answer; milliseconds.</summary>
    ResponseTime,

    /// <summary>Both speak; milliseconds, by who began while the other was speaking.</summary>
    Overlap,

    /// <summary>Characters a minute of a turn.</summary>
    Rate,

    /// <summary>From words that ask to wait until the same side speaks again; milliseconds.</summary>
    Hold,

    /// <summary>From pick-up to the agent's first word; milliseconds.</summary>
    AnswerDelay,

    /// <summary>From the last word to the end of the contact; milliseconds.</summary>
    HangUpGap,

    /// <summary>From pick-up, or the first word, to the end of the contact, or the last word; milliseconds.</summary>
    Duration,

    /// <summary>Characters of a turn.</summary>
    TurnLength,

    /// <summary>How many turns.</summary>
    Turns,

    /// <summary>How long somebody speaks; milliseconds. Its share is of what both sides speak.</summary>
    Talk,

    /// <summary>For the nth time a concept is said; turns that follow each other without the other side between count once.</summary>
    Said,

    /// <summary>For the nth time the same is said in a turn.</summary>
    Same,
}

/// <summary>What is taken together.</summary>
public enum MeasuredPer
{
    /// <summary>Each by itself.</summary>
    Event,

    /// <summary>The sum over the contact.</summary>
    Total,

    /// <summary>The sum as a share of the contact, in hundredths of a percent.</summary>
    Share,

    /// <summary>The mean over the contact.</summary>
    Average,

    /// <summary>How many there are in the contact.</summary>
    Count,
}
