using System.CommandLine;
using ScriptRules.Cli.Hosting;

namespace ScriptRules.Cli.Baselines;

/// <summary>Takes out of a baseline what is no longer found, and follows what has moved to other files. It never adds.</summary>
internal sealed class BaselinePruneCommand : Command
{
    private readonly BaselineInput _input;
    private readonly Option<string> _baseline = new("--baseline") { Description = "The file.", HelpName = "FILE", DefaultValueFactory = _ => BaselineFile.Usual };

    internal BaselinePruneCommand(Terminal terminal)
        : base("prune", "Take out of a baseline what is no longer found; nothing is added. Exit codes: 0 done, 2 bad usage, pack or input, 3 nothing was checked.")
    {
        _input = new BaselineInput(this);
        Add(_baseline);
        SetAction(result => Run(result, terminal));
    }

    private int Run(ParseResult arguments, Terminal terminal)
    {
        var file = new BaselineFile(arguments.GetValue(_baseline)!);
        var baseline = new BaselineCheck(file, _input.Paths(arguments));
        var pack = _input.Pack(arguments);
        if (pack.Name != baseline.Pack) throw UsageException.Of($"{file.Name} was made with the pack {baseline.Pack}, not with {pack.Name}; nothing was taken out", "name its pack with --pack, or write a new baseline");
        var tally = _input.Check(arguments, pack, new BaselineRecorder(file, null), baseline, terminal);
        if (tally.ToExitCode(null) is not ExitCode.Clean and var code)
        {
            terminal.Error.WriteLine($"scriptrules: {file.Name} was left as it is");
            return code;
        }

        var stale = baseline.Stale;
        var left = baseline.Prune();
        terminal.Out.WriteLine($"{file.Name}: {stale} taken out, {left} left");
        return ExitCode.Clean;
    }
}
