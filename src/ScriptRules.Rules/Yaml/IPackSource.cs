using System.Text;

namespace ScriptRules.Rules.Yaml;

/// <summary>Where the files of a pack are read from: a folder, or the library itself.</summary>
public interface IPackSource
{
    /// <summary>How the pack's own folder is named in diagnostics.</summary>
    string Name { get; }

    /// <summary>The paths of all YAML files in the pack's folder, relative to it, with <c>/</c>, in ordinal order.</summary>
    IReadOnlyList<string> Files();

    /// <summary>The text of a file.</summary>
    /// <param name="path">Relative to the pack's folder; may lead out of it with <c>..</c>.</param>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    string Read(string path);

    /// <summary>The pack in another folder, for <c>extends</c>; null when this source knows no other. Sources of one pack are equal.</summary>
    /// <param name="path">Relative to the pack's folder; whether there is a pack shows when it is read.</param>
    IPackSource? Beside(string path) => null;
}

/// <summary>A pack in a folder.</summary>
/// <param name="folder">The folder that holds <c>pack.yaml</c>.</param>
public sealed class FolderPackSource(string folder) : IPackSource
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <inheritdoc/>
    public string Name { get; } = folder.TrimEnd('/', '\\');

    /// <inheritdoc/>
    public IReadOnlyList<string> Files() =>
        [.. Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public string Read(string path)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, path), Utf8);
        }
        catch (DecoderFallbackException e)
        {
            throw new IOException("it is not UTF-8", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException(e.Message, e);
        }
    }

    /// <inheritdoc/>
    public IPackSource Beside(string path) => new FolderPackSource(Path.IsPathRooted(path) ? path : PackPath.Join(folder, path));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FolderPackSource other && other.Full == Full;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Full);

    private string Full => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder.Length == 0 ? "." : folder));
}
