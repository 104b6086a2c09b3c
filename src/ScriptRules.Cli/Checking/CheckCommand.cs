using System.CommandLine;
using ScriptRules.Cli.Hosting;
using ScriptRules.Cli.Packs;
using ScriptRules.Cli.Reports;
using ScriptRules.Rules;

namespace ScriptRules.Cli.Checking;

/// <summary>Checks conversations and drafts.</summary>
internal sealed class CheckCommand : Command
{
    private readonly Argument<string[]> _paths = new("PATH") { Description = "Files, folders, and - for standard input: .json, .jsonl, .ndjson, .txt.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> _text = new("--text") { Description = "A draft reply to check, given right here.", HelpName = "REPLY" };
    private readonly Option<string?> _pack = PackOptions.Pack();
    private readonly Option<string[]> _set = PackOptions.Set();
    private readonly Option<string> _format = Choice("--format", "How the report is written.", "text", "json", "jsonl");
    private readonly Option<string?> _output = new("--output") { Description = "The file that the report goes to, whole or not at all. [default: standard output]", HelpName = "FILE" };
    private readonly Option<string> _failOn = Choice("--fail-on", "The least severity that makes the exit code 1.", "error", "warning", "info", "never");
    private readonly Option<string?> _at = new("--at") { Description = "The time of drafts, and of conversations that do not tell theirs, such as 2026-02-17T09:00; at the site unless it has an offset.", HelpName = "DATETIME" };
    private readonly Option<bool> _noSuggest = new("--no-suggest") { Description = "Do not look for rewrites." };
    private readonly Option<string> _engine = Choice("--engine", "What evaluates the rules; all give the same report.", Engines.Known);
    private readonly ScriptArguments _scripts = new();
    private readonly Option<bool> _verbose = new("--verbose") { Description = "Name clean conversations, and files passed over, as well." };

    internal CheckCommand(Terminal terminal)
        : base("check", "Check conversations and drafts. Exit codes: 0 clean, 1 violations, 2 bad usage, pack or input, 3 nothing was checked.")
    {
        Add(_paths);
        foreach (Option option in (Option[])[_text, _pack, _set, _format, _output, _failOn, _at, _noSuggest, _engine, _verbose]) Add(option);
        foreach (var option in _scripts.All) Add(option);
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

        var settings = PackOptions.Settings(arguments.GetValue(_set) ?? []);
        var pack = PackOptions.Load(arguments.GetValue(_pack), settings);
        if (pack.Clock.Note is { } note) terminal.Error.WriteLine($"scriptrules: {note}");
        var input = new CheckInput(paths, text, pack.Clock, _scripts.Of(arguments, pack, settings), Moment.Of(arguments.GetValue(_at), pack.Clock));
        var checker = Checker.Of(pack, new CheckerOptions
        {
            Settings = settings,
            Engine = Engines.Of(arguments.GetValue(_engine)!),
            Suggest = !arguments.GetValue(_noSuggest),
        });

        var file = arguments.GetValue(_output) is { } path ? OutputFile.Create(path) : null;
        using (file)
        {
            var isVerbose = arguments.GetValue(_verbose);
            var palette = new Palette(terminal.HasColour && file is null);
            ICheckReportWriter writer = arguments.GetValue(_format) switch
            {
                "json" => new JsonReport(file?.Stream ?? terminal.Output),
                "jsonl" => new JsonLinesReport(file?.Stream ?? terminal.Output),
                _ => new TextReport(file?.Writer ?? terminal.Out, pack, palette, isVerbose),
            };
            var tally = new CheckRun(checker, writer, terminal.Error, isVerbose).Run(input.Read(terminal.OpenInput));
            file?.Keep();
            return tally.ToExitCode(arguments.GetValue(_failOn) switch
            {
                "never" => null,
                "info" => Severity.Info,
                "warning" => Severity.Warning,
                _ => Severity.Error,
            });
        }
    }

    private static Option<string> Choice(string name, string description, params string[] values)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => values[0] };
        option.AcceptOnlyFromAmong(values);
        return option;
    }
}
