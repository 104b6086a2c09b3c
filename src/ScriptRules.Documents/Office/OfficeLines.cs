using System.Collections.Immutable;
using System.Globalization;
using ScriptRules.Formats;
using ScriptRules.Formats.Documents;
using ScriptRules.Rules;

namespace ScriptRules.Documents.Office;

/// <summary>Makes lines of script of the cells and paragraphs of an Office file, each with what the file has said of it by then. One owner.</summary>
internal sealed class OfficeLines(string path, ReaderOptions options)
{
    private const int LabelLevel = 10;

    private readonly ImmutableArray<ScriptLine>.Builder _lines = ImmutableArray.CreateBuilder<ScriptLine>();
    private readonly List<InputError> _errors = [];
    private readonly List<string> _passedOver = [];
    private readonly List<(int Level, string Title)> _headings = [];
    private readonly List<Suppression> _waiting = [];
    private int _unlisted;
    private string _customer = "";
    private string _owner = "";
    private string _rowScenario = "";
    private bool _hasTable;

    /// <summary>What columns are called.</summary>
    internal TableHeadings Headings { get; } = new(options.Scripts.LineNames);

    /// <summary>Begins a part; parts of the same or a deeper level end.</summary>
    internal void Heading(int level, string title)
    {
        _headings.RemoveAll(h => h.Level >= level);
        if (title.Length > 0) _headings.Add((level, title));
        (_customer, _owner) = ("", "");
    }

    /// <summary>Begins a table with a column of lines.</summary>
    internal void Table() => (_hasTable, _rowScenario) = (true, "");

    /// <summary>Notes a table without a column of lines.</summary>
    internal void PassOver(string table) => _passedOver.Add(table);

    /// <summary>Notes what could not be read.</summary>
    internal void Fail(InputErrorCode code, string message, string? hint = null)
    {
        if (_errors.Count < options.Limits.Errors) _errors.Add(new InputError(code, new InputPlace(path), message, hint));
        else _unlisted++;
    }

    /// <summary>Adds the lines of a row.</summary>
    /// <param name="roles">What each column holds.</param>
    /// <param name="own">The text of a cell of a column of lines, and what names it; null when it has none.</param>
    /// <param name="held">The text that holds for a cell: its own, or that of the cells it is merged with.</param>
    /// <param name="row">From 1; 0 where rows are no lines.</param>
    internal void Row(ImmutableArray<ScriptRole> roles, Func<int, (string Text, string Part)?> own, Func<int, string> held, int row)
    {
        // A case that is left out is that of the row above.
        if (Held(ScriptRole.Scenario) is { Length: > 0 } scenario) _rowScenario = scenario;
        if (_rowScenario.Length > 0) Heading(LabelLevel, _rowScenario);
        for (var column = 0; column < roles.Length; column++)
        {
            if (roles[column] != ScriptRole.Line || own(column) is not { } cell) continue;
            (_customer, _owner) = (Held(ScriptRole.Customer), Held(ScriptRole.Owner));
            var first = _lines.Count;
            Add(cell.Text, cell.Part, row);
            ImmutableArray<Suppression> suppressions = [.. Held(ScriptRole.Ignore).Split('\n', ';', '；').Where(w => !string.IsNullOrWhiteSpace(w)).Select(w => Suppression(w, cell.Part)).OfType<Suppression>()];
            for (var line = first; line < _lines.Count; line++) _lines[line] = _lines[line] with { Suppressions = _lines[line].Suppressions.AddRange(suppressions) };
        }

        Heading(LabelLevel, "");

        string Held(ScriptRole role) => string.Join(role == ScriptRole.Scenario ? " / " : "\n", roles.Select((r, i) => r == role ? held(i).Trim() : "").Where(t => t.Length > 0).Distinct(StringComparer.Ordinal));
    }

    /// <summary>Takes a text whose lines may be labelled by who says them.</summary>
    /// <param name="text">Of a cell or paragraph.</param>
    /// <param name="part">Names that.</param>
    /// <param name="row">From 1; 0 where rows are no lines.</param>
    internal void Add(string text, string part, int row)
    {
        var (role, from) = (ScriptRole.Line, 0);
        for (var at = 0; at <= text.Length;)
        {
            var end = text.IndexOf('\n', at) is var found and >= 0 ? found : text.Length;
            if (SpokenLabel.Of(text.AsSpan(at, end - at)) is { Words: > 0 } label)
            {
                Take(role, text, from, at, part, row);
                (role, from) = (label.Role, at + label.Words);
            }

            at = end + 1;
        }

        Take(role, text, from, text.Length, part, row);
    }

    /// <summary>What was read.</summary>
    /// <param name="holdsOthers">Whether lines may stand outside tables.</param>
    internal ScriptDocument ToDocument(bool holdsOthers)
    {
        if (_waiting.Count > 0) Fail(InputErrorCode.BadSuppression, "no line of script follows the last suppression");
        var notes = ImmutableArray<InputNote>.Empty;
        if (_passedOver.Count > 0 && !_hasTable && !(holdsOthers && _lines.Count > 0) && _errors.Count == 0)
            Fail(InputErrorCode.NoLineColumn, $"no column of script lines in {string.Join(", ", _passedOver)}", "--line-column NAME names the one that holds them");
        else
            notes = [.. _passedOver.Select(t => new InputNote(InputErrorCode.TableNotRead, new InputPlace(path), $"not read: {t} has no column that is known to hold lines of script; --line-column NAME names one"))];
        if (_unlisted > 0) _errors.Add(new InputError(InputErrorCode.MoreErrors, new InputPlace(path), string.Create(CultureInfo.InvariantCulture, $"{_unlisted} more mistakes")));
        return new ScriptDocument { Lines = _lines.ToImmutable(), Errors = [.. _errors], Notes = notes };
    }

    private void Take(ScriptRole role, string text, int from, int to, string part, int row)
    {
        while (from < to && char.IsWhiteSpace(text[from])) from++;
        while (from < to && char.IsWhiteSpace(text[to - 1])) to--;
        if (from >= to) return;
        var words = text[from..to];
        switch (role)
        {
            case ScriptRole.Line:
                AddLine(words, part, new ScriptAnchor(0, from, row, 0));
                break;
            case ScriptRole.Customer:
                _customer = words;
                break;
            case ScriptRole.Scenario:
                Heading(LabelLevel, words);
                break;
            case ScriptRole.Owner:
                _owner = words;
                break;
            case ScriptRole.Ignore:
                if (Suppression(words, part) is { } suppression) _waiting.Add(suppression);
                break;
        }
    }

    private void AddLine(string words, string part, ScriptAnchor anchor)
    {
        if (words.Length > options.Limits.TextLength)
        {
            Fail(InputErrorCode.TextTooLong, string.Create(CultureInfo.InvariantCulture, $"{part} is longer than the limit of {options.Limits.TextLength:N0} characters"));
            return;
        }

        _lines.Add(new ScriptLine
        {
            Written = words,
            Anchors = [anchor],
            Part = part,
            Scenario = string.Join(" / ", _headings.Select(h => h.Title)),
            Customer = _customer,
            Owner = _owner,
            Suppressions = [.. _waiting],
        });
        _customer = "";
        _waiting.Clear();
    }

    private Suppression? Suppression(string words, string part)
    {
        try
        {
            return IgnoreComment.Read(words, 0, $"{path} {part}", new Place($"{path} {part}", 0, 0));
        }
        catch (BrokenDocumentException e)
        {
            Fail(e.Code, $"{part}: {e.Message}", e.Hint);
            return null;
        }
    }
}
