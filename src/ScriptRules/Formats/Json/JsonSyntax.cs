using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ScriptRules.Formats.Json;

/// <summary>Says in plain words why text is not JSON.</summary>
internal static class JsonSyntax
{
    /// <param name="thrown">What the tokenizer found.</param>
    /// <param name="text">The text given to the tokenizer.</param>
    /// <param name="deepest">The depth that it was allowed, if that has been reached; else null.</param>
    /// <param name="isComplete">Whether the one value of the text had been read to its end.</param>
    /// <returns>The offset of the mistake, its code, its words and what to do.</returns>
    public static (int Offset, InputErrorCode Code, string Message, string? Hint) Explain(
        JsonException thrown, ReadOnlySpan<byte> text, int? deepest, bool isComplete)
    {
        var offset = OffsetOf(thrown, text);
        if (offset >= text.Length)
            return Broken(LastMeaningful(text) + 1, "the JSON ends before it is complete", "look for a missing quotation mark or bracket");

        var found = text[offset];
        if (found is (byte)'{' or (byte)'[' && deepest is not null)
            return (offset, InputErrorCode.TooDeep, string.Create(CultureInfo.InvariantCulture, $"nested deeper than {deepest} levels"), null);

        var before = LastMeaningful(text[..offset]);
        if (found is (byte)'}' or (byte)']' && before >= 0 && text[before] == ',')
            return Broken(before, "a comma before the closing bracket", "remove the comma");
        if (isComplete)
            return Broken(offset, $"{CharacterAt(text, offset)} follows the end of the JSON", "in a .jsonl file every conversation has its own line");
        if (found == '/')
            return Broken(offset, "JSON has no comments", "remove the comment");
        if (found == '\'')
            return Broken(offset, "a single quotation mark", "JSON text stands in double quotation marks");
        if (found is (byte)'\n' or (byte)'\r' or (byte)'\t')
            return Broken(offset, "a line break or tab inside a text", "write \\n or \\t, or close the quotation mark");
        if (text[offset..].StartsWith("NaN"u8) || text[offset..].StartsWith("Infinity"u8))
            return Broken(offset, "NaN and Infinity are no JSON numbers", "leave the member out when its value is unknown");

        return Broken(offset, $"{CharacterAt(text, offset)} is not expected here", null);
    }

    private static (int, InputErrorCode, string, string?) Broken(int offset, string message, string? hint) =>
        (offset, InputErrorCode.BrokenJson, message, hint);

    private static int OffsetOf(JsonException thrown, ReadOnlySpan<byte> text)
    {
        var offset = 0;
        for (var line = thrown.LineNumber ?? 0; line > 0; line--)
        {
            var end = text[offset..].IndexOf((byte)'\n');
            if (end < 0)
                return text.Length;

            offset += end + 1;
        }

        return (int)Math.Min(offset + (thrown.BytePositionInLine ?? 0), text.Length);
    }

    private static int LastMeaningful(ReadOnlySpan<byte> text) => text.LastIndexOfAnyExcept(" \t\r\n"u8);

    private static string CharacterAt(ReadOnlySpan<byte> text, int offset)
    {
        Rune.DecodeFromUtf8(text[offset..], out var rune, out _);
        return Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.SpaceSeparator
            ? string.Create(CultureInfo.InvariantCulture, $"the character U+{rune.Value:X4}")
            : $"'{rune}'";
    }
}
