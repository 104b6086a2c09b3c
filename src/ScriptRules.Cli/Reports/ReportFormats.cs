using System.CommandLine;
using ScriptRules.Cli.Hosting;
using ScriptRules.Rules.Yaml;

namespace ScriptRules.Cli.Reports;

/// <summary>The formats that <c>--format</c> can name.</summary>
internal static class ReportFormats
{
    private static readonly string[] Names = ["text", "json", "jsonl", "sarif", "junit", "github", "gitlab", "checkstyle", "rdjson", "html", "msbuild"];

    /// <summary>A fresh <c>--format</c>.</summary>
    internal static Option<string[]> Option() => new("--format")
    {
        Description = $"How the report is written: {string.Join(", ", Names)}; =FILE says where to. Can be repeated. [default: text]",
        HelpName = "FORMAT[=FILE]",
    };

    /// <summary>What is to be written, and where to; a null file stands for standard output.</summary>
    /// <param name="written">The values of <c>--format</c>; text when there are none.</param>
    /// <param name="output">The value of <c>--output</c>: the file of the format that names none.</param>
    /// <param name="names">The formats that there are; null for those of checks.</param>
    /// <exception cref="UsageException">A format is unknown, or two go to the same place.</exception>
    internal static List<(string Format, string? File)> Parse(IReadOnlyList<string> written, string? output, string[]? names = null)
    {
        var targets = written.DefaultIfEmpty("text").Select(w => Parse(w, names ?? Names)).ToList();
        var open = targets.Where(t => t.File is null).Select(t => t.Format).ToList();
        if (open.Count > 1)
            throw UsageException.Of($"--format {string.Join(" and --format ", open)}: only one can go to standard output", $"give the others a file: --format {open[1]}=FILE");
        if (output is not null && open.Count == 0) throw UsageException.Of("--output: every --format names a file of its own");
        targets = [.. targets.Select(t => (t.Format, t.File ?? output))];
        if (targets.Where(t => t.File is { Length: > 0 }).GroupBy(t => Path.GetFullPath(t.File!), StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw UsageException.Of($"{twice.First().File}: --format {string.Join(" and --format ", twice.Select(t => t.Format))} would write the same file");
        return targets;
    }

    /// <summary>A writer of the format, one of those that <see cref="Parse(IReadOnlyList{string}, string?, string[])"/> gives.</summary>
    /// <param name="format">Its name.</param>
    /// <param name="stream">Where bytes go.</param>
    /// <param name="writer">Where text goes, on the same stream.</param>
    /// <param name="palette">The colours of text.</param>
    /// <param name="context">What the run is reported with.</param>
    internal static ICheckReportWriter Create(string format, Stream stream, TextWriter writer, Palette palette, ReportContext context) => format switch
    {
        "json" => new JsonReport(stream, context),
        "jsonl" => new JsonLinesReport(stream, context),
        "sarif" => new SarifReport(stream, context),
        "junit" => new JUnitReport(stream, context),
        "github" => new GitHubReport(writer, context),
        "gitlab" => new GitLabReport(stream, context),
        "checkstyle" => new CheckstyleReport(stream, context),
        "rdjson" => new RdJsonReport(stream, context),
        "html" => new HtmlReport(writer, context),
        "msbuild" => new MsBuildReport(writer, context),
        _ => new TextReport(writer, context.Pack, palette, context.IsVerbose),
    };

    /// <summary>Whether the report of a value of <c>--format</c> explains rules by their examples.</summary>
    internal static bool ShowsExamples(string written) => written.Split('=')[0] == "sarif";

    private static (string Format, string? File) Parse(string written, string[] names)
    {
        var at = written.IndexOf('=', StringComparison.Ordinal);
        var (name, file) = at < 0 ? (written, null) : (written[..at], written[(at + 1)..]);
        if (!names.Contains(name, StringComparer.Ordinal))
            throw UsageException.Of($"--format {name}: unknown format", Spelling.Nearest(name, names) is { } meant ? $"did you mean \"{meant}\"?" : $"one of {string.Join(", ", names)}");
        return file is { Length: 0 } ? throw UsageException.Of($"--format {written}: the name of the file is missing") : (name, file);
    }
}
