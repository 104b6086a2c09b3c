using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using ScriptRules.Formats;
using ScriptRules.Formats.Json;
using ScriptRules.Rules.Yaml;

namespace ScriptRules.Examples;

/// <summary>Reads labelled cases, one JSON object a line: the labels, and what is left as a conversation of the public contract.</summary>
/// <param name="path">The file.</param>
internal sealed class LabelledCaseReader(string path)
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];
    private static readonly string[] Labels = ["verdict", "source", "also", "note", "context", "text", "at"];

    private readonly ReaderOptions _options = ReaderOptions.Default;
    private readonly ImmutableArray<LabelledCase>.Builder _cases = ImmutableArray.CreateBuilder<LabelledCase>();
    private readonly ImmutableArray<InputError>.Builder _errors = ImmutableArray.CreateBuilder<InputError>();

    internal LabelledCases Read()
    {
        try
        {
            using var stream = File.OpenRead(path);
            var source = new SourceStream(stream, path, _options.Limits);
            if (source.HopelessError() is { } hopeless) _errors.Add(hopeless);
            else
                foreach (var line in source.Lines()) Read(line);
        }
        catch (Exception e) when (IoErrors.Covers(e))
        {
            _errors.Add(IoErrors.Describe(e, path));
        }

        if (_cases.Count == 0 && _errors.Count == 0) _errors.Add(new InputError(InputErrorCode.NothingToCheck, new InputPlace(path), "there is no case in this file"));
        return new LabelledCases(_cases.ToImmutable(), _errors.ToImmutable());
    }

    private void Read(SourceLine line)
    {
        if (line.Error is { } error)
        {
            _errors.Add(error);
            return;
        }

        var json = line.Utf8.Span.StartsWith(Mark) ? line.Utf8[Mark.Length..] : line.Utf8;
        if (json.Span.IndexOfAnyExcept(" \t\r"u8) < 0) return;
        var before = _errors.Count;
        try
        {
            using var document = JsonDocument.Parse(json);
            if (Parse(document.RootElement, line.Number) is { } read && _errors.Count == before) _cases.Add(read);
        }
        catch (JsonException)
        {
            // What is wrong with JSON is said best by the parser of conversations, which does not know the labels.
            _errors.AddRange(Conversation(json.Span, line.Number).Errors.Where(e => e.Code == InputErrorCode.BrokenJson || e.Code == InputErrorCode.TooDeep));
        }
        catch (InvalidOperationException)
        {
            Add(InputErrorCode.WrongType, line.Number, "a text that is no Unicode"); // a lone surrogate, written as an escape
        }
    }

    private LabelledCase? Parse(JsonElement json, int line)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            Add(InputErrorCode.WrongType, line, "a case is an object in braces");
            return null;
        }

        var members = Members(json, line);
        var isOffending = IsOffending(members, line);
        var source = Text(members, "source", line);
        if (isOffending == true && source.Length == 0) Add(InputErrorCode.MissingMember, line, "an offending case needs \"source\"", "name the handbook row that it breaks");
        foreach (var (one, other) in (ReadOnlySpan<(string, string)>)[("context", "turns"), ("text", "draft")])
            if (members.ContainsKey(one) && members.ContainsKey(other)) Add(InputErrorCode.DuplicateMember, line, $"\"{one}\" and \"{other}\" are two names of one thing");
        foreach (var (one, other) in (ReadOnlySpan<(string, string)>)[("context", "text"), ("at", "text")])
            if (members.ContainsKey(one) && !members.ContainsKey(other) && !members.ContainsKey("draft")) Add(InputErrorCode.MissingMember, line, $"\"{one}\" belongs to a reply, and there is no \"{other}\"", "a whole conversation has \"turns\" and \"startedAt\"");
        var result = Conversation(Contract(members), line);
        // The columns are those of the contract's own writing, not of the file.
        foreach (var error in result.Errors) _errors.Add(error with { Place = error.Place with { Column = 0 } });
        if (result.Conversation is not { } conversation || isOffending is null) return null;
        return new LabelledCase
        {
            Place = new InputPlace(path, line),
            Conversation = conversation,
            IsOffending = isOffending.Value,
            Source = source,
            Also = Also(members, line),
            Note = Text(members, "note", line),
        };
    }

    private Dictionary<string, JsonElement> Members(JsonElement json, int line)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        string[] known = [.. Labels, .. JsonNames.Conversation.Names];
        foreach (var member in json.EnumerateObject())
        {
            if (!known.Contains(member.Name)) Add(InputErrorCode.UnknownMember, line, $"unknown member \"{member.Name}\"", Spelling.Nearest(member.Name, known) is { } meant ? $"did you mean \"{meant}\"?" : null);
            else if (!members.TryAdd(member.Name, member.Value)) Add(InputErrorCode.DuplicateMember, line, $"\"{member.Name}\" is there twice");
        }

        return members;
    }

    /// <summary>Null when the case does not say.</summary>
    private bool? IsOffending(Dictionary<string, JsonElement> members, int line)
    {
        const string Values = "it is violated or clean";
        if (!members.TryGetValue("verdict", out var verdict)) Add(InputErrorCode.MissingMember, line, "a case needs \"verdict\"", Values);
        else if (verdict.ValueKind != JsonValueKind.String) Add(InputErrorCode.WrongType, line, "\"verdict\" is a text", Values);
        else if (verdict.ValueEquals("violated"u8)) return true;
        else if (verdict.ValueEquals("clean"u8) || verdict.ValueEquals("passed"u8)) return false;
        else Add(InputErrorCode.UnknownValue, line, $"verdict: unknown value \"{verdict.GetString()}\"", Values);
        return null;
    }

    private ImmutableArray<string> Also(Dictionary<string, JsonElement> members, int line)
    {
        if (!members.TryGetValue("also", out var also)) return [];
        if (also.ValueKind == JsonValueKind.Array && also.EnumerateArray().All(a => a.ValueKind == JsonValueKind.String)) return [.. also.EnumerateArray().Select(a => a.GetString()!)];
        Add(InputErrorCode.WrongType, line, "\"also\" is a list of handbook rows");
        return [];
    }

    private string Text(Dictionary<string, JsonElement> members, string name, int line)
    {
        if (!members.TryGetValue(name, out var value)) return "";
        if (value.ValueKind == JsonValueKind.String) return value.GetString()!;
        Add(InputErrorCode.WrongType, line, $"\"{name}\" is a text");
        return "";
    }

    /// <summary>The case without its labels, as the contract writes conversations.</summary>
    private static ReadOnlySpan<byte> Contract(Dictionary<string, JsonElement> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, value) in members.Where(m => !Labels.Contains(m.Key))) Write(json, name, value);
            if (members.TryGetValue("context", out var context)) Write(json, "turns", context);
            if (members.TryGetValue("text", out var text))
            {
                json.WriteStartObject("draft"u8);
                Write(json, "text", text);
                if (members.TryGetValue("at", out var at)) Write(json, "at", at);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan;
    }

    private static void Write(Utf8JsonWriter json, string name, JsonElement value)
    {
        json.WritePropertyName(name);
        value.WriteTo(json);
    }

    private ReadResult Conversation(ReadOnlySpan<byte> json, int line) =>
        new ConversationParser(json, path, line, _options, new ErrorList(_options.Limits.Errors)).ReadAll(1, allowList: false)[0];

    private void Add(InputErrorCode code, int line, string message, string? hint = null) => _errors.Add(new InputError(code, new InputPlace(path, line), message, hint));
}
