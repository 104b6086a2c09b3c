using System.Xml.Linq;
using ScriptRules.Formats;
using ScriptRules.Formats.Documents;

namespace ScriptRules.Documents.Office;

/// <summary>Word documents: a paragraph is a line of script, a heading the case it is for; of a table, the columns of lines are.</summary>
/// <remarks>Where paragraphs begin with <c>客户:</c> and <c>客服:</c>, as in a transcript, the customer's are what the next line answers.</remarks>
internal sealed class DocxFormat : IDocumentFormat
{
    private const int LowestLevel = 9;

    /// <summary>Old documents are taken too, so that a folder with one never passes for clean.</summary>
    public IReadOnlyList<string> Extensions { get; } = [".docx", ".docm", ".dotx", ".dotm", ".doc"];

    public bool Recognizes(SourceHead head) => false;

    public ScriptDocument Read(ReadOnlyMemory<byte> bytes, string path, Formats.ReaderOptions options)
    {
        if (OfficeLock.NoteOf(bytes, path) is { } note) return new ScriptDocument { Notes = [note] };
        try
        {
            using var package = OfficePackage.Open(bytes, options.Limits);
            var (part, document) = Load(package);
            var styles = new WordStyles(package.Relations(part).Find(r => r.Type.EndsWith("/styles", StringComparison.Ordinal)).Target is { } target ? package.Load(target).Root : null);
            return Read(WordBlock.In(BodyOf(document)), styles, new OfficeLines(path, options));
        }
        catch (Exception e) when (OfficeException.Describe(e, path) is { } error)
        {
            return new ScriptDocument { Errors = [error] };
        }
    }

    public byte[] Apply(ReadOnlyMemory<byte> bytes, IReadOnlyList<LineEdits> edits)
    {
        using var package = OfficePackage.Open(bytes, new ReaderLimits());
        var (part, document) = Load(package);
        var texts = new Dictionary<string, StyledText>(StringComparer.Ordinal);
        foreach (var block in WordBlock.In(BodyOf(document)))
        {
            if (block is WordParagraph paragraph) texts[paragraph.Part] = paragraph.Text;
            else if (block is WordTable table)
                foreach (var cell in table.Rows.SelectMany(r => r)) texts[cell.Part] = cell.Text;
        }

        foreach (var block in edits.GroupBy(e => e.Line.Part, StringComparer.Ordinal))
            BlockEdits.Make(texts.GetValueOrDefault(block.Key) ?? throw new DocumentEditException($"there is no {block.Key}"), block);

        return OfficePackage.Replace(bytes, new Dictionary<string, XDocument>(StringComparer.OrdinalIgnoreCase) { [part] = document });
    }

    private static (string Part, XDocument Xml) Load(OfficePackage package)
    {
        var (part, root) = package.Main();
        return root == "document" ? (part, package.Load(part)) : throw OfficeException.Broken($"it holds a {root} and no document");
    }

    private static XElement BodyOf(XDocument document) => Word.Child(document.Root, "body") ?? throw OfficeException.Broken("its document has no body");

    private static ScriptDocument Read(IEnumerable<WordBlock> blocks, WordStyles styles, OfficeLines lines)
    {
        foreach (var block in blocks)
        {
            if (block is WordTable table)
            {
                Read(table, lines);
                continue;
            }

            var paragraph = (WordParagraph)block;
            var text = paragraph.Text.Text;
            var words = text.Trim();
            if (words.Length == 0 || styles.IsContents(paragraph.Xml)) continue;
            if (styles.HeadingLevelOf(paragraph.Xml) is { } level) lines.Heading(level, words);
            else if (words is ['【', .. var title, '】'] && !title.Contains('】', StringComparison.Ordinal)) lines.Heading(LowestLevel, title.Trim());
            else lines.Add(text, paragraph.Part, 0);
        }

        return lines.ToDocument(holdsOthers: true);
    }

    private static void Read(WordTable table, OfficeLines lines)
    {
        if (table.Rows.All(r => r.TrueForAll(c => string.IsNullOrWhiteSpace(c.Text.Text)))) return;
        if (lines.Headings.Find(table.Rows.Select(Headings)) is not (var heading, var roles))
        {
            lines.PassOver(table.Name);
            return;
        }

        lines.Table();
        var above = new Dictionary<int, string>();
        foreach (var row in table.Rows.Skip(heading + 1))
        {
            var held = new Dictionary<int, string>();
            foreach (var cell in row) held[cell.Column] = cell.Continues ? above.GetValueOrDefault(cell.Column, "") : cell.Text.Text;
            above = held;
            lines.Row(roles, column => row.Find(c => c.Column == column && !c.Continues) is { } cell ? (cell.Text.Text, cell.Part) : null, column => held.GetValueOrDefault(column, ""), 0);
        }
    }

    private static string[] Headings(List<WordCell> row)
    {
        var headings = new string[row.Count == 0 ? 0 : row[^1].Column + 1];
        Array.Fill(headings, "");
        foreach (var cell in row) headings[cell.Column] = cell.Text.Text;
        return headings;
    }
}
