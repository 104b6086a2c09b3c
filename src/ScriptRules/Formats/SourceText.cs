using System.Text;
using ScriptRules.Formats.Encodings;

namespace ScriptRules.Formats;

/// <summary>A text that came in as bytes: decoded without loss, or the reason why it cannot be.</summary>
/// <remarks>
/// UTF-8, UTF-16 and GB18030 are told apart by byte order mark, else by which of them gives plausible text.
/// Nothing is replaced or left out: bytes that cannot be decoded are an <see cref="Error"/>.
/// </remarks>
public sealed class SourceText
{
    private readonly ReadOnlyMemory<byte> _body;
    private string? _text;
    private ReadOnlyMemory<byte>? _utf8;

    private SourceText(string name, SourceEncoding encoding, int preamble, ReadOnlyMemory<byte> body) =>
        (Name, Encoding, Preamble, _body) = (name, encoding, preamble, body);

    private SourceText(InputError error) => (Name, Error) = (error.Place.Path, error);

    /// <summary>The file as the caller named it.</summary>
    public string Name { get; }

    /// <summary>The encoding that was found; UTF-8 when there is an <see cref="Error"/>.</summary>
    public SourceEncoding Encoding { get; }

    /// <summary>The length of the byte order mark.</summary>
    internal int Preamble { get; }

    /// <summary>Why there is no text; null when there is one.</summary>
    public InputError? Error { get; }

    /// <summary>The characters, without byte order mark. Empty means that the input was.</summary>
    /// <exception cref="InvalidOperationException">There is an <see cref="Error"/>.</exception>
    public string Text => _text ??= StrictEncoding.Of(Encoding).GetString(Body.Span);

    /// <summary>The same text in UTF-8.</summary>
    /// <exception cref="InvalidOperationException">There is an <see cref="Error"/>.</exception>
    public ReadOnlyMemory<byte> Utf8 =>
        _utf8 ??= Encoding == SourceEncoding.Utf8 ? Body : System.Text.Encoding.UTF8.GetBytes(Text);

    private ReadOnlyMemory<byte> Body =>
        Error is null ? _body : throw new InvalidOperationException("This input could not be decoded: " + Error);

    /// <summary>Decodes the bytes of one input.</summary>
    /// <param name="bytes">All bytes; not copied, so not to be changed afterwards.</param>
    /// <param name="name">What to call the input in messages.</param>
    /// <param name="limits">What is too much; the defaults when null.</param>
    public static SourceText Read(ReadOnlyMemory<byte> bytes, string name, ReaderLimits? limits = null)
    {
        limits ??= new ReaderLimits();
        if (bytes.Length > limits.Bytes)
            return new SourceText(TooLarge(new InputPlace(name), limits));

        var found = EncodingDetector.Detect(bytes.Span, isWhole: true);
        if (found.Failure is { } code)
            return new SourceText(Undecodable(code, found, bytes.Span, name));

        return new SourceText(name, found.Encoding, found.Preamble, bytes[found.Preamble..]);
    }

    /// <summary>Decodes one input, from where the stream stands to its end.</summary>
    /// <param name="stream">Left open.</param>
    /// <param name="name">What to call the input in messages.</param>
    /// <param name="limits">What is too much; the defaults when null.</param>
    /// <remarks>A stream that cannot be read is an <see cref="Error"/> as well.</remarks>
    public static SourceText Read(Stream stream, string name, ReaderLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            return new SourceStream(stream, name, limits ?? new ReaderLimits()).ReadAll();
        }
        catch (Exception e) when (IoErrors.Covers(e))
        {
            return new SourceText(IoErrors.Describe(e, name));
        }
    }

    internal static InputError TooLarge(InputPlace place, ReaderLimits limits) => new(
        InputErrorCode.TooLarge,
        place,
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"larger than the limit of {limits.Bytes:N0} bytes"),
        "split it, or give one conversation a line in a .jsonl file");

    private static InputError Undecodable(InputErrorCode code, Detection found, ReadOnlySpan<byte> bytes, string name)
    {
        var hint = code == InputErrorCode.Undecodable ? "save it as UTF-8" : null;
        return new InputError(code, PlaceOf(found, bytes, name), found.Message, hint);
    }

    private static InputPlace PlaceOf(Detection found, ReadOnlySpan<byte> bytes, string name)
    {
        if (found.BadOffset < 0 || found.Encoding != SourceEncoding.Utf8)
            return new InputPlace(name);

        return new Utf8Places(name, firstLine: 1).At(bytes[found.Preamble..], found.BadOffset - found.Preamble);
    }
}
