using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace ScriptRules.Formats.Encodings;

/// <summary>What was found out about the bytes of an input.</summary>
/// <param name="Encoding">How to decode them; with a failure, what they would have to be.</param>
/// <param name="Preamble">The length of the byte order mark.</param>
/// <param name="Failure">What is wrong: <see cref="InputErrorCode.Binary"/> or <see cref="InputErrorCode.Undecodable"/>.</param>
/// <param name="Message">What is wrong, in words.</param>
/// <param name="BadOffset">The first byte that is wrong; −1 when it is all of them.</param>
internal readonly record struct Detection(
    SourceEncoding Encoding, int Preamble = 0, InputErrorCode? Failure = null, string Message = "", int BadOffset = -1);

/// <summary>Finds the encoding of text by its byte order mark, else by what decodes to plausible text.</summary>
internal static class EncodingDetector
{
    // More control characters than this among the bytes, and it is no text.
    private const double MostControls = 0.05;

    // More bytes than this are not valid UTF-8 by chance.
    private const int MostByChance = 64;

    // UTF-16 without a single ASCII character is all Chinese; a few bytes of anything else can look like that.
    private const int LeastWithoutNul = 32;

    /// <param name="bytes">All of an input, or its beginning.</param>
    /// <param name="isWhole">False when more bytes follow, so that the last character may be cut in two.</param>
    public static Detection Detect(ReadOnlySpan<byte> bytes, bool isWhole)
    {
        if (BinaryKind.Of(bytes) is { } kind)
            return Binary($"this is {kind}, not text");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) || bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]))
            return Undecodable("the text is in UTF-32, which is not read");

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return Marked(SourceEncoding.Utf8, 3, bytes, isWhole);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Marked(SourceEncoding.Utf16LittleEndian, 2, bytes, isWhole);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Marked(SourceEncoding.Utf16BigEndian, 2, bytes, isWhole);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x84, 0x31, 0x95, 0x33]))
            return Marked(SourceEncoding.Gb18030, 4, bytes, isWhole);

        return Unmarked(bytes, isWhole);
    }

    private static Detection Marked(SourceEncoding encoding, int preamble, ReadOnlySpan<byte> bytes, bool isWhole)
    {
        var body = bytes[preamble..];
        if (!StrictEncoding.TryDecode(encoding, body, isWhole, out var text, out var bad))
        {
            var name = Name(encoding);
            var message = $"the byte order mark says {name}, but the bytes are not {name}";
            return new Detection(encoding, preamble, InputErrorCode.Undecodable, message, preamble + bad);
        }

        return text.Contains('\0', StringComparison.Ordinal)
            ? Binary("this is not text: it contains NUL characters")
            : new Detection(encoding, preamble);
    }

    private static Detection Unmarked(ReadOnlySpan<byte> bytes, bool isWhole)
    {
        var nul = bytes.IndexOf((byte)0);
        var badUtf8 = FirstBadUtf8(bytes, isWhole);
        if (nul < 0 && badUtf8 < 0)
        {
            if (LooksBinary(bytes))
                return Binary("this is not text: it is full of control characters");

            return new Detection(IsUtf8ByChance(bytes, isWhole) ? SourceEncoding.Gb18030 : SourceEncoding.Utf8);
        }

        if (nul < 0 && IsLikely(SourceEncoding.Gb18030, bytes, isWhole))
            return new Detection(SourceEncoding.Gb18030);

        var mayBeWide = nul >= 0 || bytes.Length >= LeastWithoutNul;
        if (mayBeWide && IsLikely(SourceEncoding.Utf16LittleEndian, bytes, isWhole))
            return new Detection(SourceEncoding.Utf16LittleEndian);
        if (mayBeWide && IsLikely(SourceEncoding.Utf16BigEndian, bytes, isWhole))
            return new Detection(SourceEncoding.Utf16BigEndian);

        if (nul >= 0)
            return Binary("this is not text: it contains NUL bytes");

        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"the byte 0x{bytes[badUtf8]:X2} is not UTF-8, and the text is neither plausible GB18030 nor UTF-16");
        return Undecodable(message) with { BadOffset = badUtf8 };
    }

    /// <summary>The offset of the first byte that is not UTF-8; −1 when there is none.</summary>
    public static int FirstBadUtf8(ReadOnlySpan<byte> bytes, bool isWhole)
    {
        if (Utf8.IsValid(bytes))
            return -1;

        StrictEncoding.TryDecode(SourceEncoding.Utf8, bytes, isWhole, out _, out var bad);
        return bad < 0 ? bad : Math.Min(bad, bytes.Length - 1);
    }

    public static string Name(SourceEncoding encoding) => encoding switch
    {
        SourceEncoding.Utf8 => "UTF-8",
        SourceEncoding.Gb18030 => "GB18030",
        _ => "UTF-16",
    };

    /// <summary>Whether a few words such as 谢谢 or 系统 in GB18030 happen to be letters of faraway scripts in UTF-8.</summary>
    private static bool IsUtf8ByChance(ReadOnlySpan<byte> bytes, bool isWhole)
    {
        // Such letters take two bytes, of which the first is no less than C4; Latin letters with accents begin below.
        if (!isWhole || bytes.Length > MostByChance || bytes.IndexOfAnyInRange((byte)0xC4, (byte)0xDF) < 0
            || bytes.IndexOfAnyInRange((byte)0xE0, (byte)0xFF) >= 0)
        {
            return false;
        }

        return StrictEncoding.TryDecode(SourceEncoding.Gb18030, bytes, isWhole, out var text, out _) && Plausibility.IsAllFrequent(text);
    }

    private static bool IsLikely(SourceEncoding encoding, ReadOnlySpan<byte> bytes, bool isWhole) =>
        StrictEncoding.TryDecode(encoding, bytes, isWhole, out var text, out _) && Plausibility.Of(text) == Likeness.Likely;

    private static bool LooksBinary(ReadOnlySpan<byte> bytes)
    {
        var controls = 0;
        foreach (var b in bytes)
            controls += b is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\v' or (byte)'\f' or (byte)'\r') or 0x7F ? 1 : 0;

        return controls > bytes.Length * MostControls;
    }

    private static Detection Binary(string message) => new(SourceEncoding.Utf8, Failure: InputErrorCode.Binary, Message: message);

    private static Detection Undecodable(string message) =>
        new(SourceEncoding.Utf8, Failure: InputErrorCode.Undecodable, Message: message);
}
