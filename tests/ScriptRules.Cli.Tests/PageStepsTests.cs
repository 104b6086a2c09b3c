using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace ScriptRules.Cli.Tests;

/// <summary>The pages that go step by step are followed to the letter: files are written, commands run, and what they write compared.</summary>
public sealed partial class PageStepsTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(_cli.Folder, "*", SearchOption.AllDirectories)) File.SetAttributes(file, FileAttributes.Normal);
        _cli.Dispose();
    }

    [Theory]
    [InlineData("baseline.md", 5)]
    [InlineData("compare.md", 2)]
    [InlineData("evaluation.md", 3)]
    public void Does_what_it_says(string page, int commands)
    {
        var (output, run) = ("", 0);
        foreach (Match block in Block().Matches(File.ReadAllText(Docs(page)).ReplaceLineEndings("\n")))
        {
            var (path, body) = (block.Groups["path"].Value, block.Groups["body"].Value);
            switch (block.Groups["language"].Value)
            {
                case "sh":
                    output = "";
                    foreach (var line in body.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                    {
                        output += Run(line);
                        run++;
                    }

                    break;
                case "text" when path.Length == 0:
                    Plain(output).Should().Be(body);
                    break;
                default:
                    if (block.Groups["then"].Success) Plain(File.ReadAllText(Path.Combine(_cli.Folder, path))).Should().Be(Plain(body));
                    else if (path.Length > 0) _cli.Write(path, body);
                    break;
            }
        }

        run.Should().BeGreaterThanOrEqualTo(commands);
    }

    /// <summary>Runs one line as a shell would; at its end <c># 1</c> tells the exit code that is not 0.</summary>
    private string Run(string line)
    {
        var (command, code) = line.Split(" # ") is [var before, var after] ? (before, int.Parse(after, System.Globalization.CultureInfo.InvariantCulture)) : (line, 0);
        var words = command.TrimEnd().Split(' ');
        string[] arguments = words[0] == "git"
            ? ["-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main", .. words[1..]]
            : [Path.Combine(AppContext.BaseDirectory, "ScriptRules.Cli.dll"), .. words[1..]];
        words[0].Should().BeOneOf("git", "scriptrules");
        var start = new ProcessStartInfo(words[0] == "git" ? "git" : "dotnet", arguments)
        {
            WorkingDirectory = _cli.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.Should().Be(code, line + "\n" + error.Result);
        return output + error.Result;
    }

    /// <summary>Without the day on which the test runs.</summary>
    private static string Plain(string text) => Created().Replace(text.ReplaceLineEndings("\n"), "\"created\": \"DAY\"");

    private static string Docs(string page)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "docs", page) is var found && File.Exists(found)) return found;
        throw new FileNotFoundException(page);
    }

    [GeneratedRegex("(?:^`(?<path>[^`\n]+)`(?<then> then:)?\n\n)?^```(?<language>[a-z]+)\n(?<body>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("\"created\": \"[0-9-]{10}\"")]
    private static partial Regex Created();
}
