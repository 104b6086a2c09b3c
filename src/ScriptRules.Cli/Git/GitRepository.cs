using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using ScriptRules.Cli.Hosting;

namespace ScriptRules.Cli.Git;

/// <summary>A git repository, asked by the git program as it is installed; no shell comes between.</summary>
internal sealed class GitRepository
{
    private readonly string _folder;

    private GitRepository(string folder, string prefix) => (_folder, Prefix) = (folder, prefix);

    /// <summary>The path in the repository of the folder by which it was found, with a slash at its end; empty at the top.</summary>
    internal string Prefix { get; }

    /// <summary>The repository of a folder.</summary>
    /// <param name="folder">Any folder in its work tree.</param>
    /// <param name="why">The option that needs it, for the message.</param>
    /// <exception cref="UsageException">There is none, or no git.</exception>
    internal static GitRepository Of(string folder, string why)
    {
        var (code, output, error) = Start(folder, ["rev-parse", "--show-prefix"], why);
        if (code != 0) throw UsageException.Of($"{why}: {folder} is in no git repository that can be read: {FirstLine(error)}");
        return new GitRepository(folder, Encoding.UTF8.GetString(output).TrimEnd('\n', '\r'));
    }

    /// <summary>The commit that <paramref name="revision"/> names.</summary>
    /// <exception cref="UsageException">There is none here; in a shallow clone the message tells how to get it.</exception>
    internal string Commit(string revision, string why) => TryRun(["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"], why) is { } commit
        ? Encoding.ASCII.GetString(commit).Trim()
        : throw UsageException.Of($"{why}: the git revision \"{revision}\" is not known here", Hint(why));

    /// <summary>The last commit that <paramref name="commit"/> and the work tree's have in common.</summary>
    /// <exception cref="UsageException">They have none, or it is not in this clone.</exception>
    internal string MergeBase(string commit, string revision, string why) => TryRun(["merge-base", commit, "HEAD"], why) is { Length: > 0 } common
        ? Encoding.ASCII.GetString(common).Split('\n')[0].Trim()
        : throw UsageException.Of($"{why}: \"{revision}\" and the commit checked out have no commit in common here", Hint(why));

    /// <summary>What a command writes.</summary>
    /// <exception cref="UsageException">It fails.</exception>
    internal byte[] Run(string[] arguments, string why)
    {
        var (code, output, error) = Start(_folder, arguments, why);
        return code == 0 ? output : throw UsageException.Of($"{why}: git {arguments[0]} failed: {FirstLine(error)}");
    }

    /// <summary>What a command writes; null when it fails.</summary>
    internal byte[]? TryRun(string[] arguments, string why) => Start(_folder, arguments, why) is (0, var output, _) ? output : null;

    /// <summary>The parts of what git writes with <c>-z</c>.</summary>
    internal static string[] Names(byte[] output) => Encoding.UTF8.GetString(output).Split('\0', StringSplitOptions.RemoveEmptyEntries);

    private string? Hint(string why) => TryRun(["rev-parse", "--is-shallow-repository"], why) is { } shallow && shallow.AsSpan().StartsWith("true"u8)
        ? "this clone is shallow: fetch more, in a GitHub workflow with \"fetch-depth: 0\" for actions/checkout, elsewhere with git fetch --unshallow"
        : "a branch of the server is named origin/main, for example, and must have been fetched";

    private static (int Code, byte[] Output, string Error) Start(string folder, string[] arguments, string why)
    {
        var start = new ProcessStartInfo("git") { RedirectStandardOutput = true, RedirectStandardError = true, StandardErrorEncoding = Encoding.UTF8, UseShellExecute = false };
        foreach (var argument in (string[])["-C", folder, "--no-pager", "--literal-pathspecs", .. arguments]) start.ArgumentList.Add(argument);
        start.Environment["LC_ALL"] = "C"; // some of what it writes is read
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            using var output = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(output);
            process.WaitForExit();
            return (process.ExitCode, output.ToArray(), error.Result);
        }
        catch (Win32Exception e)
        {
            throw UsageException.Of($"{why}: git cannot be started: {e.Message}", "install git, or put it on the PATH");
        }
    }

    private static string FirstLine(string error) => error.Split('\n')[0].Trim();
}
