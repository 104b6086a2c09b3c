using System.Collections.Immutable;

namespace ScriptRules.Text;

/// <summary>The turns of one contact, in order, with what is known of its parties and its clock.</summary>
/// <remarks>Immutable. What is not known is null, and a rule that needs it is reported as not evaluable.</remarks>
public sealed record Conversation
{
    /// <summary>The contact's own identifier; empty when it has none.</summary>
    public string Id { get; init; } = "";

    /// <summary>How the parties talk; null when unknown.</summary>
    public Channel? Channel { get; init; }

    /// <summary>Who made the contact; null when unknown (rules then take it as inbound).</summary>
    public Direction? Direction { get; init; }

    /// <summary>The instant from which the turns' times count.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the call was picked up, from the start.</summary>
    public TimeSpan? AnsweredAt { get; init; }

    /// <summary>When the contact ended, from the start.</summary>
    public TimeSpan? EndedAt { get; init; }

    /// <summary>Who serves.</summary>
    public Party Agent { get; init; } = Party.Unknown;

    /// <summary>Who is served.</summary>
    public Party Customer { get; init; } = Party.Unknown;

    /// <summary>What was said, in order.</summary>
    public ImmutableArray<Turn> Turns { get; init; } = [];

    /// <summary>A reply that has not been sent. When set, the turns are its context and only the draft is checked.</summary>
    public Draft? Draft { get; init; }

    /// <summary>Free metadata, such as the queue; rules can be limited by it.</summary>
    public ImmutableDictionary<string, string> Attributes { get; init; } = ImmutableDictionary<string, string>.Empty;
}

/// <summary>One side of a contact, as the record knows it.</summary>
/// <param name="Id">A staff or customer number.</param>
/// <param name="Name">The full name, such as 张伟; a surname alone is allowed.</param>
/// <param name="Honorific">先生, 女士 or 小姐.</param>
public sealed record Party(string? Id = null, string? Name = null, string? Honorific = null)
{
    /// <summary>A party of whom nothing is known.</summary>
    public static Party Unknown { get; } = new();
}

/// <summary>A reply under consideration.</summary>
/// <param name="Text">The reply as it would be sent.</param>
/// <param name="At">When it would be sent; null takes the conversation's own clock.</param>
public sealed record Draft(string Text, DateTimeOffset? At = null);

/// <summary>How the parties of a contact talk.</summary>
public enum Channel
{
    /// <summary>A telephone call, transcribed.</summary>
    Voice,

    /// <summary>Online chat.</summary>
    Chat,

    /// <summary>An e-mail thread.</summary>
    Email,
}

/// <summary>Who made the contact.</summary>
public enum Direction
{
    /// <summary>The customer.</summary>
    Inbound,

    /// <summary>The agent.</summary>
    Outbound,
}
