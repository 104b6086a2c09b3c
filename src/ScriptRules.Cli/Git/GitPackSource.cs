using System.Text;
using ScriptRules.Cli.Hosting;
using ScriptRules.Rules.Yaml;

namespace ScriptRules.Cli.Git;

/// <summary>A pack as it stands in a git revision, with what it extends; nothing is checked out.</summary>
internal sealed class GitPackSource : IPackSource
{
    private const string Scheme = "git:";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly GitRepository _repository;
    private readonly string _commit;
    private readonly string _revision;
    private readonly string _folder;

    private GitPackSource(GitRepository repository, string commit, string revision, string folder) => (_repository, _commit, _revision, _folder) = (repository, commit, revision, folder);

    /// <inheritdoc/>
    public string Name => $"{Scheme}{_revision}:{_folder}";

    /// <summary>Whether a pack is named by a git revision.</summary>
    internal static bool IsMeant(string written) => written.StartsWith(Scheme, StringComparison.Ordinal);

    /// <summary>The pack that <paramref name="written"/> names.</summary>
    /// <param name="written">Such as <c>git:origin/main:rules/house</c>; the folder as seen from the current one.</param>
    /// <exception cref="UsageException">It is written otherwise, or the revision is not known.</exception>
    internal static GitPackSource Of(string written)
    {
        var colon = written.IndexOf(':', Scheme.Length);
        if (colon <= Scheme.Length || colon == written.Length - 1) throw UsageException.Of($"{written}: a pack of a git revision is written git:REVISION:FOLDER", "such as git:origin/main:rules/house");
        var revision = written[Scheme.Length..colon];
        var full = Path.GetFullPath(written[(colon + 1)..]);
        var there = full; // the folder may be gone by now, or not be there yet
        while (!Directory.Exists(there)) there = Path.GetDirectoryName(there)!;
        var repository = GitRepository.Of(there, written);
        return new GitPackSource(repository, repository.Commit(revision, written), revision, Join(repository.Prefix, Path.GetRelativePath(there, full)));
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Files() =>
    [
        .. GitRepository.Names(_repository.Run(["ls-tree", "-r", "-z", "--name-only", "--full-tree", Tree(_folder)], Name))
            .Where(f => f.EndsWith(".yaml", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <inheritdoc/>
    public string Read(string path)
    {
        var file = Join(_folder, path);
        var text = _repository.TryRun(["cat-file", "blob", Tree(file)], Name) ?? throw new FileNotFoundException($"the revision has no {file}");
        try
        {
            return Utf8.GetString(text.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? text.AsSpan(Encoding.UTF8.Preamble.Length) : text);
        }
        catch (DecoderFallbackException e)
        {
            throw new IOException("it is not UTF-8", e);
        }
    }

    /// <inheritdoc/>
    public IPackSource Beside(string path) => new GitPackSource(_repository, _commit, _revision, Join(_folder, path));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is GitPackSource other && other._commit == _commit && other._folder == _folder;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_commit, _folder);

    private string Tree(string path) => path.Length == 0 ? _commit : $"{_commit}:{path}";

    /// <summary>A path from the top of the revision; <c>..</c> above it stay, and lead nowhere.</summary>
    private static string Join(string folder, string path)
    {
        var parts = new List<string>();
        foreach (var part in $"{folder}/{path}".Split('/', '\\'))
        {
            if (part is "" or ".") continue;
            if (part == ".." && parts.Count > 0 && parts[^1] != "..") parts.RemoveAt(parts.Count - 1);
            else parts.Add(part);
        }

        return string.Join('/', parts);
    }
}
