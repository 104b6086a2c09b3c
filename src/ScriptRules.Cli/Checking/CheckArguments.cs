using System.CommandLine;
using ScriptRules.Cli.Hosting;
using ScriptRules.Cli.Packs;
using ScriptRules.Formats.Documents;
using ScriptRules.Rules;

namespace ScriptRules.Cli.Checking;

/// <summary>The options that say by which rules, when and how something is checked; the same in every command that checks.</summary>
internal sealed class CheckArguments
{
    private readonly Option<string?> _pack = PackOptions.Pack();
    private readonly Option<string[]> _set = PackOptions.Set();
    private readonly Option<string> _failOn = Choice("--fail-on", "The least severity that makes the exit code 1.", "error", "warning", "info", "never");
    private readonly Option<string?> _at = new("--at") { Description = "The time of drafts, and of conversations that do not tell theirs, such as 2026-02-17T09:00; at the site unless it has an offset.", HelpName = "DATETIME" };
    private readonly Option<string> _engine = Choice("--engine", "What evaluates the rules; all give the same report.", Engines.Known);
    private readonly ScriptArguments _scripts = new();

    internal Option[] All => [_pack, _set, _failOn, _at, _engine, .. _scripts.All];

    /// <summary>What the options ask for; says on standard error what the user should know of the pack.</summary>
    /// <param name="suggest">Whether rewrites are looked for.</param>
    /// <param name="withExamples">Whether the report shows the examples of rules.</param>
    /// <exception cref="UsageException">An option cannot be met, or the pack is broken.</exception>
    internal CheckSetup Of(ParseResult arguments, Terminal terminal, bool suggest = true, bool withExamples = false)
    {
        var settings = PackOptions.Settings(arguments.GetValue(_set) ?? []);
        var pack = PackOptions.Load(arguments.GetValue(_pack), settings, withExamples);
        if (pack.Clock.Note is { } note) terminal.Error.WriteLine($"scriptrules: {note}");
        var checker = Checker.Of(pack, new CheckerOptions { Settings = settings, Engine = Engines.Of(arguments.GetValue(_engine)!), Suggest = suggest });
        return new CheckSetup(checker, _scripts.Of(arguments, pack, settings), Moment.Of(arguments.GetValue(_at), pack.Clock), arguments.GetValue(_failOn) switch
        {
            "never" => null,
            "info" => Severity.Info,
            "warning" => Severity.Warning,
            _ => Severity.Error,
        }) { PackFolder = arguments.GetValue(_pack) };
    }

    /// <summary>An option with a few values, the first of which is the default.</summary>
    internal static Option<string> Choice(string name, string description, params string[] values)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => values[0] };
        option.AcceptOnlyFromAmong(values);
        return option;
    }
}

/// <summary>By which rules, when and how something is checked.</summary>
/// <param name="Checker">Of the pack.</param>
/// <param name="Scripts">How script documents are read.</param>
/// <param name="At">The clock of inputs that have none; null leaves them without.</param>
/// <param name="FailOn">The least severity that makes the exit code 1; null for none.</param>
internal sealed record CheckSetup(Checker Checker, ScriptOptions Scripts, DateTimeOffset? At, Severity? FailOn)
{
    /// <summary>The pack as the user named it; null for the built-in one.</summary>
    internal string? PackFolder { get; init; }

    internal CheckInput Input(IReadOnlyList<string> paths, string? text = null) => new(paths, text, Checker.Pack.Clock, Scripts, At);
}
