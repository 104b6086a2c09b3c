using ScriptRules.Engine;
using ScriptRules.Rules;

namespace ScriptRules.Cli.Packs;

/// <summary>The engines that <c>--engine</c> can name.</summary>
internal static class Engines
{
    private static readonly IRuleEngine[] All = [EmbeddedEngine.Instance];

    /// <summary>Their names, the default first.</summary>
    internal static string[] Names => [.. All.Select(e => e.Name)];

    /// <summary>The engine called <paramref name="name"/>, which the parser of arguments has seen to be one of <see cref="Names"/>.</summary>
    internal static IRuleEngine Of(string name) => All.First(e => e.Name == name);
}
