using System.Text;

namespace ScriptRules.Cli.Hosting;

/// <summary>Where a command reads from and writes to. One owner.</summary>
internal sealed class Terminal : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly StreamWriter _out;
    private bool _isAbandoned;

    internal Terminal(Func<Stream> input, Stream output, TextWriter error, bool hasColour)
    {
        OpenInput = input;
        Output = output;
        _out = WriterOn(output);
        Error = error;
        HasColour = hasColour;
    }

    /// <summary>Opens standard input, for the commands that read it.</summary>
    internal Func<Stream> OpenInput { get; }

    /// <summary>Standard output, for those who write bytes; what <see cref="Out"/> holds back must be flushed before.</summary>
    internal Stream Output { get; }

    /// <summary>Standard output as UTF-8 without byte order mark, with <c>\n</c>; buffered.</summary>
    internal TextWriter Out => _out;

    /// <summary>Standard error.</summary>
    internal TextWriter Error { get; }

    /// <summary>Whether standard output shows colours.</summary>
    internal bool HasColour { get; }

    /// <summary>The folder that paths in reports are relative to; the current one unless set.</summary>
    internal string Folder { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>The environment variable of a name; none is set unless this is.</summary>
    internal Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>The streams of this process. A reader that has gone, as in <c>| head</c>, is no error.</summary>
    internal static Terminal OfProcess()
    {
        if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected) Console.OutputEncoding = Utf8;
        var error = new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true };
        return new Terminal(Console.OpenStandardInput, Console.OpenStandardOutput(), error, ShowsColour()) { Variable = Environment.GetEnvironmentVariable };
    }

    /// <summary>A writer as <see cref="Out"/> is one; leaves the stream open.</summary>
    internal static StreamWriter WriterOn(Stream stream) => new(stream, Utf8, 16 << 10, leaveOpen: true) { NewLine = "\n" };

    /// <summary>Sends what is held back.</summary>
    internal void Flush() => _out.Flush();

    /// <summary>Drops what is held back, since writing has failed.</summary>
    internal void Abandon() => _isAbandoned = true;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isAbandoned) _out.Flush();
    }

    private static bool ShowsColour() =>
        !Console.IsOutputRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") != "dumb";
}
