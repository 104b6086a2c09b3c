using System.Globalization;
using ScriptRules.Text;

namespace ScriptRules.Cli.Reports;

/// <summary>A text on one line of a terminal, with marks for the line below that stand under certain words of it.</summary>
/// <param name="Before">What is shown before the marked words; begins with … when something is left out.</param>
/// <param name="Marked">The marked words; empty when a place between words is meant.</param>
/// <param name="After">What is shown behind; ends with … when something is left out.</param>
internal sealed record MarkedLine(string Before, string Marked, string After)
{
    private const string Cut = "…";

    /// <summary>The line below: tildes under words, a caret under a place between words.</summary>
    internal string Marks
    {
        get
        {
            var width = DisplayWidth.Of(Marked);
            return new string(' ', DisplayWidth.Of(Before)) + (width == 0 ? "^" : new string('~', width));
        }
    }

    /// <summary>The part of <paramref name="text"/> around <paramref name="span"/> that fits into <paramref name="columns"/>.</summary>
    internal static MarkedLine Of(string text, TextSpan span, int columns)
    {
        var pieces = Split(text, span);
        var first = pieces.FindIndex(p => p.IsMarked || p.Start >= span.Start);
        if (first < 0) first = pieces.Count;
        var (from, to) = pieces.Sum(p => p.Width) <= columns ? (0, pieces.Count) : Window(pieces, first, columns);

        var shown = pieces[from..to];
        var marked = shown.FindIndex(p => p.IsMarked);
        var split = marked >= 0 ? marked : Math.Min(first - from, shown.Count);
        var behind = marked >= 0 ? shown.FindLastIndex(p => p.IsMarked) + 1 : split;
        return new MarkedLine(
            (from > 0 ? Cut : "") + Join(shown[..split]),
            Join(shown[split..behind]),
            Join(shown[behind..]) + (to < pieces.Count ? Cut : ""));
    }

    /// <summary>From a quarter of the line before the mark to the end of the line; the room left at the end goes to the front.</summary>
    private static (int From, int To) Window(List<Piece> pieces, int first, int columns)
    {
        var room = columns - (2 * DisplayWidth.Of(Cut));
        var from = first;
        var width = 0;
        while (from > 0 && width + pieces[from - 1].Width <= room / 4) width += pieces[--from].Width;
        var to = first;
        while (to < pieces.Count && width + pieces[to].Width <= room) width += pieces[to++].Width;
        while (from > 0 && width + pieces[from - 1].Width <= room) width += pieces[--from].Width;
        return (from, to);
    }

    private static List<Piece> Split(string text, TextSpan span)
    {
        var pieces = new List<Piece>();
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            var visible = VisibleText.Of(text.AsSpan(at, length));
            pieces.Add(new Piece(at, visible, DisplayWidth.Of(visible), span.Overlaps(new TextSpan(at, at + length))));
            at += length;
        }

        return pieces;
    }

    private static string Join(IEnumerable<Piece> pieces) => string.Concat(pieces.Select(p => p.Visible));

    /// <summary>What a reader takes for one character.</summary>
    private readonly record struct Piece(int Start, string Visible, int Width, bool IsMarked);
}
