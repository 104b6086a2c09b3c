using System.Text;
using ScriptRules.Text;

namespace ScriptRules.Cli.Reports;

/// <summary>Breaks a paragraph into lines of a width.</summary>
internal static class Wrapping
{
    // What may not begin a line.
    private const string Closing = ",.!?:;)]}，。！？：；、）】》」』”’…~";

    /// <summary>The lines of <paramref name="text"/>; at least one. Words of letters and digits are not broken, nor does a line begin with a closing mark.</summary>
    /// <param name="text">White space in it counts as one blank.</param>
    /// <param name="columns">The width of a line; a word or a row of closing marks can exceed it.</param>
    internal static List<string> Lines(string text, int columns)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var width = 0;
        foreach (var word in Words(VisibleText.Of(text)))
        {
            var wide = DisplayWidth.Of(word.AsSpan().TrimEnd());
            if (width > 0 && width + wide > columns && !Closing.Contains(word[0], StringComparison.Ordinal))
            {
                lines.Add(line.ToString().TrimEnd());
                line.Clear();
                width = 0;
                if (word == " ") continue;
            }

            line.Append(word);
            width += DisplayWidth.Of(word);
        }

        lines.Add(line.ToString().TrimEnd());
        return lines;
    }

    /// <summary>What is not broken: a run of narrow letters, a wide character, a blank.</summary>
    private static IEnumerable<string> Words(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            if (IsBlank(text, at))
            {
                while (at < text.Length && IsBlank(text, at)) at++;
                yield return " ";
                continue;
            }

            if (IsNarrow(text[at]))
            {
                while (at < text.Length && IsNarrow(text[at])) at++;
            }
            else at += char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1;

            yield return text[start..at];
        }
    }

    private static bool IsBlank(string text, int at) => text[at] == ' ' || text[at] == VisibleText.LineBreak[0];

    private static bool IsNarrow(char c) => c is > ' ' and < '\u0250';
}
