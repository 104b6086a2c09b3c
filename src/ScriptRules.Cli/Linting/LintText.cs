using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ScriptRules.Cli.Packs;
using ScriptRules.Cli.Reports;
using ScriptRules.Linting;
using ScriptRules.Rules;

namespace ScriptRules.Cli.Linting;

/// <summary>Writes what the linter found: for people, as JSON, or as annotations of GitHub.</summary>
internal sealed class LintText(TextWriter output, string pack)
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal void Write(LintReport report)
    {
        foreach (var finding in report.Findings)
        {
            output.WriteLine(DiagnosticText.Format(finding).ReplaceLineEndings("\n"));
            output.WriteLine();
        }

        if (report.Pack is null) output.WriteLine($"the pack {pack} does not load; nothing else was looked at");
        else output.WriteLine($"{PackOptions.Describe(report.Pack)}: {Number(report.ModelSentences, "model sentence")}, {Number(report.Examples, "example")}, {Number(report.Occasions.Length, "time")} of day and festival{Years(report.Pack)}: {Counts(report)}");
    }

    internal void WriteJson(LintReport report)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            json.WriteStartObject();
            json.WriteString("pack", report.Pack?.Name ?? pack);
            json.WriteBoolean("loads", report.Pack is not null);
            json.WriteNumber("modelSentences", report.ModelSentences);
            json.WriteNumber("examples", report.Examples);
            json.WriteStartArray("occasions");
            foreach (var occasion in report.Occasions) json.WriteStringValue(occasion);
            json.WriteEndArray();
            json.WriteStartArray("findings");
            foreach (var finding in report.Findings) Write(json, finding);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    /// <summary>One annotation a line, as GitHub reads them from a log.</summary>
    internal void WriteGitHub(LintReport report)
    {
        foreach (var f in report.Findings)
        {
            var command = SeverityWords.Of(f.Level).GitHub;
            var place = f.Place.Line == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $",line={f.Place.Line},col={f.Place.Column},endColumn={f.Place.Column + f.Place.Length}");
            output.WriteLine($"::{command} file={WorkflowCommand.Property(f.Place.File)}{place},title={f.Code}::{WorkflowCommand.Data(f.Help is null ? f.Message : $"{f.Message}\nhelp: {f.Help}")}");
        }
    }

    private static void Write(Utf8JsonWriter json, PackDiagnostic finding)
    {
        json.WriteStartObject();
        json.WriteString("code", finding.Code);
        json.WriteString("level", finding.Level.ToString().ToLowerInvariant());
        json.WriteString("file", finding.Place.File);
        json.WriteNumber("line", finding.Place.Line);
        json.WriteNumber("column", finding.Place.Column);
        json.WriteNumber("length", finding.Place.Length);
        json.WriteString("message", finding.Message);
        json.WriteString("help", finding.Help);
        json.WriteEndObject();
    }

    private static string Years(RulePack pack) => pack.Calendar.Coverage is { IsEmpty: false } known
        ? string.Create(CultureInfo.InvariantCulture, $", official days of {known[0]} to {known[^1]}")
        : "";

    private static string Counts(LintReport report) => report.Findings.IsEmpty
        ? "clean"
        : $"{Number(report.Count(Severity.Error), "error")}, {Number(report.Count(Severity.Warning), "warning")}, {report.Count(Severity.Info)} info";

    private static string Number(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
