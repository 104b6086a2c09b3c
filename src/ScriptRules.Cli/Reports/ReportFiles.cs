using ScriptRules.Cli.Checking;
using ScriptRules.Cli.Hosting;
using ScriptRules.Formats;

namespace ScriptRules.Cli.Reports;

/// <summary>The reports of one run, in one or several formats, on standard output and in files. The files are written whole or not at all.</summary>
internal sealed class ReportFiles : ICheckReportWriter, IDisposable
{
    private readonly List<OutputFile> _files = [];
    private readonly List<ICheckReportWriter> _writers = [];

    private ReportFiles()
    {
    }

    public bool IsForPrograms => _writers.All(w => w.IsForPrograms);

    /// <summary>Opens what a command line asks for.</summary>
    /// <param name="formats">The values of <c>--format</c>.</param>
    /// <param name="output">The value of <c>--output</c>.</param>
    /// <param name="terminal">For what goes to standard output.</param>
    /// <param name="context">What the run is reported with.</param>
    /// <exception cref="UsageException">The formats do not go together, or a file cannot be written.</exception>
    internal static ReportFiles Open(IReadOnlyList<string> formats, string? output, Terminal terminal, ReportContext context)
    {
        var reports = new ReportFiles();
        try
        {
            foreach (var (format, path) in ReportFormats.Parse(formats, output)) reports.Add(format, path is null ? null : OutputFile.Create(path), terminal, context);
            return reports;
        }
        catch
        {
            reports.Dispose();
            throw;
        }
    }

    public void Write(CheckedItem item)
    {
        foreach (var writer in _writers) writer.Write(item);
    }

    public void WriteUnread(InputError error)
    {
        foreach (var writer in _writers) writer.WriteUnread(error);
    }

    public void Flush()
    {
        foreach (var writer in _writers) writer.Flush();
    }

    public void Finish(CheckTally tally)
    {
        foreach (var writer in _writers) writer.Finish(tally);
    }

    /// <summary>Whether an input is a report of this run, or the last one in its place, as when a folder is checked that holds them.</summary>
    internal bool Own(string path) => !path.Contains('\0', StringComparison.Ordinal) && _files.Exists(f => f.IsAt(path));

    /// <summary>Puts the files in their places.</summary>
    internal void Keep()
    {
        foreach (var file in _files) file.Keep();
    }

    /// <summary>Removes the files, unless they were kept.</summary>
    public void Dispose()
    {
        foreach (var file in _files) file.Dispose();
    }

    private void Add(string format, OutputFile? file, Terminal terminal, ReportContext context)
    {
        if (file is not null) _files.Add(file);
        var palette = new Palette(terminal.HasColour && file is null);
        _writers.Add(ReportFormats.Create(format, file?.Stream ?? terminal.Output, file?.Writer ?? terminal.Out, palette, context));
    }
}
