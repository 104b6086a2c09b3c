using System.Collections.Immutable;
using System.Globalization;
using ScriptRules.Formats;
using ScriptRules.Formats.Documents;
using ScriptRules.Rules;

namespace ScriptRules.Documents;

/// <summary>Makes lines of script of the texts of a document, each with what the document has said of it by then. One owner.</summary>
internal sealed class LineCollector(DocumentText text, ReaderOptions options)
{
    private const int LabelLevel = 9;

    private readonly ImmutableArray<ScriptLine>.Builder _lines = ImmutableArray.CreateBuilder<ScriptLine>();
    private readonly ErrorList _errors = new(options.Limits.Errors);
    private readonly List<(int Level, string Title, string Owner)> _headings = [(0, "", "")];
    private readonly List<(Suppression Suppression, int Offset)> _waiting = [];
    private string _customer = "";
    private bool _expectsCustomer;

    /// <summary>The lines so far.</summary>
    internal int Count => _lines.Count;

    /// <summary>Begins a part of the document.</summary>
    /// <param name="level">From 1; parts of the same or a deeper level end here.</param>
    /// <param name="title">What it is called.</param>
    internal void Heading(int level, string title)
    {
        _headings.RemoveAll(h => h.Level >= level && h.Level > 0);
        _headings.Add((level, title, ""));
        (_customer, _expectsCustomer) = ("", false);
    }

    /// <summary>Names who answers for the lines of this part.</summary>
    internal void Owner(string name) => _headings[^1] = _headings[^1] with { Owner = name };

    /// <summary>Takes a text whose lines may be labelled by who says them.</summary>
    internal void Add(Piece piece)
    {
        var (role, from, isLabelled) = (_expectsCustomer ? ScriptRole.Customer : ScriptRole.Line, 0, false);
        for (var at = 0; at <= piece.Written.Length;)
        {
            var end = piece.Written.IndexOf('\n', at) is var found and >= 0 ? found : piece.Written.Length;
            if (SpokenLabel.Of(piece.Written.AsSpan(at, end - at)) is { Words: > 0 } label)
            {
                Take(piece, from, at, role, isLabelled);
                (role, from, isLabelled) = (label.Role, at + label.Words, true);
            }

            at = end + 1;
        }

        Take(piece, from, piece.Written.Length, role, isLabelled);
    }

    /// <summary>Takes a text that is a line, in a case that is told beside it.</summary>
    internal void Add(Piece piece, LineCase of)
    {
        if (of.Customer.Length > 0) (_customer, _expectsCustomer) = (of.Customer, false);
        var (headings, lines) = (_headings.Count, _lines.Count);
        if (of.Scenario.Length > 0 || of.Owner.Length > 0) _headings.Add((LabelLevel, of.Scenario, of.Owner));
        Add(piece);
        _headings.RemoveRange(headings, _headings.Count - headings);
        _customer = "";
        for (var i = lines; i < _lines.Count && !of.Suppressions.IsEmpty; i++) _lines[i] = _lines[i] with { Suppressions = [.. _lines[i].Suppressions, .. of.Suppressions] };
    }

    /// <summary>Takes a comment; what it asks for holds for the next line.</summary>
    internal void Comment(string comment, int offset)
    {
        if (!IgnoreComment.IsMeant(comment)) return;
        try
        {
            _waiting.Add((IgnoreComment.Read(comment, offset, text), offset));
        }
        catch (BrokenDocumentException e)
        {
            Fail(e.Code, e.Offset, e.Message, e.Hint);
        }
    }

    internal void Fail(InputErrorCode code, int offset, string message, string? hint = null) => _errors.Add(new InputError(code, text.At(offset), message, hint));

    internal void Note(InputErrorCode code, int offset, string message) => _errors.Add(new InputNote(code, text.At(offset), message));

    internal void PassOver(string reason) => _errors.Add(new InputNote(InputErrorCode.NotRead, new InputPlace(text.Name), "not read: " + reason));

    internal ScriptDocument ToDocument()
    {
        foreach (var (_, offset) in _waiting) Fail(InputErrorCode.BadSuppression, offset, "no line of script follows this suppression");
        return new ScriptDocument { Lines = _lines.ToImmutable(), Errors = _errors.TakeErrors(), Notes = _errors.TakeNotes() };
    }

    private void Take(Piece piece, int from, int to, ScriptRole role, bool isLabelled)
    {
        var written = piece.Written;
        while (from < to && char.IsWhiteSpace(written[from])) from++;
        while (from < to && char.IsWhiteSpace(written[to - 1])) to--;
        var words = written[from..to];
        if (isLabelled && words.Length == 0) _expectsCustomer = role == ScriptRole.Customer;
        if (words.Length == 0) return;
        switch (role)
        {
            case ScriptRole.Line:
                AddLine(piece, from, to);
                if (isLabelled) (_customer, _expectsCustomer) = ("", false);
                break;
            case ScriptRole.Customer:
                _customer = _customer.Length == 0 || !isLabelled ? words : _customer + "\n" + words;
                _expectsCustomer = false;
                break;
            case ScriptRole.Scenario:
                Heading(LabelLevel, words);
                break;
            case ScriptRole.Owner:
                Owner(words);
                break;
            case ScriptRole.Ignore:
                Comment(IgnoreComment.Mark + "ignore " + words, piece.InsertionAt(from));
                break;
        }
    }

    private void AddLine(Piece piece, int from, int to)
    {
        var anchors = piece.Anchors(from, to, text);
        if (to - from > options.Limits.TextLength)
        {
            Fail(InputErrorCode.TextTooLong, anchors[0].Source, string.Create(CultureInfo.InvariantCulture, $"the line is longer than the limit of {options.Limits.TextLength:N0} characters"));
            return;
        }

        _lines.Add(new ScriptLine
        {
            Written = piece.Written[from..to],
            Anchors = anchors,
            Scenario = Scenario(),
            Customer = _customer,
            Owner = _headings.FindLast(h => h.Owner.Length > 0).Owner ?? "",
            Suppressions = _waiting.Count == 0 ? [] : [.. _waiting.Select(w => w.Suppression)],
        });
        _waiting.Clear();
    }

    private string Scenario()
    {
        var scenario = "";
        foreach (var (_, title, _) in _headings)
            if (title.Length > 0) scenario = scenario.Length == 0 ? title : $"{scenario} / {title}";
        return scenario;
    }
}

/// <summary>What a row or a node says of its lines.</summary>
/// <param name="Scenario">The case; empty when it is that of the part.</param>
/// <param name="Customer">What the customer says before; empty when nothing is told.</param>
/// <param name="Owner">Who answers for them; empty when nobody else does.</param>
/// <param name="Suppressions">What they are excused from.</param>
internal sealed record LineCase(string Scenario, string Customer, string Owner, ImmutableArray<Suppression> Suppressions);
