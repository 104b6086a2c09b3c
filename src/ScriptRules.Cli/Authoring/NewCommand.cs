using System.CommandLine;
using ScriptRules.Cli.Hosting;

namespace ScriptRules.Cli.Authoring;

/// <summary>Begins a pack or a rule. Nothing that exists is written over.</summary>
internal sealed class NewCommand : Command
{
    internal NewCommand(Terminal terminal)
        : base("new", "Begin a rule pack, or a rule in one.")
    {
        Add(new NewPackCommand(terminal));
        Add(new NewRuleCommand(terminal));
    }
}
