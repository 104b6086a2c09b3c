using System.Collections.Immutable;
using System.Globalization;
using ScriptRules.Rules.Yaml;

namespace ScriptRules.Rules.Tests.Yaml;

/// <summary>A pack in memory, and what is said of it.</summary>
/// <param name="files">Its files, and those of packs in its folders.</param>
/// <param name="folder">Which of its folders is meant; empty: itself.</param>
internal sealed class MemoryPack(IReadOnlyDictionary<string, string> files, string folder = "") : IPackSource
{
    internal const string Folder = "my-pack";

    /// <summary>A pack of one topic file, <c>rules.yaml</c>, beside the least <c>pack.yaml</c>.</summary>
    internal MemoryPack(string rules)
        : this(new Dictionary<string, string> { ["pack.yaml"] = "name: example\n", ["rules.yaml"] = rules })
    {
    }

    public string Name => folder.Length == 0 ? Folder : $"{Folder}/{folder}";

    public IReadOnlyList<string> Files() =>
        [.. files.Keys.Where(f => folder.Length == 0 || f.StartsWith(folder + "/", StringComparison.Ordinal)).Select(f => folder.Length == 0 ? f : f[(folder.Length + 1)..]).Order(StringComparer.Ordinal)];

    public string Read(string path) => files.TryGetValue(PackPath.Join(folder, path), out var text) ? text : throw new FileNotFoundException(path);

    public IPackSource Beside(string path) => new MemoryPack(files, PackPath.Join(folder, path) is var other && other != "." ? other : "");

    public override bool Equals(object? obj) => obj is MemoryPack other && other.Name == Name;

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    internal RulePack? TryLoad(out ImmutableArray<PackDiagnostic> diagnostics, IReadOnlyDictionary<string, string>? settings = null) =>
        RulePack.TryLoad(this, settings, out diagnostics);

    /// <summary>Each diagnostic on a line: <c>rules.yaml:3:5+4 SR0010 unknown key "x" → did you mean "y"?</c>; warnings end in <c>(warning)</c>.</summary>
    internal IReadOnlyList<string> Diagnostics(IReadOnlyDictionary<string, string>? settings = null)
    {
        var pack = TryLoad(out var diagnostics, settings);
        (pack is null).Should().Be(diagnostics.Any(d => d.Level == Severity.Error), "a pack is there when there is no error");
        return [.. diagnostics.Select(Line)];
    }

    private static string Line(PackDiagnostic d)
    {
        var file = d.Place.File == Folder ? "." : d.Place.File[(Folder.Length + 1)..];
        var place = d.Place.Line == 0 ? file : string.Create(CultureInfo.InvariantCulture, $"{file}:{d.Place.Line}:{d.Place.Column}+{d.Place.Length}");
        return $"{place} {d.Code} {d.Message}{(d.Help is null ? "" : $" → {d.Help}")}{(d.Level == Severity.Warning ? " (warning)" : "")}";
    }
}
