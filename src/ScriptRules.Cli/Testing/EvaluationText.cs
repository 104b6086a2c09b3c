using ScriptRules.Cli.Reports;
using ScriptRules.Examples;
using ScriptRules.Rules;
using ScriptRules.Text;

namespace ScriptRules.Cli.Testing;

/// <summary>The report on labelled cases for people on a terminal: the noisy and missing cases, then the tables, the sums last.</summary>
internal sealed class EvaluationText(TextWriter output, Palette palette)
{
    private const int Columns = 100;
    private const int SentenceColumns = 24;
    private const int MostTurns = 6;
    private const string Indent = "    ";

    internal void Write(MeasuredPack measured)
    {
        foreach (var item in measured.Noisy) WriteNoisy(item);
        foreach (var item in measured.Missing) WriteMissing(item);
        var report = measured.Report;
        WriteSets(report);
        WriteSources(report);
        WriteRules(measured);
        if (!report.RowsWithoutCases.IsEmpty) output.WriteLine($"rows that a rule enforces, without a case: {report.RowsWithoutCases.Length}: {string.Join(", ", report.RowsWithoutCases)}\n");
        foreach (var line in measured.Changes()) output.WriteLine(palette.Of(Severity.Error, line));
        foreach (var line in measured.Summary()) output.WriteLine(palette.Strong(line));
        foreach (var line in measured.FloorSummary()) output.WriteLine(line);
        output.Flush();
    }

    private void WriteNoisy(CaseOutcome item)
    {
        WriteHead("noisy", item, ": " + string.Join(", ", item.Findings.Select(v => v.Rule).Distinct()));
        WriteTurns(item.Case.Conversation, item.Findings[0]);
        foreach (var finding in item.Findings) output.WriteLine($"{Indent}{Finding(finding)}");
        WriteNote(item);
    }

    private void WriteMissing(CaseOutcome item)
    {
        WriteHead("missing", item, "");
        WriteTurns(item.Case.Conversation, null);
        foreach (var info in item.Infos) output.WriteLine($"{Indent}at info only: {Finding(info)}");
        foreach (var reason in item.NotDecided.GroupBy(r => r.Reason)) output.WriteLine($"{Indent}not decided: {string.Join(", ", reason.Select(r => r.Rule))}: {reason.Key}");
        WriteNote(item);
    }

    private void WriteHead(string word, CaseOutcome item, string rest)
    {
        string[] rows = [.. item.Case.Also.Prepend(item.Case.Source).Where(r => r.Length > 0).DefaultIfEmpty(EvaluationReport.NoRow)];
        output.WriteLine($"{item.Case.Place}: {palette.Strong(word)} {VisibleText.Of(string.Join(", ", rows))}{rest}");
    }

    private void WriteNote(CaseOutcome item)
    {
        if (item.Case.Note.Length > 0) output.WriteLine(palette.Faint($"{Indent}note: {VisibleText.Of(item.Case.Note)}"));
        output.WriteLine();
    }

    private void WriteTurns(Conversation conversation, Violation? finding)
    {
        var count = conversation.Turns.Length;
        var last = finding is { } f && f.Turn < count ? Math.Min(count, f.Turn + 2) : count;
        for (var turn = Math.Max(0, last - MostTurns); turn < last; turn++)
            WriteTurn(Wordings.Of(conversation.Turns[turn].Speaker) + ": ", conversation.Turns[turn].Text, turn == finding?.Turn ? finding.Span : null);
        if (conversation.Draft is { } draft) WriteTurn("草稿: ", draft.Text, finding?.Turn == count ? finding.Span : null);
    }

    private void WriteTurn(string lead, string text, TextSpan? span)
    {
        var line = MarkedLine.Of(text, span ?? default, Columns - Indent.Length - DisplayWidth.Of(lead));
        output.WriteLine($"{Indent}{lead}{line.Before}{line.Marked}{line.After}");
        if (span is not null) output.WriteLine($"{Indent}{new string(' ', DisplayWidth.Of(lead))}{line.Marks}");
    }

    private static string Finding(Violation finding) => $"{finding.Rule}: {VisibleText.Of(finding.Message)}";

    private void WriteSets(EvaluationReport report)
    {
        var table = new TextTable("by set", "offending", "found", "missing", "recall", "<", "honest", "left alone", "noisy", "precision", "<");
        foreach (var row in report.Sets.Append(new EvaluationRow("all", report.Total)))
        {
            var c = row.Counts;
            table.Add(
                VisibleText.Of(row.Name), Number(c.Offending), Number(c.Found), Number(c.Missing), $"{c.Recall}", MeasuredPack.Interval(c.Recall),
                Number(c.Honest), Number(c.LeftAlone.Part), Number(c.Noisy), $"{c.Precision}", MeasuredPack.Interval(c.Precision));
        }

        Write(table);
    }

    private void WriteSources(EvaluationReport report)
    {
        var table = new TextTable("by source", "offending", "found", "cites it", "missing", "recall", "<", "honest", "left alone", "noisy", "precision", "<", "<");
        foreach (var row in report.Sources)
        {
            var c = row.Counts;
            table.Add(
                VisibleText.Of(row.Name), Number(c.Offending), Number(c.Found), Number(c.FoundAsRow), Number(c.Missing), $"{c.Recall}", MeasuredPack.Interval(c.Recall),
                Number(c.Honest), Number(c.LeftAlone.Part), Number(c.Noisy), $"{c.Precision}", MeasuredPack.Interval(c.Precision), Sentence(report.Pack.Handbook.GetValueOrDefault(row.Name, "")));
        }

        Write(table);
    }

    private void WriteRules(MeasuredPack measured)
    {
        var table = new TextTable("by rule", "fired", "in offending", "in its rows", "precision", "<", "found of its rows", "", "at info");
        foreach (var row in measured.Rules)
        {
            table.Add(
                row.Rule.Id, Number(row.Fired), Number(row.InOffending), Number(row.InItsRows), $"{row.Precision}", MeasuredPack.Interval(row.Precision),
                $"{row.Found.Part} of {row.Found.Whole}", $"{row.Found}", Number(row.AtInfo));
        }

        Write(table);
    }

    private void Write(TextTable table)
    {
        table.Write(output);
        output.WriteLine();
    }

    private static string Sentence(string text)
    {
        var line = MarkedLine.Of(text, default, SentenceColumns);
        return line.Before + line.Marked + line.After;
    }

    private static string Number(int count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
