namespace ScriptRules.Text.Facts;

/// <summary>Nobody spoke between two turns that follow each other, or between the last one and the end of the contact.</summary>
/// <remarks>
/// <see cref="Fact.Turn"/> is the turn before and <see cref="Fact.Speaker"/> who spoke it. There is one between any two spoken turns whose
/// times are known, even when they meet or overlap.
/// </remarks>
public sealed class Silence() : Fact(FactKind.Silence)
{
    /// <summary>As <see cref="Due"/>: nobody, since the contact was over.</summary>
    public const int Nobody = -1;

    /// <summary>As <see cref="Next"/>: the contact ended.</summary>
    public const int End = int.MaxValue;

    /// <summary>How long, in milliseconds; 0 when the turns meet or overlap.</summary>
    public int Amount { get; init; }

    /// <summary>The index of the turn after, or <see cref="End"/>.</summary>
    public int Next { get; init; }

    /// <summary>Who was to speak, a <see cref="SpeakerRole"/> or <see cref="Nobody"/>.</summary>
    /// <remarks>
    /// The one who did not speak last. When the agent speaks on after a silence, it was the customer's turn only if the agent had asked.
    /// </remarks>
    public int Due { get; init; }

    private protected override int Special(FactField field) => field switch
    {
        FactField.Amount => Amount,
        FactField.Other => Next,
        FactField.Due => Due,
        _ => base.Special(field),
    };
}

/// <summary>Somebody began to speak while the other side was speaking.</summary>
/// <remarks><see cref="Fact.Turn"/> is the turn that interrupts and <see cref="Fact.Speaker"/> who spoke it.</remarks>
public sealed class Overlap() : Fact(FactKind.Overlap)
{
    /// <summary>How long both spoke, in milliseconds.</summary>
    public int Amount { get; init; }

    /// <summary>The index of the turn that was interrupted.</summary>
    public int Interrupted { get; init; }

    /// <summary>How long the other side had been speaking, in milliseconds.</summary>
    public int Floor { get; init; }

    private protected override int Special(FactField field) => field switch
    {
        FactField.Amount => Amount,
        FactField.Other => Interrupted,
        FactField.Floor => Floor,
        _ => base.Special(field),
    };
}

/// <summary>What came out of a <see cref="Facts.Measure"/> of the pack, at the place where it is known.</summary>
public sealed class Measured() : Fact(FactKind.Measured)
{
    /// <summary>The place of the measure in the pack's list.</summary>
    public int Measure { get; init; }

    /// <summary>How much, in the unit of the measure; for an average or a share rounded to the nearest.</summary>
    public int Amount { get; init; }

    private protected override int Special(FactField field) => field switch
    {
        FactField.Measure => Measure,
        FactField.Amount => Amount,
        _ => base.Special(field),
    };
}

/// <summary>Where the times of a fact come from.</summary>
public enum TimeSource
{
    /// <summary>They are not known.</summary>
    Unknown,

    /// <summary>From the start and the end of turns.</summary>
    Turns,

    /// <summary>From the times of the words.</summary>
    Words,

    /// <summary>Reckoned by how many characters of the turn come before.</summary>
    Interpolated,
}
