using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ScriptRules.Formats;
using ScriptRules.Rules;
using ScriptRules.Text;

namespace ScriptRules.Reports;

/// <summary>Writes reports as JSON, one object a conversation.</summary>
/// <remarks>
/// The members and their order are a public contract, and the same in every host. Spans count UTF-16 units of the turn as sent.
/// Evidence has <c>text</c> and <c>time</c> only where the rule depends on times. <c>noSuggestion</c> is there only when a rewrite was looked for and
/// none is offered. <c>score</c> is null without a scorecard, and when nothing that it scores could be decided; <c>level</c> and <c>scoreLines</c> are
/// there with a score only. <c>suppressed</c>, <c>accepted</c> and <c>expiredSuppressions</c> are there only when they are not empty, and
/// <c>baselineState</c> only with a baseline. <c>promises</c> is null when no
/// rule is about them. <c>origin</c> is there only when the caller tells it. Chinese stays readable; a lone surrogate is
/// written as U+FFFD, so that positions hold. No reflection.
/// </remarks>
public static class CheckReportJson
{
    /// <summary>How a writer must be set up for Chinese to stay as it is.</summary>
    /// <param name="indented">Whether for people rather than programs.</param>
    public static JsonWriterOptions OptionsFor(bool indented) =>
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = indented, NewLine = "\n" };

    /// <summary>One JSON object; without line breaks unless <paramref name="indented"/>.</summary>
    public static string ToJson(CheckReport report, bool indented = false)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, OptionsFor(indented))) Write(writer, report);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes one object as the next value of <paramref name="writer"/>.</summary>
    public static void Write(Utf8JsonWriter writer, CheckReport report)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(report);
        Write(writer, report, origin: null, turns: 0);
    }

    /// <summary>Writes one object as the next value of <paramref name="writer"/>, which tells of the report and of every violation where in the input it stands.</summary>
    /// <param name="writer">Set up by <see cref="OptionsFor"/>.</param>
    /// <param name="report">What became of <paramref name="conversation"/>.</param>
    /// <param name="conversation">As it was read.</param>
    /// <param name="origin">Where it was read.</param>
    public static void Write(Utf8JsonWriter writer, CheckReport report, Conversation conversation, Origin origin)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(origin);
        Write(writer, report, origin, conversation.Turns.Length);
    }

    private static void Write(Utf8JsonWriter writer, CheckReport report, Origin? origin, int turns)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, report.Id);
        writer.WriteString("verdict"u8, ReportNames.Of(report.Verdict));
        ScoreJson.Write(writer, report.Score);
        writer.WriteStartArray("violations"u8);
        foreach (var violation in report.Violations) ViolationJson.Write(writer, violation, origin, turns);
        writer.WriteEndArray();
        WriteSetAside(writer, report, origin, turns);
        WriteRules(writer, report);
        writer.WriteStartArray("obligations"u8); // nothing is owed in a report: what was is missed
        writer.WriteEndArray();
        WritePromises(writer, report.Promises);
        if (origin is not null) WriteOrigin(writer, origin);
        writer.WriteEndObject();
    }

    /// <summary>Writes an obligation of a <see cref="LiveSession"/> as the next value of <paramref name="writer"/>.</summary>
    public static void Write(Utf8JsonWriter writer, Obligation obligation)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(obligation);
        writer.WriteStartObject();
        writer.WriteString("rule"u8, obligation.Rule);
        JsonValues.WriteTexts(writer, "source"u8, obligation.Sources);
        writer.WriteNumber("turn"u8, obligation.Turn);
        JsonValues.WriteSpan(writer, obligation.Span);
        writer.WriteString("text"u8, obligation.Text);
        writer.WriteString("message"u8, obligation.Message);
        writer.WriteNumber("replies"u8, obligation.Replies);
        writer.WriteEndObject();
    }

    private static void WriteSetAside(Utf8JsonWriter writer, CheckReport report, Origin? origin, int turns)
    {
        if (!report.Suppressed.IsEmpty)
        {
            writer.WriteStartArray("suppressed"u8);
            foreach (var violation in report.Suppressed) ViolationJson.Write(writer, violation, origin, turns);
            writer.WriteEndArray();
        }

        if (!report.Accepted.IsEmpty)
        {
            writer.WriteStartArray("accepted"u8);
            foreach (var violation in report.Accepted) ViolationJson.Write(writer, violation, origin, turns);
            writer.WriteEndArray();
        }

        if (!report.ExpiredSuppressions.IsEmpty) JsonValues.WriteTexts(writer, "expiredSuppressions"u8, report.ExpiredSuppressions);
    }

    private static void WriteRules(Utf8JsonWriter writer, CheckReport report)
    {
        writer.WriteStartObject("rules"u8);
        writer.WriteNumber("passed"u8, report.Count(Verdict.Passed));
        writer.WriteNumber("violated"u8, report.Count(Verdict.Violated));
        writer.WriteNumber("notApplicable"u8, report.Count(Verdict.NotApplicable));
        writer.WriteStartArray("notEvaluable"u8);
        foreach (var rule in report.NotChecked)
        {
            writer.WriteStartObject();
            writer.WriteString("rule"u8, rule.Rule);
            writer.WriteString("reason"u8, rule.Reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WritePromises(Utf8JsonWriter writer, ImmutableArray<PromiseMade>? promises)
    {
        if (promises is not { } made)
        {
            writer.WriteNull("promises"u8);
            return;
        }

        writer.WriteStartArray("promises"u8);
        foreach (var promise in made)
        {
            writer.WriteStartObject();
            writer.WriteNumber("turn"u8, promise.Turn);
            JsonValues.WriteSpan(writer, promise.Span);
            writer.WriteString("text"u8, promise.Text);
            if (promise.Time is { } time)
            {
                writer.WriteStartObject("time"u8);
                JsonValues.WriteBounds(writer, time);
                writer.WriteEndObject();
            }
            else writer.WriteNull("time"u8);
            if (promise.DeadlineMinutes is { } minutes) writer.WriteNumber("deadlineMinutes"u8, minutes);
            else writer.WriteNull("deadlineMinutes"u8);
            if (promise.Due is { } due) writer.WriteString("due"u8, due);
            else writer.WriteNull("due"u8);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Where the conversation or the line of script begins, and what the document tells of the line.</summary>
    private static void WriteOrigin(Utf8JsonWriter writer, Origin origin)
    {
        writer.WriteStartObject("origin"u8);
        writer.WriteString("path"u8, origin.Path);
        if (origin.Script is not { Part.Length: > 0 }) writer.WriteNumber("line"u8, origin.Line);
        if (origin.Script is { } script)
        {
            if (script.Part.Length > 0) writer.WriteString("part"u8, script.Part);
            if (script.Scenario.Length > 0) writer.WriteString("scenario"u8, script.Scenario);
            if (script.Owner.Length > 0) writer.WriteString("owner"u8, script.Owner);
            writer.WriteString("written"u8, script.Written);
        }

        writer.WriteEndObject();
    }
}
