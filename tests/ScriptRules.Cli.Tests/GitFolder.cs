using System.Diagnostics;

namespace ScriptRules.Cli.Tests;

/// <summary>A git repository in a folder of a test, whatever the user's own settings of git are.</summary>
internal static class GitFolder
{
    internal static void Git(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main", .. arguments])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.Should().Be(0, error.Result);
    }

    internal static void Commit(string folder)
    {
        if (!Directory.Exists(Path.Combine(folder, ".git"))) Git(folder, "init", "-q");
        Git(folder, "add", "-A");
        Git(folder, "commit", "-q", "-m", "state");
    }
}
