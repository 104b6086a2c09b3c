using System.Text;

namespace ScriptRules.Rules;

/// <summary>A model sentence with blanks such as <c>{brand}</c>.</summary>
public static class SlotText
{
    /// <summary>The names of the blanks, in order.</summary>
    public static IEnumerable<string> Names(string text) => Between(text, '{', '}').Where(n => n.Length > 0 && !char.IsAsciiDigit(n[0]));

    /// <summary>What stands between <paramref name="open"/> and <paramref name="close"/>.</summary>
    public static IEnumerable<string> Between(string text, char open, char close)
    {
        for (var at = text.IndexOf(open); at >= 0; at = text.IndexOf(open, at + 1))
        {
            var end = text.IndexOf(close, at);
            if (end < 0) yield break;
            yield return text[(at + 1)..end].Trim();
        }
    }

    /// <summary><paramref name="text"/> with the blanks filled that <paramref name="value"/> knows; the others stay as they are.</summary>
    public static string Fill(string text, Func<string, string?> value)
    {
        if (!text.Contains('{', StringComparison.Ordinal)) return text;
        var filled = new StringBuilder();
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf('{', at);
            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0) break;
            filled.Append(text, at, open - at).Append(value(text[(open + 1)..close].Trim()) ?? text[open..(close + 1)]);
            at = close + 1;
        }

        return filled.Append(text, at, text.Length - at).ToString();
    }
}
