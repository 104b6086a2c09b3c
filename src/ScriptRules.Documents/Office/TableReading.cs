using System.Collections.Immutable;
using System.Globalization;
using ScriptRules.Formats;
using ScriptRules.Formats.Documents;

namespace ScriptRules.Documents.Office;

/// <summary>Gathers the lines of script of an Office file, and what could not be read. Grows while the file is read; one owner.</summary>
internal sealed class TableReading(string path, ReaderOptions options)
{
    private readonly ImmutableArray<ScriptLine>.Builder _lines = ImmutableArray.CreateBuilder<ScriptLine>();
    private readonly List<InputError> _errors = [];
    private readonly List<string> _passedOver = [];
    private bool _hasTable;
    private int _unlisted;

    /// <summary>What columns are called.</summary>
    internal ColumnNames Names { get; } = new(options.Scripts);

    /// <summary>Notes a table without a column of lines.</summary>
    internal void PassOver(string table) => _passedOver.Add(table);

    /// <summary>Notes what could not be read.</summary>
    internal void Fail(InputErrorCode code, string message, string? hint = null)
    {
        if (_errors.Count < options.Limits.Errors) _errors.Add(new InputError(code, new InputPlace(path), message, hint));
        else _unlisted++;
    }

    /// <summary>Adds a cell of a column of lines, unless it is empty.</summary>
    /// <param name="text">Of the cell.</param>
    /// <param name="part">Names the cell.</param>
    /// <param name="row">From 1; 0 where rows are no lines.</param>
    /// <param name="columns">Of the table.</param>
    /// <param name="cell">The text that holds for a column of the same row.</param>
    /// <param name="heading">The scenario, when the row names none.</param>
    internal void Add(string text, string part, int row, TableColumns columns, Func<int, string> cell, string heading)
    {
        _hasTable = true;
        var scenario = string.Join(" / ", columns.Scenario.Select(c => cell(c).Trim()).Where(s => s.Length > 0).Distinct(StringComparer.Ordinal));
        Add(text, part, row, scenario.Length > 0 ? scenario : heading, Of(columns.Customer), Of(columns.Owner));

        string Of(int column) => column < 0 ? "" : cell(column).Trim();
    }

    /// <summary>Adds a line, unless it is empty.</summary>
    /// <param name="text">Of the cell or paragraph.</param>
    /// <param name="part">Names that.</param>
    /// <param name="row">From 1; 0 where rows are no lines.</param>
    /// <param name="scenario">The case it is for.</param>
    /// <param name="customer">What the customer says before it.</param>
    /// <param name="owner">Who answers for it.</param>
    /// <param name="from">Where in the text the line begins.</param>
    internal void Add(string text, string part, int row, string scenario, string customer, string owner = "", int from = 0)
    {
        var written = text[from..].Trim();
        if (written.Length == 0) return;
        if (written.Length > options.Limits.TextLength)
        {
            Fail(InputErrorCode.TextTooLong, string.Create(CultureInfo.InvariantCulture, $"{part} is longer than the limit of {options.Limits.TextLength:N0} characters"));
            return;
        }

        var start = from + text.AsSpan(from).IndexOf(written, StringComparison.Ordinal);
        _lines.Add(new ScriptLine { Written = written, Anchors = [new ScriptAnchor(0, start, row, 0)], Part = part, Scenario = scenario, Customer = customer, Owner = owner });
    }

    /// <summary>What was read.</summary>
    /// <param name="holdsOthers">Whether lines may stand outside tables.</param>
    internal ScriptDocument ToDocument(bool holdsOthers)
    {
        var notes = ImmutableArray<InputNote>.Empty;
        if (_passedOver.Count > 0 && !_hasTable && !(holdsOthers && _lines.Count > 0) && _errors.Count == 0)
            Fail(InputErrorCode.NoLineColumn, $"no column of script lines in {string.Join(", ", _passedOver)}", "name the column with --line-column");
        else if (_passedOver.Count > 0)
            notes = [.. _passedOver.Select(t => new InputNote(InputErrorCode.TableNotRead, new InputPlace(path), $"not read: {t} has no column of script lines; name it with --line-column if it should"))];
        if (_unlisted > 0) _errors.Add(new InputError(InputErrorCode.MoreErrors, new InputPlace(path), $"{_unlisted} more like these"));
        return new ScriptDocument { Lines = _lines.ToImmutable(), Errors = [.. _errors], Notes = notes };
    }
}
