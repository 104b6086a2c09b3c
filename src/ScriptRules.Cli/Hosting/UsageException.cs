namespace ScriptRules.Cli.Hosting;

/// <summary>The command cannot do what it was asked to; the message is all that the user needs.</summary>
internal sealed class UsageException(string message) : Exception(message)
{
    /// <summary>A message that begins as all of the tool's own do.</summary>
    internal static UsageException Of(string what, string? help = null) =>
        new($"scriptrules: {what}{(help is null ? "" : $"\n  help: {help}")}");
}
