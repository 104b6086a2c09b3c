using System.CommandLine;
using ScriptRules.Cli.Hosting;
using ScriptRules.Cli.Packs;
using ScriptRules.Linting;
using ScriptRules.Rules;
using ScriptRules.Rules.Yaml;

namespace ScriptRules.Cli.Linting;

/// <summary>Lints a rule pack.</summary>
internal sealed class LintCommand : Command
{
    private readonly Argument<string?> _pack = new("PACK") { Description = "The folder of the rule pack. [default: the built-in service pack]", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string[]> _set = PackOptions.Set();
    private readonly Option<bool> _inherited = new("--inherited") { Description = "Say what is wrong with the packs that the pack extends, too." };
    private readonly Option<string> _format = Choice("--format", "How the findings are written.", "text", "json", "github");
    private readonly Option<string> _failOn = Choice("--fail-on", "The least level that makes the exit code 1.", "warning", "error", "info", "never");

    internal LintCommand(Terminal terminal)
        : base("lint", "Find what is wrong with a rule pack though it loads. Exit codes: 0 clean, 1 findings, 2 bad usage or a pack that does not load.")
    {
        Add(_pack);
        foreach (Option option in (Option[])[_set, _inherited, _format, _failOn]) Add(option);
        this.RefuseUnknownOptions(_pack);
        SetAction(result => Run(result, terminal));
    }

    private int Run(ParseResult arguments, Terminal terminal)
    {
        var folder = arguments.GetValue(_pack);
        if (folder is { Length: 0 }) throw UsageException.Of("PACK is the name of a folder");
        IPackSource source = folder is null ? BuiltInPack.Service : new FolderPackSource(folder);
        var report = PackLinter.Lint(source, new LintOptions
        {
            Settings = PackOptions.Settings(arguments.GetValue(_set) ?? []),
            Inherited = arguments.GetValue(_inherited),
            Today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime),
        });

        var writer = new LintText(terminal.Out, source.Name);
        switch (arguments.GetValue(_format))
        {
            case "json":
                writer.WriteJson(report);
                break;
            case "github":
                writer.WriteGitHub(report);
                break;
            default:
                writer.Write(report);
                break;
        }

        if (report.Pack is null) return ExitCode.BadInput;
        Severity? failOn = arguments.GetValue(_failOn) switch
        {
            "never" => null,
            "info" => Severity.Info,
            "warning" => Severity.Warning,
            _ => Severity.Error,
        };
        return report.Findings.Any(f => f.Level >= failOn) ? ExitCode.Violations : ExitCode.Clean;
    }

    private static Option<string> Choice(string name, string description, params string[] values)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => values[0] };
        option.AcceptOnlyFromAmong(values);
        return option;
    }
}
