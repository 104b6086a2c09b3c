using System.Diagnostics;
using System.Text;

namespace ScriptRules.Cli.Tests;

/// <summary>Runs scripts by bash in a folder.</summary>
internal static class Shell
{
    /// <summary>Runs a script as the hosts do: it ends with the first command that fails.</summary>
    /// <param name="script">What bash is given.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="path">The folders that are searched for programs before those of this process.</param>
    /// <param name="variables">Those that the script sees besides.</param>
    internal static (int Code, string Out) Run(string script, string folder, IEnumerable<string> path, IEnumerable<KeyValuePair<string, string>>? variables = null)
    {
        var start = new ProcessStartInfo("bash", ["-e", "-c", script]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8 };
        foreach (var (name, value) in variables ?? []) start.Environment[name] = value;
        start.Environment["PATH"] = string.Join(':', [.. path, start.Environment["PATH"]]);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    /// <summary>Writes a program of a few lines of bash.</summary>
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    internal static void Program(string path, string script)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, $"#!/usr/bin/env bash\n{script}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    /// <summary>A program of bash that is the tool as built here.</summary>
    internal static string Tool { get; } = $"exec '{Dotnet}' '{Path.Combine(AppContext.BaseDirectory, "ScriptRules.Cli.dll")}' \"$@\"";

    /// <summary>The program <c>dotnet</c>, which a stand-in may hide.</summary>
    internal static string Dotnet => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(f => Path.Combine(f, "dotnet")).First(File.Exists);
}
