using System.Collections.Immutable;
using System.CommandLine;
using ScriptRules.Cli.Hosting;
using ScriptRules.Rules;
using ScriptRules.Rules.Yaml;

namespace ScriptRules.Cli.Packs;

/// <summary>Loads the pack that a command line names, or says all that is wrong with it.</summary>
internal static class PackOptions
{
    /// <summary>A fresh <c>--pack</c>.</summary>
    internal static Option<string?> Pack() => new("--pack") { Description = "The folder of the rule pack, or the name of a built-in one. [default: service]", HelpName = "DIR" };

    /// <summary>A fresh <c>--set</c>.</summary>
    internal static Option<string[]> Set() => new("--set") { Description = "A value for a slot of the pack, such as brand=云杉; can be repeated.", HelpName = "slot=value" };

    /// <summary>The pack in <paramref name="folder"/>, or the built-in one of that name; <c>service</c> for null.</summary>
    /// <param name="withExamples">Whether the examples of a built-in pack are wanted.</param>
    /// <exception cref="UsageException">The pack cannot be used; the message lists every reason.</exception>
    internal static RulePack Load(string? folder, IReadOnlyDictionary<string, string>? settings = null, bool withExamples = true)
    {
        if (folder is { Length: 0 }) throw UsageException.Of("--pack needs the name of a folder");
        var source = folder is null ? BuiltInPack.Service : SourceOf(folder);
        return Load(source is BuiltInPack builtIn && !withExamples ? new WithoutExamples(builtIn) : source, settings);
    }

    /// <summary>The folder of that name, else the built-in pack.</summary>
    internal static IPackSource SourceOf(string folder) =>
        BuiltInPack.Names.Contains(folder) && !Directory.Exists(folder) ? new BuiltInPack(folder) : new FolderPackSource(folder);

    /// <summary>The pack that <paramref name="source"/> holds.</summary>
    /// <exception cref="UsageException">The pack cannot be used; the message lists every reason.</exception>
    internal static RulePack Load(IPackSource source, IReadOnlyDictionary<string, string>? settings = null)
    {
        try
        {
            return RulePack.TryLoad(source, settings, out var diagnostics) ?? throw Broken(source, diagnostics);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw UsageException.Of($"the pack {source.Name} cannot be read: {e.Message}");
        }
    }

    /// <summary>The values of <c>--set</c>.</summary>
    internal static ImmutableDictionary<string, string> Settings(IEnumerable<string> written)
    {
        var settings = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var setting in written)
        {
            var at = setting.IndexOf('=', StringComparison.Ordinal);
            if (at < 1) throw UsageException.Of($"--set {setting}: a slot is set by its name and a value", "write it as --set brand=云杉");
            var name = setting[..at].Trim();
            if (!settings.TryAdd(name, setting[(at + 1)..].Trim())) throw UsageException.Of($"--set {name}: the slot is set twice");
        }

        return settings.ToImmutable();
    }

    /// <summary>Such as <c>service 1.0.0 (61 rules)</c>.</summary>
    internal static string Describe(RulePack pack)
    {
        var version = pack.Version.Length == 0 ? "" : " " + pack.Version;
        return $"{pack.Name}{version} ({pack.Rules.Length} {(pack.Rules.Length == 1 ? "rule" : "rules")})";
    }

    private static UsageException Broken(IPackSource source, ImmutableArray<PackDiagnostic> diagnostics)
    {
        var errors = diagnostics.Count(d => d.Level == Severity.Error);
        var list = string.Join("\n\n", diagnostics.Select(DiagnosticText.Format));
        return new UsageException($"{list}\n\nscriptrules: the pack {source.Name} has {errors} {(errors == 1 ? "error" : "errors")}; nothing was checked");
    }
}
