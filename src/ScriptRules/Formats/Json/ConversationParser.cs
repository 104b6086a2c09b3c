using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ScriptRules.Text;

namespace ScriptRules.Formats.Json;

/// <summary>Reads conversations from one JSON text, straight from its tokens, and notes every mistake with its place.</summary>
/// <remarks>
/// A mistake in a value leaves the rest readable, so that the mistakes of a conversation come at once.
/// Broken JSON ends the reading; the conversations before it stand.
/// </remarks>
internal ref partial struct ConversationParser
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly string _path;
    private readonly ReaderLimits _limits;
    private readonly ErrorList _errors;
    private readonly Utf8Places _places;
    private readonly int _firstLine;
    private readonly bool _manyLines;
    private readonly int _deepest;
    private Utf8JsonReader _json;

    // Where the reading stands, to name it in messages.
    private int _item = -1;
    private string _scope = "";
    private int _turn = -1;
    private int _word = -1;
    private string _member = "";
    private int _itemLine;
    private int _itemEnd;
    private bool _isComplete;

    /// <param name="text">UTF-8 that is known to be valid.</param>
    /// <param name="path">The file as the caller named it.</param>
    /// <param name="firstLine">The line of the file on which the text begins.</param>
    /// <param name="options">How to read.</param>
    /// <param name="errors">Empty; filled and emptied by each conversation.</param>
    public ConversationParser(ReadOnlySpan<byte> text, string path, int firstLine, ReaderOptions options, ErrorList errors)
    {
        _text = text;
        (_path, _firstLine, _limits, _errors) = (path, firstLine, options.Limits, errors);
        _places = new Utf8Places(path, firstLine);
        _manyLines = text.Contains((byte)'\n');
        _itemLine = firstLine;

        // A list of conversations is one level more.
        _deepest = _limits.Depth + (text.TrimStart(" \t\r\n"u8).StartsWith("["u8) ? 1 : 0);
        _json = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = _deepest });
    }

    /// <summary>Reads the text, which is one conversation, or a list of them where that is allowed.</summary>
    /// <param name="number">The number of the first conversation in its file.</param>
    /// <param name="allowList">Whether the text may be a list.</param>
    public List<ReadResult> ReadAll(int number, bool allowList)
    {
        var results = new List<ReadResult>();
        try
        {
            _json.Read();
            if (_json.TokenType == JsonTokenType.StartArray && allowList)
            {
                for (_item = 0; _json.Read() && _json.TokenType != JsonTokenType.EndArray; _item++)
                {
                    var item = ReadItem(out var itemLines);
                    results.Add(Finish(item, number + _item, itemLines));
                }

                _item = -1;
                EndOfText();
            }
            else
            {
                // Something behind its end makes the whole text doubtful, so the end comes before the verdict.
                var conversation = ReadItem(out var lines);
                EndOfText();
                results.Add(Finish(conversation, number, lines));
            }
        }
        catch (JsonException e)
        {
            AddSyntaxError(e);
            results.Add(Finish(null, number + results.Count));
        }

        return results;
    }

    private void EndOfText()
    {
        _isComplete = true;
        _json.Read();
    }

    private Conversation? ReadItem(out ImmutableArray<int>.Builder? lines)
    {
        (_scope, _turn, _word, _member) = ("", -1, -1, "");
        _itemLine = LineOf(Offset);
        lines = _manyLines ? ImmutableArray.CreateBuilder<int>() : null;
        if (_json.TokenType == JsonTokenType.StartObject)
        {
            var conversation = ReadConversation(lines);
            _itemEnd = LineOf(Offset);
            return conversation;
        }

        var words = Sentence(JsonPath(), $"expected a conversation, found {Found()}");
        Add(InputErrorCode.WrongType, Offset, words, "a conversation is { \"turns\": [ … ] }");
        _json.Skip();
        return null;
    }

    private ReadResult Finish(Conversation? conversation, int number, ImmutableArray<int>.Builder? lines = null)
    {
        var failed = _errors.Any;
        return new ReadResult
        {
            Origin = new Origin(_path, _itemLine, number) { EndLine = _itemEnd, TurnLines = lines?.ToImmutable() ?? [] },
            Conversation = failed ? null : conversation,
            Errors = _errors.TakeErrors(),
            Notes = _errors.TakeNotes(),
        };
    }

    private void AddSyntaxError(JsonException thrown)
    {
        var depth = _json.CurrentDepth + (_json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : 0);
        var deepest = depth >= _deepest ? _limits.Depth : (int?)null;
        var (offset, code, message, hint) = JsonSyntax.Explain(thrown, _text, deepest, _isComplete);
        Add(code, offset, message, hint);
    }

    private readonly int Offset => (int)_json.TokenStartIndex;

    private readonly int LineOf(int offset) => _manyLines ? _places.At(_text, offset).Line : _firstLine;

    private readonly void Add(InputErrorCode code, int offset, string message, string? hint = null)
    {
        var place = _places.At(_text, offset);
        if (_errors.IsFull)
            _errors.Count(place);
        else
            _errors.Add(new InputError(code, place, message, hint, JsonPath()));
    }

    /// <summary>The member that is being read, such as <c>turns[3].speaker</c>; empty at the top.</summary>
    private readonly string JsonPath()
    {
        var parent = Parent();
        return parent.Length == 0 || _member.Length == 0 ? parent + _member : parent + "." + _member;
    }

    /// <summary>The object that is being read; empty at the top.</summary>
    private readonly string Parent()
    {
        var item = _item < 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"[{_item}]");
        var scope = _turn < 0 ? _scope : string.Create(CultureInfo.InvariantCulture, $"turns[{_turn}]{Word()}");
        return item.Length == 0 || scope.Length == 0 ? item + scope : item + "." + scope;
    }

    private readonly string Word() => _word < 0 ? "" : string.Create(CultureInfo.InvariantCulture, $".words[{_word}]");

    private static string Sentence(string path, string words) => path.Length == 0 ? words : path + ": " + words;

    private readonly string Found() => _json.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "text",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        _ => "null",
    };
}
