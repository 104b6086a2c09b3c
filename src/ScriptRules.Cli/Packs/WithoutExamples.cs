using System.Text;
using ScriptRules.Rules.Yaml;

namespace ScriptRules.Cli.Packs;

/// <summary>A built-in pack without the examples of its rules: they are most of its text, and few commands show them.</summary>
/// <remarks>
/// Only for packs in the library, which write <c>examples:</c> on a line of its own, as a key of a rule. What is left out leaves empty lines, so that places stay.
/// </remarks>
internal sealed class WithoutExamples(BuiltInPack pack) : IPackSource
{
    private const string Key = "    examples:"; // in the list of rules of a topic file

    public string Name => pack.Name;

    public IReadOnlyList<string> Files() => pack.Files();

    public string Read(string path) => Cut(pack.Read(path));

    public IPackSource Beside(string path) => new WithoutExamples((BuiltInPack)pack.Beside(path));

    public override bool Equals(object? obj) => obj is WithoutExamples other && other.Name == Name;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    private static string Cut(string text)
    {
        if (!text.Contains(Key + "\n", StringComparison.Ordinal)) return text;
        var rest = new StringBuilder(text.Length);
        var isInside = false;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            isInside = line.SequenceEqual(Key) || (isInside && (line.TrimStart(' ').Length == 0 || line.StartsWith("     ") || line.StartsWith("    -")));
            if (!isInside) rest.Append(line);
            rest.Append('\n');
        }

        return rest.ToString();
    }
}
