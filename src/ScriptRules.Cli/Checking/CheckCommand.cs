using System.CommandLine;
using ScriptRules.Cli.Hosting;
using ScriptRules.Cli.Reports;

namespace ScriptRules.Cli.Checking;

/// <summary>Checks conversations and drafts.</summary>
internal sealed class CheckCommand : Command
{
    private readonly Argument<string[]> _paths = new("PATH") { Description = "Files, folders, and - for standard input: .json, .jsonl, .ndjson, .txt.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> _text = new("--text") { Description = "A draft reply to check, given right here.", HelpName = "REPLY" };
    private readonly CheckArguments _check = new();
    private readonly Option<string> _format = CheckArguments.Choice("--format", "How the report is written.", "text", "json", "jsonl");
    private readonly Option<string?> _output = new("--output") { Description = "The file that the report goes to, whole or not at all. [default: standard output]", HelpName = "FILE" };
    private readonly Option<bool> _noSuggest = new("--no-suggest") { Description = "Do not look for rewrites." };
    private readonly Option<bool> _verbose = new("--verbose") { Description = "Name clean conversations, and files passed over, as well." };

    internal CheckCommand(Terminal terminal)
        : base("check", "Check conversations and drafts. Exit codes: 0 clean, 1 violations, 2 bad usage, pack or input, 3 nothing was checked.")
    {
        Add(_paths);
        foreach (Option option in (Option[])[_text, _format, _output, _noSuggest, _verbose, .. _check.All]) Add(option);
        this.RefuseUnknownOptions(_paths);
        SetAction(result => Run(result, terminal));
    }

    private int Run(ParseResult arguments, Terminal terminal)
    {
        var paths = arguments.GetValue(_paths) ?? [];
        var text = arguments.GetValue(_text);
        if (paths.Length == 0 && text is null)
            throw UsageException.Of("check needs something to check", "name files or folders, - for standard input, or give a reply with --text");
        if (paths.Any(string.IsNullOrEmpty)) throw UsageException.Of("a path is empty");

        var setup = _check.Of(arguments, terminal, suggest: !arguments.GetValue(_noSuggest));
        var file = arguments.GetValue(_output) is { } path ? OutputFile.Create(path) : null;
        using (file)
        {
            var isVerbose = arguments.GetValue(_verbose);
            var palette = new Palette(terminal.HasColour && file is null);
            ICheckReportWriter writer = arguments.GetValue(_format) switch
            {
                "json" => new JsonReport(file?.Stream ?? terminal.Output),
                "jsonl" => new JsonLinesReport(file?.Stream ?? terminal.Output),
                _ => new TextReport(file?.Writer ?? terminal.Out, setup.Checker.Pack, palette, isVerbose),
            };
            var tally = new CheckRun(setup.Checker, writer, terminal.Error, isVerbose).Run(setup.Input(paths, text).Read(terminal.OpenInput));
            file?.Keep();
            return tally.ToExitCode(setup.FailOn);
        }
    }
}
