using System.Collections.Immutable;
using System.Text;
using ScriptRules.Rules;
using ScriptRules.Text;

namespace ScriptRules.Formats.Documents;

/// <summary>One line of script: what an agent is to say, in which case, and where that is written.</summary>
public sealed record ScriptLine
{
    /// <summary>What is written, without the marks of the format; blanks as the house writes them.</summary>
    public required string Written { get; init; }

    /// <summary>Where its pieces stand, in order; the first begins at 0.</summary>
    public required ImmutableArray<ScriptAnchor> Anchors { get; init; }

    /// <summary>The case it is for: the heading that it stands under, or the cell of that column; empty when none is given.</summary>
    public string Scenario { get; init; } = "";

    /// <summary>What the customer says before it, where the document tells; empty when it does not.</summary>
    public string Customer { get; init; } = "";

    /// <summary>Who answers for the line; empty when nobody is named.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The part of the document, where lines and columns do not tell: <c>售后!C12</c>, <c>paragraph 12</c>; empty in text files.</summary>
    public string Part { get; init; } = "";

    /// <summary>The line with its blanks filled, as it is checked.</summary>
    public FilledText Text { get; init; } = new("", []);

    /// <summary>Suppressions written beside it in the document.</summary>
    public ImmutableArray<Suppression> Suppressions { get; init; } = [];

    /// <summary>The line and column, from 1 and in characters, at which a place of <see cref="Written"/> stands; 0 in documents without lines.</summary>
    /// <param name="at">From 0 to the length of <see cref="Written"/>.</param>
    public (int Line, int Column) PlaceOf(int at)
    {
        var anchor = AnchorOf(at);
        return anchor.Line == 0 || anchor.Column == 0 ? (anchor.Line, anchor.Column) : (anchor.Line, anchor.Column + Characters(Written.AsSpan(anchor.Written..at)));
    }

    /// <summary>The place just behind the character before <paramref name="at"/>, which differs from that of the next one where the format has marks in between.</summary>
    /// <param name="at">From 1 to the length of <see cref="Written"/>.</param>
    public (int Line, int Column) PlaceBehind(int at)
    {
        var last = at > 1 && char.IsLowSurrogate(Written[at - 1]) && char.IsHighSurrogate(Written[at - 2]) ? at - 2 : at - 1;
        var (line, column) = PlaceOf(last);
        return (line, column == 0 ? 0 : column + 1);
    }

    /// <summary>The offset, in UTF-16 units of the decoded file, cell or paragraph, of a place of <see cref="Written"/>.</summary>
    /// <param name="at">From 0 to the length of <see cref="Written"/>.</param>
    public int SourceOf(int at)
    {
        var anchor = AnchorOf(at);
        return anchor.Source + at - anchor.Written;
    }

    private ScriptAnchor AnchorOf(int at)
    {
        var found = Anchors[0];
        foreach (var anchor in Anchors)
        {
            if (anchor.Written > at) break;
            found = anchor;
        }

        return found;
    }

    private static int Characters(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes()) count++;
        return count;
    }
}

/// <summary>From here on, characters written and characters of the source go side by side.</summary>
/// <param name="Written">The offset in <see cref="ScriptLine.Written"/>.</param>
/// <param name="Source">The offset in the decoded file, cell or paragraph.</param>
/// <param name="Line">From 1; 0 in documents without lines.</param>
/// <param name="Column">From 1, in characters; 0 in documents without columns.</param>
public readonly record struct ScriptAnchor(int Written, int Source, int Line, int Column);

/// <summary>Edits of one line of script.</summary>
/// <param name="Line">As it was read.</param>
/// <param name="Edits">In places of <see cref="ScriptLine.Written"/>, by place; they do not overlap.</param>
public sealed record LineEdits(ScriptLine Line, ImmutableArray<Edit> Edits);
