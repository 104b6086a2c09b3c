using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ScriptRules.Formats;
using ScriptRules.Rules;
using ScriptRules.Text;
using ScriptRules.Text.Facts;

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
        writer.WriteString("verdict"u8, NameOf(report.Verdict));
        WriteScore(writer, report.Score);
        writer.WriteStartArray("violations"u8);
        foreach (var violation in report.Violations) WriteViolation(writer, violation, origin, turns);
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
        WriteTexts(writer, "source"u8, obligation.Sources);
        writer.WriteNumber("turn"u8, obligation.Turn);
        WriteSpan(writer, obligation.Span);
        writer.WriteString("text"u8, obligation.Text);
        writer.WriteString("message"u8, obligation.Message);
        writer.WriteNumber("replies"u8, obligation.Replies);
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
            WriteSpan(writer, promise.Span);
            writer.WriteString("text"u8, promise.Text);
            if (promise.Time is { } time)
            {
                writer.WriteStartObject("time"u8);
                WriteBounds(writer, time);
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

    private static void WriteViolation(Utf8JsonWriter writer, Violation violation, Origin? origin, int turns)
    {
        writer.WriteStartObject();
        writer.WriteString("rule"u8, violation.Rule);
        WriteTexts(writer, "source"u8, violation.Sources);
        writer.WriteString("severity"u8, NameOf(violation.Severity));
        writer.WriteNumber("confidence"u8, violation.Confidence);
        writer.WriteNumber("turn"u8, violation.Turn);
        WriteSpan(writer, violation.Span);
        writer.WriteString("text"u8, violation.Text);
        writer.WriteString("message"u8, violation.Message);
        writer.WriteStartArray("evidence"u8);
        foreach (var evidence in violation.Evidence)
        {
            writer.WriteStartObject();
            writer.WriteNumber("turn"u8, evidence.Turn);
            WriteSpan(writer, evidence.Span);
            writer.WriteString("concept"u8, evidence.Concept);
            writer.WriteString("match"u8, NameOf(evidence.Match));
            if (evidence.Time is { } time) WriteTime(writer, time, evidence.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("suggestions"u8);
        foreach (var suggestion in violation.Suggestions) WriteSuggestion(writer, suggestion);
        writer.WriteEndArray();
        if (violation.NoSuggestion is { } reason) writer.WriteString("noSuggestion"u8, reason);
        writer.WriteString("fingerprint"u8, violation.Fingerprint);
        if (violation.BaselineState is { } state) writer.WriteString("baselineState"u8, NameOf(state));
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

    private static void WriteScore(Utf8JsonWriter writer, Score? score)
    {
        if (score is null)
        {
            writer.WriteNull("score"u8);
            return;
        }

        writer.WriteNumber("score"u8, score.Value);
        writer.WriteString("level"u8, score.Level);
        writer.WriteStartArray("scoreLines"u8);
        foreach (var line in score.Lines)
        {
            writer.WriteStartObject();
            writer.WriteString("kind"u8, NameOf(line.Kind));
            writer.WriteNumber("points"u8, line.Points);
            if (line.Item.Length > 0) writer.WriteString("item"u8, line.Item);
            if (line.Rule.Length > 0) writer.WriteString("rule"u8, line.Rule);
            if (line.Hits > 0) writer.WriteNumber("hits"u8, line.Hits);
            if (line.Why.Length > 0) writer.WriteString("why"u8, line.Why);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteSetAside(Utf8JsonWriter writer, CheckReport report, Origin? origin, int turns)
    {
        if (!report.Suppressed.IsEmpty)
        {
            writer.WriteStartArray("suppressed"u8);
            foreach (var violation in report.Suppressed) WriteViolation(writer, violation, origin, turns);
            writer.WriteEndArray();
        }

        if (!report.Accepted.IsEmpty)
        {
            writer.WriteStartArray("accepted"u8);
            foreach (var violation in report.Accepted) WriteViolation(writer, violation, origin, turns);
            writer.WriteEndArray();
        }

        if (!report.ExpiredSuppressions.IsEmpty) WriteTexts(writer, "expiredSuppressions"u8, report.ExpiredSuppressions);
    }

    private static void WriteSuggestion(Utf8JsonWriter writer, Suggestion suggestion)
    {
        writer.WriteStartObject();
        writer.WriteString("text"u8, suggestion.Text);
        writer.WriteStartArray("edits"u8);
        foreach (var edit in suggestion.Edits)
        {
            writer.WriteStartObject();
            WriteBounds(writer, edit.Span);
            writer.WriteString("replacement"u8, edit.Replacement);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("applicability"u8, NameOf(suggestion.Applicability));
        writer.WriteEndObject();
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

    private static void WriteTexts(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ImmutableArray<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    private static void WriteSpan(Utf8JsonWriter writer, TextSpan span)
    {
        writer.WriteStartObject("span"u8);
        WriteBounds(writer, span);
        writer.WriteEndObject();
    }

    private static void WriteBounds(Utf8JsonWriter writer, TextSpan span)
    {
        writer.WriteNumber("start"u8, span.Start);
        writer.WriteNumber("end"u8, span.End);
    }

    private static string NameOf(Verdict verdict) => verdict switch
    {
        Verdict.Passed => "passed",
        Verdict.Violated => "violated",
        Verdict.NotApplicable => "not-applicable",
        Verdict.NotEvaluable => "not-evaluable",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, null),
    };

    private static string NameOf(MatchKind match) => match switch
    {
        MatchKind.Literal => "literal",
        MatchKind.Folded => "folded",
        MatchKind.Sound => "sound",
        MatchKind.Noise => "noise",
        MatchKind.Shape => "shape",
        MatchKind.Repeat => "repeat",
        MatchKind.Similar => "similar",
        _ => throw new ArgumentOutOfRangeException(nameof(match), match, null),
    };

    private static string NameOf(ScoreLineKind kind) => kind switch
    {
        ScoreLineKind.Start => "start",
        ScoreLineKind.Taken => "taken",
        ScoreLineKind.Given => "given",
        ScoreLineKind.Bound => "bound",
        ScoreLineKind.Range => "range",
        ScoreLineKind.Veto => "veto",
        ScoreLineKind.NotEvaluable => "not-evaluable",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static string NameOf(BaselineState state) => state switch
    {
        BaselineState.New => "new",
        BaselineState.Unchanged => "unchanged",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    private static string NameOf(Severity severity) => severity switch
    {
        Severity.Info => "info",
        Severity.Warning => "warning",
        Severity.Error => "error",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, null),
    };

    private static string NameOf(Applicability applicability) => applicability switch
    {
        Applicability.Automatic => "automatic",
        Applicability.Confirm => "confirm",
        Applicability.FillIn => "fill-in",
        _ => throw new ArgumentOutOfRangeException(nameof(applicability), applicability, null),
    };
}
