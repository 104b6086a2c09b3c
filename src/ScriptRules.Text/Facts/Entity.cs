using ScriptRules.Text.Entities;

namespace ScriptRules.Text.Facts;

/// <summary>A number, an address, a sum or a time was said.</summary>
public sealed class Entity() : Fact(FactKind.Entity)
{
    /// <summary>What it is.</summary>
    public required EntityKind What { get; init; }

    /// <summary>Equal for equal numbers however they are written; fen for an amount; 0 for a time.</summary>
    public int Value { get; init; }

    private protected override int Special(FactField field) => field switch
    {
        FactField.What => (int)What,
        FactField.Value => Value,
        _ => base.Special(field),
    };
}

/// <summary>The agent promised something.</summary>
public sealed class Promise() : Fact(FactKind.Promise)
{
    /// <summary>1 when a time was named with it.</summary>
    public int NamesTime { get; init; }

    /// <summary>How many minutes later it is due, as it counts against a limit; −1 when no time was named, or it cannot be told without a clock.</summary>
    public int Minutes { get; init; } = -1;

    /// <summary>How many minutes later it is due at the latest; −1 as for <see cref="Minutes"/>.</summary>
    public int DueIn { get; init; } = -1;

    /// <summary>When it was made; null when that is not known.</summary>
    public DateTimeOffset? SaidAt { get; init; }

    /// <summary>Where the time stands, or would stand: the words that only seem to name one (尽快), or an empty place.</summary>
    public TextSpan TimeSpan { get; init; }

    /// <summary>The sentence that promises.</summary>
    public TextSpan Sentence { get; init; }

    private protected override int Special(FactField field) => field switch
    {
        FactField.NamesTime => NamesTime,
        FactField.Minutes => Minutes,
        FactField.From => Sentence.Start,
        _ => base.Special(field),
    };
}
