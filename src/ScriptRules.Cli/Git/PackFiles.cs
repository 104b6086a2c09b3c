using ScriptRules.Rules;
using ScriptRules.Rules.Yaml;

namespace ScriptRules.Cli.Git;

/// <summary>What a pack in a folder is made of, the packs that it extends included.</summary>
internal sealed class PackFiles
{
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);
    private readonly HashSet<string> _files = new(StringComparer.Ordinal);

    /// <summary>By loading it once more.</summary>
    internal static PackFiles Of(string folder)
    {
        var files = new PackFiles();
        RulePack.TryLoad(new Recorder(new FolderPackSource(folder), files), null, out _);
        return files;
    }

    /// <summary>The folder with a file that has changed, or a file outside of all; null when there is none.</summary>
    /// <param name="changes">From a revision on.</param>
    /// <param name="unknown">The folders of which it cannot be told.</param>
    internal string? FirstChanged(Changes changes, out List<string> unknown)
    {
        unknown = [];
        foreach (var folder in _folders.Order(StringComparer.Ordinal))
        {
            var changed = changes.AnyYamlBelow(folder);
            if (changed == true) return folder;
            if (changed is null) unknown.Add(folder);
        }

        return _files.Order(StringComparer.Ordinal).FirstOrDefault(f => changes.Differs(f) == true);
    }

    /// <summary>A pack that notes what is read of it.</summary>
    private sealed class Recorder(FolderPackSource inner, PackFiles files) : IPackSource
    {
        public string Name => inner.Name;

        private FolderPackSource Inner => inner;

        public IReadOnlyList<string> Files() => inner.Files();

        public string Read(string path)
        {
            var text = inner.Read(path);
            files._folders.Add(inner.Name);
            if (path.StartsWith("..", StringComparison.Ordinal)) files._files.Add(Path.Combine(inner.Name, path)); // such as a calendar that several packs share
            return text;
        }

        public IPackSource Beside(string path) => new Recorder((FolderPackSource)inner.Beside(path), files);

        public override bool Equals(object? obj) => obj is Recorder other && other.Inner.Equals(inner);

        public override int GetHashCode() => inner.GetHashCode();
    }
}
