using System.CommandLine;
using ScriptRules.Cli.Hosting;
using ScriptRules.Cli.Packs;
using ScriptRules.Rules;
using ScriptRules.Rules.Yaml;

namespace ScriptRules.Cli.Explaining;

/// <summary>Explains a rule, or lists the rules that enforce a sentence of the handbook.</summary>
internal sealed class ExplainCommand : Command
{
    private readonly Argument<string> _name = new("RULE|SOURCE-ID") { Description = "A rule such as never.pass-the-buck, or a handbook id such as H-NEV-4." };
    private readonly Option<string?> _pack = PackOptions.Pack();

    internal ExplainCommand(Terminal terminal)
        : base("explain", "Explain a rule, or list the rules that enforce a handbook sentence.")
    {
        Add(_name);
        Add(_pack);
        this.RefuseUnknownOptions(_name);
        SetAction(result => Run(result.GetValue(_name)!, PackOptions.Load(result.GetValue(_pack)), terminal));
    }

    private static int Run(string name, RulePack pack, Terminal terminal)
    {
        var text = new RuleText(terminal.Out, pack);
        if (pack.Rules.FirstOrDefault(r => Same(r.Id, name)) is { } rule)
        {
            text.Write(rule);
            return ExitCode.Clean;
        }

        var sources = SourceIds(pack);
        if (sources.Find(s => Same(s, name)) is { } source)
        {
            text.Write(source, [.. pack.Rules.Where((r, i) => SourcesOf(pack, i).Contains(source, StringComparer.Ordinal))]);
            return ExitCode.Clean;
        }

        var meant = Spelling.Nearest(name, pack.Rules.Select(r => r.Id).Concat(sources));
        throw UsageException.Of(
            $"the pack {pack.Name} has neither a rule nor a handbook id \"{name}\"",
            meant is null ? "rule ids look like never.pass-the-buck, handbook ids like H-NEV-4" : $"did you mean \"{meant}\"?");
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static List<string> SourceIds(RulePack pack) =>
        [.. pack.Handbook.Keys.Concat(Enumerable.Range(0, pack.Rules.Length).SelectMany(i => SourcesOf(pack, i))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The sources of a rule, with those that only some of its requirements cite.</summary>
    internal static IEnumerable<string> SourcesOf(RulePack pack, int rule) =>
        pack.Rules[rule].Sources.Concat(pack.Productions.Where(p => p.Rule == rule).SelectMany(p => p.Sources)).Distinct(StringComparer.Ordinal);
}
