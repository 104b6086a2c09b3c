using ScriptRules.Formats.Documents;
using ScriptRules.Rules;
using ScriptRules.Text;

namespace ScriptRules.Documents.Office;

/// <summary>Makes the edits of lines in the cell or paragraph that they were read from.</summary>
internal static class BlockEdits
{
    /// <exception cref="DocumentEditException">The block does not hold those lines, or what is edited cannot be.</exception>
    internal static void Make(StyledText text, IEnumerable<LineEdits> lines)
    {
        var edits = new List<Edit>();
        foreach (var (line, made) in lines)
        {
            var start = line.SourceOf(0);
            if (start + line.Written.Length > text.Text.Length || string.CompareOrdinal(text.Text, start, line.Written, 0, line.Written.Length) != 0)
                throw new DocumentEditException("the file no longer holds the line");
            edits.AddRange(made.Select(e => new Edit(new TextSpan(start + e.Span.Start, start + e.Span.End), e.Replacement)));
        }

        text.Edit(edits);
    }
}
