using System.Xml.Linq;

namespace ScriptRules.Documents.Office;

/// <summary>The words of Word paragraphs as a reader sees them: with what was inserted, and without what was deleted, notes and the names of fields.</summary>
internal sealed class WordText
{
    private const string FieldLock = "the words come from a field";
    private const string ParagraphLock = "it goes over the end of a paragraph";

    private readonly StyledText _text = new(words => words);

    // One for each field that is open; true once its result has begun.
    private readonly Stack<bool> _fields = [];

    private WordText()
    {
    }

    /// <summary>The words of paragraphs, with a line break between them.</summary>
    internal static StyledText Of(IEnumerable<XElement> paragraphs)
    {
        var reading = new WordText();
        var isFirst = true;
        foreach (var paragraph in paragraphs)
        {
            if (!isFirst) reading._text.AddMark(paragraph, "\n", ParagraphLock);
            isFirst = false;
            reading.Add(paragraph, isField: false);
        }

        return reading._text;
    }

    private void Add(XElement parent, bool isField)
    {
        foreach (var child in Word.Inside(parent))
        {
            switch (child.Name.LocalName)
            {
                case "r":
                    AddRun(child, isField);
                    break;
                case "fldSimple":
                    Add(child, isField: true);
                    break;
                case "hyperlink" or "dir" or "bdo" or "ruby" or "rubyBase":
                    Add(child, isField);
                    break;
            }
        }
    }

    private void AddRun(XElement run, bool isField)
    {
        foreach (var child in Word.Inside(run))
        {
            var locked = isField || _fields.Count > 0 ? FieldLock : null;
            switch (child.Name.LocalName)
            {
                case "t" when _fields.All(f => f):
                    _text.Add(child, child.Value, locked);
                    break;
                case "tab" or "ptab":
                    _text.AddMark(child, "\t", locked);
                    break;
                case "br" or "cr":
                    _text.AddMark(child, "\n", locked);
                    break;
                case "noBreakHyphen":
                    _text.AddMark(child, "\u2011", locked);
                    break;
                case "ruby":
                    Add(child, isField);
                    break;
                case "fldChar":
                    Mark(Word.Value(child, "fldCharType"));
                    break;
            }
        }
    }

    private void Mark(string? type)
    {
        if (type == "begin") _fields.Push(false);
        else if (_fields.Count == 0) return;
        else if (type == "end") _fields.Pop();
        else if (_fields.Pop() is var _) _fields.Push(true);
    }
}
