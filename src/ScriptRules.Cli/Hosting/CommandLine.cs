using System.CommandLine;
using System.CommandLine.Help;
using ScriptRules.Cli.Authoring;
using ScriptRules.Cli.Baselines;
using ScriptRules.Cli.Checking;
using ScriptRules.Cli.Comparing;
using ScriptRules.Cli.Explaining;
using ScriptRules.Cli.Fixing;
using ScriptRules.Cli.Linting;
using ScriptRules.Cli.Testing;
using ScriptRules.Rules.Yaml;

namespace ScriptRules.Cli.Hosting;

/// <summary>Reads the arguments and runs the command that they name.</summary>
internal static class CommandLine
{
    // An argument such as @小王 is text, not a file of arguments.
    private static readonly ParserConfiguration Parser = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    internal static int Run(string[] args, Terminal terminal)
    {
        var root = Create(terminal);
        var result = root.Parse(args, Parser);
        if (result.Action is HelpAction || result.Errors.Count == 0) return Invoke(result, terminal.Out, terminal);

        Explain(result, root, terminal);
        return ExitCode.BadInput;
    }

    private static Command Create(Terminal terminal)
    {
        var version = new VersionCommand(terminal);
        return new Command("scriptrules", "Checks what customer-service agents say in Chinese against a rule pack.")
        {
            new CheckCommand(terminal),
            new FixCommand(terminal),
            new BaselineCommand(terminal),
            new CompareCommand(terminal),
            new TestCommand(terminal),
            new LintCommand(terminal),
            new ExplainCommand(terminal),
            new SchemaCommand(terminal),
            new NewCommand(terminal),
            version,
            new HelpOption { Recursive = true },
            new VersionOption { Action = version.Action },
        };
    }

    private static int Invoke(ParseResult result, TextWriter output, Terminal terminal) =>
        result.Invoke(new InvocationConfiguration { Output = output, Error = terminal.Error, EnableDefaultExceptionHandler = false });

    /// <summary>Says what is wrong with the arguments, and how the command is used.</summary>
    private static void Explain(ParseResult result, Command root, Terminal terminal)
    {
        foreach (var message in Messages(result, root).Distinct(StringComparer.Ordinal)) terminal.Error.WriteLine($"scriptrules: {message.ReplaceLineEndings("\n")}");
        terminal.Error.WriteLine();
        var command = result.CommandResult.Command;
        Invoke(root.Parse([.. Path(command), "--help"], Parser), terminal.Error, terminal);
    }

    /// <summary>The words that lead to a command, such as <c>new rule</c>.</summary>
    private static IEnumerable<string> Path(Command command) => command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? Path(parent).Append(command.Name) : [];

    private static IEnumerable<string> Messages(ParseResult result, Command root)
    {
        if (!ReferenceEquals(result.CommandResult.Command, root)) return result.Errors.Select(e => e.Message);
        if (result.UnmatchedTokens is not [var verb, ..]) return ["a command is needed"];
        var meant = Spelling.Nearest(verb, root.Subcommands.Select(c => c.Name));
        return [$"unknown command \"{verb}\"{(meant is null ? "" : $"; did you mean \"{meant}\"?")}"];
    }
}
