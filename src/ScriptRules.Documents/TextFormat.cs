using System.Collections.Immutable;
using System.Text;
using ScriptRules.Formats;
using ScriptRules.Formats.Documents;

namespace ScriptRules.Documents;

/// <summary>A text in which every line is a line of script, under headings such as <c>【客户致谢】</c> or <c># 客户致谢</c>.</summary>
internal sealed class TextFormat : IDocumentFormat
{
    public IReadOnlyList<string> Extensions { get; } = [];

    public bool Recognizes(SourceHead head) => head.Extension == ".txt" && head.Lines.Any(l => HeadingOf(l) is not null);

    public ScriptDocument Read(ReadOnlyMemory<byte> bytes, string path, ReaderOptions options)
    {
        var source = SourceText.Read(bytes, path, options.Limits);
        if (source.Error is { } error) return new ScriptDocument { Errors = [error] };
        var lines = ImmutableArray.CreateBuilder<ScriptLine>();
        var (scenario, number, at) = ("", 0, 0);
        foreach (var line in source.Text.Split('\n'))
        {
            number++;
            var words = line.Trim();
            if (HeadingOf(words) is { } heading) scenario = heading;
            else if (words.Length > 0)
            {
                var indent = line.IndexOf(words, StringComparison.Ordinal);
                lines.Add(new ScriptLine { Written = words, Scenario = scenario, Anchors = [new ScriptAnchor(0, at + indent, number, indent + 1)] });
            }

            at += line.Length + 1;
        }

        return new ScriptDocument { Lines = lines.ToImmutable() };
    }

    public byte[] Apply(ReadOnlyMemory<byte> bytes, IReadOnlyList<LineEdits> edits) => throw new DocumentEditException("not yet");

    private static string? HeadingOf(string line) => line switch
    {
        ['#', ..] => line.TrimStart('#').Trim(),
        ['【', .., '】'] => line[1..^1].Trim(),
        _ => null,
    };
}
