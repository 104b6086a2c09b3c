using System.Reflection;
using ScriptRules.Rules.Yaml;

namespace ScriptRules;

/// <summary>A pack that travels inside the library.</summary>
/// <param name="name">Its folder under <c>rules/</c>, such as <c>service</c>.</param>
public sealed class BuiltInPack(string name) : IPackSource
{
    private const string Root = "rules/";

    private static readonly Assembly Library = typeof(BuiltInPack).Assembly;

    /// <summary>The pack of the handbook: <c>rules/service</c>.</summary>
    public static BuiltInPack Service { get; } = new("service");

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
        var parts = new List<string> { name };
        foreach (var part in path.Split('/'))
        {
            if (part == ".." && parts.Count > 0) parts.RemoveAt(parts.Count - 1);
            else if (part is not (".." or "." or "")) parts.Add(part);
        }

        using var stream = Library.GetManifestResourceStream(Root + string.Join('/', parts)) ?? throw new FileNotFoundException($"the library holds no {path}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
