using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ScriptRules.Formats;
using ScriptRules.Formats.Json;
using ScriptRules.Rules;

namespace ScriptRules.Documents.Trees;

/// <summary>A script as JSON. A file that may be a conversation is left to those who read conversations.</summary>
internal sealed partial class JsonTreeFormat : TreeForm
{
    public override IReadOnlyList<string> Extensions { get; } = [];

    public override bool Recognizes(SourceHead head) =>
        head.Extension == ".json" && head.Text.AsSpan().TrimStart() is ['{' or '[', ..] && !Conversation().IsMatch(head.Text)
        && Key().EnumerateMatches(head.Text) is var keys && HasLine(head.Text, keys);

    protected override Tree Parse(DocumentText text)
    {
        var builder = new TreeBuilder();
        var utf8 = text.Utf8.Span;
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = TreeBuilder.DepthLimit + 2 });
        var (atByte, atChar) = (0, 0);
        try
        {
            while (reader.Read())
            {
                var from = (int)reader.TokenStartIndex;
                atChar += Encoding.UTF8.GetCharCount(utf8[atByte..from]);
                atByte = from;
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        builder.Open(reader.TokenType == JsonTokenType.StartObject, atChar);
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        builder.Close();
                        break;
                    case JsonTokenType.PropertyName or JsonTokenType.String:
                        builder.Text(Value(text.Text, atChar, Encoding.UTF8.GetCharCount(reader.ValueSpan)));
                        break;
                    default:
                        builder.Nothing();
                        break;
                }
            }
        }
        catch (JsonException e)
        {
            var (offset, code, message, hint) = JsonSyntax.Explain(e, utf8, null, isComplete: reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray && reader.CurrentDepth == 0);
            throw new BrokenDocumentException(code, Encoding.UTF8.GetCharCount(utf8[..offset]), message, hint);
        }

        return builder.ToTree([]);
    }

    protected override IEnumerable<Splice>? Write(DocumentText text, Piece piece, IReadOnlyList<Edit> edits, string wanted, int way) =>
        way == 0 ? InPlace(piece, edits, Escapes.Write) : null;

    private static Piece Value(string text, int start, int length)
    {
        var (piece, at, end) = (new PieceBuilder(), start + 1, start + 1 + length);
        while (at < end)
        {
            var plain = text.AsSpan(at, end - at).IndexOf('\\') is var found and >= 0 ? found : end - at;
            piece.Add(text.AsSpan(at, plain), at);
            at += plain;
            if (at >= end) break;
            var escape = Escapes.Read(text.AsSpan(at, end - at), out var value);
            piece.Add(value, at, escape);
            at += escape;
        }

        return piece.ToPiece(start, end + 1);
    }

    private static bool HasLine(string text, Regex.ValueMatchEnumerator keys)
    {
        foreach (var key in keys)
        {
            var name = text.AsSpan(key.Index, key.Length);
            if (ScriptNames.Of(name[1..name.LastIndexOf('"')].ToString(), []) == ScriptRole.Line) return true;
        }

        return false;
    }

    [GeneratedRegex("""\"[^"\\\r\n]{1,30}"(?=\s*:)""", RegexOptions.CultureInvariant)]
    private static partial Regex Key();

    [GeneratedRegex("""\"(turns|draft|dialogue|dialog|dialogs|tickets|segments|speaker|speakers|participants|Participants|Transcript|transcript|results|monologues|recognizedPhrases|utterances|messages|vcon|\$schema)"\s*:""", RegexOptions.CultureInvariant)]
    private static partial Regex Conversation();
}
