using ScriptRules.Formats;
using ScriptRules.Formats.Documents;
using ScriptRules.Formats.Encodings;

namespace ScriptRules.Documents;

/// <summary>A script document as text, with the places of its characters, and the way to put others in their stead.</summary>
/// <remarks>One owner: it remembers the place that it was asked for last, so that a long line is not counted again and again.</remarks>
internal sealed class DocumentText
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly SourceText _source;
    private readonly List<int> _lineStarts = [0];
    private (int Line, int Offset, int Column) _last = (0, 0, 1);

    private DocumentText(ReadOnlyMemory<byte> bytes, SourceText source)
    {
        (_bytes, _source) = (bytes, source);
        for (var i = 0; i < Text.Length; i++)
            if (Text[i] == '\n' || (Text[i] == '\r' && (i + 1 == Text.Length || Text[i + 1] != '\n'))) _lineStarts.Add(i + 1);
    }

    /// <summary>What to call it in messages.</summary>
    internal string Name => _source.Name;

    /// <summary>The characters, without byte order mark.</summary>
    internal string Text => _source.Text;

    /// <summary>The same in UTF-8.</summary>
    internal ReadOnlyMemory<byte> Utf8 => _source.Utf8;

    /// <summary>How its lines end: as the first does.</summary>
    internal string LineEnd => Text.AsSpan().IndexOfAny('\r', '\n') is var at and >= 0 && Text[at] == '\r' ? at + 1 < Text.Length && Text[at + 1] == '\n' ? "\r\n" : "\r" : "\n";

    internal static DocumentText? Read(ReadOnlyMemory<byte> bytes, string path, ReaderLimits limits, out InputError? error)
    {
        var source = SourceText.Read(bytes, path, limits);
        error = source.Error;
        return error is null ? new DocumentText(bytes, source) : null;
    }

    /// <summary>The line and column, from 1 and in characters, of an offset.</summary>
    internal (int Line, int Column) PlaceOf(int offset)
    {
        var line = _lineStarts.BinarySearch(offset);
        if (line < 0) line = ~line - 1;
        var from = _last.Line == line && _last.Offset <= offset ? _last : (line, _lineStarts[line], 1);
        _last = (line, offset, from.Item3 + Characters(Text.AsSpan(from.Item2, offset - from.Item2)));
        return (line + 1, _last.Column);
    }

    internal InputPlace At(int offset)
    {
        var (line, column) = PlaceOf(Math.Clamp(offset, 0, Text.Length));
        return new InputPlace(Name, line, column);
    }

    /// <summary>The start of the line that has an offset.</summary>
    internal int LineStartOf(int offset) => _lineStarts[PlaceOf(offset).Line - 1];

    /// <summary>The bytes with some characters replaced; all other bytes stay.</summary>
    /// <exception cref="DocumentEditException">A replacement cannot be written in the encoding of the document, or two overlap.</exception>
    internal byte[] With(IEnumerable<Splice> splices)
    {
        var encoding = StrictEncoding.Of(_source.Encoding);
        var body = _bytes.Span[_source.Preamble..];
        using var result = new MemoryStream();
        result.Write(_bytes.Span[.._source.Preamble]);
        var (character, at, written) = (0, 0, 0);
        foreach (var splice in splices.OrderBy(s => s.Start).ThenBy(s => s.Length))
        {
            if (splice.Start < character) throw new DocumentEditException($"{At(splice.Start)}: two edits overlap");
            at += Bytes(body[at..], character, splice.Start);
            result.Write(body[written..at]);
            try
            {
                result.Write(encoding.GetBytes(splice.Text));
            }
            catch (System.Text.EncoderFallbackException e)
            {
                throw new DocumentEditException($"{At(splice.Start)}: the new text cannot be written in the encoding of the file", e);
            }

            character = splice.Start + splice.Length;
            written = at += Bytes(body[at..], splice.Start, character);
        }

        result.Write(body[written..]);
        return result.ToArray();
    }

    /// <summary>How many bytes some characters take, that begin where <paramref name="bytes"/> does.</summary>
    private int Bytes(ReadOnlySpan<byte> bytes, int from, int to)
    {
        if (_source.Encoding != SourceEncoding.Gb18030) return StrictEncoding.Of(_source.Encoding).GetByteCount(Text.AsSpan(from, to - from));

        // One character can have several forms in GB18030, so that only the bytes themselves tell.
        var at = 0;
        for (var left = to - from; left > 0;)
        {
            var length = bytes[at] < 0x80 ? 1 : bytes[at + 1] is >= 0x30 and <= 0x39 ? 4 : 2;
            left -= length == 4 && bytes[at] >= 0x90 ? 2 : 1;
            at += length;
        }

        return at;
    }

    private static int Characters(ReadOnlySpan<char> text)
    {
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
            if (char.IsSurrogatePair(text[i - 1], text[i])) count--;
        return count;
    }
}

/// <summary>Characters of a document with others in their stead.</summary>
/// <param name="Start">In UTF-16 units of the document.</param>
/// <param name="Length">How many are replaced; 0 where something is put in.</param>
/// <param name="Text">As the format writes it.</param>
internal readonly record struct Splice(int Start, int Length, string Text);
