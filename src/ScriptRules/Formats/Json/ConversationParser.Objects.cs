using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ScriptRules.Text;

namespace ScriptRules.Formats.Json;

// The objects of the contract. Each method starts on the opening bracket and ends on the closing one.
internal ref partial struct ConversationParser
{
    private Conversation ReadConversation(ImmutableArray<int>.Builder? lines)
    {
        var conversation = new ConversationFields { At = Offset };
        var seen = 0;
        while (NextMember(JsonNames.Conversation, ref seen, out var member))
            ReadMember((ConversationMember)member, ref conversation, lines);

        _member = "endedAt";
        CheckOrder(conversation.AnsweredAt, conversation.EndedAt, "answeredAt", conversation.EndedAtOffset);
        _member = "";
        CheckContent(conversation);
        return conversation.Build();
    }

    private void ReadMember(ConversationMember member, ref ConversationFields into, ImmutableArray<int>.Builder? lines)
    {
        switch (member)
        {
            case ConversationMember.Id:
                into.Id = ReadOptionalText() ?? "";
                break;
            case ConversationMember.Channel:
                into.Channel = IsUnknown ? null : (Channel?)ReadWord(JsonNames.Channels);
                break;
            case ConversationMember.Direction:
                into.Direction = IsUnknown ? null : (Direction?)ReadWord(JsonNames.Directions);
                break;
            case ConversationMember.StartedAt:
                into.StartedAt = ReadDate();
                break;
            case ConversationMember.AnsweredAt:
                into.AnsweredAt = ReadSeconds();
                break;
            case ConversationMember.EndedAt:
                into.EndedAtOffset = Offset;
                into.EndedAt = ReadSeconds();
                break;
            case ConversationMember.Agent:
                into.Agent = ReadParty();
                break;
            case ConversationMember.Customer:
                into.Customer = ReadParty();
                break;
            case ConversationMember.Turns:
                into.At = Offset;
                into.Turns = ReadTurns(lines);
                break;
            case ConversationMember.Attributes:
                into.Attributes = ReadAttributes();
                break;
            case ConversationMember.Draft:
                into.Draft = ReadDraft();
                break;
        }
    }

    /// <summary>Refuses a conversation in which nothing is said; it would pass every rule.</summary>
    private readonly void CheckContent(in ConversationFields conversation)
    {
        if (_errors.Any || conversation.Draft is not null)
            return;
        if (conversation.Turns.IsEmpty)
            Add(InputErrorCode.NothingToCheck, conversation.At, "nothing to check: there are no turns and no draft");
        else if (conversation.Turns.All(t => string.IsNullOrWhiteSpace(t.Text)))
            Add(InputErrorCode.NothingToCheck, conversation.At, "nothing to check: no turn has any text");
    }

    private Party ReadParty()
    {
        if (IsUnknown || !Is(JsonTokenType.StartObject, "an object"))
            return Party.Unknown;

        _scope = _member;
        string? id = null, name = null, honorific = null;
        var seen = 0;
        while (NextMember(JsonNames.Party, ref seen, out var member))
        {
            var text = ReadOptionalText();
            text = string.IsNullOrWhiteSpace(text) ? null : text;
            switch ((PartyMember)member)
            {
                case PartyMember.Id: id = text; break;
                case PartyMember.Name: name = text; break;
                case PartyMember.Honorific: honorific = text; break;
            }
        }

        _scope = "";
        return new Party(id, name, honorific);
    }

    private Draft? ReadDraft()
    {
        if (IsUnknown || !Is(JsonTokenType.StartObject, "an object"))
            return null;

        _scope = _member;
        var place = Offset;
        string? text = null;
        DateTimeOffset? at = null;
        var seen = 0;
        while (NextMember(JsonNames.Draft, ref seen, out var member))
        {
            if ((DraftMember)member == DraftMember.At)
            {
                at = ReadDate();
                continue;
            }

            var textPlace = Offset;
            text = ReadText();
            if (string.IsNullOrWhiteSpace(text) && text is not null)
                Add(InputErrorCode.NothingToCheck, textPlace, "nothing to check: the draft is empty");
        }

        Require((int)DraftMember.Text, JsonNames.Draft, seen, place, "a draft is { \"text\": \"…\" }");
        _scope = "";
        return new Draft(text ?? "", at);
    }

    private ImmutableArray<Turn> ReadTurns(ImmutableArray<int>.Builder? lines)
    {
        if (IsUnknown || !Is(JsonTokenType.StartArray, "a list of turns"))
            return [];

        var turns = ImmutableArray.CreateBuilder<Turn>();
        var (empty, firstEmpty, firstEmptyPlace) = (0, -1, 0);
        for (_turn = 0; _json.Read() && _json.TokenType != JsonTokenType.EndArray; _turn++)
        {
            _member = "";
            if (_turn == _limits.Turns)
            {
                var words = string.Create(CultureInfo.InvariantCulture, $"more turns than the limit of {_limits.Turns:N0}");
                Add(InputErrorCode.TooManyTurns, Offset, words);
            }

            if (_turn >= _limits.Turns)
            {
                _json.Skip();
                continue;
            }

            var place = Offset;
            lines?.Add(LineOf(place));
            var turn = ReadTurn();
            turns.Add(turn);
            if (string.IsNullOrWhiteSpace(turn.Text) && empty++ == 0)
                (firstEmpty, firstEmptyPlace) = (_turn, place);
        }

        _turn = -1;
        if (empty > 0)
        {
            var have = empty > 1 ? string.Create(CultureInfo.InvariantCulture, $"and {empty - 1} more have") : "has";
            var words = string.Create(CultureInfo.InvariantCulture, $"turns[{firstEmpty}] {have} no text");
            _errors.Add(new InputNote(InputErrorCode.EmptyTurn, _places.At(_text, firstEmptyPlace), words));
        }

        return turns.DrainToImmutable();
    }

    private Turn ReadTurn()
    {
        if (!Is(JsonTokenType.StartObject, "a turn"))
            return new Turn(SpeakerRole.System, "");

        var place = Offset;
        int? speaker = null;
        string? text = null;
        TimeSpan? start = null, end = null;
        ImmutableArray<Word> words = [];
        var endPlace = place;
        var seen = 0;
        while (NextMember(JsonNames.Turn, ref seen, out var member))
        {
            switch ((TurnMember)member)
            {
                case TurnMember.Speaker:
                    speaker = ReadWord(JsonNames.Speakers);
                    break;
                case TurnMember.Text:
                    text = ReadText();
                    break;
                case TurnMember.Start:
                    start = ReadSeconds();
                    break;
                case TurnMember.End:
                    endPlace = Offset;
                    end = ReadSeconds();
                    break;
                case TurnMember.Words:
                    words = ReadWords();
                    break;
            }
        }

        Require((int)TurnMember.Speaker, JsonNames.Turn, seen, place, "it can be agent, customer, bot, system");
        Require((int)TurnMember.Text, JsonNames.Turn, seen, place, "give an empty text for a turn without words");
        _member = "end";
        CheckOrder(start, end, "start", endPlace);
        _member = "";
        return new Turn((SpeakerRole)(speaker ?? (int)SpeakerRole.System), text ?? "", start, end) { Words = words };
    }

    /// <summary>The words of a turn, in the order in which they were spoken.</summary>
    private ImmutableArray<Word> ReadWords()
    {
        if (IsUnknown || !Is(JsonTokenType.StartArray, "a list of words"))
            return [];

        var words = ImmutableArray.CreateBuilder<Word>();
        for (_word = 0; _json.Read() && _json.TokenType != JsonTokenType.EndArray; _word++)
        {
            _member = "";
            var place = Offset;
            if (!Is(JsonTokenType.StartObject, "a word"))
                continue;
            if (ReadWord(place) is not { } word)
                continue;
            if (words.Count > 0 && word.Start < words[^1].Start)
                Add(InputErrorCode.WordsOutOfOrder, place, $"{JsonPath()} begins before the word in front of it", "words come in the order in which they were spoken");
            words.Add(word);
        }

        _word = -1;
        _member = "words";
        return words.DrainToImmutable();
    }

    private Word? ReadWord(int place)
    {
        string? text = null;
        TimeSpan? start = null, end = null;
        var endPlace = place;
        var seen = 0;
        while (NextMember(JsonNames.Word, ref seen, out var member))
        {
            switch ((WordMember)member)
            {
                case WordMember.Text:
                    text = ReadOptionalText();
                    break;
                case WordMember.Start:
                    start = ReadSeconds();
                    break;
                case WordMember.End:
                    endPlace = Offset;
                    end = ReadSeconds();
                    break;
            }
        }

        Require((int)WordMember.Start, JsonNames.Word, seen, place, "a word is { \"text\": \"…\", \"start\": 1.2, \"end\": 1.5 }");
        Require((int)WordMember.End, JsonNames.Word, seen, place, "a word is { \"text\": \"…\", \"start\": 1.2, \"end\": 1.5 }");
        _member = "end";
        CheckOrder(start, end, "start", endPlace);
        _member = "";
        return start is { } from && end is { } to ? new Word(string.IsNullOrEmpty(text) ? null : text, from, to) : null;
    }

    /// <summary>Free metadata. Text is taken as it is, anything else as it is written, and null is left out.</summary>
    private ImmutableDictionary<string, string> ReadAttributes()
    {
        if (IsUnknown || !Is(JsonTokenType.StartObject, "an object"))
            return ImmutableDictionary<string, string>.Empty;

        _scope = _member;
        var attributes = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (_json.Read() && _json.TokenType != JsonTokenType.EndObject)
        {
            var name = JsonText.Of(_json);
            _member = name.Length <= 40 ? name : "";
            var isNew = names.Add(name);
            if (!isNew)
                AddDuplicate(name);

            _json.Read();
            var start = Offset;
            var text = _json.TokenType == JsonTokenType.String ? ReadText() : null;
            if (_json.TokenType is not (JsonTokenType.String or JsonTokenType.Null))
            {
                _json.Skip();
                text = System.Text.Encoding.UTF8.GetString(_text[start..(int)_json.BytesConsumed]);
            }

            if (isNew && text is not null)
                attributes.Add(name, text);
        }

        (_scope, _member) = ("", "");
        return attributes.ToImmutable();
    }
}
