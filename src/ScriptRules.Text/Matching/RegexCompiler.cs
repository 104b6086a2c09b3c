using System.Globalization;
using System.Text.RegularExpressions;

namespace ScriptRules.Text.Matching;

/// <summary>Makes regular expressions that run without backtracking, and says which cannot.</summary>
internal static class RegexCompiler
{
    private const int ShortRegex = 1000;

    /// <summary>An expression that is built when it is first asked for, since that is slow.</summary>
    /// <param name="refusal">Why it cannot run without backtracking; null when it can.</param>
    /// <exception cref="RegexParseException"><paramref name="pattern"/> is no regular expression.</exception>
    internal static Lazy<Regex> Compile(string pattern, out string? refusal)
    {
        // Interpreted and without running: shows mistakes in the notation at once, for little.
        _ = new Regex(pattern, RegexOptions.CultureInvariant);
        refusal = Refusal(pattern);
        return new Lazy<Regex>(() => new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant));
    }

    private static string? Refusal(string pattern)
    {
        try
        {
            // The constructor tells, but costs; only patterns that could fail are built early.
            if (IsPlainAndShort(pattern)) return null;
            _ = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            return null;
        }
        catch (NotSupportedException e)
        {
            return e.Message.Contains("automat", StringComparison.Ordinal)
                ? "too large: counted repeats multiply"
                : "lookaround, backreferences and atomic groups need backtracking and are not taken";
        }
    }

    /// <summary>Whether a pattern has nothing that would be refused: what is counted is one character or class, so that repeats add up and do not multiply.</summary>
    private static bool IsPlainAndShort(string pattern)
    {
        if (pattern.Contains("(?", StringComparison.Ordinal) || pattern.Contains('\\', StringComparison.Ordinal)) return false;
        var size = pattern.Length;
        for (var open = pattern.IndexOf('{', StringComparison.Ordinal); open >= 0; open = pattern.IndexOf('{', open + 1))
        {
            var bounds = pattern.AsSpan(open + 1);
            var most = bounds[..Math.Max(0, bounds.IndexOf('}'))];
            if (most.Contains(',')) most = most[(most.IndexOf(',') + 1)..];
            if (open == 0 || pattern[open - 1] == ')' || !int.TryParse(most, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > ShortRegex) return false;
            size += count;
        }

        return size <= ShortRegex;
    }
}
