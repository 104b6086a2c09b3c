using System.CommandLine;
using System.Reflection;
using ScriptRules.Cli.Hosting;
using ScriptRules.Cli.Packs;
using ScriptRules.Rules;

namespace ScriptRules.Cli;

/// <summary>Tells which tool, which built-in pack and which engines these are.</summary>
internal sealed class VersionCommand : Command
{
    internal VersionCommand(Terminal terminal)
        : base("version", "Show the versions of the tool and of the built-in pack, and the engines.") =>
        SetAction(_ =>
        {
            terminal.Out.WriteLine($"scriptrules {ToolVersion}");
            terminal.Out.WriteLine($"pack        {PackVersion()}");
            terminal.Out.WriteLine($"engines     {string.Join(", ", Engines.Names)}");
            return ExitCode.Clean;
        });

    /// <summary>Of this build, without the commit.</summary>
    internal static string ToolVersion
    {
        get
        {
            var version = typeof(VersionCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
            var build = version.IndexOf('+', StringComparison.Ordinal);
            return build < 0 ? version : version[..build];
        }
    }

    private static string PackVersion() =>
        RulePack.TryLoad(BuiltInPack.Service, null, out var diagnostics) is { } pack
            ? $"{PackOptions.Describe(pack)}, built in"
            : $"the built-in pack cannot be used: {diagnostics.First(d => d.Level == Severity.Error).Message}";
}
