using System.CommandLine;
using ScriptRules.Cli.Hosting;
using ScriptRules.Cli.Packs;
using ScriptRules.Examples;
using ScriptRules.Rules;

namespace ScriptRules.Cli.Testing;

/// <summary>Runs the examples of a pack.</summary>
internal sealed class TestCommand : Command
{
    private readonly Argument<string?> _pack = new("PACK") { Description = "The folder of the rule pack, or the name of a built-in one. [default: service]", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string[]> _set = PackOptions.Set();
    private readonly Option<bool> _inherited = new("--inherited") { Description = "Run the examples of the rules that the pack has from others, too." };
    private readonly Option<bool> _verbose = new("--verbose") { Description = "Name what the coverage leaves out in full." };

    internal TestCommand(Terminal terminal)
        : base("test", "Run the examples of a rule pack. Exit codes: 0 all good, 1 noisy or missing, 2 the pack is broken, 3 it has no examples.")
    {
        Add(_pack);
        Add(_set);
        Add(_inherited);
        Add(_verbose);
        this.RefuseUnknownOptions(_pack);
        SetAction(result => Run(result, terminal));
    }

    private int Run(ParseResult arguments, Terminal terminal)
    {
        var settings = PackOptions.Settings(arguments.GetValue(_set) ?? []);
        var pack = PackOptions.Load(arguments.GetValue(_pack), settings);
        foreach (var warning in pack.Warnings) terminal.Error.WriteLine(DiagnosticText.Format(warning));

        var report = new ExampleText(terminal.Out);
        var (run, bad) = (0, 0);
        var showsNothing = new List<ExampleOutcome>();
        foreach (var outcome in ExampleRunner.Run(Checker.Of(pack, new CheckerOptions { Settings = settings }), arguments.GetValue(_inherited)))
        {
            run++;
            if (outcome.ShowsNothing) showsNothing.Add(outcome);
            if (outcome.IsGood) continue;
            bad++;
            report.Write(outcome);
        }

        foreach (var outcome in showsNothing) report.WriteShowsNothing(outcome);
        new CoverageText(terminal.Out, arguments.GetValue(_verbose)).Write(pack, ExampleCoverage.Of(pack));
        if (pack.Rules.Count(r => r.IsInherited) is > 0 and var inherited && !arguments.GetValue(_inherited))
            terminal.Out.WriteLine($"inherited: {inherited} rules, whose examples are run with --inherited");
        terminal.Out.WriteLine($"{PackOptions.Describe(pack)}: {run} examples, {run - bad} good, {bad} bad");
        if (run > 0) return bad > 0 ? ExitCode.Violations : ExitCode.Clean;
        terminal.Flush();
        terminal.Error.WriteLine("scriptrules: nothing was tested: the pack has no examples of its own");
        return ExitCode.NothingChecked;
    }
}
