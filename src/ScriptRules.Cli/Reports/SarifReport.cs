using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ScriptRules.Baselines;
using ScriptRules.Cli.Checking;
using ScriptRules.Formats;
using ScriptRules.Reports;
using ScriptRules.Rules;

namespace ScriptRules.Cli.Reports;

/// <summary>SARIF 2.1.0: one run, whose driver has the rules of the pack.</summary>
/// <remarks>
/// Files below the current folder are named relative to it. What could not be read or decided is a notification of the invocation. Columns count Unicode code
/// points. With a baseline, results tell their state, those that it accepts too, and what it accepts and is gone is a result that is absent. A suggestion is a fix where its places in the file are exact. Every result has <c>suppressions</c>, empty when nothing excuses it.
/// </remarks>
internal sealed class SarifReport : ICheckReportWriter
{
    private const string Root = "%SRCROOT%";
    private readonly Stream _stream;
    private readonly ReportContext _context;
    private readonly Utf8JsonWriter _json;
    private readonly Dictionary<string, int> _rules;
    private readonly List<Annotation> _notChecked = [];

    internal SarifReport(Stream stream, ReportContext context)
    {
        (_stream, _context, _json) = (stream, context, new Utf8JsonWriter(stream, CheckReportJson.OptionsFor(indented: true)));
        _rules = context.Pack.Rules.Select((r, i) => (r.Id, i)).ToDictionary(r => r.Id, r => r.i, StringComparer.Ordinal);
        Begin();
    }

    public bool IsForPrograms => true;

    public void Write(CheckedItem item)
    {
        foreach (var violation in item.Report.Violations.Concat(item.Report.Accepted).Concat(item.Report.Suppressed)) Write(item, violation);
        if (item.Report.Verdict == Verdict.NotEvaluable) _notChecked.Add(Annotation.OfUndecided(item));
        _json.Flush();
    }

    public void WriteUnread(InputError error) => _notChecked.Add(Annotation.OfUnread(error));

    public void Flush()
    {
    }

    public void Finish(CheckTally tally)
    {
        foreach (var entry in tally.Gone) WriteAbsent(entry);
        _json.WriteEndArray();
        WriteInvocation(tally);
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Dispose();
        _stream.WriteByte((byte)'\n');
        _stream.Flush();
    }

    private void Begin()
    {
        var pack = _context.Pack;
        _json.WriteStartObject();
        _json.WriteString("$schema"u8, "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"u8);
        _json.WriteString("version"u8, "2.1.0"u8);
        _json.WriteStartArray("runs"u8);
        _json.WriteStartObject();
        _json.WriteStartObject("tool"u8);
        _json.WriteStartObject("driver"u8);
        _json.WriteString("name"u8, "ScriptRules"u8);
        _json.WriteString("version"u8, VersionCommand.ToolVersion);
        _json.WriteString("language"u8, "zh-CN"u8);
        new SarifRules(_json, pack).Write();
        _json.WriteStartObject("properties"u8);
        _json.WriteString("pack"u8, pack.Name);
        _json.WriteString("packVersion"u8, pack.Version);
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteString("language"u8, "zh-CN"u8);
        _json.WriteString("columnKind"u8, "unicodeCodePoints"u8);
        _json.WriteStartObject("originalUriBaseIds"u8);
        _json.WriteStartObject(Root);
        SarifText.Write(_json, "description"u8, "The folder in which the tool was run.");
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteStartArray("results"u8);
    }

    private void Write(CheckedItem item, Violation violation)
    {
        var region = item.RegionOf(violation.Turn, violation.Span);
        _json.WriteStartObject();
        _json.WriteString("ruleId"u8, violation.Rule);
        _json.WriteNumber("ruleIndex"u8, _rules[violation.Rule]);
        _json.WriteString("level"u8, SeverityWords.Of(violation.Severity).Sarif);
        SarifText.Write(_json, "message"u8, Annotation.OfViolation(item, violation, _context.Words).MessageWithRewrite);
        _json.WriteStartArray("locations"u8);
        WriteLocation(region, item, violation.Turn);
        _json.WriteEndArray();
        WriteEvidence(item, violation);
        WriteFingerprint(violation.Fingerprint);
        WriteFixes(item, violation);
        if (violation.BaselineState is { } state) _json.WriteString("baselineState"u8, state == BaselineState.New ? "new"u8 : "unchanged"u8);
        WriteSuppression(item, violation.Suppression);
        _json.WriteStartObject("properties"u8);
        _json.WriteNumber("confidence"u8, violation.Confidence);
        WriteTexts("sources"u8, violation.Sources);
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    /// <summary>What is known of it stands in the baseline; its rule may be gone from the pack.</summary>
    private void WriteAbsent(BaselineEntry entry)
    {
        _json.WriteStartObject();
        _json.WriteString("ruleId"u8, entry.Rule);
        if (_rules.TryGetValue(entry.Rule, out var index))
        {
            _json.WriteNumber("ruleIndex"u8, index);
            _json.WriteString("level"u8, SeverityWords.Of(_context.Pack.Rules[index].Severity).Sarif);
        }

        var number = entry.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"({entry.Count} 处)");
        SarifText.Write(_json, "message"u8, $"基线接受的违规已不再出现{number}:{entry.Text}");
        _json.WriteStartArray("locations"u8);
        WriteLocation(new SourceRegion(entry.Path, "", entry.Line, 0, entry.Line, 0), item: null);
        _json.WriteEndArray();
        WriteFingerprint(entry.Fingerprint);
        _json.WriteString("baselineState"u8, "absent"u8);
        _json.WriteStartArray("suppressions"u8);
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteFingerprint(string fingerprint)
    {
        _json.WriteStartObject("partialFingerprints"u8);
        _json.WriteString("scriptRules/v1"u8, fingerprint);
        _json.WriteEndObject();
    }

    private void WriteEvidence(CheckedItem item, Violation violation)
    {
        var told = violation.Evidence.Select(e => (Evidence: e, Words: _context.Words.Evidence(item.Conversation, violation, e))).Where(e => e.Words.Length > 0).ToList();
        if (told.Count == 0) return;
        _json.WriteStartArray("relatedLocations"u8);
        for (var i = 0; i < told.Count; i++)
        {
            var (evidence, words) = told[i];
            WriteLocation(item.RegionOf(evidence.Turn, evidence.Span), item, evidence.Turn, i + 1, words);
        }

        _json.WriteEndArray();
    }

    private void WriteLocation(SourceRegion region, CheckedItem? item, int turn = 0, int id = 0, string? message = null)
    {
        _json.WriteStartObject();
        if (id > 0) _json.WriteNumber("id"u8, id);
        _json.WriteStartObject("physicalLocation"u8);
        WriteArtifact(region.Path);
        if (region.Part.Length == 0 && region.Line > 0) WriteRegion("region"u8, region);
        _json.WriteEndObject();
        if (item is not null) WriteLogicalLocation(item, region, turn);
        if (message is not null) SarifText.Write(_json, "message"u8, message);
        _json.WriteEndObject();
    }

    /// <summary>The part of the document, or the turn of the conversation.</summary>
    private void WriteLogicalLocation(CheckedItem item, SourceRegion region, int turn)
    {
        if (item.Origin.Script is not null && region.Part.Length == 0) return;
        var (name, kind) = region.Part.Length == 0 ? (Wordings.Turn(item.Conversation, turn), "turn")
            : region.Part.Contains('!', StringComparison.Ordinal) ? (region.Part, "cell")
            : (region.Part, region.Part.Split(' ')[0]);
        _json.WriteStartArray("logicalLocations"u8);
        _json.WriteStartObject();
        _json.WriteString("name"u8, name);
        _json.WriteString("fullyQualifiedName"u8, region.Part.Length == 0 ? $"{item.Conversation.Id}#{turn.ToString(CultureInfo.InvariantCulture)}" : region.Part);
        _json.WriteString("kind"u8, kind);
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    private void WriteArtifact(string path)
    {
        var (uri, isBelow) = _context.Paths.UriOf(path);
        _json.WriteStartObject("artifactLocation"u8);
        _json.WriteString("uri"u8, uri);
        if (isBelow) _json.WriteString("uriBaseId"u8, Root);
        _json.WriteEndObject();
    }

    private void WriteRegion(ReadOnlySpan<byte> name, SourceRegion region)
    {
        _json.WriteStartObject(name);
        _json.WriteNumber("startLine"u8, region.Line);
        if (region.Column > 0)
        {
            _json.WriteNumber("startColumn"u8, region.Column);
            _json.WriteNumber("endLine"u8, region.EndLine);
            _json.WriteNumber("endColumn"u8, region.EndColumn);
        }

        _json.WriteEndObject();
    }

    private void WriteFixes(CheckedItem item, Violation violation)
    {
        var exact = violation.Suggestions.Select(s => Rewrite.Of(item, violation, s)).Where(r => !r.Edits.IsEmpty).ToList();
        if (exact.Count == 0) return;
        _json.WriteStartArray("fixes"u8);
        foreach (var rewrite in exact)
        {
            _json.WriteStartObject();
            SarifText.Write(_json, "description"u8, $"{rewrite.Label}:{rewrite.Text}({rewrite.Note})");
            _json.WriteStartArray("artifactChanges"u8);
            _json.WriteStartObject();
            WriteArtifact(item.Origin.Path);
            _json.WriteStartArray("replacements"u8);
            foreach (var edit in rewrite.Edits)
            {
                _json.WriteStartObject();
                WriteRegion("deletedRegion"u8, edit.Region);
                _json.WriteStartObject("insertedContent"u8);
                _json.WriteString("text"u8, edit.Text);
                _json.WriteEndObject();
                _json.WriteEndObject();
            }

            _json.WriteEndArray();
            _json.WriteEndObject();
            _json.WriteEndArray();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteSuppression(CheckedItem item, Suppression? suppression)
    {
        _json.WriteStartArray("suppressions"u8);
        if (suppression is not null)
        {
            var until = suppression.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            _json.WriteStartObject();
            _json.WriteString("kind"u8, item.Origin.Script?.Suppressions.Contains(suppression) == true ? "inSource"u8 : "external"u8);
            _json.WriteString("status"u8, "accepted"u8);
            _json.WriteString("justification"u8, $"{suppression.Id}:{suppression.Reason}({suppression.Owner},{until} 止)");
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteInvocation(CheckTally tally)
    {
        _json.WriteStartArray("invocations"u8);
        _json.WriteStartObject();
        _json.WriteBoolean("executionSuccessful"u8, tally.IsUnchanged || (tally is { Unreadable: 0, Missed: false } && tally.Undecided < tally.Conversations));
        _json.WriteStartArray("toolExecutionNotifications"u8);
        foreach (var annotation in _notChecked) WriteNotification(annotation.Message, SeverityWords.Of(annotation.Severity).Sarif, annotation.Code, annotation.Region);
        foreach (var (reason, rules, times) in tally.NotChecked) WriteNotification($"未检查:{Wordings.Reason(reason)}({rules} 条规则,共 {times} 次)", "note", Annotation.UndecidedCode);
        if (!tally.IsUnchanged && tally.Undecided == tally.Conversations) WriteNotification("nothing was checked", "error", Annotation.UndecidedCode);
        if (tally.Missed) WriteNotification("a rule that was to be evaluated never was", "error", Annotation.UndecidedCode);
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    private void WriteNotification(string message, string level, string code, SourceRegion? region = null)
    {
        _json.WriteStartObject();
        _json.WriteStartObject("descriptor"u8);
        _json.WriteString("id"u8, code);
        _json.WriteEndObject();
        _json.WriteString("level"u8, level);
        SarifText.Write(_json, "message"u8, message);
        if (region is { } place)
        {
            _json.WriteStartArray("locations"u8);
            WriteLocation(place, item: null);
            _json.WriteEndArray();
        }

        _json.WriteEndObject();
    }

    private void WriteTexts(ReadOnlySpan<byte> name, ImmutableArray<string> texts)
    {
        _json.WriteStartArray(name);
        foreach (var text in texts) _json.WriteStringValue(text);
        _json.WriteEndArray();
    }
}
