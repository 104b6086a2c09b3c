using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ScriptRules.Formats.Json;

/// <summary>The characters of JSON strings, lone surrogates included, which the framework's own reader refuses.</summary>
internal static class JsonText
{
    /// <summary>The value of the string or name on which <paramref name="json"/> stands.</summary>
    public static string Of(in Utf8JsonReader json)
    {
        var text = Encoding.UTF8.GetString(json.ValueSpan);
        return json.ValueIsEscaped ? Unescape(text) : text;
    }

    /// <summary>Whether the value has more UTF-16 units than that.</summary>
    public static bool IsLongerThan(in Utf8JsonReader json, int units) =>
        json.ValueSpan.Length > units && Of(json).Length > units;

    /// <summary>The text on one line and no longer than a message can bear; what cannot be seen is escaped.</summary>
    public static string Quote(string text)
    {
        const int longest = 40;
        var shown = new StringBuilder("\"");
        for (var i = 0; i < Math.Min(text.Length, longest); i++)
        {
            var isLone = !Rune.TryGetRuneAt(text, i, out var rune);
            if (isLone || (rune.IsBmp && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format))
                shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:x4}");
            else
                shown.Append(rune);

            i += isLone ? 0 : rune.Utf16SequenceLength - 1;
        }

        return shown.Append(text.Length > longest ? "…\"" : "\"").ToString();
    }

    /// <summary>Resolves escapes, which the tokenizer has found to be well-formed.</summary>
    private static string Unescape(string escaped)
    {
        var plain = new StringBuilder(escaped.Length);
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] != '\\')
            {
                plain.Append(escaped[i]);
                continue;
            }

            i++;
            if (escaped[i] == 'u')
            {
                plain.Append((char)ushort.Parse(escaped.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 4;
                continue;
            }

            plain.Append(escaped[i] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', var c => c });
        }

        return plain.ToString();
    }
}
