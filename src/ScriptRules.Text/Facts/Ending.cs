namespace ScriptRules.Text.Facts;

/// <summary>The conversation is over, or the draft says the pack's farewell.</summary>
/// <remarks>Its numbers are those of the whole conversation; <see cref="Fact.EndsAt"/> is its length, −1 when unknown.</remarks>
public sealed class Ending() : Fact(FactKind.Ending);

/// <summary>What a test of the conversation's own data gave.</summary>
public sealed class Metadata() : Fact(FactKind.Metadata)
{
    /// <summary>The number of the test in the pack.</summary>
    public required int Test { get; init; }

    /// <summary>1 or 0; −1 when it cannot be told.</summary>
    public required int Holds { get; init; }

    private protected override int Special(FactField field) => field switch
    {
        FactField.Test => Test,
        FactField.Holds => Holds,
        _ => base.Special(field),
    };
}
