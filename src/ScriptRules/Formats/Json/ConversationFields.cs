using System.Collections.Immutable;
using ScriptRules.Text;

namespace ScriptRules.Formats.Json;

/// <summary>What has been read of a conversation so far.</summary>
internal ref struct ConversationFields
{
    public ConversationFields()
    {
    }

    public string Id { get; set; } = "";

    public Channel? Channel { get; set; }

    public Direction? Direction { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public TimeSpan? AnsweredAt { get; set; }

    public TimeSpan? EndedAt { get; set; }

    public Party Agent { get; set; } = Party.Unknown;

    public Party Customer { get; set; } = Party.Unknown;

    public ImmutableArray<Turn> Turns { get; set; } = [];

    public ImmutableDictionary<string, string> Attributes { get; set; } = ImmutableDictionary<string, string>.Empty;

    public Draft? Draft { get; set; }

    /// <summary>The offset of the turns, or of the conversation when there are none.</summary>
    public int At { get; set; }

    public int EndedAtOffset { get; set; }

    public readonly Conversation Build() => new()
    {
        Id = Id,
        Channel = Channel,
        Direction = Direction,
        StartedAt = StartedAt,
        AnsweredAt = AnsweredAt,
        EndedAt = EndedAt,
        Agent = Agent,
        Customer = Customer,
        Turns = Turns,
        Attributes = Attributes,
        Draft = Draft,
    };
}
