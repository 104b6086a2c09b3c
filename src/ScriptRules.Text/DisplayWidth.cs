using System.Globalization;
using System.Text;

namespace ScriptRules.Text;

/// <summary>How many columns a text takes on a terminal, where a Chinese character takes two.</summary>
public static class DisplayWidth
{
    /// <summary>The columns of <paramref name="text"/>; control characters and combining marks take none.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes()) width += Of(rune);
        return width;
    }

    private static int Of(Rune rune)
    {
        var value = rune.Value;
        if (value < 0x20 || value is >= 0x7F and < 0xA0 || value is >= 0x200B and <= 0x200F or >= 0xFE00 and <= 0xFE0F) return 0;
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format) return 0;
        // Blocks of Unicode's EastAsianWidth W and F, and the quotation marks and dashes that Chinese fonts draw wide.
        return value is >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF
            or >= 0xFE30 and <= 0xFE6F or >= 0xFF00 and <= 0xFF60 or >= 0xFFE0 and <= 0xFFE6 or >= 0x1F300 and <= 0x1FAFF
            or >= 0x20000 and <= 0x3FFFD ? 2 : 1;
    }
}
