using System.Collections.Immutable;
using System.Globalization;
using ScriptRules.Formats.Json;
using ScriptRules.Text;

namespace ScriptRules.Formats.PlainText;

/// <summary>Reads one transcript in plain text. One owner, one conversation.</summary>
internal sealed class TranscriptParser(TextLines lines, TranscriptStyle style, ReaderOptions options, int number)
{
    private readonly ErrorList _errors = new(options.Limits.Errors);
    private readonly TranscriptClock _clock = new(options.Zone);
    private readonly ImmutableArray<Turn>.Builder _turns = ImmutableArray.CreateBuilder<Turn>();
    private readonly ImmutableArray<int>.Builder _turnLines = ImmutableArray.CreateBuilder<int>();
    private readonly HashSet<string> _agents = [];
    private readonly HashSet<string> _customers = [];

    // The turn that is being read: its first line, and its text so far.
    private readonly List<string> _words = [];
    private int _turnLine = -1;
    private SpeakerRole _speaker;
    private TimeSpan? _start;

    public ReadResult Read()
    {
        for (var i = 0; i < lines.Lines.Count && _turns.Count <= options.Limits.Turns; i++)
            ReadLine(i);
        EndTurn();
        CheckContent();

        var first = lines.Lines.FindIndex(l => !string.IsNullOrWhiteSpace(l));
        var failed = _errors.Any;
        return new ReadResult
        {
            Origin = new Origin(lines.Path, lines.FirstLine + first, number) { TurnLines = _turnLines.ToImmutable() },
            Conversation = failed ? null : Build(),
            Errors = _errors.TakeErrors(),
            Notes = _errors.TakeNotes(),
        };
    }

    private Conversation Build() => new()
    {
        StartedAt = _clock.StartedAt,
        Agent = PartyName.Agent(_agents),
        Customer = PartyName.Customer(_customers),
        Turns = _turns.ToImmutable(),
    };

    private void ReadLine(int index)
    {
        var line = lines.Lines[index];
        var head = LineHead.Of(line, style.Letters);
        if (head.Role is { } role)
        {
            EndTurn();
            BeginTurn(index, role, head);
            _words.Add(line[head.TextStart..]);
        }
        else if (style.IsTurnOfUnknown(head))
        {
            EndTurn();
            var who = head.Unknown is { } name ? $"who is {JsonText.Quote(name)}?" : "who says this?";
            Add(InputErrorCode.UnknownSpeaker, index, who, "write the role before the name, as in 客服-小林: or 客户-王女士:");
        }
        else if (_turnLine >= 0)
        {
            _words.Add(line);
        }
        else if (!string.IsNullOrWhiteSpace(line) && !IsTitle(line) && !_errors.Any)
        {
            Add(InputErrorCode.NoSpeaker, index, "words before the first speaker", "begin the line with 客服: or 客户:, or with # for a title");
        }
    }

    private void BeginTurn(int index, SpeakerRole role, LineHead head)
    {
        if (_turns.Count == options.Limits.Turns)
        {
            var words = string.Create(CultureInfo.InvariantCulture, $"more turns than the limit of {options.Limits.Turns:N0}");
            Add(InputErrorCode.TooManyTurns, index, words);
        }

        if (head.HasBadTime)
            Add(InputErrorCode.BadTime, index, "the time is none that a clock shows");
        (_turnLine, _speaker, _start) = (index, role, head.Time is { } time ? StartOf(time, index) : null);
        if (head.Name is { } name && role is SpeakerRole.Agent or SpeakerRole.Customer)
            (role == SpeakerRole.Agent ? _agents : _customers).Add(head.Name!);
    }

    private TimeSpan? StartOf(Timestamp time, int index)
    {
        var start = _clock.Next(time);
        if (start > options.Limits.Duration)
        {
            var days = options.Limits.Duration.TotalDays.ToString("0.#", CultureInfo.InvariantCulture);
            Add(InputErrorCode.TimeOutOfRange, index, $"more than {days} days after the first turn", "separate conversations with a line of ---");
        }

        if (start >= TimeSpan.Zero || start is null)
            return start;

        const string words = "this time is earlier than the one before; it is taken as unknown";
        _errors.Add(new InputNote(InputErrorCode.TimeGoesBack, lines.AtText(index), words));
        return null;
    }

    private void EndTurn()
    {
        if (_turnLine < 0)
            return;

        var text = TextLines.Join(_words);
        if (text.Length > options.Limits.TextLength)
        {
            var words = string.Create(CultureInfo.InvariantCulture, $"the turn is longer than the limit of {options.Limits.TextLength:N0} characters");
            Add(InputErrorCode.TextTooLong, _turnLine, words);
        }

        if (text.Length == 0)
            _errors.Add(new InputNote(InputErrorCode.EmptyTurn, lines.AtText(_turnLine), "this turn has no text"));

        _turns.Add(new Turn(_speaker, text, _start));
        _turnLines.Add(lines.FirstLine + _turnLine);
        _words.Clear();
        _turnLine = -1;
    }

    /// <summary>Refuses a transcript in which nothing is said; it would pass every rule.</summary>
    private void CheckContent()
    {
        if (!_errors.Any && _turns.All(t => t.Text.Length == 0))
            _errors.Add(new InputError(InputErrorCode.NothingToCheck, lines.At(0), "nothing to check: no turn has any text"));
    }

    private static bool IsTitle(string line) => line.TrimStart().StartsWith('#');

    private void Add(InputErrorCode code, int index, string message, string? hint = null) =>
        _errors.Add(new InputError(code, lines.AtText(index), message, hint));
}
