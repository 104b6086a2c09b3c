using System.CommandLine;
using ScriptRules.Cli.Checking;
using ScriptRules.Cli.Hosting;
using ScriptRules.Cli.Packs;
using ScriptRules.Formats;
using ScriptRules.Rules;

namespace ScriptRules.Cli.Baselines;

/// <summary>What the commands of baselines check: files, by a pack, as <c>check</c> does.</summary>
internal sealed class BaselineInput
{
    private readonly Argument<string[]> _paths = new("PATH") { Description = "Files and folders.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> _pack = PackOptions.Pack();
    private readonly Option<string[]> _set = PackOptions.Set();
    private readonly Option<string?> _at = new("--at") { Description = "The time of drafts, and of conversations that do not tell theirs, as for check.", HelpName = "DATETIME" };
    private readonly ScriptArguments _scripts = new();

    internal BaselineInput(Command command)
    {
        command.Add(_paths);
        command.Add(_pack);
        command.Add(_set);
        command.Add(_at);
        foreach (var option in _scripts.All) command.Add(option);
        command.RefuseUnknownOptions(_paths);
    }

    /// <exception cref="UsageException">One of them is no file or folder that a baseline can name.</exception>
    internal string[] Paths(ParseResult arguments)
    {
        var paths = arguments.GetValue(_paths) ?? [];
        if (paths.Any(string.IsNullOrEmpty)) throw UsageException.Of("a path is empty");
        return paths.Contains(ConversationSource.StandardInput) ? throw UsageException.Of("a baseline is about files; standard input has no name to find it by again") : paths;
    }

    internal RulePack Pack(ParseResult arguments) => PackOptions.Load(arguments.GetValue(_pack), PackOptions.Settings(arguments.GetValue(_set) ?? []));

    /// <summary>Checks everything.</summary>
    internal CheckTally Check(ParseResult arguments, RulePack pack, BaselineRecorder recorder, BaselineCheck? baseline, Terminal terminal)
    {
        var settings = PackOptions.Settings(arguments.GetValue(_set) ?? []);
        var input = new CheckInput(Paths(arguments), null, pack.Clock, _scripts.Of(arguments, pack, settings), Moment.Of(arguments.GetValue(_at), pack.Clock)) { Only = p => !recorder.File.Is(p) };
        var checker = Checker.Of(pack, new CheckerOptions { Settings = settings, Suggest = false });
        return new CheckRun(checker, recorder, terminal.Error, isVerbose: false) { Scope = new CheckScope { Baseline = baseline } }.Run(input.Read(terminal.OpenInput));
    }
}
