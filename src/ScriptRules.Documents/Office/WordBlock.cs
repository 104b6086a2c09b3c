using System.Globalization;
using System.Xml.Linq;

namespace ScriptRules.Documents.Office;

/// <summary>A paragraph or a table of a Word document.</summary>
internal abstract record WordBlock
{
    /// <summary>The paragraphs and tables below an element, in their order; what is in a text box comes after the paragraph that holds it.</summary>
    internal static IEnumerable<WordBlock> In(XElement body) => new Walk().In(body, "");

    // Counts what it passes, so that every block has a name of its own.
    private sealed class Walk
    {
        private int _tables;
        private int _boxes;

        internal IEnumerable<WordBlock> In(XElement parent, string prefix)
        {
            var number = 0;
            foreach (var child in Word.Inside(parent))
            {
                if (child.Name.LocalName == "p")
                {
                    number++;
                    yield return new WordParagraph(prefix + Number("paragraph", number), child, WordText.Of([child]));
                    foreach (var block in Boxes(child)) yield return block;
                }
                else if (child.Name.LocalName == "tbl")
                {
                    foreach (var block in Table(child)) yield return block;
                }
            }
        }

        private IEnumerable<WordBlock> Table(XElement table)
        {
            var name = Number("table", ++_tables);
            var rows = Word.Inside(table).Where(e => e.Name.LocalName == "tr" && Word.Child(Word.Child(e, "trPr"), "del") is null).Select(r => Word.Inside(r).Where(c => c.Name.LocalName == "tc").ToList()).ToList();
            yield return new WordTable(name, [.. rows.Select((r, i) => Row(r, Name(name, i)))]);
            foreach (var cell in rows.SelectMany(r => r))
            {
                foreach (var inner in Word.Inside(cell).Where(e => e.Name.LocalName == "tbl").SelectMany(Table)) yield return inner;
                foreach (var inner in Word.Inside(cell).Where(e => e.Name.LocalName == "p").SelectMany(Boxes)) yield return inner;
            }
        }

        private IEnumerable<WordBlock> Boxes(XElement paragraph) =>
            BoxesIn(paragraph).SelectMany(box => In(box, Number("text box", ++_boxes) + " "));

        // A text box is there twice, once for programs that are older than such shapes.
        private static IEnumerable<XElement> BoxesIn(XElement parent) =>
            Word.Inside(parent).SelectMany(child => child.Name.LocalName == "txbxContent" ? [child] : BoxesIn(child));

        private static List<WordCell> Row(List<XElement> cells, string name)
        {
            var row = new List<WordCell>();
            var column = 0;
            foreach (var cell in cells)
            {
                var properties = Word.Child(cell, "tcPr");
                var merge = Word.Child(properties, "vMerge");
                var paragraphs = Word.Inside(cell).Where(e => e.Name.LocalName == "p");
                row.Add(new WordCell(name + (column + 1).ToString(CultureInfo.InvariantCulture), column, WordText.Of(paragraphs), merge is not null && Word.Value(merge, "val") is not "restart"));
                var span = int.TryParse(Word.Value(Word.Child(properties, "gridSpan"), "val"), NumberStyles.None, CultureInfo.InvariantCulture, out var wide) ? wide : 1;
                column += Math.Clamp(span, 1, 63);
            }

            return row;
        }

        private static string Name(string table, int row) => string.Create(CultureInfo.InvariantCulture, $"{table} R{row + 1}C");

        private static string Number(string what, int number) => string.Create(CultureInfo.InvariantCulture, $"{what} {number}");
    }
}

/// <summary>A paragraph.</summary>
/// <param name="Part">Such as <c>paragraph 12</c>, counted from 1 outside tables.</param>
/// <param name="Xml">Holds it.</param>
/// <param name="Text">Its words.</param>
internal sealed record WordParagraph(string Part, XElement Xml, StyledText Text) : WordBlock;

/// <summary>A table.</summary>
/// <param name="Name">Such as <c>table 1</c>.</param>
/// <param name="Rows">By place.</param>
internal sealed record WordTable(string Name, List<List<WordCell>> Rows) : WordBlock;

/// <summary>A cell of a table.</summary>
/// <param name="Part">Such as <c>table 1 R2C3</c>.</param>
/// <param name="Column">From 0; a cell that spans several has the first.</param>
/// <param name="Text">The words of its paragraphs, with a line break between them.</param>
/// <param name="Continues">Whether it is merged with the cell above.</param>
internal sealed record WordCell(string Part, int Column, StyledText Text, bool Continues);
