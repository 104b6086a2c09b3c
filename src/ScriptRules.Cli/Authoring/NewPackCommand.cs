using System.CommandLine;
using System.Reflection;
using System.Text;
using ScriptRules.Cli.Hosting;
using ScriptRules.Rules.Schemas;

namespace ScriptRules.Cli.Authoring;

/// <summary>Writes a small pack to begin with, and the schemas by which an editor completes it.</summary>
internal sealed class NewPackCommand : Command
{
    private const string Starter = "starter/";

    private readonly Argument<string> _folder = new("DIR") { Description = "The folder, which is made; it may exist when nothing is in it." };

    internal NewPackCommand(Terminal terminal)
        : base("pack", "Write a small rule pack to begin with.")
    {
        Add(_folder);
        this.RefuseUnknownOptions(_folder);
        SetAction(result => Run(result.GetValue(_folder)!, terminal));
    }

    private static int Run(string folder, Terminal terminal)
    {
        if (folder.Length == 0) throw UsageException.Of("DIR is the name of a folder");
        if (File.Exists(folder)) throw UsageException.Of($"{folder} is a file");
        try
        {
            if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()) throw UsageException.Of($"{folder} is not empty; nothing was written");
            Directory.CreateDirectory(Path.Combine(folder, "schemas"));
            var name = new DirectoryInfo(folder).Name;
            var library = Assembly.GetExecutingAssembly();
            foreach (var resource in library.GetManifestResourceNames().Where(n => n.StartsWith(Starter, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            {
                using var reader = new StreamReader(library.GetManifestResourceStream(resource)!);
                Write(Path.Combine(folder, resource[Starter.Length..]), reader.ReadToEnd().ReplaceLineEndings("\n").Replace("name: starter\n", $"name: {Quoted(name)}\n", StringComparison.Ordinal));
            }

            foreach (var schema in (string[])["pack", "rules"]) Write(Path.Combine(folder, "schemas", $"{schema}.json"), PackSchemas.Get(schema));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw UsageException.Of($"{folder} cannot be written: {e.Message}");
        }

        terminal.Out.WriteLine($"{folder} is a rule pack; next: scriptrules test {folder}");
        return ExitCode.Clean;

        void Write(string path, string text)
        {
            using (var file = new StreamWriter(new FileStream(path, FileMode.CreateNew), new UTF8Encoding(false))) file.Write(text);
            terminal.Out.WriteLine($"wrote {path}");
        }
    }

    /// <summary>A name as a YAML value.</summary>
    private static string Quoted(string name) => name.All(char.IsLetterOrDigit) ? name : $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";
}
