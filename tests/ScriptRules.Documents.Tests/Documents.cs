using System.Text;
using ScriptRules.Formats;
using ScriptRules.Formats.Documents;
using ScriptRules.Rules;
using ScriptRules.Text;

namespace ScriptRules.Documents;

/// <summary>Reads and corrects documents given as text.</summary>
internal static class Documents
{
    internal static IDocumentFormat For(string path) =>
        DocumentFormats.All.FirstOrDefault(f => f.Extensions.Contains(Path.GetExtension(path))) ?? (path.EndsWith(".json", StringComparison.Ordinal) ? DocumentFormats.All[^1] : DocumentFormats.All[0]);

    internal static ScriptDocument Read(string text, string path, params string[] lineNames) => Read(Encoding.UTF8.GetBytes(text), path, lineNames);

    internal static ScriptDocument Read(byte[] bytes, string path, params string[] lineNames) =>
        For(path).Read(bytes, path, ReaderOptions.Default with { Scripts = new ScriptOptions { LineNames = [.. lineNames] } });

    /// <summary>Each line as <c>line:column scenario | customer | written</c>, without what is empty.</summary>
    internal static IEnumerable<string> Lines(string text, string path, params string[] lineNames)
    {
        var document = Read(text, path, lineNames);
        document.Errors.Should().BeEmpty();
        return document.Lines.Select(l => $"{l.PlaceOf(0).Line}:{l.PlaceOf(0).Column} {string.Join(" | ", new[] { l.Scenario, l.Customer, l.Written.Replace("\n", "⏎", StringComparison.Ordinal) }.Where(p => p.Length > 0))}");
    }

    /// <summary>What comes of a document when the words <paramref name="old"/>, which stand in one line of it, become others.</summary>
    internal static string Replace(string text, string path, string old, string replacement)
    {
        var line = Read(text, path).Lines.First(l => l.Written.Contains(old, StringComparison.Ordinal));
        var at = line.Written.IndexOf(old, StringComparison.Ordinal);
        return Encoding.UTF8.GetString(For(path).Apply(Encoding.UTF8.GetBytes(text), [new LineEdits(line, [new Edit(new TextSpan(at, at + old.Length), replacement)])]));
    }
}
