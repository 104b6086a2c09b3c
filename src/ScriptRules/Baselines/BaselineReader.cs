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
        var entries = new List<BaselineEntry>();
        json.Read();
        ReadObject(ref json, ("a baseline", "the baseline"), ["version", "created", "pack", "entries"], (ref json, member) =>
        {
            switch (member)
            {
                case "version":
                    var version = Number(ref json, member);
                    if (version > Baseline.Version) throw Wrong(ref json, string.Create(CultureInfo.InvariantCulture, $"version {version} of baselines is not known; this tool reads up to {Baseline.Version}"), "take a newer tool");
                    if (version < 1) throw Wrong(ref json, "there is no such version of baselines");
                    return true;
                case "created":
                    if (!DateOnly.TryParseExact(Text(ref json, member), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) throw Wrong(ref json, "\"created\" is a day such as 2026-02-17");
                    baseline = baseline with { Created = day };
                    return true;
                case "pack":
                    baseline = ReadPack(ref json, baseline);
                    return true;
                case "entries":
                    ReadEntries(ref json, entries);
                    return true;
                default:
                    return false;
            }
        });
        return baseline with { Entries = BaselineEntry.Sorted(entries) };
    }

    private Baseline ReadPack(ref Utf8JsonReader json, Baseline baseline)
    {
        ReadObject(ref json, ("\"pack\"", "\"pack\""), [], (ref json, member) =>
        {
            if (member is not ("name" or "version")) return false;
            var text = Text(ref json, member);
            baseline = member == "name" ? baseline with { Pack = text } : baseline with { PackVersion = text };
            return true;
        });
        return baseline;
    }

    private void ReadEntries(ref Utf8JsonReader json, List<BaselineEntry> entries)
    {
        if (json.TokenType != JsonTokenType.StartArray) throw Wrong(ref json, "\"entries\" is a list");
        var known = new HashSet<(string, string, string)>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            var place = _places.At(_text.Span, (int)json.TokenStartIndex);
            var entry = ReadEntry(ref json) with { EntryLine = place.Line };
            if (!known.Add(entry.Key)) throw new BaselineException(place, "this entry is there twice", "write one, with the count of both");
            entries.Add(entry);
        }
    }

    private BaselineEntry ReadEntry(ref Utf8JsonReader json)
    {
        var entry = new BaselineEntry("", "", "", 0, 0, "");
        ReadObject(ref json, ("an entry", "the entry"), ["path", "rule", "fingerprint", "count"], (ref json, member) =>
        {
            switch (member)
            {
                case "path":
                    entry = entry with { Path = Text(ref json, member) };
                    return true;
                case "rule":
                    entry = entry with { Rule = Text(ref json, member) };
                    return true;
                case "fingerprint":
                    entry = entry with { Fingerprint = Text(ref json, member) };
                    return true;
                case "count":
                    entry = entry with { Count = Number(ref json, member) };
                    if (entry.Count < 1) throw Wrong(ref json, "\"count\" is at least 1");
                    return true;
                case "line":
                    entry = entry with { Line = Number(ref json, member) };
                    return true;
                case "text":
                    entry = entry with { Text = Text(ref json, member) };
                    return true;
                default:
                    return false;
            }
        });
        return entry;
    }

    /// <summary>Reads the members of an object, each of which is there once.</summary>
    /// <param name="json">At its start.</param>
    /// <param name="what">The object, for messages.</param>
    /// <param name="needed">The members that it must have.</param>
    /// <param name="take">Reads the value that is current.</param>
    private void ReadObject(ref Utf8JsonReader json, (string One, string This) what, string[] needed, Take take)
    {
        if (json.TokenType != JsonTokenType.StartObject) throw Wrong(ref json, $"{what.One} is an object in braces");
        var start = (int)json.TokenStartIndex;
        var given = new HashSet<string>(StringComparer.Ordinal);
        while (Member(ref json, what.One) is { } member)
        {
            if (!given.Add(member)) throw Wrong(ref json, $"\"{member}\" is there twice");
            if (!take(ref json, member)) throw Wrong(ref json, $"{what.One} has no \"{member}\"");
        }

        foreach (var member in needed)
            if (!given.Contains(member)) throw new BaselineException(_places.At(_text.Span, start), $"{what.This} has no \"{member}\"");
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

    private string Text(ref Utf8JsonReader json, string member) =>
        json.TokenType == JsonTokenType.String ? json.GetString()! : throw Wrong(ref json, $"\"{member}\" is a text");

    private int Number(ref Utf8JsonReader json, string member) =>
        json.TokenType == JsonTokenType.Number && json.TryGetInt32(out var number) ? number : throw Wrong(ref json, $"\"{member}\" is a whole number");

    private BaselineException Wrong(ref Utf8JsonReader json, string what, string? hint = null) =>
        new(_places.At(_text.Span, (int)json.TokenStartIndex), what, hint);

    /// <summary>Reads the value of a member; false for one that the object does not have.</summary>
    private delegate bool Take(ref Utf8JsonReader json, string member);
}
