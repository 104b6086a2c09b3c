using System.Globalization;
using System.Text.Json;
using ScriptRules.Formats;
using ScriptRules.Rules;
using ScriptRules.Text.Facts;

namespace ScriptRules.Reports;

/// <summary>Writes violations, with their evidence and suggestions.</summary>
internal static class ViolationJson
{
    /// <summary>Writes one as the next value.</summary>
    /// <param name="origin">Where the conversation was read; null when it is not told.</param>
    /// <param name="turns">How many turns come before the draft.</param>
    internal static void Write(Utf8JsonWriter writer, Violation violation, Origin? origin, int turns)
    {
        writer.WriteStartObject();
        writer.WriteString("rule"u8, violation.Rule);
        JsonValues.WriteTexts(writer, "source"u8, violation.Sources);
        writer.WriteString("severity"u8, ReportNames.Of(violation.Severity));
        writer.WriteNumber("confidence"u8, violation.Confidence);
        writer.WriteNumber("turn"u8, violation.Turn);
        JsonValues.WriteSpan(writer, violation.Span);
        writer.WriteString("text"u8, violation.Text);
        writer.WriteString("message"u8, violation.Message);
        writer.WriteStartArray("evidence"u8);
        foreach (var evidence in violation.Evidence)
        {
            writer.WriteStartObject();
            writer.WriteNumber("turn"u8, evidence.Turn);
            JsonValues.WriteSpan(writer, evidence.Span);
            writer.WriteString("concept"u8, evidence.Concept);
            writer.WriteString("match"u8, ReportNames.Of(evidence.Match));
            if (evidence.Time is { } time) WriteTime(writer, time, evidence.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("suggestions"u8);
        foreach (var suggestion in violation.Suggestions) WriteSuggestion(writer, suggestion);
        writer.WriteEndArray();
        if (violation.NoSuggestion is { } reason) writer.WriteString("noSuggestion"u8, reason);
        writer.WriteString("fingerprint"u8, violation.Fingerprint);
        if (violation.BaselineState is { } state) writer.WriteString("baselineState"u8, ReportNames.Of(state));
        if (violation.Suppression is { } suppression)
        {
            writer.WriteStartObject("suppressed"u8);
            writer.WriteString("id"u8, suppression.Id);
            writer.WriteString("reason"u8, suppression.Reason);
            writer.WriteString("owner"u8, suppression.Owner);
            writer.WriteString("until"u8, suppression.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            writer.WriteEndObject();
        }

        if (origin is not null) WriteRegion(writer, origin.RegionOf(violation.Turn, violation.Span, turns));
        writer.WriteEndObject();
    }

    private static void WriteRegion(Utf8JsonWriter writer, SourceRegion region)
    {
        writer.WriteStartObject("origin"u8);
        writer.WriteString("path"u8, region.Path);
        if (region.Part.Length > 0) writer.WriteString("part"u8, region.Part);
        else
        {
            writer.WriteNumber("line"u8, region.Line);
            if (region.Column > 0)
            {
                writer.WriteNumber("column"u8, region.Column);
                writer.WriteNumber("endLine"u8, region.EndLine);
                writer.WriteNumber("endColumn"u8, region.EndColumn);
            }
        }

        writer.WriteEndObject();
    }

    /// <summary>Seconds, as in the conversation; what was measured, and whether by turns, by words or by interpolation.</summary>
    private static void WriteTime(Utf8JsonWriter writer, EvidenceTime time, string text)
    {
        writer.WriteString("text"u8, text);
        writer.WriteStartObject("time"u8);
        writer.WriteNumber("start"u8, time.Start / 1000m);
        if (time.End >= 0) writer.WriteNumber("end"u8, time.End / 1000m);
        writer.WriteString("from"u8, time.From switch { TimeSource.Words => "words", TimeSource.Interpolated => "interpolated", _ => "turns" });
        writer.WriteEndObject();
    }

    private static void WriteSuggestion(Utf8JsonWriter writer, Suggestion suggestion)
    {
        writer.WriteStartObject();
        writer.WriteString("text"u8, suggestion.Text);
        writer.WriteStartArray("edits"u8);
        foreach (var edit in suggestion.Edits)
        {
            writer.WriteStartObject();
            JsonValues.WriteBounds(writer, edit.Span);
            writer.WriteString("replacement"u8, edit.Replacement);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("applicability"u8, ReportNames.Of(suggestion.Applicability));
        writer.WriteEndObject();
    }
}
