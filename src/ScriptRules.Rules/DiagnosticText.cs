using System.Globalization;
using System.Text;

using ScriptRules.Text;

namespace ScriptRules.Rules;

/// <summary>A diagnostic as people read it: where, what, the line with carets, and what to do.</summary>
public static class DiagnosticText
{
    /// <summary>Several lines, without a newline at the end. Carets follow display width, to stay under Chinese characters.</summary>
    public static string Format(PackDiagnostic diagnostic)
    {
        var text = new StringBuilder();
        var level = diagnostic.Level.ToString().ToLowerInvariant();
        text.Append(CultureInfo.InvariantCulture, $"{diagnostic.Place}: {level} {diagnostic.Code}: {diagnostic.Message}");
        if (diagnostic.Snippet is { } line && diagnostic.Place.Line > 0)
        {
            var number = diagnostic.Place.Line.ToString(CultureInfo.InvariantCulture).PadLeft(5);
            var lead = DisplayWidth.Of(Head(line, diagnostic.Place.Column - 1));
            var marked = Math.Max(1, DisplayWidth.Of(Head(line[Math.Min(line.Length, Head(line, diagnostic.Place.Column - 1).Length)..], diagnostic.Place.Length)));
            text.AppendLine().Append(CultureInfo.InvariantCulture, $"{number} | {line.Replace('\t', ' ')}");
            text.AppendLine().Append("      | ").Append(' ', lead).Append('^', marked);
        }

        if (diagnostic.Help is { } help) text.AppendLine().Append("  help: ").Append(help);
        return text.ToString();
    }

    /// <summary>The first <paramref name="characters"/> characters, where a surrogate pair is one.</summary>
    private static string Head(string text, int characters)
    {
        var end = 0;
        for (var n = 0; n < characters && end < text.Length; n++)
            end += char.IsHighSurrogate(text[end]) && end + 1 < text.Length ? 2 : 1;
        return text[..end];
    }
}
