using System.CommandLine;
using ScriptRules.Cli.Hosting;
using ScriptRules.Cli.Packs;
using ScriptRules.Examples;
using ScriptRules.Rules;

namespace ScriptRules.Cli.Testing;

/// <summary>Runs the examples of a pack, or measures it on labelled cases.</summary>
internal sealed class TestCommand : Command
{
    private readonly Argument<string?> _pack = new("PACK") { Description = "The folder of the rule pack, or the name of a built-in one. [default: service]", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string[]> _set = PackOptions.Set();
    private readonly Option<bool> _inherited = new("--inherited") { Description = "Run the examples of the rules that the pack has from others, too." };
    private readonly Option<bool> _report = new("--report") { Description = "Measure the pack on its labelled cases, PACK/examples/*.jsonl, instead: recall and precision by set, source and rule." };
    private readonly Option<string[]> _format = MeasureRun.FormatOption();
    private readonly Option<bool> _updateFloors = new("--update-floors") { Description = "Report, and write what was reached to PACK/examples/floors.yaml; floors are added and raised." };
    private readonly Option<bool> _lowerFloors = new("--lower-floors") { Description = "As --update-floors, and lower the floors that were not reached; each is named." };
    private readonly Option<bool> _verbose = new("--verbose") { Description = "Name what the coverage leaves out in full." };

    internal TestCommand(Terminal terminal)
        : base("test", "Run the examples of a rule pack, or measure it on labelled cases. Exit codes: 0 all good, 1 noisy or missing examples, or a figure below its floor, 2 bad usage, or a broken pack, case or file of floors, 3 there are no examples, or no cases.")
    {
        Add(_pack);
        foreach (Option option in (Option[])[_set, _inherited, _verbose, _report, _format, _updateFloors, _lowerFloors]) Add(option);
        this.RefuseUnknownOptions(_pack);
        SetAction(result => Run(result, terminal));
    }

    private int Run(ParseResult arguments, Terminal terminal)
    {
        var (updates, lowers) = (arguments.GetValue(_updateFloors), arguments.GetValue(_lowerFloors));
        var measures = arguments.GetValue(_report) || updates || lowers;
        if (!measures && arguments.GetValue(_format) is { Length: > 0 }) throw UsageException.Of("--format says how the figures of --report are written, and there is no --report");
        var settings = PackOptions.Settings(arguments.GetValue(_set) ?? []);
        var folder = arguments.GetValue(_pack);
        var pack = PackOptions.Load(folder, settings);
        foreach (var warning in pack.Warnings) terminal.Error.WriteLine(DiagnosticText.Format(warning));
        var checker = Checker.Of(pack, new CheckerOptions { Settings = settings, Suggest = !measures });
        if (!measures) return RunExamples(checker, arguments, terminal);
        if (folder is not null && Directory.Exists(folder)) return new MeasureRun(folder, terminal).Run(checker, arguments.GetValue(_format) ?? [], updates, lowers);
        terminal.Error.WriteLine($"scriptrules: nothing was measured: the built-in pack {pack.Name} brings no cases; name the folder of a pack");
        return ExitCode.NothingChecked;
    }

    private int RunExamples(Checker checker, ParseResult arguments, Terminal terminal)
    {
        var pack = checker.Pack;
        var report = new ExampleText(terminal.Out);
        var (run, bad) = (0, 0);
        var showsNothing = new List<ExampleOutcome>();
        foreach (var outcome in ExampleRunner.Run(checker, arguments.GetValue(_inherited)))
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
