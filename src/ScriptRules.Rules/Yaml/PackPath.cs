namespace ScriptRules.Rules.Yaml;

/// <summary>Paths as packs write them, with <c>/</c>.</summary>
internal static class PackPath
{
    /// <summary><paramref name="path"/> as seen from where <paramref name="folder"/> is; <c>.</c> and <c>..</c> are taken out as far as they can be.</summary>
    internal static string Join(string folder, string path)
    {
        var isRooted = folder.StartsWith('/');
        var parts = new List<string>();
        foreach (var part in $"{folder}/{path}".Split('/', '\\'))
        {
            if (part is "" or ".") continue;
            if (part == ".." && parts.Count > 0 && parts[^1] != "..") parts.RemoveAt(parts.Count - 1);
            else if (part != ".." || !isRooted) parts.Add(part);
        }

        var joined = string.Join('/', parts);
        return isRooted ? "/" + joined : joined.Length == 0 ? "." : joined;
    }
}
