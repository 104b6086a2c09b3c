using System.Globalization;
using ScriptRules.Rules;
using ScriptRules.Text;
using ScriptRules.Text.Entities;

namespace ScriptRules.Cli.Reports;

/// <summary>Writes one violation: the place, the words with marks, the reason, the handbook's sentence, the evidence, the rewrite.</summary>
internal sealed class ViolationText(TextWriter output, RulePack pack, Palette palette)
{
    private const int Columns = 88;
    private const string Indent = "    ";
    private const string QuoteIndent = "      ";
    private const int LabelWidth = 6;

    private readonly Dictionary<string, string> _titles = pack.Rules.ToDictionary(r => r.Id, r => r.Title, StringComparer.Ordinal);

    internal void Write(CheckedItem item, Violation violation)
    {
        var (conversation, turn) = (item.Conversation, violation.Turn);
        var text = TextOf.Turn(conversation, turn);
        if (violation.Text != violation.Span.Of(text)) text = PersonalData.Mask(text); // the line would tell what the report hides
        var title = _titles.GetValueOrDefault(violation.Rule, "");
        var sure = violation.Confidence < 1 ? palette.Faint($"  (把握 {violation.Confidence.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal)})") : "";
        output.WriteLine($"  {palette.Of(violation.Severity, Wordings.Of(violation.Severity))}  {palette.Strong(violation.Rule)}{(title.Length == 0 ? "" : "  " + title)}{sure}");
        output.WriteLine(palette.Faint($"{Indent}{VisibleText.Of(item.Origin.Path)}:{item.Origin.LineOf(turn)}  {Wordings.Turn(conversation, turn)} {Wordings.Columns(text, violation.Span)}"));

        var line = MarkedLine.Of(text, violation.Span, Columns - QuoteIndent.Length);
        output.WriteLine($"{QuoteIndent}{line.Before}{palette.Of(violation.Severity, line.Marked)}{line.After}");
        output.WriteLine($"{QuoteIndent}{palette.Of(violation.Severity, line.Marks)}");

        Paragraph("原因", violation.Message);
        WriteHandbook(violation);
        foreach (var evidence in violation.Evidence) WriteEvidence(conversation, violation, evidence);
        WriteSuggestion(conversation, violation);
        output.WriteLine();
    }

    private void WriteHandbook(Violation violation)
    {
        var label = "手册";
        foreach (var id in violation.Sources)
        {
            Paragraph(label, pack.Handbook.TryGetValue(id, out var sentence) ? $"{id} {sentence}" : id);
            label = "";
        }
    }

    /// <summary>What made the violation, as far as the marked turn does not show it.</summary>
    private void WriteEvidence(Conversation conversation, Violation violation, Evidence evidence)
    {
        if (evidence.Concept == "clock")
        {
            var began = conversation.Draft?.At ?? conversation.StartedAt + (evidence.Turn < conversation.Turns.Length ? conversation.Turns[evidence.Turn].Start ?? TimeSpan.Zero : TimeSpan.Zero);
            var when = began is { } at ? pack.Clock.At(at) is var local ? string.Create(CultureInfo.InvariantCulture, $"{local.Day:yyyy-MM-dd} {local.Time:HH:mm} ") : "" : "";
            Paragraph("依据", $"开口时间 {when}({evidence.Text})");
        }
        else if (evidence is { Concept: "customer-name", Span.Length: 0 }) Paragraph("依据", $"客户姓名 {evidence.Text}(来自资料)");
        else if (evidence.Turn != violation.Turn)
        {
            var what = evidence.Concept == "customer-name" ? "客户姓名" : pack.ConceptTitles.GetValueOrDefault(evidence.Concept, evidence.Concept);
            Paragraph("依据", $"{Wordings.Turn(conversation, evidence.Turn)}“{evidence.Text}”({what}){Wordings.Of(evidence.Match)}");
        }
        else if (Wordings.Of(evidence.Match) is { Length: > 0 } how) Paragraph("依据", $"“{evidence.Text}”{how}");
    }

    private void WriteSuggestion(Conversation conversation, Violation violation)
    {
        if (violation.Suggestions is [var best, ..])
        {
            // Nobody answered: the suggestion is a reply of its own, and rewrites nothing.
            var isNew = violation.Turn < conversation.Turns.Length && conversation.Turns[violation.Turn].Speaker != SpeakerRole.Agent;
            var lines = best.Text.ReplaceLineEndings("\n").Split('\n');
            Line(isNew ? "建议" : "改写", palette.Good(VisibleText.Of(lines[0])));
            foreach (var line in lines[1..]) Line("", palette.Good(VisibleText.Of(line)));
            Line("", palette.Faint($"({Wordings.Of(best.Applicability)})"));
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
