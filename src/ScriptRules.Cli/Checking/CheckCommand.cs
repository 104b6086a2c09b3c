using System.CommandLine;
using ScriptRules.Cli.Hosting;
using ScriptRules.Cli.Reports;
using ScriptRules.Formats;

namespace ScriptRules.Cli.Checking;

/// <summary>Checks conversations, drafts and script documents.</summary>
internal sealed class CheckCommand : Command
{
    private readonly Argument<string[]> _paths = new("PATH") { Description = "Files, folders, and - for standard input: conversations and drafts (.json, .jsonl, .ndjson, .txt), script documents (.md, .txt, .csv, .tsv, .xlsx, .docx, .yaml, .json).", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> _text = new("--text") { Description = "A draft reply to check, given right here.", HelpName = "REPLY" };
    private readonly Option<string?> _filesFrom = new("--files-from") { Description = "A file with further paths, one a line.", HelpName = "FILE" };
    private readonly Option<string?> _stdinName = new("--stdin-name") { Description = "What standard input is called, as the file whose text it is.", HelpName = "FILE" };
    private readonly CheckArguments _check = new();
    private readonly Option<string[]> _format = ReportFormats.Option();
    private readonly Option<string?> _output = new("--output") { Description = "The file of the format that names none; whole or not at all. [default: standard output]", HelpName = "FILE" };
    private readonly Option<bool> _noSuggest = new("--no-suggest") { Description = "Do not look for rewrites." };
    private readonly Option<bool> _verbose = new("--verbose") { Description = "Name clean conversations, files passed over and rules that never applied as well." };
    private readonly ScopeOptions _scope;

    internal CheckCommand(Terminal terminal)
        : base("check", "Check conversations, drafts and script documents. Exit codes: 0 clean, 1 violations, 2 bad usage, pack or input, 3 nothing was checked.")
    {
        Add(_paths);
        foreach (Option option in (Option[])[_text, _filesFrom, _stdinName, _format, _output, _noSuggest, _verbose, .. _check.All]) Add(option);
        _scope = new ScopeOptions(this);
        this.RefuseUnknownOptions(_paths);
        SetAction(result => Run(result, terminal));
    }

    private int Run(ParseResult arguments, Terminal terminal)
    {
        var paths = Paths(arguments);
        var text = arguments.GetValue(_text);
        var formats = arguments.GetValue(_format) ?? [];
        var setup = _check.Of(arguments, terminal, suggest: !arguments.GetValue(_noSuggest), withExamples: formats.Any(ReportFormats.ShowsExamples));
        var pack = setup.Checker.Pack;
        var stdinName = StandardInputName(arguments.GetValue(_stdinName), paths);
        var scope = _scope.Read(arguments, paths, pack, setup.PackFolder, terminal.Error);
        foreach (var path in scope.Deleted) terminal.Error.WriteLine($"{path}: note: deleted since {scope.Revision}; there is nothing to check");
        var input = new CheckInput([.. paths.Except(scope.Deleted)], text, pack.Clock, setup.Scripts, setup.At) { StandardInputName = stdinName, Only = scope.Include };
        var isVerbose = arguments.GetValue(_verbose);
        var context = new ReportContext(pack, new SourcePaths(terminal.Folder), setup.FailOn, isVerbose) { JobSummary = terminal.Variable("GITHUB_STEP_SUMMARY"), StandardInputName = stdinName };
        using var reports = ReportFiles.Open(formats, arguments.GetValue(_output), terminal, context);
        var tally = new CheckRun(setup.Checker, reports, terminal.Error, isVerbose) { Scope = scope }.Run(input.Read(terminal.OpenInput).Where(i => !reports.Own(i.Origin.Path)));
        reports.Keep();
        return tally.ToExitCode(setup.FailOn);
    }

    /// <summary>The paths of the command line, then those of the file that lists more.</summary>
    private string[] Paths(ParseResult arguments)
    {
        var paths = arguments.GetValue(_paths) ?? [];
        if (arguments.GetValue(_filesFrom) is { } list)
        {
            try
            {
                paths = [.. paths, .. File.ReadLines(list).Where(l => l.Length > 0)];
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
            {
                throw UsageException.Of($"--files-from {list}: {e.Message}");
            }
        }
        else if (paths.Length == 0 && arguments.GetValue(_text) is null)
            throw UsageException.Of("check needs something to check", "name files or folders, - for standard input, or give a reply with --text");

        return paths.Any(string.IsNullOrEmpty) ? throw UsageException.Of("a path is empty") : paths;
    }

    private static string? StandardInputName(string? name, string[] paths)
    {
        if (name is null) return null;
        if (name.Length == 0) throw UsageException.Of("--stdin-name needs a name");
        return paths.Contains(ConversationSource.StandardInput) ? name : throw UsageException.Of("--stdin-name: standard input is not read", "give - as a path");
    }
}
