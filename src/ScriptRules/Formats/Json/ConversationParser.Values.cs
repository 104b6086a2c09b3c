using System.Globalization;
using System.Text.Json;

namespace ScriptRules.Formats.Json;

// The values inside a conversation. Each method leaves the reader on the last token of the value that it was on.
// A null stands for an unknown value wherever a member may be left out.
internal ref partial struct ConversationParser
{
    private static readonly string[] DateFormats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm'Z'",
    ];

    // Bits of the members seen from here on mean that another name was written for the member.
    private const int Guessed = 16;

    /// <summary>Goes to the value of the next member that is known and new. False at the end of the object.</summary>
    /// <param name="names">The members that the object may have.</param>
    /// <param name="seen">The members met so far, as bits; 0 at first.</param>
    /// <param name="index">The member's index in the names.</param>
    private bool NextMember(JsonNames names, ref int seen, out int index)
    {
        while (_json.Read() && _json.TokenType != JsonTokenType.EndObject)
        {
            index = IndexIn(names);
            if (index >= 0 && (seen & (1 << index)) == 0)
            {
                seen |= 1 << index;
                _member = names.Names[index];
                _json.Read();
                return true;
            }

            if (index >= 0)
                AddDuplicate(names.Names[index]);
            else
                AddUnknown(names, ref seen);
            _json.Skip();
        }

        index = -1;
        _member = "";
        return false;
    }

    private readonly int IndexIn(JsonNames names) =>
        _json.ValueIsEscaped ? names.Names.IndexOf(JsonText.Of(_json)) : names.IndexOf(_json.ValueSpan);

    private readonly void AddDuplicate(string name)
    {
        if (_errors.IsFull)
            Add(InputErrorCode.DuplicateMember, Offset, "");
        else
            Add(InputErrorCode.DuplicateMember, Offset, $"the member {JsonText.Quote(name)} occurs twice{In()}", "remove one of them");
    }

    private void AddUnknown(JsonNames names, ref int seen)
    {
        if (_errors.IsFull)
        {
            Add(InputErrorCode.UnknownMember, Offset, "");
            return;
        }

        var name = JsonText.Of(_json);
        _member = name.Length <= 40 ? name : "";
        var guess = names.Guess(name);
        seen |= guess < 0 ? 0 : 1 << (Guessed + guess);
        Add(InputErrorCode.UnknownMember, Offset, $"unknown member {JsonText.Quote(name)}{In()}", names.Hint(guess));
    }

    private readonly string In() => Parent() is { Length: > 0 } parent ? " in " + parent : "";

    /// <summary>Reports a required member that was not met, unless it is there under a name already reported.</summary>
    private void Require(int index, JsonNames names, int seen, int offset, string hint)
    {
        if ((seen & ((1 << index) | (1 << (Guessed + index)))) != 0)
            return;

        var member = names.Names[index];
        _member = member;
        Add(InputErrorCode.MissingMember, offset, $"the member \"{member}\" is missing{In()}", hint);
        _member = "";
    }

    /// <summary>Whether the value is of the type; if it is not, that is noted and the value passed over.</summary>
    private bool Is(JsonTokenType type, string expected)
    {
        if (_json.TokenType == type)
            return true;

        Add(InputErrorCode.WrongType, Offset, Sentence(JsonPath(), $"expected {expected}, found {Found()}"));
        _json.Skip();
        return false;
    }

    private readonly bool IsUnknown => _json.TokenType == JsonTokenType.Null;

    private string? ReadText()
    {
        if (!Is(JsonTokenType.String, "text"))
            return null;
        if (!JsonText.IsLongerThan(_json, _limits.TextLength))
            return JsonText.Of(_json);

        var message = string.Create(CultureInfo.InvariantCulture, $"longer than the limit of {_limits.TextLength:N0} characters");
        Add(InputErrorCode.TextTooLong, Offset, Sentence(JsonPath(), message));
        return null;
    }

    private string? ReadOptionalText() => IsUnknown ? null : ReadText();

    /// <summary>The index of the word in <paramref name="allowed"/>; null when it is unknown or wrong.</summary>
    private int? ReadWord(JsonNames allowed)
    {
        if (!Is(JsonTokenType.String, allowed.OneOf))
            return null;

        var index = IndexIn(allowed);
        if (index >= 0)
            return index;

        var said = JsonText.Of(_json);
        Add(InputErrorCode.UnknownValue, Offset, Sentence(JsonPath(), $"unknown value {JsonText.Quote(said)}"), allowed.Hint(allowed.Guess(said)));
        return null;
    }

    private TimeSpan? ReadSeconds()
    {
        if (IsUnknown || !Is(JsonTokenType.Number, "seconds, as a number"))
            return null;

        var max = _limits.Duration.TotalSeconds;
        if (_json.TryGetDouble(out var seconds) && seconds >= 0 && seconds <= max)
            return new TimeSpan((long)Math.Round(seconds * TimeSpan.TicksPerSecond));

        var (words, hint) = seconds < 0
            ? ("a time cannot be negative", (string?)null)
            : ("beyond the longest conversation, " + max.ToString("N0", CultureInfo.InvariantCulture) + " s", "times are seconds from the start");
        Add(InputErrorCode.TimeOutOfRange, Offset, Sentence(JsonPath(), words), hint);
        return null;
    }

    private DateTimeOffset? ReadDate()
    {
        if (IsUnknown || !Is(JsonTokenType.String, "a date and time, as text"))
            return null;

        var said = JsonText.Of(_json);
        if (DateTimeOffset.TryParseExact(said, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
            return date;

        var hasNoOffset = DateTime.TryParseExact(
            said, ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        var (words, hint) = hasNoOffset
            ? ("has no offset from UTC", "add it, as in +08:00")
            : ("is no date and time", "write it as in 2026-02-17T09:12:00+08:00");
        Add(InputErrorCode.BadDate, Offset, Sentence(JsonPath(), $"{JsonText.Quote(said)} {words}"), hint);
        return null;
    }

    private readonly void CheckOrder(TimeSpan? start, TimeSpan? end, string startName, int endOffset)
    {
        if (end < start)
        {
            var words = string.Create(
                CultureInfo.InvariantCulture, $"{end.Value.TotalSeconds} s is before {startName}, {start.Value.TotalSeconds} s");
            Add(InputErrorCode.EndBeforeStart, endOffset, Sentence(JsonPath(), words));
        }
    }
}
