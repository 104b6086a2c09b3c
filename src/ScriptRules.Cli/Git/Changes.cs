using ScriptRules.Cli.Hosting;
using ScriptRules.Formats;

namespace ScriptRules.Cli.Git;

/// <summary>What differs from a git revision: from the last commit in common with it to the files as they are, uncommitted and untracked ones too.</summary>
internal sealed class Changes
{
    private const string Option = "--changed-since";

    private readonly string _why;
    private readonly string _revision;
    private readonly Dictionary<string, Tree> _trees = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ChangedLines> _lines = new(StringComparer.Ordinal);

    private Changes(string revision) => (_revision, _why) = (revision, $"{Option} {revision}");

    /// <summary>What differs in the repositories of some files and folders; they need not exist.</summary>
    /// <exception cref="UsageException">One is in no repository, or the revision is not known.</exception>
    internal static Changes Since(string revision, IEnumerable<string> paths)
    {
        if (revision.Length == 0) throw UsageException.Of($"{Option} needs a git revision, such as origin/main");
        var changes = new Changes(revision);
        foreach (var path in paths) changes.TreeOf(path);
        return changes;
    }

    /// <summary>Whether a file is not as it was; true for what is no file, such as standard input.</summary>
    internal bool Include(string path) => !IsFile(path) || TreeOf(path).Files.ContainsKey(TreeOf(path).NameOf(path));

    /// <summary>Whether a file, or all of a folder, was there and is no more.</summary>
    internal bool IsDeleted(string path)
    {
        if (!IsFile(path) || path.Contains('\0', StringComparison.Ordinal) || File.Exists(path)) return false;
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()) return false;
        var tree = TreeOf(path);
        var name = tree.NameOf(path);
        return tree.Deleted.Contains(name) || tree.Deleted.Any(f => f.StartsWith(name + "/", StringComparison.Ordinal));
    }

    /// <summary>Whether a file is not as it was; null when that cannot be told, since it is in no repository that knows the revision.</summary>
    internal bool? Differs(string file) => TryTreeOf(file) is { } tree ? tree.Files.ContainsKey(tree.NameOf(file)) : null;

    /// <summary>Whether a YAML file below a folder is not as it was, or is gone; null when that cannot be told.</summary>
    internal bool? AnyYamlBelow(string folder)
    {
        if (TryTreeOf(folder) is not { } tree) return null;
        var name = tree.NameOf(folder);
        var prefix = name.Length == 0 ? "" : name + "/";
        return tree.Files.Keys.Concat(tree.Deleted).Any(f => f.StartsWith(prefix, StringComparison.Ordinal) && f.EndsWith(".yaml", StringComparison.Ordinal));
    }

    /// <summary>The items with whether they are to be checked: lines of script and conversations in which a line has changed.</summary>
    /// <remarks>
    /// A change between two lines of script, such as that of a heading, counts for all lines of the scenario that begins or goes on there. A conversation
    /// counts whole, since rules look from one turn at another. Lines that are gone count for what stands on both sides of the place. What could not be read is always told.
    /// </remarks>
    internal IEnumerable<(ReadResult Item, bool Counts)> Mark(IEnumerable<ReadResult> items)
    {
        ReadResult? before = null, held = null;
        var script = new ScriptPlace();
        foreach (var item in items)
        {
            if (held is not null) yield return (held, Counts(before, held, item, script));
            (before, held) = (held, item);
        }

        if (held is not null) yield return (held, Counts(before, held, null, script));
    }

    private bool Counts(ReadResult? before, ReadResult item, ReadResult? next, ScriptPlace place)
    {
        var origin = item.Origin;
        if (item.Conversation is null || !IsFile(origin.Path)) return true;
        var lines = LinesOf(origin.Path);
        if (next?.Origin.Path != origin.Path) next = null;
        if (origin.Script is { } line) return line.PlaceOf(0).Line == 0 || place.Counts(origin.Path, line, next?.Origin.Script, lines);
        if (origin.EndLine > 0) return lines.Touch(origin.Line, origin.EndLine);
        // What stands, or stood, between two transcripts may belong to either.
        if (before?.Origin.Path != origin.Path) before = null;
        var above = before is null ? 0 : Math.Min(LastOf(before), origin.Line - 1);
        var last = next is null ? int.MaxValue : Math.Max(origin.Line, next.Origin.Line - 1);
        return lines.Touch(before is null ? origin.Line : above + 1, last) || lines.Lose(above, last);
    }

    /// <summary>The last line of a transcript or a draft in plain text, or one near it.</summary>
    private static int LastOf(ReadResult item)
    {
        var origin = item.Origin;
        var text = item.Conversation is { } conversation ? conversation.Draft?.Text ?? (conversation.Turns.IsEmpty ? "" : conversation.Turns[^1].Text) : "";
        return (origin.TurnLines.IsEmpty ? origin.Line : origin.TurnLines[^1]) + text.Count(c => c == '\n');
    }

    private ChangedLines LinesOf(string path)
    {
        if (_lines.TryGetValue(path, out var known)) return known;
        var tree = TreeOf(path);
        var name = tree.NameOf(path);
        var before = tree.Files[name];
        return _lines[path] = before is null
            ? ChangedLines.All
            : ChangedLines.OfPatch(tree.Repository.Run(
                ["diff", "-U0", "--inter-hunk-context=0", "-M", "--no-color", "--no-ext-diff", "--no-textconv", "--no-relative", tree.Base, "--", .. new[] { tree.Top + before, tree.Top + name }.Distinct()], _why));
    }

    private Tree? TryTreeOf(string path)
    {
        try
        {
            return TreeOf(path);
        }
        catch (UsageException)
        {
            return null;
        }
    }

    private Tree TreeOf(string path)
    {
        var full = Path.GetFullPath(path);
        var folder = Directory.Exists(full) ? full : Path.GetDirectoryName(full)!;
        while (!Directory.Exists(folder)) folder = Path.GetDirectoryName(folder)!;
        var known = folder;
        while (known is not null)
        {
            if (_trees.TryGetValue(known, out var tree)) return tree;
            known = Path.GetDirectoryName(known);
        }

        return _trees[folder] = Open(folder);
    }

    private Tree Open(string folder)
    {
        var repository = GitRepository.Of(folder, _why);
        var from = repository.MergeBase(repository.Commit(_revision, _why), _revision, _why);
        var top = string.Concat(Enumerable.Repeat("../", repository.Prefix.Count(c => c == '/')));
        var tree = new Tree(repository, folder, from, top);
        var names = GitRepository.Names(repository.Run(["diff", "--name-status", "-z", "-M", "--no-relative", "--no-ext-diff", from], _why));
        for (var i = 0; i + 1 < names.Length;)
        {
            var kind = names[i++][0];
            var name = names[i++];
            if (kind == 'D') tree.Deleted.Add(name);
            else if (kind is 'R' or 'C')
            {
                if (kind == 'R') tree.Deleted.Add(name);
                tree.Files[names[i++]] = name;
            }
            else tree.Files[name] = kind == 'M' ? name : null;
        }

        foreach (var name in GitRepository.Names(repository.Run(["ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", top.Length == 0 ? "." : top], _why))) tree.Files[name] = null;
        return tree;
    }

    private static bool IsFile(string path) => path is not (ConversationSource.StandardInput or ConversationSource.StandardInputName or Checking.CheckInput.TextName);

    /// <summary>A repository as seen from a folder in it.</summary>
    /// <param name="Repository">Asked in that folder.</param>
    /// <param name="Folder">Its full path.</param>
    /// <param name="Base">The commit compared with.</param>
    /// <param name="Top">The way to the top of the work tree: some <c>../</c>.</param>
    private sealed record Tree(GitRepository Repository, string Folder, string Base, string Top)
    {
        /// <summary>The files that are there and differ, with what they were called; null for new ones. Paths from the top.</summary>
        internal Dictionary<string, string?> Files { get; } = new(StringComparer.Ordinal);

        /// <summary>Files that are there no more.</summary>
        internal HashSet<string> Deleted { get; } = new(StringComparer.Ordinal);

        /// <summary>The path of a file from the top of the work tree.</summary>
        internal string NameOf(string path)
        {
            var parts = new List<string>(Repository.Prefix.Split('/', StringSplitOptions.RemoveEmptyEntries));
            foreach (var part in Path.GetRelativePath(Folder, Path.GetFullPath(path)).Replace('\\', '/').Split('/'))
            {
                if (part == ".." && parts.Count > 0) parts.RemoveAt(parts.Count - 1);
                else if (part != ".") parts.Add(part);
            }

            return string.Join('/', parts);
        }
    }
}
