using System.CommandLine;
using ScriptRules.Baselines;
using ScriptRules.Cli.Hosting;

namespace ScriptRules.Cli.Baselines;

/// <summary>Writes a baseline of all that is found.</summary>
internal sealed class BaselineCreateCommand : Command
{
    private readonly BaselineInput _input;
    private readonly Option<string> _output = new("--output") { Description = "The file to write; its paths lead from its folder.", HelpName = "FILE", DefaultValueFactory = _ => BaselineFile.Usual };
    private readonly Option<bool> _force = new("--force") { Description = "Write over a baseline that exists, and so accept what is new, too." };

    internal BaselineCreateCommand(Terminal terminal)
        : base("create", "Write a baseline of all violations found. Exit codes: 0 written, 2 bad usage, pack or input, 3 nothing was checked.")
    {
        _input = new BaselineInput(this);
        Add(_output);
        Add(_force);
        SetAction(result => Run(result, terminal));
    }

    private int Run(ParseResult arguments, Terminal terminal)
    {
        var file = new BaselineFile(arguments.GetValue(_output)!);
        if (File.Exists(file.Name) && !arguments.GetValue(_force))
            throw UsageException.Of($"{file.Name} exists already; nothing was written", "scriptrules baseline prune takes out what is fixed; --force accepts all of today's violations");
        var pack = _input.Pack(arguments);
        var builder = new BaselineBuilder();
        var tally = _input.Check(arguments, pack, new BaselineRecorder(file, builder), null, terminal);
        if (tally.ToExitCode(null) is not ExitCode.Clean and var code)
        {
            terminal.Error.WriteLine($"scriptrules: {file.Name} was not written");
            return code;
        }

        file.Write(builder.ToBaseline(pack, pack.Clock.At(TimeProvider.System.GetUtcNow()).Day));
        terminal.Out.WriteLine($"{file.Name} accepts {builder.Count} {(builder.Count == 1 ? "violation" : "violations")}; next: scriptrules check --baseline {file.Name}");
        return ExitCode.Clean;
    }
}
