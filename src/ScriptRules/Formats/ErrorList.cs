using System.Collections.Immutable;
using System.Globalization;

namespace ScriptRules.Formats;

/// <summary>The mistakes of one conversation, as many as a reader lists. One owner; used for one conversation after another.</summary>
internal sealed class ErrorList(int limit)
{
    private readonly List<InputError> _errors = [];
    private readonly List<InputNote> _notes = [];
    private InputPlace _overflow;
    private int _more;

    public bool Any => _errors.Count > 0;

    /// <summary>Whether further mistakes are only counted, so that their words need not be made.</summary>
    public bool IsFull => _errors.Count >= limit;

    public void Add(InputError error)
    {
        if (!IsFull)
            _errors.Add(error);
        else
            Count(error.Place);
    }

    public void Count(InputPlace place)
    {
        if (_more++ == 0)
            _overflow = place;
    }

    public void Add(InputNote note) => _notes.Add(note);

    /// <summary>The mistakes in the order of the text.</summary>
    public ImmutableArray<InputError> TakeErrors()
    {
        if (_more > 0)
        {
            var message = string.Create(CultureInfo.InvariantCulture, $"{_more} more mistakes from here on");
            _errors.Add(new InputError(InputErrorCode.MoreErrors, _overflow, message));
        }

        ImmutableArray<InputError> taken = [.. _errors.OrderBy(e => e.Place.Line).ThenBy(e => e.Place.Column)];
        _errors.Clear();
        _more = 0;
        return taken;
    }

    public ImmutableArray<InputNote> TakeNotes()
    {
        ImmutableArray<InputNote> taken = [.. _notes];
        _notes.Clear();
        return taken;
    }
}
