using System.Collections.Immutable;
using ScriptRules.Formats;
using ScriptRules.Formats.Documents;
using ScriptRules.Rules;

namespace ScriptRules.Documents;

/// <summary>A form of documents that are text. What is corrected is read once more before it is given out, and must hold what was wanted and nothing else new.</summary>
internal abstract class TextForm : IDocumentFormat
{
    public abstract IReadOnlyList<string> Extensions { get; }

    public abstract bool Recognizes(SourceHead head);

    public virtual bool Recognizes(SourceHead head, ScriptOptions options) => Recognizes(head);

    public ScriptDocument Read(ReadOnlyMemory<byte> bytes, string path, ReaderOptions options)
    {
        if (DocumentText.Read(bytes, path, options.Limits, out var error) is not { } text) return new ScriptDocument { Errors = [error!] };
        var lines = new LineCollector(text, options);
        try
        {
            Read(text, lines, options);
        }
        catch (BrokenDocumentException e)
        {
            lines.Fail(e.Code, e.Offset, e.Message, e.Hint);
        }

        return lines.ToDocument();
    }

    public byte[] Apply(ReadOnlyMemory<byte> bytes, IReadOnlyList<LineEdits> edits)
    {
        if (DocumentText.Read(bytes, "the document", new ReaderLimits(), out var error) is not { } text) throw new DocumentEditException(error!.Message);
        var pieces = PiecesOf(text) ?? throw new DocumentEditException("the document cannot be read");
        var wanted = pieces.Select(p => p.Written).ToArray();
        var changes = Changes(pieces, edits);
        if (changes.Count == 0) return bytes.ToArray();
        foreach (var (at, made) in changes) wanted[at] = Edited(wanted[at], made);

        var ways = changes.Keys.ToDictionary(at => at, _ => 0);
        while (true)
        {
            var splices = changes.SelectMany(c => Write(text, pieces[c.Key], c.Value, wanted[c.Key], ways[c.Key])
                ?? throw new DocumentEditException($"{text.At(pieces[c.Key].Start)}: the new text cannot be written here without changing anything else"));
            var result = text.With(splices);
            var wrong = Wrong(result, wanted, changes);
            if (wrong.Count == 0) return result;
            foreach (var at in wrong) ways[at]++;
        }
    }

    /// <summary>Hands the lines on, in the order of the document.</summary>
    /// <exception cref="BrokenDocumentException">The rest cannot be read.</exception>
    protected abstract void Read(DocumentText text, LineCollector lines, ReaderOptions options);

    /// <summary>All texts of a document, whether or not they are script, in order.</summary>
    /// <exception cref="BrokenDocumentException">It cannot be read.</exception>
    protected abstract IReadOnlyList<Piece> Pieces(DocumentText text);

    /// <summary>How a text is changed in the document.</summary>
    /// <param name="text">The document.</param>
    /// <param name="piece">What is changed.</param>
    /// <param name="edits">In places of the piece, by place.</param>
    /// <param name="wanted">The text with the edits made.</param>
    /// <param name="way">From 0: which way is tried; those that change least come first.</param>
    /// <returns>Null when there is no such way.</returns>
    protected abstract IEnumerable<Splice>? Write(DocumentText text, Piece piece, IReadOnlyList<Edit> edits, string wanted, int way);

    /// <summary>Splices that put the new characters in place of the old, the gaps between them included.</summary>
    /// <param name="piece">What is changed.</param>
    /// <param name="edits">In places of the piece.</param>
    /// <param name="written">How the format writes a replacement.</param>
    /// <returns>Null when an edit cuts what cannot be cut.</returns>
    protected static List<Splice>? InPlace(Piece piece, IReadOnlyList<Edit> edits, Func<string, string> written)
    {
        var splices = new List<Splice>();
        foreach (var edit in edits)
        {
            if (edit.Span.Length == 0)
            {
                splices.Add(new Splice(piece.InsertionAt(edit.Span.Start), 0, written(edit.Replacement)));
                continue;
            }

            if (piece.Between(edit.Span.Start, edit.Span.End) is not [var first, ..] runs) return null;
            splices.Add(new Splice(first.Source, runs[^1].Source + runs[^1].SourceLength - first.Source, written(edit.Replacement)));
        }

        return splices;
    }

    private IReadOnlyList<Piece>? PiecesOf(DocumentText text)
    {
        try
        {
            return Pieces(text);
        }
        catch (BrokenDocumentException)
        {
            return null;
        }
    }

    /// <summary>The edits by piece, in its places.</summary>
    private static SortedDictionary<int, List<Edit>> Changes(IReadOnlyList<Piece> pieces, IReadOnlyList<LineEdits> edits)
    {
        var byStart = Enumerable.Range(0, pieces.Count).Where(i => pieces[i].Written.Length > 0).OrderBy(i => pieces[i].Start).ToList();
        var changes = new SortedDictionary<int, List<Edit>>();
        foreach (var (line, made) in edits)
        {
            if (made.IsDefaultOrEmpty) continue;
            var source = line.SourceOf(0);
            var low = byStart.BinarySearch(source, Comparer<int>.Create((i, wanted) => pieces[i].Start.CompareTo(wanted)));
            var found = byStart.Count == 0 ? -1 : byStart[Math.Max(0, low >= 0 ? low : ~low - 1)];
            var from = found < 0 ? -1 : pieces[found].At(source);
            if (from < 0 || string.CompareOrdinal(pieces[found].Written, from, line.Written, 0, line.Written.Length) != 0)
                throw new DocumentEditException($"{line.PlaceOf(0).Line}:{line.PlaceOf(0).Column}: the document is no longer as it was read");
            if (!changes.TryGetValue(found, out var list)) changes.Add(found, list = []);
            list.AddRange(made.Select(e => e with { Span = new ScriptRules.Text.TextSpan(e.Span.Start + from, e.Span.End + from) }));
        }

        foreach (var (at, list) in changes)
        {
            list.Sort((a, b) => (a.Span.Start, a.Span.End).CompareTo((b.Span.Start, b.Span.End)));
            for (var i = 0; i < list.Count; i++)
                if (list[i].Span.End > pieces[at].Written.Length || (i > 0 && list[i].Span.Start < list[i - 1].Span.End)) throw new DocumentEditException("two edits overlap, or one goes beyond its line");
        }

        return changes;
    }

    private static string Edited(string text, IReadOnlyList<Edit> edits)
    {
        for (var i = edits.Count - 1; i >= 0; i--) text = string.Concat(text.AsSpan(0, edits[i].Span.Start), edits[i].Replacement, text.AsSpan(edits[i].Span.End));
        return text;
    }

    /// <summary>The changed pieces that did not come out as wanted, or that spoilt another; empty when all is well.</summary>
    private List<int> Wrong(byte[] result, string[] wanted, SortedDictionary<int, List<Edit>> changes)
    {
        var all = changes.Keys.ToList();
        if (DocumentText.Read(result, "", new ReaderLimits(), out _) is not { } text || PiecesOf(text) is not { } pieces) return all;
        var first = 0;
        while (first < wanted.Length && first < pieces.Count && pieces[first].Written == wanted[first]) first++;
        if (pieces.Count != wanted.Length) return all.FindLast(at => at <= first) is var cause && changes.ContainsKey(cause) && cause <= first ? [cause] : all;
        if (first == wanted.Length) return [];
        var wrong = all.FindAll(at => pieces[at].Written != wanted[at]);
        return wrong.Count > 0 ? wrong : all;
    }
}

/// <summary>A document that cannot be read from some place on.</summary>
internal sealed class BrokenDocumentException(InputErrorCode code, int offset, string message, string? hint = null) : Exception(message)
{
    internal InputErrorCode Code => code;

    internal int Offset => offset;

    internal string? Hint => hint;
}
