using System.Text;
using System.Xml;

namespace ScriptRules.Cli.Reports;

/// <summary>Makes texts from outside fit for XML and HTML, which have no way to write some characters.</summary>
internal static class Markup
{
    private const char Replacement = '\uFFFD';

    /// <summary>How XML is written: UTF-8 without byte order mark, indented; the stream stays open.</summary>
    internal static XmlWriterSettings Settings { get; } = new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    /// <summary><paramref name="text"/> with control characters, lone surrogates and non-characters replaced; line breaks and tabs stay. Nothing is escaped.</summary>
    internal static string Of(string text)
    {
        StringBuilder? changed = null;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (!IsAllowed(c)) (changed ??= new StringBuilder(text))[i] = Replacement;
        }

        return changed?.ToString() ?? text;
    }

    private static bool IsAllowed(char c) => c is '\t' or '\n' or '\r' || (c >= ' ' && c is < '\u007F' or > '\u009F' && !char.IsSurrogate(c) && c is not ('\uFFFE' or '\uFFFF'));
}
