using System.Buffers;
using System.Text;

namespace ScriptRules.Cli.Reports;

/// <summary>Escapes texts for Markdown.</summary>
internal static class MarkdownText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\`*_[]<>|~&");

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
}
