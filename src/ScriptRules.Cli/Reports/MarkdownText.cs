using System.Buffers;
using System.Globalization;
using System.Text;

namespace ScriptRules.Cli.Reports;

/// <summary>Escapes texts for Markdown.</summary>
internal static class MarkdownText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\`*_[]<>|~&");

    // What Markdown, HTML or a mention begins with.
    private static readonly SearchValues<char> Begins = SearchValues.Create("\\`*_{}[]()<>#!|~@&:.$");

    /// <summary>On one line, so that nothing in it is taken for Markdown, a column of a table, or HTML.</summary>
    internal static string Of(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in VisibleText.Of(text))
        {
            if (Special.Contains(c)) escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>With entities, which are text whatever stands around: for HTML inside Markdown, and so that nobody is mentioned.</summary>
    internal static string Plain(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (Begins.Contains(c)) escaped.Append(CultureInfo.InvariantCulture, $"&#{(int)c};");
            else escaped.Append(c);
        }

        return escaped.ToString();
    }
}
