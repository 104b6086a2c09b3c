using System.CommandLine;
using ScriptRules.Cli.Checking;
using ScriptRules.Cli.Hosting;
using ScriptRules.Formats;

namespace ScriptRules.Cli.Fixing;

/// <summary>Corrects script documents and drafts by the suggestions of the rules.</summary>
internal sealed class FixCommand : Command
{
    private readonly Argument<string[]> _paths = new("PATH") { Description = "Script documents, drafts in .txt files, and folders.", Arity = ArgumentArity.OneOrMore };
    private readonly CheckArguments _check = new();
    private readonly Option<bool> _confirm = new("--confirm") { Description = "Make the changes that need consent as well: those that alter what is promised or stated." };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Write nothing; show what would change as a unified diff." };

    internal FixCommand(Terminal terminal)
        : base("fix", "Correct script documents and drafts by the suggestions of the rules. Exit codes: 0 clean, 1 violations left (with --dry-run also: changes to make), 2 bad usage, pack or input, 3 nothing was checked.")
    {
        Add(_paths);
        foreach (Option option in (Option[])[_confirm, _dryRun, .. _check.All]) Add(option);
        this.RefuseUnknownOptions(_paths);
        SetAction(result => Run(result, terminal));
    }

    private int Run(ParseResult arguments, Terminal terminal)
    {
        var paths = arguments.GetValue(_paths) ?? [];
        if (paths.Any(string.IsNullOrEmpty)) throw UsageException.Of("a path is empty");
        if (paths.Contains(ConversationSource.StandardInput)) throw UsageException.Of("standard input cannot be corrected in place", "name the files; scriptrules check reads standard input");

        var setup = _check.Of(arguments, terminal);
        var input = setup.Input(paths);
        var isDryRun = arguments.GetValue(_dryRun);
        var report = new FixText(isDryRun ? terminal.Error : terminal.Out, isDryRun);
        var run = new FixRun(setup.Checker.Pack, input, new FileFixer(input, new LineFixer(setup.Checker.Check, setup.Scripts, arguments.GetValue(_confirm))), report, terminal)
        {
            Diff = isDryRun ? new UnifiedDiff(terminal.Out) : null,
        };
        return run.Run(setup.FailOn);
    }
}
