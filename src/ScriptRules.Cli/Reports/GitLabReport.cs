using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ScriptRules.Cli.Checking;
using ScriptRules.Reports;
using ScriptRules.Rules;

namespace ScriptRules.Cli.Reports;

/// <summary>The Code Quality report of GitLab: one JSON array.</summary>
internal sealed class GitLabReport : AnnotationReport
{
    private const int Bytes = 16;
    private readonly Stream _stream;
    private readonly Utf8JsonWriter _json;
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    internal GitLabReport(Stream stream, ReportContext context)
        : base(context)
    {
        (_stream, _json) = (stream, new Utf8JsonWriter(stream, CheckReportJson.OptionsFor(indented: true)));
        _json.WriteStartArray();
    }

    public override void Finish(CheckTally tally)
    {
        _json.WriteEndArray();
        _json.Dispose();
        _stream.WriteByte((byte)'\n');
        _stream.Flush();
    }

    protected override void Write(Annotation annotation)
    {
        var path = Context.Paths.Relative(annotation.Region.Path);
        _json.WriteStartObject();
        _json.WriteString("description"u8, annotation.MessageWithRewrite);
        _json.WriteString("check_name"u8, annotation.Code);
        _json.WriteString("fingerprint"u8, Fingerprint(path, annotation));
        _json.WriteString("severity"u8, annotation switch { { Of: null, Severity: Severity.Error } => "blocker", { Severity: Severity.Error } => "major", { Severity: Severity.Warning } => "minor", _ => "info" });
        _json.WriteStartObject("location"u8);
        _json.WriteString("path"u8, path);
        _json.WriteStartObject("lines"u8);
        _json.WriteNumber("begin"u8, Math.Max(1, annotation.Region.Line));
        if (annotation.Region.EndLine > annotation.Region.Line) _json.WriteNumber("end"u8, annotation.Region.EndLine);
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.Flush();
    }

    /// <summary>The same when lines move, and no two alike in one report, or GitLab would drop one.</summary>
    private string Fingerprint(string path, Annotation annotation)
    {
        var what = annotation.Of is { } breach ? $"{breach.Item.Conversation.Id}\n{breach.Violation.Fingerprint}" : annotation.Message;
        var name = $"{path}\n{annotation.Code}\n{what}";
        var count = _seen[name] = _seen.GetValueOrDefault(name) + 1;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{name}\n{count}")).AsSpan(0, Bytes));
    }
}
