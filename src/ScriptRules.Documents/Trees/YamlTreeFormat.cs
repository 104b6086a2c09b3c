using ScriptRules.Formats;
using ScriptRules.Rules;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ScriptRules.Documents.Trees;

/// <summary>A script as YAML.</summary>
internal sealed class YamlTreeFormat : TreeForm
{
    public override IReadOnlyList<string> Extensions { get; } = [".yaml", ".yml"];

    public override bool Recognizes(SourceHead head) => false;

    protected override Tree Parse(DocumentText text)
    {
        var builder = new TreeBuilder();
        var scalars = new List<Piece>();
        var last = 0;
        try
        {
            var parser = new Parser(new StringReader(text.Text));
            while (parser.MoveNext())
            {
                var at = (int)parser.Current!.Start.Index;
                last = at;
                switch (parser.Current)
                {
                    case MappingStart or SequenceStart:
                        builder.Open(parser.Current is MappingStart, at);
                        break;
                    case MappingEnd or SequenceEnd:
                        builder.Close();
                        break;
                    case AnchorAlias:
                        builder.Nothing();
                        break;
                    case Scalar scalar:
                        scalars.Add(YamlScalar.Read(text.Text, scalar));
                        builder.Text(scalars[^1]);
                        break;
                }
            }
        }
        catch (YamlException e)
        {
            throw new BrokenDocumentException(InputErrorCode.BrokenYaml, (int)Math.Clamp(e.Start.Index, 0, text.Text.Length), $"this is not YAML: {(e.InnerException ?? e).Message.ReplaceLineEndings(" ").TrimEnd('.')}");
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            throw new BrokenDocumentException(InputErrorCode.BrokenYaml, last, "this is not YAML");
        }

        return builder.ToTree(Comments(text.Text, scalars));
    }

    protected override IEnumerable<Splice>? Write(DocumentText text, Piece piece, IReadOnlyList<Edit> edits, string wanted, int way)
    {
        switch (way)
        {
            case 0 when edits.All(e => !e.Replacement.Contains('\n', StringComparison.Ordinal)):
                return InPlace(piece, edits, r => YamlScalar.Write(r, piece.Style)) ?? Whole();
            case <= 1 when piece.Style == (int)ScalarStyle.Literal:
                return InPlace(piece, edits, r => r.ReplaceLineEndings(text.LineEnd + YamlScalar.IndentOf(text, piece))) ?? Whole();
            case <= 1:
                return Whole();
            case 2:
                return Whole();
            default:
                return null;
        }

        IEnumerable<Splice> Whole() => [new Splice(piece.Start, piece.End - piece.Start, $"\"{Escapes.Write(wanted)}\"")];
    }

    /// <summary>The lines that are comments; a # inside a value is none.</summary>
    private static IEnumerable<(string, int)> Comments(string text, List<Piece> scalars)
    {
        var next = 0;
        for (var at = text.IndexOf('#', StringComparison.Ordinal); at >= 0; at = at + 1 < text.Length ? text.IndexOf('#', at + 1) : -1)
        {
            while (next < scalars.Count && scalars[next].End <= at) next++;
            if (next < scalars.Count && scalars[next].Start <= at) continue;
            var line = text.AsSpan(0, at).LastIndexOfAny('\r', '\n') + 1;
            if (!text.AsSpan(line, at - line).IsWhiteSpace()) continue;
            var length = text.AsSpan(at).IndexOfAny('\r', '\n') is var end and >= 0 ? end : text.Length - at;
            yield return (text.Substring(at + 1, length - 1), at + 1);
        }
    }
}
