using System.Collections.Immutable;
using System.CommandLine;
using ScriptRules.Cli.Checking;
using ScriptRules.Cli.Git;
using ScriptRules.Cli.Hosting;
using ScriptRules.Cli.Packs;
using ScriptRules.Cli.Reports;
using ScriptRules.Formats;
using ScriptRules.Rules;
using ScriptRules.Rules.Yaml;

namespace ScriptRules.Cli.Comparing;

/// <summary>Tells what a change of a pack does to a corpus, before it is merged.</summary>
internal sealed class CompareCommand : Command
{
    private const string PackForm = "A folder, the name of a built-in pack, or git:REVISION:FOLDER.";

    private readonly Argument<string> _old = new("OLD") { Description = "The pack as it was. " + PackForm };
    private readonly Argument<string> _new = new("NEW") { Description = "The pack as it is to be. " + PackForm };
    private readonly Argument<string[]> _paths = new("PATH") { Description = "Files, folders, and - for standard input, as for check.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string[]> _set = PackOptions.Set();
    private readonly Option<string?> _at = new("--at") { Description = "The time of drafts, and of conversations that do not tell theirs, as for check.", HelpName = "DATETIME" };
    private readonly ScriptArguments _scripts = new();
    private readonly Option<string> _format = new("--format") { Description = "How the comparison is written; markdown is for a comment on a pull request.", DefaultValueFactory = _ => "text" };
    private readonly Option<string?> _output = new("--output") { Description = "The file that it goes to, whole or not at all. [default: standard output]", HelpName = "FILE" };
    private readonly Option<int> _examples = new("--examples") { Description = "How many violations of each rule and kind are shown.", HelpName = "N", DefaultValueFactory = _ => 3 };
    private readonly Option<int?> _maxNew = Limit("--max-new", "The most violations that may be gained.");
    private readonly Option<int?> _maxNewPerRule = Limit("--max-new-per-rule", "The most violations that any one rule may gain.");
    private readonly Option<int?> _maxLost = Limit("--max-lost", "The most violations that may be lost.");

    internal CompareCommand(Terminal terminal)
        : base("compare", "Compare what two versions of a pack find. Exit codes: 0 done, 1 a limit is exceeded, 2 bad usage, pack or input, 3 nothing was checked.")
    {
        _format.AcceptOnlyFromAmong("text", "json", "markdown");
        _examples.Validators.Add(r => NotNegative(r, r.GetValueOrDefault<int>()));
        Add(_old);
        Add(_new);
        Add(_paths);
        foreach (Option option in (Option[])[_set, _at, _format, _output, _examples, _maxNew, _maxNewPerRule, _maxLost, .. _scripts.All]) Add(option);
        this.RefuseUnknownOptions(_paths);
        SetAction(result => Run(result, terminal));
    }

    private int Run(ParseResult arguments, Terminal terminal)
    {
        var paths = arguments.GetValue(_paths) ?? [];
        if (paths.Any(string.IsNullOrEmpty)) throw UsageException.Of("a path is empty");
        var settings = PackOptions.Settings(arguments.GetValue(_set) ?? []);
        var (old, @new) = (Load(arguments.GetValue(_old)!), Load(arguments.GetValue(_new)!));
        if (settings.Keys.FirstOrDefault(k => !old.Slots.ContainsKey(k) && !@new.Slots.ContainsKey(k)) is { } unknown) throw UsageException.Of($"--set {unknown}: neither pack has such a slot");
        var (before, after) = (CheckerOf(old, arguments.GetValue(_old)!, settings), CheckerOf(@new, arguments.GetValue(_new)!, settings));

        var file = arguments.GetValue(_output) is { } path ? OutputFile.Create(path) : null;
        using (file)
        {
            ICompareReport report = arguments.GetValue(_format) switch
            {
                "json" => new CompareJson(file?.Stream ?? terminal.Output),
                "markdown" => new CompareMarkdown(file?.Writer ?? terminal.Out),
                _ => new CompareText(file?.Writer ?? terminal.Out, new Palette(terminal.HasColour && file is null)),
            };
            var input = new CheckInput(paths, null, after.Pack.Clock, _scripts.Of(arguments, after.Pack, settings), Moment.Of(arguments.GetValue(_at), after.Pack.Clock));
            var comparison = new Comparison(before.Pack, after.Pack, arguments.GetValue(_examples));
            var tally = Compare(before, after, input.Read(terminal.OpenInput), comparison, terminal.Error);
            var gates = Gates(arguments, comparison);
            report.Write(comparison, gates);
            file?.Keep();
            return tally.ToExitCode(null) is not ExitCode.Clean and var code ? code : gates.Any(g => g.IsBroken) ? ExitCode.Violations : ExitCode.Clean;
        }
    }

    /// <summary>Reads everything once, and checks each conversation by both.</summary>
    private static CheckTally Compare(Checker before, Checker after, IEnumerable<ReadResult> items, Comparison comparison, TextWriter error)
    {
        var tally = new CheckTally(after.Pack);
        foreach (var item in items)
        {
            tally.Add(item);
            foreach (var problem in item.Errors) error.WriteLine(problem.ToString());
            if (item.Conversation is not { } conversation) continue;
            var excused = item.Origin.Script?.Suppressions ?? [];
            var report = after.Check(conversation, excused);
            tally.Add(report, conversation);
            comparison.Add(item.Origin, conversation, before.Check(conversation, excused), report);
        }

        if (tally.NotRead.Count > 0) error.WriteLine($"scriptrules: {tally.NotRead.Count} {(tally.NotRead.Count == 1 ? "file was" : "files were")} not read, because of the ending, a dot in front, or because no line of script is in it");
        if (tally.Conversations == 0) error.WriteLine("scriptrules: nothing was compared: there is no conversation");
        else if (tally.Undecided == tally.Conversations) error.WriteLine("scriptrules: nothing was compared: no rule of the new pack could be decided");
        return tally;
    }

    private List<Gate> Gates(ParseResult arguments, Comparison comparison)
    {
        var gates = new List<Gate>();
        if (arguments.GetValue(_maxNew) is { } most) gates.Add(new Gate(_maxNew.Name, most, comparison.Count(ChangeKind.Gained)));
        if (arguments.GetValue(_maxNewPerRule) is { } each)
        {
            // One gate by the rule with the most; a list of all that hold says nothing.
            gates.AddRange(comparison.Rules.Where(r => r.Count(ChangeKind.Gained) > each).Select(r => new Gate(_maxNewPerRule.Name, each, r.Count(ChangeKind.Gained), r.Id)));
            if (gates.All(g => g.Name != _maxNewPerRule.Name)) gates.Add(new Gate(_maxNewPerRule.Name, each, comparison.Rules.Select(r => r.Count(ChangeKind.Gained)).DefaultIfEmpty().Max()));
        }

        if (arguments.GetValue(_maxLost) is { } lost) gates.Add(new Gate(_maxLost.Name, lost, comparison.Count(ChangeKind.Lost)));
        return gates;
    }

    private static RulePack Load(string name) => PackOptions.Load(SourceOf(name));

    private static IPackSource SourceOf(string name) =>
        name.Length == 0 ? throw UsageException.Of("a pack is named by its folder") : GitPackSource.IsMeant(name) ? GitPackSource.Of(name) : PackOptions.SourceOf(name);

    /// <summary>A checker by the pack, with those of the settings that it has.</summary>
    private static Checker CheckerOf(RulePack pack, string name, ImmutableDictionary<string, string> settings)
    {
        var own = settings.Where(s => pack.Slots.ContainsKey(s.Key)).ToImmutableDictionary();
        return Checker.Of(own.IsEmpty ? pack : PackOptions.Load(SourceOf(name), own), new CheckerOptions { Settings = own, Suggest = false });
    }

    private static Option<int?> Limit(string name, string description)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "N" };
        option.Validators.Add(r => NotNegative(r, r.GetValueOrDefault<int?>() ?? 0));
        return option;
    }

    private static void NotNegative(System.CommandLine.Parsing.OptionResult result, int value)
    {
        if (value < 0) result.AddError($"{result.Option.Name} is a number from 0");
    }
}
