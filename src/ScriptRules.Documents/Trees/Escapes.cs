using System.Globalization;
using System.Text;

namespace ScriptRules.Documents.Trees;

/// <summary>The escapes of JSON and of YAML's double quotation marks.</summary>
internal static class Escapes
{
    /// <summary>The length of the escape at the beginning, backslash included, and what it stands for; 0 when it is none.</summary>
    internal static int Read(ReadOnlySpan<char> text, out string value)
    {
        value = "";
        if (text.Length < 2) return 0;
        var digits = text[1] switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits > 0)
        {
            if (text.Length < 2 + digits || !uint.TryParse(text.Slice(2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) || code > 0x10FFFF) return 0;
            value = code > 0xFFFF ? char.ConvertFromUtf32((int)code) : ((char)code).ToString();
            return 2 + digits;
        }

        value = text[1] switch
        {
            'n' => "\n", 'r' => "\r", 't' or '\t' => "\t", 'b' => "\b", 'f' => "\f", '0' => "\0", 'a' => "\a", 'v' => "\v", 'e' => "\u001B", 'N' => "\u0085", '_' => "\u00A0", 'L' => "\u2028", 'P' => "\u2029",
            '"' or '\\' or '/' or ' ' => text[1].ToString(),
            _ => "",
        };
        return value.Length == 0 ? 0 : 2;
    }

    /// <summary>Words as they stand between double quotation marks.</summary>
    internal static string Write(string words)
    {
        var written = new StringBuilder(words.Length);
        foreach (var c in words)
        {
            written.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => c.ToString(),
            });
        }

        return written.ToString();
    }
}
