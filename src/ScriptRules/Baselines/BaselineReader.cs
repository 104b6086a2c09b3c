using System.Globalization;
using System.Text.Json;
using ScriptRules.Formats;
using ScriptRules.Formats.Json;

namespace ScriptRules.Baselines;

/// <summary>Reads the file of a baseline: every member is known, of the right type, and there once.</summary>
internal sealed class BaselineReader(ReadOnlyMemory<byte> utf8, string name)
{
    private const int Deepest = 8;
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    private readonly ReadOnlyMemory<byte> _text = utf8.Span.StartsWith(Mark) ? utf8[Mark.Length..] : utf8;
    private readonly Utf8Places _places = new(name, 1);

    internal Baseline Read()
    {
        var json = new Utf8JsonReader(_text.Span, new JsonReaderOptions { MaxDepth = Deepest });
        try
        {
            var baseline = ReadFile(ref json);
            if (json.Read()) throw Wrong(ref json, "something follows the end of the baseline");
            return baseline;
        }
        catch (JsonException e)
        {
            var (offset, _, message, hint) = JsonSyntax.Explain(e, _text.Span, Deepest, isComplete: json.CurrentDepth == 0 && json.TokenType == JsonTokenType.EndObject);
            throw new BaselineException(_places.At(_text.Span, offset), $"the baseline is broken: {message}", hint);
        }
        catch (InvalidOperationException)
        {
            throw Wrong(ref json, "a text that is no Unicode"); // a lone surrogate, written as an escape
        }
    }

    private Baseline ReadFile(ref Utf8JsonReader json)
    {
        var baseline = new Baseline();
        int? version = null;
        string? created = null;
        var entries = new List<BaselineEntry>();
        var (hasPack, hasEntries) = (false, false);
        var start = 0;
        json.Read();
        Begin(ref json, "a baseline");
        start = (int)json.TokenStartIndex;
        while (Member(ref json, "a baseline") is { } member)
        {
            switch (member)
            {
                case "version":
                    version = Number(ref json, member);
                    if (version > Baseline.Version) throw Wrong(ref json, string.Create(CultureInfo.InvariantCulture, $"version {version} of baselines is not known; this tool reads up to {Baseline.Version}"), "take a newer tool");
                    if (version < 1) throw Wrong(ref json, "there is no such version of baselines");
                    break;
                case "created":
                    created = Text(ref json, member);
                    if (!DateOnly.TryParseExact(created, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) throw Wrong(ref json, "\"created\" is a day such as 2026-02-17");
                    baseline = baseline with { Created = day };
                    break;
                case "pack":
                    (hasPack, baseline) = (true, ReadPack(ref json, baseline));
                    break;
                case "entries":
                    if (hasEntries) throw Wrong(ref json, "\"entries\" is there twice");
                    hasEntries = true;
                    ReadEntries(ref json, entries);
                    break;
                default:
                    throw Wrong(ref json, $"a baseline has no \"{member}\"");
            }
        }

        var missing = version is null ? "version" : created is null ? "created" : !hasPack ? "pack" : !hasEntries ? "entries" : null;
        if (missing is not null) throw new BaselineException(_places.At(_text.Span, start), $"the baseline has no \"{missing}\"");
        return baseline with { Entries = BaselineEntry.Sorted(entries) };
    }

    private Baseline ReadPack(ref Utf8JsonReader json, Baseline baseline)
    {
        Begin(ref json, "\"pack\"");
        while (Member(ref json, "\"pack\"") is { } member)
        {
            baseline = member switch
            {
                "name" => baseline with { Pack = Text(ref json, member) },
                "version" => baseline with { PackVersion = Text(ref json, member) },
                _ => throw Wrong(ref json, $"\"pack\" has no \"{member}\""),
            };
        }

        return baseline;
    }

    private void ReadEntries(ref Utf8JsonReader json, List<BaselineEntry> entries)
    {
        if (json.TokenType != JsonTokenType.StartArray) throw Wrong(ref json, "\"entries\" is a list");
        var known = new HashSet<(string, string, string)>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            Begin(ref json, "an entry");
            var place = _places.At(_text.Span, (int)json.TokenStartIndex);
            var entry = ReadEntry(ref json, place);
            if (!known.Add(entry.Key)) throw new BaselineException(place, "this entry is there twice", "write one, with the count of both");
            entries.Add(entry);
        }
    }

    private BaselineEntry ReadEntry(ref Utf8JsonReader json, InputPlace place)
    {
        string? path = null, rule = null, fingerprint = null;
        var (count, line, text) = (0, 0, "");
        while (Member(ref json, "an entry") is { } member)
        {
            switch (member)
            {
                case "path":
                    path = Text(ref json, member);
                    break;
                case "rule":
                    rule = Text(ref json, member);
                    break;
                case "fingerprint":
                    fingerprint = Text(ref json, member);
                    break;
                case "count":
                    count = Number(ref json, member);
                    if (count < 1) throw Wrong(ref json, "\"count\" is at least 1");
                    break;
                case "line":
                    line = Number(ref json, member);
                    break;
                case "text":
                    text = Text(ref json, member);
                    break;
                default:
                    throw Wrong(ref json, $"an entry has no \"{member}\"");
            }
        }

        var missing = path is null ? "path" : rule is null ? "rule" : fingerprint is null ? "fingerprint" : count == 0 ? "count" : null;
        if (missing is not null) throw new BaselineException(place, $"the entry has no \"{missing}\"");
        return new BaselineEntry(path!, rule!, fingerprint!, count, line, text) { EntryLine = place.Line };
    }

    /// <summary>The name of the next member, whose value is then current; null at the end of the object.</summary>
    private static string? Member(ref Utf8JsonReader json, string what)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.EndObject) return null;
        var member = json.GetString()!;
        if (!json.Read()) throw new JsonException($"{what} ends too early");
        return member;
    }

    private void Begin(ref Utf8JsonReader json, string what)
    {
        if (json.TokenType != JsonTokenType.StartObject) throw Wrong(ref json, $"{what} is an object in braces");
    }

    private string Text(ref Utf8JsonReader json, string member) =>
        json.TokenType == JsonTokenType.String ? json.GetString()! : throw Wrong(ref json, $"\"{member}\" is a text");

    private int Number(ref Utf8JsonReader json, string member) =>
        json.TokenType == JsonTokenType.Number && json.TryGetInt32(out var number) ? number : throw Wrong(ref json, $"\"{member}\" is a whole number");

    private BaselineException Wrong(ref Utf8JsonReader json, string what, string? hint = null) =>
        new(_places.At(_text.Span, (int)json.TokenStartIndex), what, hint);
}
