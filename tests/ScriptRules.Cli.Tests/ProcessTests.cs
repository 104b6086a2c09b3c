using System.Diagnostics;
using System.Text;

namespace ScriptRules.Cli.Tests;

public sealed class ProcessTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task A_reader_that_goes_away_is_no_crash()
    {
        var lines = string.Concat(Enumerable.Repeat("""{"turns":[{"speaker":"agent","text":"这事不归我管。"}]}""" + "\n", 2000));
        using var process = Start("check", _cli.Write("many.jsonl", lines), "--pack", Cli.Pack("small"));
        process.StandardOutput.Close();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(1);
        error.Should().BeEmpty();
    }

    [Fact]
    public async Task Output_is_UTF8_without_colour_when_it_is_no_terminal()
    {
        using var process = Start("check", "--text", "这事不归我管。", "--pack", Cli.Pack("small"));
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        output.Should().StartWith("<text>:1  草稿").And.NotContain("\u001b");
    }

    private static Process Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ScriptRules.Cli.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment.Remove("SCRIPTRULES_DEBUG");
        return Process.Start(start)!;
    }
}
