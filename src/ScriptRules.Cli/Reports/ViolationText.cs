using ScriptRules.Rules;
using ScriptRules.Text;

namespace ScriptRules.Cli.Reports;

/// <summary>Writes one violation: the place, the words with marks, the reason, the handbook's sentence, the evidence, the rewrite.</summary>
internal sealed class ViolationText(TextWriter output, RulePack pack, Palette palette)
{
    private const int Columns = 88;
    private const string Indent = "    ";
    private const string QuoteIndent = "      ";
    private const int LabelWidth = 6;

    private readonly ViolationWords _words = new(pack);

    internal void Write(CheckedItem item, Violation violation)
    {
        var title = _words.Title(violation.Rule);
        var sure = ViolationWords.Sure(violation) is { Length: > 0 } note ? palette.Faint("  " + note) : "";
        output.WriteLine($"  {palette.Of(violation.Severity, Wordings.Of(violation.Severity))}  {palette.Strong(violation.Rule)}{(title.Length == 0 ? "" : "  " + title)}{sure}");
        output.WriteLine(palette.Faint($"{Indent}{VisibleText.Of(item.RegionOf(violation.Turn, violation.Span).ToString())}  {ViolationWords.Place(item, violation)}"));

        var quote = Quote.Of(item, violation);
        var line = MarkedLine.Of(quote.Text, quote.Span, Columns - QuoteIndent.Length);
        output.WriteLine($"{QuoteIndent}{line.Before}{palette.Of(violation.Severity, line.Marked)}{line.After}");
        output.WriteLine($"{QuoteIndent}{palette.Of(violation.Severity, line.Marks)}");

        Paragraph("原因", violation.Message);
        WriteHandbook(violation);
        foreach (var evidence in _words.Evidence(item.Conversation, violation)) Paragraph("依据", evidence);
        WriteSuggestion(item, violation);
        output.WriteLine();
    }

    private void WriteHandbook(Violation violation)
    {
        var label = "手册";
        foreach (var sentence in _words.Handbook(violation))
        {
            Paragraph(label, sentence);
            label = "";
        }
    }

    private void WriteSuggestion(CheckedItem item, Violation violation)
    {
        if (Rewrite.Best(item, violation) is { } best)
        {
            var lines = best.Text.ReplaceLineEndings("\n").Split('\n');
            Line(best.Label, palette.Good(VisibleText.Of(lines[0])));
            foreach (var line in lines[1..]) Line("", palette.Good(VisibleText.Of(line)));
            Line("", palette.Faint($"({best.Note})"));
        }
        else if (violation.NoSuggestion is { } reason) Line("改写", palette.Faint($"没有:{Wordings.Reason(reason)}"));
    }

    private void Paragraph(string label, string text)
    {
        foreach (var line in Wrapping.Lines(text, Columns - Indent.Length - LabelWidth))
        {
            Line(label, line);
            label = "";
        }
    }

    private void Line(string label, string text) =>
        output.WriteLine($"{Indent}{palette.Faint(label)}{new string(' ', LabelWidth - DisplayWidth.Of(label))}{text}");
}
