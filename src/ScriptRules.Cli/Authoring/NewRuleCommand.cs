using System.CommandLine;
using System.Text;
using ScriptRules.Authoring;
using ScriptRules.Cli.Hosting;
using ScriptRules.Cli.Packs;
using ScriptRules.Rules;
using ScriptRules.Rules.Yaml;

namespace ScriptRules.Cli.Authoring;

/// <summary>Adds the skeleton of a rule to a pack. The pack loads with it, or nothing is written.</summary>
internal sealed class NewRuleCommand : Command
{
    private const string Schema = "schemas/rules.json";

    private readonly Argument<string> _kind = new("KIND") { Description = $"One of {string.Join(", ", RuleSkeleton.Kinds)}." };
    private readonly Argument<string> _id = new("ID") { Description = "The rule's id, such as never.interrupt." };
    private readonly Option<string> _pack = new("--pack") { Description = "The folder of the rule pack.", HelpName = "DIR", DefaultValueFactory = _ => "." };
    private readonly Option<string?> _file = new("--file") { Description = "The topic file in that folder to add to. [default: a new file ID.yaml]", HelpName = "FILE" };

    internal NewRuleCommand(Terminal terminal)
        : base("rule", "Add the skeleton of a rule to a rule pack; scriptrules lint then says what is left to fill.")
    {
        Add(_kind);
        Add(_id);
        Add(_pack);
        Add(_file);
        this.RefuseUnknownOptions(_kind);
        this.RefuseUnknownOptions(_id);
        SetAction(result => Run(result.GetValue(_kind)!, result.GetValue(_id)!, result.GetValue(_pack)!, result.GetValue(_file), terminal));
    }

    private static int Run(string kind, string id, string folder, string? file, Terminal terminal)
    {
        if (!RuleSkeleton.Kinds.Contains(kind))
            throw UsageException.Of($"unknown rule kind \"{kind}\"", Spelling.Nearest(kind, RuleSkeleton.Kinds) is { } meant ? $"did you mean \"{meant}\"?" : $"the kinds are {string.Join(", ", RuleSkeleton.Kinds)}");
        if (id.Length == 0 || !char.IsAsciiLetter(id[0]) || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-'))
            throw UsageException.Of($"\"{id}\" is no rule id", "English words, joined by hyphens and dots, such as never.interrupt");

        var pack = PackOptions.Load(folder);
        if (pack.Rules.FirstOrDefault(r => r.Id == id) is { } same) throw UsageException.Of($"the pack has a rule \"{id}\" already, at {same.Place}");
        var name = (file ?? $"{id}.yaml").Replace('\\', '/');
        if (Path.IsPathRooted(name) || name.Split('/').Contains("..") || !name.EndsWith(".yaml", StringComparison.Ordinal) || name == "pack.yaml")
            throw UsageException.Of($"--file {name}: not a topic file inside the pack", "name a .yaml file, relative to the folder of the pack");
        var path = Path.Combine(folder, name);
        if (file is null && File.Exists(path)) throw UsageException.Of($"{path} exists already", $"add to it with --file {name}");

        try
        {
            var before = File.Exists(path) ? File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true)) : Header(folder, name);
            var after = RuleSkeleton.AddTo(before, kind, id, Concept(pack, id));
            var loaded = RulePack.TryLoad(new Changed(new FolderPackSource(folder), name, after), null, out var diagnostics);
            if (loaded is null) throw UsageException.Of($"{path} cannot take the rule: {diagnostics.First(d => d.Level == Severity.Error).Message}; nothing was written");
            if (loaded.Rules.FirstOrDefault(r => r.Id == id) is not { } added) throw UsageException.Of($"pack.yaml does not include {name}, so the rule would not be read; nothing was written", "add the file under include");

            if (Path.GetDirectoryName(path) is { Length: > 0 } parent) Directory.CreateDirectory(parent);
            File.WriteAllText(path, after, new UTF8Encoding(false));
            terminal.Out.WriteLine($"added {id} at {path}:{added.Place.Line}; scriptrules lint {folder} says what is left to fill");
            return ExitCode.Clean;
        }
        catch (FormatException e)
        {
            throw UsageException.Of($"{path} cannot take the rule: {e.Message}; nothing was written");
        }
        catch (DecoderFallbackException)
        {
            throw UsageException.Of($"{path} is not UTF-8; nothing was written");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw UsageException.Of($"{path} cannot be written: {e.Message}");
        }
    }

    /// <summary>The line that names the schema to an editor, where the pack brings one, as a pack of <c>new pack</c> does.</summary>
    private static string Header(string folder, string name) =>
        File.Exists(Path.Combine(folder, Schema)) ? $"# yaml-language-server: $schema={string.Concat(Enumerable.Repeat("../", name.Count(c => c == '/')))}{Schema}\n" : "";

    /// <summary>A name for the rule's concept that the pack does not have.</summary>
    private static string Concept(RulePack pack, string id)
    {
        var name = id.Replace('.', '-');
        var free = name;
        for (var n = 2; pack.Lexicon.IdOf(free) > 0; n++) free = $"{name}-{n}";
        return free;
    }

    /// <summary>A pack in which one file reads otherwise than it does on disk.</summary>
    private sealed class Changed(FolderPackSource folder, string path, string text) : IPackSource
    {
        public string Name => folder.Name;

        public IReadOnlyList<string> Files() => [.. folder.Files().Append(path).Distinct().Order(StringComparer.Ordinal)];

        public string Read(string file) => file == path ? text : folder.Read(file);
    }
}
