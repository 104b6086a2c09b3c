namespace ScriptRules.Rules.Yaml;

/// <summary>Finds a pack and all that it builds on.</summary>
internal sealed class PackChain(DiagnosticBag diagnostics)
{
    private const int DepthLimit = 16;

    private readonly List<PackLayer> _layers = [];
    private readonly List<IPackSource> _open = [];

    /// <summary>The packs, each after those that it extends and once only, the one in <paramref name="source"/> last; empty when it has no head that can be read.</summary>
    internal IReadOnlyList<PackLayer> Read(IPackSource source) => Add(source) ? _layers : [];

    private bool Add(IPackSource source)
    {
        if (PackLayer.Open(source, isOwn: _open.Count == 0, diagnostics) is not { } layer) return false;
        _open.Add(source);
        foreach (var (name, node) in layer.Head.Extends)
        {
            var isFolder = name.Contains('/', StringComparison.Ordinal);
            var other = isFolder ? source.Beside(name) : BuiltInPack.Names.Contains(name) ? new BuiltInPack(name) : null;
            if (other is null || !Exists(other))
            {
                layer.IsPartial = true;
                layer.Nodes.Fail(DiagnosticCodes.UnknownPack, node, isFolder ? $"there is no pack in the folder \"{name}\"" : $"no pack \"{name}\" travels in the library",
                    isFolder ? "the path is relative to the folder of this file" : NodeReader.DidYouMean(name, BuiltInPack.Names) ?? $"those in the library are {string.Join(", ", BuiltInPack.Names)}; a folder is written with a slash, such as ../{name}");
            }
            else if (_open.Contains(other) || _open.Count == DepthLimit)
            {
                layer.IsPartial = true;
                var circle = string.Join(" → ", _open.SkipWhile(o => !o.Equals(other)).Append(other).Select(o => o.Name));
                layer.Nodes.Fail(DiagnosticCodes.PackCircle, node, _open.Contains(other) ? $"the packs extend each other: {circle}" : $"packs extend packs more than {DepthLimit} deep");
            }
            else if (!_layers.Exists(l => l.Source.Equals(other)) && !Add(other)) layer.IsPartial = true;
        }

        _open.RemoveAt(_open.Count - 1);
        _layers.Add(layer);
        return true;
    }

    private static bool Exists(IPackSource source)
    {
        try
        {
            source.Read(PackLayer.HeadFile);
            return true;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or ArgumentException)
        {
            return false;
        }
        catch (IOException)
        {
            return true; // it is there, and reading it again says what is wrong with it
        }
    }
}
