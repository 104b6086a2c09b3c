namespace ScriptRules.Formats.Encodings;

/// <summary>Knows files that are no text by how they begin.</summary>
internal static class BinaryKind
{
    /// <summary>What the bytes are, such as "a PNG picture"; null when they may be text.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\u007fELF"u8))
            return "a program (ELF)";
        if (bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8))
            return "a ZIP archive, as .xlsx and .docx files are";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return "an old Office file (.xls, .doc)";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]))
            return "a PNG picture";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return "a JPEG picture";
        if (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8))
            return "a GIF picture";
        if (bytes.StartsWith("%PDF-"u8))
            return "a PDF document";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
            return "a gzip archive";
        if (bytes.StartsWith("Rar!\u001a"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]))
            return "an archive";
        if (bytes.StartsWith("RIFF"u8) && bytes.Length >= 12 && (bytes[8..].StartsWith("WAVE"u8) || bytes[8..].StartsWith("AVI "u8)))
            return "a sound or video file";
        return null;
    }
}
