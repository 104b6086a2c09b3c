using System.Xml.Linq;
using ScriptRules.Formats;
using ScriptRules.Formats.Documents;
using ScriptRules.Formats.PlainText;
using ScriptRules.Text;

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
            return Read(WordBlock.In(BodyOf(document)), styles, new TableReading(path, options));
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

        foreach (var line in edits)
        {
            if (!texts.TryGetValue(line.Line.Part, out var text)) throw new DocumentEditException($"there is no {line.Line.Part}");
            BlockEdits.Make(text, line);
        }

        return OfficePackage.Replace(bytes, new Dictionary<string, XDocument>(StringComparer.OrdinalIgnoreCase) { [part] = document });
    }

    private static (string Part, XDocument Xml) Load(OfficePackage package)
    {
        var (part, root) = package.Main();
        return root == "document" ? (part, package.Load(part)) : throw OfficeException.Broken($"it holds a {root} and no document");
    }

    private static XElement BodyOf(XDocument document) => Word.Child(document.Root, "body") ?? throw OfficeException.Broken("its document has no body");

    private static ScriptDocument Read(IEnumerable<WordBlock> blocks, WordStyles styles, TableReading reading)
    {
        var headings = new List<(int Level, string Title)>();
        var customer = "";
        foreach (var block in blocks)
        {
            if (block is WordTable table)
            {
                Read(table, Scenario(), reading);
                continue;
            }

            var paragraph = (WordParagraph)block;
            var text = paragraph.Text.Text;
            var words = text.Trim();
            if (words.Length == 0 || styles.IsContents(paragraph.Xml)) continue;
            if ((styles.HeadingLevelOf(paragraph.Xml) ?? (IsBracketed(words) ? LowestLevel : null)) is { } level)
            {
                headings.RemoveAll(h => h.Level >= level);
                headings.Add((level, IsBracketed(words) ? words[1..^1].Trim() : words));
                customer = "";
                continue;
            }

            var head = LineHead.Of(text);
            if (head.Role is null or SpeakerRole.Agent)
            {
                reading.Add(text, paragraph.Part, 0, Scenario(), customer, from: head.Role is null ? 0 : head.TextStart);
                customer = "";
            }
            else if (head.Role == SpeakerRole.Customer) customer = text[head.TextStart..].Trim();
        }

        return reading.ToDocument(holdsOthers: true);

        string Scenario() => string.Join(" / ", headings.Select(h => h.Title));
    }

    private static bool IsBracketed(string words) => words is ['【', .. var title, '】'] && !title.Contains('】', StringComparison.Ordinal);

    private static void Read(WordTable table, string scenario, TableReading reading)
    {
        if (table.Rows.All(r => r.TrueForAll(c => string.IsNullOrWhiteSpace(c.Text.Text)))) return;
        if (reading.Names.HeadingsOf(table.Rows.Select(Headings)) is not { } found)
        {
            reading.PassOver(table.Name);
            return;
        }

        var above = new Dictionary<int, string>();
        foreach (var row in table.Rows.Skip(found.Row + 1))
        {
            foreach (var cell in row.Where(c => !c.Continues)) above[cell.Column] = cell.Text.Text;
            foreach (var cell in row.Where(c => !c.Continues && found.Columns.Lines.Contains(c.Column)))
                reading.Add(cell.Text.Text, cell.Part, 0, found.Columns, c => above.GetValueOrDefault(c, ""), scenario);
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
