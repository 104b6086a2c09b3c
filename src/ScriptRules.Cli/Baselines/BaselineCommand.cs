using System.CommandLine;
using ScriptRules.Cli.Hosting;

namespace ScriptRules.Cli.Baselines;

/// <summary>Accepts the violations of today, so that only new ones count, and forgets those that are fixed.</summary>
internal sealed class BaselineCommand : Command
{
    internal BaselineCommand(Terminal terminal)
        : base("baseline", "Accept the violations of today, so that scriptrules check --baseline counts new ones only.")
    {
        Add(new BaselineCreateCommand(terminal));
        Add(new BaselinePruneCommand(terminal));
    }
}
