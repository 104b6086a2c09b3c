using System.CommandLine;
using ScriptRules.Cli.Checking;
using ScriptRules.Cli.Hosting;
using ScriptRules.Cli.Reports;
using ScriptRules.Examples;
using ScriptRules.Rules;

namespace ScriptRules.Cli.Testing;

/// <summary>Measures a pack on its labelled cases, and holds the figures against their floors.</summary>
/// <param name="folder">The pack's.</param>
/// <param name="terminal">What is written to.</param>
internal sealed class MeasureRun(string folder, Terminal terminal)
{
    private static readonly string[] Formats = ["text", "json", "markdown"];

    private readonly string _cases = $"{folder.TrimEnd('/', '\\')}/{LabelledCases.Folder}";

    private string FloorFile => $"{_cases}/{EvaluationFloors.FileName}";

    /// <summary>A fresh <c>--format</c>.</summary>
    internal static Option<string[]> FormatOption() => new("--format")
    {
        Description = $"How --report is written: {string.Join(", ", Formats)}; =FILE says where to. Can be repeated. [default: text]",
        HelpName = "FORMAT[=FILE]",
    };

    /// <summary>Measures, and writes the floors if it is asked to.</summary>
    /// <param name="checker">By the pack.</param>
    /// <param name="formats">The values of <c>--format</c>.</param>
    /// <param name="update">Whether floors are added and raised.</param>
    /// <param name="lower">Whether those that are not reached are lowered as well.</param>
    /// <returns>The exit code.</returns>
    internal int Run(Checker checker, IReadOnlyList<string> formats, bool update, bool lower)
    {
        var targets = ReportFormats.Parse(formats, null, Formats);
        var floors = ReadFloors();
        var cases = LabelledCases.Of(folder);
        foreach (var error in cases.Errors) terminal.Error.WriteLine(error.ToString());
        if (cases.Cases.IsEmpty)
        {
            terminal.Error.WriteLine($"scriptrules: nothing was measured: there is no case in {_cases}/*.jsonl");
            return cases.Errors.IsEmpty ? ExitCode.NothingChecked : ExitCode.BadInput;
        }

        var report = Evaluation.Run(checker, cases.Cases);
        if (update || lower)
        {
            if (!cases.Errors.IsEmpty) terminal.Error.WriteLine($"scriptrules: {FloorFile} is left as it was, since not every case could be read");
            else floors = Update(floors, report, lower);
        }

        var measured = new MeasuredPack(report, cases, floors);
        foreach (var warning in measured.Warnings) terminal.Error.WriteLine(VisibleText.Of(warning));
        foreach (var (format, file) in targets) Write(measured, format, file);
        // The text says it at its end; without one, a log would show nothing but the exit code.
        if (!targets.Contains(("text", null)))
            foreach (var line in measured.Changes()) terminal.Error.WriteLine(line);
        return !measured.IsWhole ? ExitCode.BadInput : measured.Losses.Count > 0 ? ExitCode.Violations : ExitCode.Clean;
    }

    private EvaluationFloors ReadFloors()
    {
        try
        {
            return File.Exists(FloorFile) ? EvaluationFloors.Parse(FloorFile, File.ReadAllText(FloorFile)) : EvaluationFloors.None;
        }
        catch (PackException e)
        {
            throw new UsageException($"{string.Join("\n\n", e.Diagnostics.Select(DiagnosticText.Format))}\n\nscriptrules: nothing was measured: the floors cannot be read");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw UsageException.Of($"the floors {FloorFile} cannot be read: {e.Message}");
        }
    }

    private EvaluationFloors Update(EvaluationFloors floors, EvaluationReport report, bool lower)
    {
        if (lower)
            foreach (var loss in floors.LossesOf(report)) terminal.Error.WriteLine($"lowered: {loss}");
        var updated = lower ? EvaluationFloors.Of(report) : floors.RaisedTo(report);
        if (updated.ToString() is var text && File.Exists(FloorFile) && text == floors.ToString())
        {
            terminal.Error.WriteLine($"scriptrules: {FloorFile} is as it was");
            return floors;
        }

        using var file = OutputFile.Create(FloorFile);
        file.Writer.Write(text);
        file.Keep();
        terminal.Error.WriteLine($"scriptrules: {FloorFile} is written");
        return updated;
    }

    private void Write(MeasuredPack measured, string format, string? path)
    {
        using var file = path is null ? null : OutputFile.Create(path);
        var writer = file?.Writer ?? terminal.Out;
        switch (format)
        {
            case "json":
                EvaluationJson.Write(file?.Stream ?? terminal.Output, measured);
                break;
            case "markdown":
                new EvaluationMarkdown(writer).Write(measured);
                break;
            default:
                new EvaluationText(writer, new Palette(terminal.HasColour && file is null)).Write(measured);
                break;
        }

        file?.Keep();
    }
}
