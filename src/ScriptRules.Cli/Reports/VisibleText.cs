using System.Globalization;
using System.Text;

namespace ScriptRules.Cli.Reports;

/// <summary>Shows text from outside on a terminal in one line: nothing in it moves the cursor, turns the writing round or ends the line.</summary>
internal static class VisibleText
{
    /// <summary>What stands for a line break.</summary>
    internal const string LineBreak = "⏎";

    /// <summary><paramref name="text"/> with its control characters made visible; a lone surrogate becomes U+FFFD.</summary>
    internal static string Of(ReadOnlySpan<char> text)
    {
        var visible = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n') continue;
            if (c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029') visible.Append(LineBreak);
            else if (c == '\t') visible.Append(' ');
            else if (c < ' ') visible.Append('^').Append((char)(c + '@'));
            else if (char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')) visible.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) visible.Append(c).Append(text[++i]);
            else visible.Append(char.IsSurrogate(c) ? '\uFFFD' : c);
        }

        return visible.ToString();
    }
}
