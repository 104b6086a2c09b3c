using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using ScriptRules.Formats;
using ScriptRules.Rules;
using ScriptRules.Text;
using ScriptRules.Text.Facts;
using ScriptRules.Text.Matching;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Benchmarks;

/// <summary>JSON lines to facts, against <see cref="JsonSerializer"/> with generated code that only makes objects of them.</summary>
internal static class ReadingRatios
{
    private const int Transcripts = 300;
    private const int PhrasesPerConcept = 10;

    internal static void Run()
    {
        var conversations = Corpus.Invent(Transcripts).Select(Talk).ToArray();
        using var written = new MemoryStream();
        ConversationWriter.WriteLines(written, conversations);
        var lines = written.ToArray();
        var characters = conversations.Sum(c => c.Turns.Sum(t => (long)t.Text.Length));
        var turns = conversations.Sum(c => c.Turns.Length);
        Console.WriteLine($"{conversations.Length} conversations, {turns:N0} turns, {characters:N0} characters, {lines.Length:N0} bytes.\n");

        var (service, plain) = (RulePack.Load(BuiltInPack.Service), PlainLexicon());
        var (ofService, ofPlain) = (Finder(service.Lexicon, service), Finder(plain, null));
        var folded = conversations.SelectMany(c => c.Turns).Select(t => FoldedText.Of(t.Text)).ToArray();
        var readings = conversations.Select(ofService.Read).ToArray();
        var times = Rounds.Median(
            () => Deserialize(lines),
            () => Read(lines, null),
            () => Read(lines, ofPlain),
            () => Read(lines, ofService),
            () => Fold(conversations),
            () => Scan(folded, plain),
            () => Scan(folded, service.Lexicon),
            () => Find(conversations, readings, ofService));
        Console.WriteLine("| step | Mchar/s | ns per turn | of the speed of deserializing |");
        Console.WriteLine("|---|---|---|---|");
        string[] names =
        [
            "JsonSerializer, generated code, to plain objects", "JSON lines to conversations", "JSON lines to facts, 1,000 phrases", "JSON lines to facts, the service pack",
            "of these: folding", "of these: Lexicon.Scan, 1,000 phrases", "of these: Lexicon.Scan, the service pack", "of these: facts of the turns read, the service pack",
        ];
        foreach (var (name, time) in names.Zip(times)) Console.WriteLine($"| {name} | {characters / time / 1e6:F1} | {time / turns * 1e9:F0} | {times[0] / time:P0} |");
    }

    // The agent speaks first, then each in turn.
    private static Conversation Talk(string transcript, int number) => new()
    {
        Id = $"c{number}",
        Channel = Channel.Voice,
        StartedAt = new DateTimeOffset(2026, 2, 17, 9, 12, 0, TimeSpan.FromHours(8)),
        Agent = new Party("8021", "王芳"),
        Turns =
        [
            .. transcript.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select((text, n) =>
                new Turn(n % 2 == 0 ? SpeakerRole.Agent : SpeakerRole.Customer, text, TimeSpan.FromSeconds(4.25 * n), TimeSpan.FromSeconds((4.25 * n) + 3.5))),
        ],
    };

    private static Lexicon PlainLexicon()
    {
        var concepts = Corpus.Phrases(1000).Chunk(PhrasesPerConcept).Select((phrases, n) => new Concept { Id = $"c{n}", Says = [.. phrases] }).ToArray();
        return Lexicon.Build(concepts, ImmutableDictionary<string, string?>.Empty, out var errors) ?? throw new InvalidOperationException(errors[0].ToString());
    }

    private static FactFinder Finder(Lexicon lexicon, RulePack? pack) =>
        new(lexicon, pack?.Acknowledgement ?? 0, pack?.Greeting ?? 0, pack?.Farewell ?? 0, static _ => (0, 0));

    private static void Deserialize(byte[] lines)
    {
        for (int from = 0, length; from < lines.Length; from += length + 1)
        {
            length = lines.AsSpan(from).IndexOf((byte)'\n');
            GC.KeepAlive(JsonSerializer.Deserialize(lines.AsSpan(from, length), PlainJson.Default.PlainConversation));
        }
    }

    private static void Read(byte[] lines, FactFinder? finder)
    {
        foreach (var result in new ConversationSource().Read(new MemoryStream(lines), "talks.jsonl"))
        {
            var conversation = result.Conversation ?? throw new InvalidOperationException(result.Errors[0].ToString());
            if (finder is not null) GC.KeepAlive(finder.Find(conversation, finder.Read(conversation)));
        }
    }

    private static void Fold(Conversation[] conversations)
    {
        foreach (var conversation in conversations)
        {
            foreach (var turn in conversation.Turns) GC.KeepAlive(FoldedText.Of(turn.Text));
        }
    }

    private static void Scan(FoldedText[] texts, Lexicon lexicon)
    {
        foreach (var text in texts) GC.KeepAlive(lexicon.Scan(text));
    }

    private static void Find(Conversation[] conversations, IReadOnlyList<TurnReading>[] readings, FactFinder finder)
    {
        for (var i = 0; i < conversations.Length; i++) GC.KeepAlive(finder.Find(conversations[i], readings[i]));
    }
}

/// <summary>A conversation as somebody would write it down for the serializer.</summary>
internal sealed record PlainConversation(
    string? Id, string? Channel, string? Direction, DateTimeOffset? StartedAt, double? AnsweredAt, double? EndedAt, PlainParty? Agent, PlainParty? Customer, List<PlainTurn> Turns);

/// <summary>One side of it.</summary>
internal sealed record PlainParty(string? Id, string? Name, string? Honorific);

/// <summary>One turn of it.</summary>
internal sealed record PlainTurn(string Speaker, string Text, double? Start, double? End);

/// <summary>The code that is generated for these.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PlainConversation))]
internal sealed partial class PlainJson : JsonSerializerContext;
