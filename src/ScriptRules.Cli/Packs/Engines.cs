using ScriptRules.Cli.Hosting;
using ScriptRules.Engine;
using ScriptRules.Rules;

namespace ScriptRules.Cli.Packs;

/// <summary>The engines that <c>--engine</c> can name.</summary>
internal static class Engines
{
#if NRULES
    private static readonly IRuleEngine[] All = [EmbeddedEngine.Instance, new Engine.NRules.NRulesEngine()];
#else
    private static readonly IRuleEngine[] All = [EmbeddedEngine.Instance];
#endif

    /// <summary>Those of this build, the default first.</summary>
    internal static string[] Names => [.. All.Select(e => e.Name)];

    /// <summary>Those of any build, the default first.</summary>
    internal static string[] Known => ["embedded", "nrules"];

    /// <summary>The engine called <paramref name="name"/>, one of <see cref="Known"/>.</summary>
    /// <exception cref="UsageException">This build does not have it.</exception>
    internal static IRuleEngine Of(string name) => Array.Find(All, e => e.Name == name) ?? throw UsageException.Of(
        $"--engine {name}: this build of the tool does not have that engine",
        "build one that does: dotnet run --project src/ScriptRules.Cli -p:NRules=true -- check PATH --engine nrules; docs/nrules.md tells more");
}
