using System.Globalization;
using System.Text;
using System.Text.Unicode;
using ScriptRules.Formats.Encodings;

namespace ScriptRules.Formats;

/// <summary>Cuts a stream into lines and decodes each by itself, so that one bad line never hides the others.</summary>
/// <param name="stream">Stands behind the head.</param>
/// <param name="head">The bytes already read.</param>
/// <param name="name">What to call the input in messages.</param>
/// <param name="limits">What is too much.</param>
/// <param name="found">The encoding of the head; when it could not be told, UTF-8 is expected.</param>
internal sealed class LineReader(Stream stream, byte[] head, string name, ReaderLimits limits, Detection found)
{
    private readonly bool _isWide = found.Encoding is SourceEncoding.Utf16LittleEndian or SourceEncoding.Utf16BigEndian;
    private SourceEncoding _encoding = found.Encoding;

    // Whether the encoding is certain, which it is not as long as all was ASCII.
    private bool _known = found.Preamble > 0 || found.Failure is not null;

    private byte[] _buffer = head;
    private bool _isHead = true;
    private int _start = found.Preamble;
    private int _end = head.Length;
    private bool _atEnd;

    public IEnumerable<SourceLine> Lines()
    {
        _known |= !Ascii.IsValid(_buffer);
        for (var number = 1; ; number++)
        {
            if (!TryNextLine(out var line))
                yield break;

            if (line is { } bytes)
                yield return Decode(bytes, number);
            else
                yield return new SourceLine(number, default, SourceText.TooLarge(new InputPlace(name, number), limits));
        }
    }

    /// <summary>Finds the next line, if there is one. A line that is too long is passed over and null.</summary>
    private bool TryNextLine(out ReadOnlyMemory<byte>? line)
    {
        var searched = 0;
        while (true)
        {
            var rest = _buffer.AsSpan(_start, _end - _start);
            var index = IndexOfLineEnd(rest, searched);
            if (index > limits.Bytes || (index < 0 && rest.Length > limits.Bytes))
            {
                SkipLine();
                line = null;
                return true;
            }

            if (index >= 0 || _atEnd)
            {
                var length = index >= 0 ? index : rest.Length;
                line = _buffer.AsMemory(_start, length);
                _start += index >= 0 ? length + Unit : length;
                return index >= 0 || length > 0;
            }

            searched = rest.Length / Unit * Unit;
            Fill();
        }
    }

    private int Unit => _isWide ? 2 : 1;

    /// <summary>Passes over the rest of a line that is too long, without keeping it.</summary>
    private void SkipLine()
    {
        while (true)
        {
            var rest = _buffer.AsSpan(_start, _end - _start);
            var index = IndexOfLineEnd(rest, 0);
            if (index >= 0 || _atEnd)
            {
                _start = index >= 0 ? _start + index + Unit : _end;
                return;
            }

            _start += rest.Length / Unit * Unit;
            Fill();
        }
    }

    private int IndexOfLineEnd(ReadOnlySpan<byte> bytes, int from)
    {
        if (!_isWide)
        {
            var at = bytes[from..].IndexOf((byte)'\n');
            return at < 0 ? -1 : from + at;
        }

        var (first, second) = _encoding == SourceEncoding.Utf16LittleEndian ? ((byte)'\n', (byte)0) : ((byte)0, (byte)'\n');
        for (var i = from; i + 1 < bytes.Length; i += 2)
        {
            if (bytes[i] == first && bytes[i + 1] == second)
                return i;
        }

        return -1;
    }

    private void Fill()
    {
        var kept = _end - _start;
        var isTooSmall = kept > _buffer.Length / 2 || _isHead;
        var target = isTooSmall ? new byte[Math.Max(64 << 10, _buffer.Length * 2)] : _buffer;
        _buffer.AsSpan(_start, kept).CopyTo(target);
        (_buffer, _isHead, _start, _end) = (target, false, 0, kept);

        var count = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += count;
        _atEnd = count == 0;
    }

    private SourceLine Decode(ReadOnlyMemory<byte> line, int number)
    {
        if (_encoding == SourceEncoding.Utf8)
        {
            if (Utf8.IsValid(line.Span))
            {
                _known |= !Ascii.IsValid(line.Span);
                return new SourceLine(number, line);
            }

            if (!_known && Decoded(SourceEncoding.Gb18030, line.Span) is { } first && Plausibility.Of(first) == Likeness.Likely)
            {
                (_encoding, _known) = (SourceEncoding.Gb18030, true);
                return new SourceLine(number, Encoding.UTF8.GetBytes(first));
            }

            return Undecodable(line.Span, number);
        }

        var text = Decoded(_encoding, line.Span);
        var likeness = text is null ? Likeness.None : Plausibility.Of(text);
        if (_encoding == SourceEncoding.Gb18030 && likeness != Likeness.Likely && Utf8.IsValid(line.Span))
            return new SourceLine(number, line);
        if (text is null || (likeness == Likeness.None && found.Preamble == 0))
            return Undecodable(line.Span, number);

        return new SourceLine(number, Encoding.UTF8.GetBytes(text));
    }

    private static string? Decoded(SourceEncoding encoding, ReadOnlySpan<byte> bytes) =>
        StrictEncoding.TryDecode(encoding, bytes, isWhole: true, out var text, out _) ? text : null;

    private SourceLine Undecodable(ReadOnlySpan<byte> line, int number)
    {
        var bad = _encoding == SourceEncoding.Utf8 ? EncodingDetector.FirstBadUtf8(line, isWhole: true) : -1;
        var place = bad < 0 ? new InputPlace(name, number) : new Utf8Places(name, number).At(line, bad);
        var message = bad < 0
            ? $"this line is not {EncodingDetector.Name(_encoding)}, as the lines before it are"
            : string.Create(CultureInfo.InvariantCulture, $"the byte 0x{line[bad]:X2} is not UTF-8");
        return new SourceLine(number, default, new InputError(InputErrorCode.Undecodable, place, message, "save it as UTF-8"));
    }
}
