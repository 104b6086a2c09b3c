using System.Text;
using ScriptRules.Formats.Encodings;

namespace ScriptRules.Formats;

/// <summary>An input that is read once: its head to tell its form, then the whole or line by line. One owner.</summary>
internal sealed class SourceStream(Stream stream, string name, ReaderLimits limits)
{
    private const int HeadSize = 64 << 10;
    private byte[]? _head;
    private bool _headIsWhole;
    private Detection _found;

    public string Name => name;

    /// <summary>The beginning, for telling the form; <paramref name="extension"/> as in <see cref="SourceHead"/>.</summary>
    public SourceHead Head(string extension)
    {
        var head = ReadHead();
        var body = head.AsSpan(_found.Preamble);
        var text = StrictEncoding.TryDecode(_found.Encoding, body, _headIsWhole, out var strict, out _)
            ? strict
            : Encoding.Latin1.GetString(body);
        return new SourceHead(extension, text, _headIsWhole);
    }

    /// <summary>What is wrong with the input as a whole, by its first bytes: a picture, say. Null when its lines can be tried.</summary>
    public InputError? HopelessError()
    {
        ReadHead();
        return _found is { Failure: { } code, BadOffset: < 0 } ? new InputError(code, new InputPlace(name), _found.Message) : null;
    }

    /// <summary>The whole input, unless it exceeds the limit.</summary>
    public SourceText ReadAll() => SourceText.Read(ReadBytes(), name, limits);

    /// <summary>All bytes; some more than the limit when it is exceeded.</summary>
    public ReadOnlyMemory<byte> ReadBytes()
    {
        var head = ReadHead();
        if (_headIsWhole)
            return head;

        using var all = new MemoryStream();
        all.Write(head);
        var chunk = new byte[HeadSize];
        int count;
        while (all.Length <= limits.Bytes && (count = stream.Read(chunk)) > 0)
            all.Write(chunk, 0, count);

        return all.GetBuffer().AsMemory(0, (int)all.Length);
    }

    /// <summary>The lines, each decoded by itself; memory is bounded by the longest line that the limits allow.</summary>
    public IEnumerable<SourceLine> Lines()
    {
        var head = ReadHead();
        return new LineReader(stream, head, name, limits, _found).Lines();
    }

    private byte[] ReadHead()
    {
        if (_head is not null)
            return _head;

        var buffer = new byte[HeadSize];
        var length = stream.ReadAtLeast(buffer, HeadSize, throwOnEndOfStream: false);
        _headIsWhole = length < HeadSize;
        _head = buffer[..length];
        _found = EncodingDetector.Detect(_head, _headIsWhole);
        return _head;
    }
}

/// <summary>One line of a stream.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Utf8">The line without its end, in UTF-8; valid until the next line is read.</param>
/// <param name="Error">Why it could not be read; null when it could.</param>
internal readonly record struct SourceLine(int Number, ReadOnlyMemory<byte> Utf8, InputError? Error = null);
