using System.Collections.Immutable;
using System.Text.Json;
using ScriptRules.Cli.Checking;
using ScriptRules.Formats;
using ScriptRules.Reports;
using ScriptRules.Rules;

namespace ScriptRules.Cli.Reports;

/// <summary>The diagnostic format of reviewdog. Columns count bytes of UTF-8 there.</summary>
/// <remarks>Of an input that cannot be read a second time, as standard input, only lines are told, and no suggestions.</remarks>
internal sealed class RdJsonReport : AnnotationReport
{
    private readonly Stream _stream;
    private readonly Utf8JsonWriter _json;
    private readonly SourceLines _lines;

    internal RdJsonReport(Stream stream, ReportContext context)
        : base(context)
    {
        (_stream, _json, _lines) = (stream, new Utf8JsonWriter(stream, CheckReportJson.OptionsFor(indented: true)), new SourceLines(context.StandardInputName));
        _json.WriteStartObject();
        _json.WriteStartObject("source"u8);
        _json.WriteString("name"u8, "scriptrules"u8);
        _json.WriteEndObject();
        _json.WriteStartArray("diagnostics"u8);
    }

    public override void Finish(CheckTally tally)
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Dispose();
        _stream.WriteByte((byte)'\n');
        _stream.Flush();
    }

    protected override void Write(Annotation annotation)
    {
        _json.WriteStartObject();
        _json.WriteString("message"u8, annotation.MessageWithRewrite);
        _json.WriteStartObject("location"u8);
        _json.WriteString("path"u8, Context.Paths.Relative(annotation.Region.Path));
        WriteRange(annotation.Region);
        _json.WriteEndObject();
        _json.WriteString("severity"u8, SeverityWords.Of(annotation.Severity).Name.ToUpperInvariant());
        _json.WriteStartObject("code"u8);
        _json.WriteString("value"u8, annotation.Code);
        _json.WriteEndObject();
        if (annotation.Of is { } breach) WriteSuggestions(breach.Item, breach.Violation);
        _json.WriteEndObject();
        _json.Flush();
    }

    private void WriteRange(SourceRegion region)
    {
        if (region.Line == 0 || region.Part.Length > 0) return;
        _json.WriteStartObject("range"u8);
        if (Bytes(region) is { } columns)
        {
            WritePosition("start"u8, region.Line, columns.Start);
            WritePosition("end"u8, region.EndLine, columns.End);
        }
        else WritePosition("start"u8, region.Line, null);
        _json.WriteEndObject();
    }

    /// <summary>Each rewrite as one replacement, as reviewdog wants it; those with slots to fill are for people.</summary>
    private void WriteSuggestions(CheckedItem item, Violation violation)
    {
        var all = violation.Suggestions.Where(s => s.Applicability != Applicability.FillIn)
            .Select(s => Joined(Rewrite.Of(item, violation, s).Edits)).OfType<SourceEdit>().Where(e => Bytes(e.Region) is not null).ToList();
        if (all.Count == 0) return;
        _json.WriteStartArray("suggestions"u8);
        foreach (var edit in all)
        {
            _json.WriteStartObject();
            WriteRange(edit.Region);
            _json.WriteString("text"u8, edit.Text);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    /// <summary>One replacement that does what several do, with the words between them; null when those stand on several lines.</summary>
    private SourceEdit? Joined(ImmutableArray<SourceEdit> edits)
    {
        if (edits.IsEmpty || edits[0].Region.Line != edits[^1].Region.EndLine) return null;
        var joined = edits[0];
        foreach (var edit in edits.AsSpan()[1..])
        {
            var (before, region) = (joined.Region, edit.Region);
            if (_lines.Words(region.Path, region.Line, before.EndColumn, region.Column) is not { } words) return null;
            joined = new SourceEdit(before with { EndColumn = region.EndColumn }, joined.Text + words + edit.Text);
        }

        return joined;
    }

    private (int Start, int End)? Bytes(SourceRegion region) =>
        _lines.ByteColumn(region.Path, region.Line, region.Column) is { } start && _lines.ByteColumn(region.Path, region.EndLine, region.EndColumn) is { } end ? (start, end) : null;

    private void WritePosition(ReadOnlySpan<byte> name, int line, int? column)
    {
        _json.WriteStartObject(name);
        _json.WriteNumber("line"u8, line);
        if (column is { } at) _json.WriteNumber("column"u8, at);
        _json.WriteEndObject();
    }
}
