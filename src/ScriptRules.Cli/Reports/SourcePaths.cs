using ScriptRules.Cli.Checking;
using ScriptRules.Formats;

namespace ScriptRules.Cli.Reports;

/// <summary>Names inputs as code hosts and build servers do: relative to a folder, with forward slashes.</summary>
/// <param name="folder">The full path of that folder.</param>
internal sealed class SourcePaths(string folder)
{
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <summary>The path of an input; <c>../</c> in front when it lies outside, and as it is for what is no file.</summary>
    internal string Relative(string path)
    {
        if (path is ConversationSource.StandardInputName or CheckInput.TextName || path.Contains('\0', StringComparison.Ordinal)) return path;
        if (_known.TryGetValue(path, out var known)) return known;
        var relative = Path.GetRelativePath(folder, Path.GetFullPath(path, folder));
        return _known[path] = Path.DirectorySeparatorChar == '/' ? relative : relative.Replace(Path.DirectorySeparatorChar, '/');
    }

    /// <summary>The same as a URI, percent-encoded.</summary>
    /// <returns>Relative to the folder when <c>IsBelow</c>; else absolute.</returns>
    internal (string Uri, bool IsBelow) UriOf(string path)
    {
        var relative = Relative(path);
        return relative.StartsWith("../", StringComparison.Ordinal) || relative == ".." || Path.IsPathRooted(relative)
            ? (new Uri(Path.GetFullPath(path, folder)).AbsoluteUri, false)
            : (string.Join('/', relative.Split('/').Select(Uri.EscapeDataString)), true);
    }
}
