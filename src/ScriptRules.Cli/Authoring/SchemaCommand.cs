using System.CommandLine;
using ScriptRules.Cli.Hosting;
using ScriptRules.Rules.Schemas;

namespace ScriptRules.Cli.Authoring;

/// <summary>Prints the JSON Schema of a pack's files, for editors.</summary>
internal sealed class SchemaCommand : Command
{
    private readonly Argument<string> _file = new("FILE") { Description = "Which files the schema is for.", DefaultValueFactory = _ => "rules" };

    internal SchemaCommand(Terminal terminal)
        : base("schema", "Print the JSON Schema of a pack's files, for editors.")
    {
        _file.AcceptOnlyFromAmong([.. PackSchemas.Names]);
        Add(_file);
        SetAction(result =>
        {
            terminal.Out.Write(PackSchemas.Get(result.GetValue(_file)!));
            return ExitCode.Clean;
        });
    }
}
