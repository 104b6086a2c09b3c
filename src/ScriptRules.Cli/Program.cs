using ScriptRules.Cli.Hosting;

namespace ScriptRules.Cli;

/// <summary>The command-line tool <c>scriptrules</c>.</summary>
internal static class Program
{
    internal static int Main(string[] args)
    {
        ShortRun.Prepare();
        using var terminal = Terminal.OfProcess();
        return Run(args, terminal);
    }

    /// <summary>Runs one command inside this process, without colour.</summary>
    /// <param name="args">As on a command line.</param>
    /// <param name="stdin">Standard input.</param>
    /// <param name="stdout">Standard output.</param>
    /// <param name="stderr">Standard error.</param>
    /// <param name="folder">The folder that paths in reports are relative to; null for the current one.</param>
    /// <param name="variable">The environment; null for an empty one.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    internal static int Run(string[] args, Stream stdin, Stream stdout, TextWriter stderr, string? folder = null, Func<string, string?>? variable = null)
    {
        using var terminal = new Terminal(() => stdin, stdout, stderr, hasColour: false) { Folder = folder ?? Directory.GetCurrentDirectory(), Variable = variable ?? (_ => null) };
        return Run(args, terminal);
    }

    private static int Run(string[] args, Terminal terminal)
    {
        try
        {
            var code = CommandLine.Run(args, terminal);
            terminal.Flush();
            return code;
        }
        catch (UsageException e)
        {
            terminal.Error.WriteLine(e.Message);
            return ExitCode.BadInput;
        }
        catch (IOException e)
        {
            // Inputs and packs report their own failures; what is left is an output that takes no more.
            return Fail(terminal, e, "the output cannot be written: ", ExitCode.BadInput);
        }
#pragma warning disable CA1031 // The last resort: a user never sees a stack trace unasked.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Fail(terminal, e, "internal error: ", ExitCode.Internal);
        }
    }

    private static int Fail(Terminal terminal, Exception e, string what, int code)
    {
        terminal.Abandon();
        if (Environment.GetEnvironmentVariable("SCRIPTRULES_DEBUG") == "1")
        {
            terminal.Error.WriteLine(e);
            return code;
        }

        var message = e.Message.ReplaceLineEndings(" ");
        var help = code == ExitCode.Internal ? " (set SCRIPTRULES_DEBUG=1 for the details, and please report it)" : "";
        terminal.Error.WriteLine($"scriptrules: {what}{message}{help}");
        return code;
    }
}
