using System.Text;
using System.Xml;
using System.Xml.Linq;
using ScriptRules.Formats.Documents;
using ScriptRules.Rules;
using ScriptRules.Text;

namespace ScriptRules.Documents.Office;

/// <summary>A text in pieces, each with a style of its own, and the way to edit it that leaves the styles where they are. One owner.</summary>
/// <remarks>Characters that stay keep their style; what comes instead of others takes the style of the first of them, and what is inserted that of the character before.</remarks>
/// <param name="encode">Writes a text as the XML wants it.</param>
internal sealed class StyledText(Func<string, string> encode)
{
    private static readonly XName Space = XNamespace.Xml + "space";
    private readonly List<Piece> _pieces = [];
    private readonly StringBuilder _text = new();

    /// <summary>All of it, as it was read.</summary>
    internal string Text => _text.ToString();

    /// <summary>Adds words.</summary>
    /// <param name="element">Holds them.</param>
    /// <param name="text">The words.</param>
    /// <param name="locked">Why they cannot be edited; null when they can.</param>
    internal void Add(XElement element, string text, string? locked = null) => Add(new Piece(element, text, _text.Length, IsMark: false, locked));

    /// <summary>Adds what is no word but is read as one, such as a tab; it can be left out as a whole.</summary>
    internal void AddMark(XElement element, string text, string? locked = null) => Add(new Piece(element, text, _text.Length, IsMark: true, locked));

    /// <summary>Makes edits in the XML.</summary>
    /// <param name="edits">In places of <see cref="Text"/>; they do not overlap. Insertions at one place come in their order.</param>
    /// <exception cref="DocumentEditException">One of them touches what cannot be edited.</exception>
    internal void Edit(IEnumerable<Edit> edits)
    {
        var text = Text;
        var words = _pieces.ToDictionary(p => p, p => new StringBuilder(p.Text));
        foreach (var edit in edits.Select(e => Trim(e, text)).OrderBy(e => e.Span.Start).ThenBy(e => e.Span.End).Reverse())
        {
            if (edit.Span.Length == 0 && edit.Replacement.Length == 0) continue;
            var touched = _pieces.Where(p => p.Start < edit.Span.End && p.End > edit.Span.Start).ToList();
            if (touched.Find(p => p.Locked is not null) is { } locked) throw new DocumentEditException(locked.Locked!);
            if (edit.Replacement.Length > 0)
            {
                var home = touched.Find(p => !p.IsMark) ?? Home(edit.Span.Start) ?? throw new DocumentEditException("there are no words beside which it could stand");
                words[home].Insert(Math.Clamp(edit.Span.Start - home.Start, 0, words[home].Length), edit.Replacement);
                foreach (var piece in touched) Remove(piece, edit.Span, piece == home ? edit.Replacement.Length : 0);
            }
            else
            {
                foreach (var piece in touched) Remove(piece, edit.Span, 0);
            }
        }

        foreach (var piece in _pieces) Write(piece, words[piece].ToString());

        void Remove(Piece piece, TextSpan span, int inserted)
        {
            var (start, end) = (Math.Max(piece.Start, span.Start) - piece.Start, Math.Min(piece.End, span.End) - piece.Start);
            words[piece].Remove(start + inserted, end - start);
        }
    }

    private void Add(Piece piece)
    {
        if (piece.Text.Length == 0) return;
        _pieces.Add(piece);
        _text.Append(piece.Text);
    }

    /// <summary>Where an insertion goes: into the words before, else into those behind.</summary>
    private Piece? Home(int at) =>
        _pieces.FindLast(p => p is { IsMark: false, Locked: null } && p.Start < at && p.End >= at)
        ?? _pieces.Find(p => p is { IsMark: false, Locked: null } && p.Start == at);

    /// <summary>Without what it leaves as it is at both ends; never through the middle of a character.</summary>
    private static Edit Trim(Edit edit, string text)
    {
        var old = text.AsSpan(edit.Span.Start, edit.Span.Length);
        var now = edit.Replacement.AsSpan();
        var front = old.CommonPrefixLength(now);
        if (front > 0 && char.IsHighSurrogate(old[front - 1])) front--;
        old = old[front..];
        now = now[front..];
        var back = 0;
        while (back < old.Length && back < now.Length && old[^(back + 1)] == now[^(back + 1)]) back++;
        if (back > 0 && char.IsLowSurrogate(old[^back])) back--;
        return new Edit(new TextSpan(edit.Span.Start + front, edit.Span.End - back), now[..^back].ToString());
    }

    private void Write(Piece piece, string words)
    {
        if (words == piece.Text) return;
        if (words.Length == 0)
        {
            Drop(piece.Element);
            return;
        }

        var written = encode(words);
        try
        {
            XmlConvert.VerifyXmlChars(written);
        }
        catch (XmlException e)
        {
            throw new DocumentEditException("it has a character that the file cannot hold", e);
        }

        piece.Element.Value = written;
        if (char.IsWhiteSpace(words[0]) || char.IsWhiteSpace(words[^1])) piece.Element.SetAttributeValue(Space, "preserve");
    }

    /// <summary>Removes what holds no words any more, with the run around it when nothing else is in that.</summary>
    private static void Drop(XElement element)
    {
        var run = element.Parent!;
        element.Remove();
        if (run.Name.LocalName == "r" && run.Elements().All(e => e.Name.LocalName == "rPr") && run.Parent is not null) run.Remove();
    }

    private sealed record Piece(XElement Element, string Text, int Start, bool IsMark, string? Locked)
    {
        internal int End => Start + Text.Length;

        public bool Equals(Piece? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
    }
}
