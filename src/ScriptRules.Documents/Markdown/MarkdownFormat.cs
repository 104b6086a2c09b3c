using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using ScriptRules.Documents.Tables;
using ScriptRules.Formats;
using ScriptRules.Formats.Documents;
using ScriptRules.Rules;

namespace ScriptRules.Documents.Markdown;

/// <summary>Markdown: paragraphs, list items, block quotes and the cells of tables are script; headings name the case; code, comments and front matter are none.</summary>
internal sealed class MarkdownFormat : TextForm
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseYamlFrontMatter().UseTaskLists().UseCjkFriendlyEmphasis().UsePreciseSourceLocation().Build();

    public override IReadOnlyList<string> Extensions { get; } = [".md", ".markdown"];

    public override bool Recognizes(SourceHead head) => false;

    protected override void Read(DocumentText text, LineCollector lines, ReaderOptions options)
    {
        var document = Parse(text);
        var headings = document.Descendants<HeadingBlock>().ToList();
        var title = headings is [{ Level: 1 } first, _, ..] && headings.Count(h => h.Level == 1) == 1 ? first : null;
        var tables = new List<(int Offset, string Message, string Hint)>();
        ReadBlocks(document);
        foreach (var (offset, message, hint) in tables)
        {
            // A table of versions beside the script is no mistake; a table of which nothing is read at all is one.
            if (lines.Count > 0) lines.Note(InputErrorCode.TableNotRead, offset, $"{message}; {hint}");
            else lines.Fail(InputErrorCode.NoLineColumn, offset, message, hint);
        }

        void ReadBlocks(ContainerBlock blocks)
        {
            foreach (var block in blocks)
            {
                switch (block)
                {
                    case HeadingBlock heading:
                        // The title of a document is no case.
                        lines.Heading(heading.Level, heading == title ? "" : InlineText.Of(heading, text).Written.Trim());
                        break;
                    case HtmlBlock html:
                        Comments(html.Span.Start, html.Span.End + 1);
                        foreach (var words in InlineText.OfHtml(html, text)) lines.Add(words);
                        break;
                    case YamlFrontMatterBlock front:
                        ReadFront(front);
                        break;
                    case Table table:
                        ReadTable(table);
                        break;
                    case ContainerBlock container:
                        ReadBlocks(container);
                        break;
                    case ParagraphBlock paragraph:
                        lines.Add(InlineText.Of(paragraph, text, lines.Comment));
                        break;
                }
            }
        }

        void ReadTable(Table table)
        {
            ScriptColumns? columns = null;
            foreach (var row in table.OfType<TableRow>())
            {
                var cells = row.OfType<TableCell>().Select(c => CellText(c, text, lines.Comment)).ToList();
                if (columns is not null) columns.Row(cells, lines, text);
                else if (ScriptColumns.Of([.. cells.Select(c => c.Written)], options.Scripts.LineNames) is { } found) columns = found;
                else
                {
                    var (message, hint) = ScriptColumns.None(cells.Select(c => c.Written));
                    tables.Add((table.Span.Start, message, hint));
                    return;
                }
            }
        }

        void ReadFront(YamlFrontMatterBlock front)
        {
            foreach (var line in text.Text[front.Span.Start..(front.Span.End + 1)].Split('\n'))
                if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && ScriptNames.Of(line[..colon], []) == ScriptRole.Owner) lines.Owner(line[(colon + 1)..].Trim().Trim('"', '\''));
        }

        void Comments(int from, int to)
        {
            for (var at = from; text.Text.IndexOf("<!--", at, to - at, StringComparison.Ordinal) is >= 0 and var open;)
            {
                var close = text.Text.IndexOf("-->", open + 4, to - open - 4, StringComparison.Ordinal);
                if (close < 0) return;
                lines.Comment(text.Text[(open + 4)..close], open + 4);
                at = close + 3;
            }
        }
    }

    protected override IReadOnlyList<Piece> Pieces(DocumentText text)
    {
        var pieces = new List<Piece>();
        foreach (var block in Parse(text).Descendants())
        {
            if (block is TableCell cell) pieces.Add(CellText(cell, text) with { Style = InlineText.InTable });
            else if (block is ParagraphBlock { Parent: not TableCell } or HeadingBlock) pieces.Add(InlineText.Of((LeafBlock)block, text));
            else if (block is HtmlBlock html) pieces.AddRange(InlineText.OfHtml(html, text));
            else if (block is CodeBlock code) pieces.Add(CodePiece(code, text));
        }

        return pieces;
    }

    protected override IEnumerable<Splice>? Write(DocumentText text, Piece piece, IReadOnlyList<Edit> edits, string wanted, int way)
    {
        if (way > 3) return null;
        var (isEscaped, keepsMarks) = (way % 2 == 1, way > 1);
        var splices = new List<Splice>();
        foreach (var edit in edits)
        {
            var words = InlineText.Write(text, piece, edit.Replacement, isEscaped);
            if (edit.Span.Length == 0)
            {
                splices.Add(new Splice(piece.InsertionAt(edit.Span.Start), 0, words));
                continue;
            }

            if (piece.Between(edit.Span.Start, edit.Span.End) is not [var first, ..] runs) return null;
            if (!keepsMarks && InlineText.GapsMayGo(text, runs))
            {
                splices.Add(new Splice(first.Source, runs[^1].Source + runs[^1].SourceLength - first.Source, words));
                continue;
            }

            // The marks stay: the new words stand where the first of the old did.
            splices.Add(new Splice(first.Source, first.SourceLength, words));
            splices.AddRange(runs.Skip(1).Select(r => new Splice(r.Source, r.SourceLength, "")));
        }

        return splices;
    }

    private static Piece CellText(TableCell cell, DocumentText text, Action<string, int>? comment = null)
    {
        if (cell is [ParagraphBlock only]) return InlineText.Of(only, text, comment);
        return new Piece("", [], cell.Span.Start, cell.Span.End + 1);
    }

    // Of a fence that the text ends with, Markdig 1.6 tells an end behind that of the text.
    private static Piece CodePiece(CodeBlock code, DocumentText text)
    {
        var end = Math.Min(code.Span.End + 1, text.Text.Length);
        return new Piece(text.Text[code.Span.Start..end], [], code.Span.Start, end);
    }

    private static MarkdownDocument Parse(DocumentText text)
    {
        try
        {
            return Markdig.Markdown.Parse(text.Text, Pipeline);
        }
        catch (ArgumentException)
        {
            // The parser's word for too many levels.
            throw new BrokenDocumentException(InputErrorCode.DocumentTooDeep, 0, "nested too deeply");
        }
    }
}
