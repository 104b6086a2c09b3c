using System.Collections.Immutable;
using ScriptRules.Formats.Documents;
using ScriptRules.Text;

namespace ScriptRules.Formats;

/// <summary>One item of an input: a conversation, or the reasons why it could not be read, or a file passed over.</summary>
public sealed record ReadResult
{
    /// <summary>Where the item stands.</summary>
    public required Origin Origin { get; init; }

    /// <summary>What was read; null when there are <see cref="Errors"/>, and for a file passed over.</summary>
    public Conversation? Conversation { get; init; }

    /// <summary>Why it could not be read, in the order of the text; empty exactly when nothing is wrong.</summary>
    public ImmutableArray<InputError> Errors { get; init; } = [];

    /// <summary>What the user should know besides.</summary>
    public ImmutableArray<InputNote> Notes { get; init; } = [];

    internal static ReadResult Failed(InputError error) =>
        new() { Origin = new Origin(error.Place.Path, Math.Max(1, error.Place.Line)), Errors = [error] };

    internal static ReadResult PassedOver(string path, string reason) => new()
    {
        Origin = new Origin(path),
        Notes = [new InputNote(InputErrorCode.NotRead, new InputPlace(path), "not read: " + reason)],
    };
}

/// <summary>Where a conversation comes from.</summary>
/// <param name="Path">The file as the caller named it, or <c>&lt;stdin&gt;</c>.</param>
/// <param name="Line">The line on which the conversation begins, from 1.</param>
/// <param name="Number">Which one of its file it is, from 1, counting those that could not be read.</param>
public sealed record Origin(string Path, int Line = 1, int Number = 1)
{
    /// <summary>The line on which the conversation ends, where the form has a mark for its end, as JSON does; 0 where it goes on until the next one begins.</summary>
    public int EndLine { get; init; }

    /// <summary>The line on which each turn begins; empty when all stand on <see cref="Line"/>.</summary>
    public ImmutableArray<int> TurnLines { get; init; } = [];

    /// <summary>The line of script that is checked, with its places; null for conversations and drafts.</summary>
    public ScriptLine? Script { get; init; }

    /// <summary>The form of the document that the line is of; null for conversations and drafts.</summary>
    public IDocumentFormat? Form { get; init; }

    /// <summary>The line on which the turn at index <paramref name="turn"/> begins, from 1.</summary>
    /// <param name="turn">An index in the turns; that of the draft, one past the last, gives the start of the conversation.</param>
    public int LineOf(int turn) => turn >= 0 && turn < TurnLines.Length ? TurnLines[turn] : Line;

    /// <summary>Where a piece of a turn stands: to the character in a line of script, else the line on which the turn begins.</summary>
    /// <param name="turn">An index in the turns of the conversation; for the draft, one past the last.</param>
    /// <param name="span">A place in that turn.</param>
    /// <param name="turns">How many turns come before the draft.</param>
    public SourceRegion RegionOf(int turn, TextSpan span, int turns)
    {
        if (Script is not { } script) return new SourceRegion(Path, "", LineOf(turn), 0, LineOf(turn), 0);
        var written = turn == turns ? script.Text.ToWritten(span) : default;
        var (start, end) = (script.PlaceOf(written.Start), written.Length == 0 ? script.PlaceOf(written.End) : script.PlaceBehind(written.End));
        return new SourceRegion(Path, script.Part, Math.Max(1, start.Line), start.Column, Math.Max(1, end.Line), end.Column);
    }
}
