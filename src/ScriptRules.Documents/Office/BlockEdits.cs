using ScriptRules.Formats.Documents;
using ScriptRules.Rules;
using ScriptRules.Text;

namespace ScriptRules.Documents.Office;

/// <summary>Makes the edits of a line in the cell or paragraph that it was read from.</summary>
internal static class BlockEdits
{
    /// <exception cref="DocumentEditException">The block does not hold that line, or what is edited cannot be.</exception>
    internal static void Make(StyledText text, LineEdits line)
    {
        var (start, written) = (line.Line.SourceOf(0), line.Line.Written);
        if (start + written.Length > text.Text.Length || string.CompareOrdinal(text.Text, start, written, 0, written.Length) != 0)
            throw new DocumentEditException("the file no longer holds the line");
        text.Edit(line.Edits.Select(e => new Edit(new TextSpan(start + e.Span.Start, start + e.Span.End), e.Replacement)));
    }
}
