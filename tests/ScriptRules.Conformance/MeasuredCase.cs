using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ScriptRules.Text;

namespace ScriptRules.Conformance;

/// <summary>A labelled reply from <c>rules/service/examples</c>.</summary>
/// <param name="Conversation">The reply as a draft in its context, or a whole conversation.</param>
/// <param name="IsViolated">What the one who wrote it says of it.</param>
/// <param name="Source">The handbook row that it breaks, or looks like breaking.</param>
internal sealed record MeasuredCase(Conversation Conversation, bool IsViolated, string Source)
{
    internal static IEnumerable<MeasuredCase> In(string file) => File.ReadLines(file).Where(l => l.Length > 0).Select(Parse);

    private static MeasuredCase Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        var json = document.RootElement;
        var conversation = new Conversation
        {
            Turns = Turns(json, json.TryGetProperty("turns", out _) ? "turns" : "context"),
            Channel = Text(json, "channel") switch { "voice" => Channel.Voice, "email" => Channel.Email, "chat" => Channel.Chat, _ => null },
            Direction = Text(json, "direction") switch { "outbound" => Direction.Outbound, "inbound" => Direction.Inbound, _ => null },
            StartedAt = Time(json, "startedAt"),
            AnsweredAt = Seconds(json, "answeredAt"),
            EndedAt = Seconds(json, "endedAt"),
        };
        if (json.TryGetProperty("customer", out var customer)) conversation = conversation with { Customer = new Party(Name: Text(customer, "name"), Honorific: Text(customer, "honorific")) };
        if (Text(json, "text") is { } reply) conversation = conversation with { Draft = new Draft(reply, Time(json, "at")) };
        return new MeasuredCase(conversation, Text(json, "verdict") == "violated", Text(json, "source")!);
    }

    private static ImmutableArray<Turn> Turns(JsonElement json, string name) =>
        json.TryGetProperty(name, out var turns)
            ? [.. turns.EnumerateArray().Select(t => new Turn(Text(t, "speaker") == "agent" ? SpeakerRole.Agent : SpeakerRole.Customer, Text(t, "text")!, Seconds(t, "start"), Seconds(t, "end")))]
            : [];

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static TimeSpan? Seconds(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? TimeSpan.FromSeconds(value.GetDouble()) : null;

    private static DateTimeOffset? Time(JsonElement json, string name) => Text(json, name) is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : null;
}
