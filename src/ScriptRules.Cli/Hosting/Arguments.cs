using System.CommandLine;
using System.CommandLine.Parsing;
using ScriptRules.Rules.Yaml;

namespace ScriptRules.Cli.Hosting;

/// <summary>What the parser of arguments does not refuse by itself.</summary>
internal static class Arguments
{
    /// <summary>Refuses what looks like an option but is none; the parser would take <c>--formt</c> for a path.</summary>
    internal static void RefuseUnknownOptions(this Command command, Argument argument) =>
        argument.Validators.Add(result =>
        {
            foreach (var token in Misspelt(result))
            {
                var known = command.Options.Concat(command.Parents.OfType<Command>().SelectMany(c => c.Options).Where(o => o.Recursive)).Select(o => o.Name);
                var meant = Spelling.Nearest(token, known);
                result.AddError($"unknown option \"{token}\"{(meant is null ? "" : $"; did you mean \"{meant}\"?")}");
            }
        });

    private static IEnumerable<string> Misspelt(ArgumentResult result) =>
        result.Tokens.Select(t => t.Value).Where(v => v.Length > 1 && v[0] == '-');
}
