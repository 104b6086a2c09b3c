using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ScriptRules.Formats.Encodings;

/// <summary>Decoders that never replace what they cannot read.</summary>
internal static class StrictEncoding
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Little = new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Big = new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    // Asked of the provider itself: registering it would change the encodings of the whole program.
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    public static Encoding Of(SourceEncoding encoding) => encoding switch
    {
        SourceEncoding.Utf16LittleEndian => Little,
        SourceEncoding.Utf16BigEndian => Big,
        SourceEncoding.Gb18030 => Gb18030,
        _ => Utf8,
    };

    /// <param name="encoding">The encoding to try.</param>
    /// <param name="bytes">The bytes, without byte order mark.</param>
    /// <param name="isWhole">False when the last character may be cut in two; the part of it is then left out.</param>
    /// <param name="text">The characters, when every byte was understood.</param>
    /// <param name="badOffset">Else the offset of the first byte that was not.</param>
    public static bool TryDecode(
        SourceEncoding encoding, ReadOnlySpan<byte> bytes, bool isWhole, [NotNullWhen(true)] out string? text, out int badOffset)
    {
        try
        {
            var decoder = Of(encoding).GetDecoder();
            var chars = new char[Of(encoding).GetMaxCharCount(bytes.Length)];
            var length = decoder.GetChars(bytes, chars, flush: isWhole);
            text = new string(chars, 0, length);
            badOffset = -1;
            return true;
        }
        catch (DecoderFallbackException e)
        {
            text = null;
            badOffset = Math.Clamp(e.Index, 0, bytes.Length);
            return false;
        }
    }
}
