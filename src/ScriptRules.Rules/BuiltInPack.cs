using System.Collections.Immutable;
using System.Reflection;
using ScriptRules.Rules.Yaml;

namespace ScriptRules;

/// <summary>A pack that travels inside the library.</summary>
/// <param name="name">Its folder under <c>rules/</c>, such as <c>service</c>.</param>
public sealed class BuiltInPack(string name) : IPackSource
{
    private const string Root = "rules/";
    private const string Head = "/pack.yaml";

    private static readonly Assembly Library = typeof(BuiltInPack).Assembly;

    /// <summary>The pack of the handbook: <c>rules/service</c>.</summary>
    public static BuiltInPack Service { get; } = new("service");

    /// <summary>The names of all of them, in ordinal order.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. Library.GetManifestResourceNames()
            .Where(n => n.StartsWith(Root, StringComparison.Ordinal) && n.EndsWith(Head, StringComparison.Ordinal))
            .Select(n => n[Root.Length..^Head.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <inheritdoc/>
    public string Name => Root + name;

    /// <inheritdoc/>
    public IReadOnlyList<string> Files()
    {
        var folder = $"{Root}{name}/";
        return [.. Library.GetManifestResourceNames().Where(n => n.StartsWith(folder, StringComparison.Ordinal)).Select(n => n[folder.Length..]).Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public string Read(string path)
    {
        using var stream = Library.GetManifestResourceStream(Root + Resolve(path)) ?? throw new FileNotFoundException($"the library holds no {path}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <inheritdoc/>
    public IPackSource Beside(string path) => new BuiltInPack(Resolve(path));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is BuiltInPack other && other.Name == Name;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    private string Resolve(string path) => PackPath.Join(name, path).TrimStart('.', '/');
}
