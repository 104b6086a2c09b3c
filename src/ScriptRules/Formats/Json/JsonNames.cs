using System.Collections.Immutable;
using System.Text;
using ScriptRules.Rules.Yaml;

namespace ScriptRules.Formats.Json;

/// <summary>The words that one place of the JSON allows, and what users write instead of them.</summary>
internal sealed class JsonNames
{
    private readonly ImmutableArray<byte[]> _utf8;

    private JsonNames(params ImmutableArray<string> names)
    {
        Names = names;
        OneOf = "one of " + string.Join(", ", names);
        _utf8 = [.. names.Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>The members of the conversation; the order is that of <see cref="ConversationMember"/>.</summary>
    public static readonly JsonNames Conversation = new(
        "id", "channel", "direction", "startedAt", "answeredAt", "endedAt", "agent", "customer", "turns", "attributes", "draft");

    /// <summary>The members of agent and customer; the order is that of <see cref="PartyMember"/>.</summary>
    public static readonly JsonNames Party = new("id", "name", "honorific");

    /// <summary>The members of a turn; the order is that of <see cref="TurnMember"/>.</summary>
    public static readonly JsonNames Turn = new("speaker", "text", "start", "end", "words");

    /// <summary>The members of a word; the order is that of <see cref="WordMember"/>.</summary>
    public static readonly JsonNames Word = new("text", "start", "end");

    /// <summary>The members of a draft; the order is that of <see cref="DraftMember"/>.</summary>
    public static readonly JsonNames Draft = new("text", "at");

    /// <summary>The values of <c>speaker</c>; the order is that of <see cref="Text.SpeakerRole"/>.</summary>
    public static readonly JsonNames Speakers = new("agent", "customer", "bot", "system");

    /// <summary>The values of <c>channel</c>; the order is that of <see cref="Text.Channel"/>.</summary>
    public static readonly JsonNames Channels = new("voice", "chat", "email");

    /// <summary>The values of <c>direction</c>; the order is that of <see cref="Text.Direction"/>.</summary>
    public static readonly JsonNames Directions = new("inbound", "outbound");

    // What other systems call these things, too far off for a slip of the pen.
    private static readonly (string Said, string Meant)[] Synonyms =
    [
        ("role", "speaker"), ("party", "speaker"), ("from", "speaker"), ("speakerRole", "speaker"),
        ("content", "text"), ("message", "text"), ("word", "text"), ("utterance", "text"), ("body", "text"),
        ("messages", "turns"), ("dialogue", "turns"), ("dialog", "turns"), ("utterances", "turns"), ("transcript", "turns"),
        ("begin", "start"), ("time", "start"), ("timestamp", "start"), ("stop", "end"),
        ("conversationId", "id"), ("sessionId", "id"), ("metadata", "attributes"), ("tags", "attributes"),
        ("title", "honorific"), ("reply", "draft"),
        ("operator", "agent"), ("seller", "agent"), ("客服", "agent"), ("坐席", "agent"), ("座席", "agent"),
        ("user", "customer"), ("client", "customer"), ("buyer", "customer"), ("客户", "customer"), ("用户", "customer"),
        ("robot", "bot"), ("assistant", "bot"), ("机器人", "bot"), ("系统", "system"),
        ("phone", "voice"), ("call", "voice"), ("im", "chat"), ("mail", "email"), ("in", "inbound"), ("out", "outbound"),
    ];

    public ImmutableArray<string> Names { get; }

    /// <summary>What is expected where one of the words must stand.</summary>
    public string OneOf { get; }

    /// <summary>The index of a word that is written without escapes; −1 when it is none of these.</summary>
    public int IndexOf(ReadOnlySpan<byte> utf8)
    {
        for (var i = 0; i < _utf8.Length; i++)
        {
            if (utf8.SequenceEqual(_utf8[i]))
                return i;
        }

        return -1;
    }

    /// <summary>The index of the word that was meant by <paramref name="unknown"/>; −1 when nobody can tell.</summary>
    public int Guess(string unknown)
    {
        foreach (var (said, meant) in Synonyms)
        {
            if (said.Equals(unknown, StringComparison.OrdinalIgnoreCase) && Names.IndexOf(meant) is >= 0 and var index)
                return index;
        }

        var plain = Names.Select(Plain).ToArray();
        return Spelling.Nearest(Plain(unknown), plain) is { } nearest ? Array.IndexOf(plain, nearest) : -1;
    }

    /// <summary>The name without case, hyphens and underscores: <c>started_at</c> is <c>startedAt</c>.</summary>
    private static string Plain(string name) =>
        string.Concat(name.Where(c => c is not ('_' or '-' or ' '))).ToUpperInvariant();

    /// <summary>What to write instead of a word, given the <see cref="Guess"/> at it.</summary>
    public string Hint(int guess)
    {
        if (guess >= 0)
            return $"did you mean \"{Names[guess]}\"?";

        return ReferenceEquals(this, Conversation)
            ? "free metadata belongs under \"attributes\""
            : $"it can be {string.Join(", ", Names)}";
    }
}

internal enum ConversationMember
{
    Id, Channel, Direction, StartedAt, AnsweredAt, EndedAt, Agent, Customer, Turns, Attributes, Draft,
}

internal enum PartyMember
{
    Id, Name, Honorific,
}

internal enum TurnMember
{
    Speaker, Text, Start, End, Words,
}

internal enum WordMember
{
    Text, Start, End,
}

internal enum DraftMember
{
    Text, At,
}
