using System.Text.Json;
using ScriptRules.Cli.Reports;
using ScriptRules.Examples;
using ScriptRules.Reports;
using ScriptRules.Rules;
using ScriptRules.Text.Entities;

namespace ScriptRules.Cli.Testing;

/// <summary>The report on labelled cases for programs: one JSON object. Shares are in percent, and null of nothing; words are masked of personal data.</summary>
internal static class EvaluationJson
{
    internal static void Write(Stream stream, MeasuredPack measured)
    {
        var report = measured.Report;
        using (var json = new Utf8JsonWriter(stream, CheckReportJson.OptionsFor(indented: true)))
        {
            json.WriteStartObject();
            json.WriteStartObject("pack"u8);
            json.WriteString("name"u8, report.Pack.Name);
            json.WriteString("version"u8, report.Pack.Version);
            json.WriteEndObject();
            json.WriteBoolean("complete"u8, measured.IsWhole);
            json.WriteStartObject("total"u8);
            WriteCounts(json, report.Total);
            json.WriteEndObject();
            WriteRows(json, "sets", "set", report.Sets);
            WriteRows(json, "sources", "source", report.Sources);
            WriteList(json, "rules", report.Rules, WriteRule);
            WriteList(json, "noisy", measured.Noisy, WriteCase);
            WriteList(json, "missing", measured.Missing, WriteCase);
            WriteList(json, "new", measured.New, WriteCase);
            WriteList(json, "fell", measured.Losses, WriteLoss);
            WriteTexts(json, "withoutFloor", measured.Unguarded);
            WriteTexts(json, "rowsWithoutCases", report.RowsWithoutCases);
            WriteTexts(json, "warnings", measured.Warnings);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        stream.Flush();
    }

    private static void WriteRows(Utf8JsonWriter json, string member, string name, IEnumerable<EvaluationRow> rows) => WriteList(json, member, rows, (j, row) =>
    {
        j.WriteString(name, row.Name);
        WriteCounts(j, row.Counts);
    });

    private static void WriteCounts(Utf8JsonWriter json, CaseCounts counts)
    {
        json.WriteNumber("cases"u8, counts.Cases);
        json.WriteNumber("offending"u8, counts.Offending);
        json.WriteNumber("found"u8, counts.Found);
        json.WriteNumber("foundAsRow"u8, counts.FoundAsRow);
        json.WriteNumber("missing"u8, counts.Missing);
        json.WriteNumber("missingAtInfo"u8, counts.MissingAtInfo);
        json.WriteNumber("honest"u8, counts.Honest);
        json.WriteNumber("leftAlone"u8, counts.LeftAlone.Part);
        json.WriteNumber("noisy"u8, counts.Noisy);
        json.WriteNumber("honestAtInfo"u8, counts.HonestAtInfo);
        json.WriteNumber("undecided"u8, counts.Undecided);
        WriteShare(json, "recall", counts.Recall);
        WriteShare(json, "precision", counts.Precision);
    }

    private static void WriteRule(Utf8JsonWriter json, RuleRow row)
    {
        json.WriteString("rule"u8, row.Rule.Id);
        json.WriteNumber("fired"u8, row.Fired);
        json.WriteNumber("inOffending"u8, row.InOffending);
        json.WriteNumber("inItsRows"u8, row.InItsRows);
        WriteShare(json, "precision", row.Precision);
        json.WriteNumber("offendingOfItsRows"u8, row.Found.Whole);
        json.WriteNumber("foundOfItsRows"u8, row.Found.Part);
        WriteShare(json, "found", row.Found);
        json.WriteNumber("atInfo"u8, row.AtInfo);
    }

    private static void WriteCase(Utf8JsonWriter json, CaseOutcome item)
    {
        json.WriteString("path"u8, item.Case.Place.Path);
        json.WriteNumber("line"u8, item.Case.Place.Line);
        json.WriteString("source"u8, item.Case.Source);
        json.WriteString("text"u8, PersonalData.Mask(CaseText.Of(item)));
        WriteList(json, "violations", item.Findings.Concat(item.Infos), WriteViolation);
        if (item.Case.Note.Length > 0) json.WriteString("note"u8, PersonalData.Mask(item.Case.Note));
    }

    private static void WriteViolation(Utf8JsonWriter json, Violation violation)
    {
        json.WriteString("rule"u8, violation.Rule);
        json.WriteString("severity"u8, violation.Severity.ToString().ToLowerInvariant());
        json.WriteNumber("turn"u8, violation.Turn);
        json.WriteString("text"u8, PersonalData.Mask(violation.Text));
        json.WriteString("message"u8, PersonalData.Mask(violation.Message));
    }

    private static void WriteLoss(Utf8JsonWriter json, FloorLoss loss)
    {
        json.WriteString(loss.Part.ToString().ToLowerInvariant(), loss.Name);
        WriteTexts(json, "what", loss.What);
    }

    private static void WriteShare(Utf8JsonWriter json, string member, Share share)
    {
        if (share is not { PerMille: { } value, Interval: var (low, high) })
        {
            json.WriteNull(member);
            return;
        }

        json.WriteStartObject(member);
        json.WriteNumber("percent"u8, value / 10m);
        json.WriteNumber("low"u8, low);
        json.WriteNumber("high"u8, high);
        json.WriteEndObject();
    }

    private static void WriteList<T>(Utf8JsonWriter json, string member, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(member);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string member, IEnumerable<string> texts)
    {
        json.WriteStartArray(member);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
