using System.Text;

namespace ScriptRules.Cli.Tests;

/// <summary>Runs the tool inside the test, on files of a folder of its own.</summary>
public sealed class Cli : IDisposable
{
    private static readonly string Packs = Path.Combine(AppContext.BaseDirectory, "packs");

    public Cli() => Directory.CreateDirectory(Folder);

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), "scriptrules-" + Guid.NewGuid().ToString("N"));

    /// <summary>The environment variables that the tool sees.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>The folder of one of the packs that the tests bring.</summary>
    public static string Pack(string name) => Path.Combine(Packs, name);

    /// <summary>Writes a file as UTF-8 and returns its path.</summary>
    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Runs one command; in the arguments <c>@small</c> stands for the pack of that name.</summary>
    public Outcome Run(params string[] args) => RunWith("", args);

    public Outcome RunWith(string stdin, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var code = Program.Run([.. args.Select(a => a.StartsWith('@') ? Pack(a[1..]) : a)], new MemoryStream(Encoding.UTF8.GetBytes(stdin)), output, error, Folder, Variables.GetValueOrDefault);
        var bytes = output.ToArray();
        return new Outcome(code, Plain(Encoding.UTF8.GetString(bytes)), Plain(error.ToString()), bytes);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>Without the folders of this machine, so that outputs can be compared.</summary>
    private string Plain(string text) =>
        text.Replace(Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)
            .Replace(Folder, ".", StringComparison.Ordinal)
            .Replace(Packs + Path.DirectorySeparatorChar, "packs/", StringComparison.Ordinal);

    public sealed record Outcome(int Code, string Out, string Error, byte[] Bytes);
}
