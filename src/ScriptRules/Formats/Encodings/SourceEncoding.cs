namespace ScriptRules.Formats;

/// <summary>How the characters of an input are written as bytes.</summary>
public enum SourceEncoding
{
    /// <summary>UTF-8, with or without byte order mark; plain ASCII as well.</summary>
    Utf8,

    /// <summary>UTF-16, the low byte first.</summary>
    Utf16LittleEndian,

    /// <summary>UTF-16, the high byte first.</summary>
    Utf16BigEndian,

    /// <summary>GB18030, of which GBK and GB2312 are parts.</summary>
    Gb18030,
}
