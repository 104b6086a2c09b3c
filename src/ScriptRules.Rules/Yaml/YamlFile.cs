using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Yaml;

/// <summary>One file of a pack, read to nodes that know their places.</summary>
internal sealed class YamlFile
{
    private const int DepthLimit = 32;

    private readonly string _text;
    private List<int>? _lineStarts;

    private YamlFile(string path, string text) => (Path, _text) = (path, text);

    internal string Path { get; }

    /// <summary>Null when the file is empty.</summary>
    internal YamlNode? Root { get; private set; }

    /// <summary>Reads <paramref name="text"/>; null when it is not YAML, which <paramref name="diagnostics"/> then says.</summary>
    internal static YamlFile? Parse(string path, string text, DiagnosticBag diagnostics)
    {
        var file = new YamlFile(path, text);
        var parser = new PlainParser(new Parser(new StringReader(text)));
        try
        {
            var stream = new YamlStream();
            stream.Load(parser);
            if (stream.Documents.Count > 1) diagnostics.Add(DiagnosticCodes.Syntax, file.PlaceOf(stream.Documents[1].RootNode), "a pack file holds one document", file.LineOf(stream.Documents[1].RootNode));
            file.Root = stream.Documents.Count > 0 ? stream.Documents[0].RootNode : null;
            return file;
        }
        catch (NotAllowedException e)
        {
            diagnostics.Add(DiagnosticCodes.Alias, file.PlaceOf(e.Start), e.Message, file.LineOf(e.Start));
        }
        catch (YamlException e)
        {
            diagnostics.Add(DiagnosticCodes.Syntax, file.PlaceOf(e.Start), Reason(e), file.LineOf(e.Start));
        }

        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // YamlDotNet 16.3 meets a few broken texts, such as "- :" and "!![", with an exception that knows no place.
            var at = parser.Current?.Start ?? Mark.Empty;
            diagnostics.Add(DiagnosticCodes.Syntax, file.PlaceOf(at), "what stands here or next is no YAML", file.LineOf(at));
        }

        return null;
    }

    internal Place PlaceOf(YamlNode node)
    {
        var length = node is YamlScalarNode && node.End.Line == node.Start.Line ? node.End.Column - node.Start.Column : 1;
        var place = PlaceOf(node.Start);
        return place with { Length = Characters(node.Start, length) };
    }

    /// <summary>The place inside a text at <paramref name="offset"/>; that of the node when the text is not written there as it is.</summary>
    internal Place PlaceIn(YamlScalarNode node, int offset, int length)
    {
        var text = node.Value ?? "";
        var quoted = node.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted ? 1 : 0;
        var at = (int)node.Start.Column - 1 + quoted;
        if (offset > text.Length || LineOf(node.Start) is not { } line || at + offset > line.Length
            || !line.AsSpan(at).StartsWith(text.AsSpan(0, offset), StringComparison.Ordinal)) return PlaceOf(node);
        return Place(Path, (int)node.Start.Line, at + offset + 1, length, line);
    }

    /// <summary>A place given in UTF-16 units, counted in characters.</summary>
    internal static Place Place(string path, int line, int column, int length, string? text)
    {
        if (text is null) return new Place(path, line, column, Math.Max(1, length));
        var start = Math.Clamp(column - 1, 0, text.Length);
        var end = Math.Clamp(start + (long)length, start, text.Length);
        return new Place(path, line, Count(text.AsSpan(0, start)) + 1 + (column - 1 - start), Math.Max(1, Count(text.AsSpan(start, (int)end - start))));
    }

    internal Place PlaceAt(int line, int column, int length) => Place(Path, line, column, length, LineAt(line));

    internal string? LineAt(long line)
    {
        _lineStarts ??= LineStarts(_text);
        if (line < 1 || line > _lineStarts.Count) return null;
        var rest = _text.AsSpan(_lineStarts[(int)line - 1]);
        var end = rest.IndexOfAny(Breaks);
        return (end < 0 ? rest : rest[..end]).ToString();
    }

    /// <summary>The lines of <paramref name="text"/>, as YAML tells them apart.</summary>
    internal static string[] Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Split(Breaks.ToArray());

    internal string? LineOf(YamlNode node) => LineOf(node.Start);

    private Place PlaceOf(Mark mark) => PlaceAt((int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column), 1);

    private string? LineOf(Mark mark) => LineAt(mark.Line);

    private int Characters(Mark start, long length) => PlaceAt((int)start.Line, (int)start.Column, (int)Math.Clamp(length, 1, int.MaxValue)).Length;

    private static ReadOnlySpan<char> Breaks => ['\n', '\r', '\u0085', '\u2028', '\u2029'];

    private static List<int> LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var at = 0; text.AsSpan(at).IndexOfAny(Breaks) is var step and >= 0;)
        {
            at += step + 1;
            if (text[at - 1] == '\r' && at < text.Length && text[at] == '\n') at++;
            starts.Add(at);
        }

        return starts;
    }

    private static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes()) count++;
        return count;
    }

    private static string Reason(YamlException e) => e.InnerException is { } inner ? inner.Message : e.Message;

    /// <summary>Lets no anchors, aliases or deep nesting through: they make small files huge.</summary>
    private sealed class PlainParser(Parser inner) : IParser
    {
        private int _depth;

        public ParsingEvent? Current => inner.Current;

        public bool MoveNext()
        {
            if (!inner.MoveNext()) return false;
            switch (inner.Current)
            {
                case AnchorAlias alias:
                    throw new NotAllowedException(alias.Start, "aliases are not allowed in packs; name a concept and refer to it");
                case NodeEvent { Anchor.IsEmpty: false } node:
                    throw new NotAllowedException(node.Start, "anchors are not allowed in packs; name a concept and refer to it");
                case MappingStart or SequenceStart when ++_depth > DepthLimit:
                    throw new NotAllowedException(inner.Current.Start, $"nested more than {DepthLimit} deep");
                case MappingEnd or SequenceEnd:
                    _depth--;
                    break;
            }

            return true;
        }
    }

    private sealed class NotAllowedException(Mark start, string message) : YamlException(start, start, message)
    {
        public override string Message { get; } = message;
    }
}
