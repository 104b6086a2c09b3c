using System.Text.RegularExpressions;
using ScriptRules.Rules;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Linting.Checks;

/// <summary>Regular expressions can match folded text, and are there because a template would not do.</summary>
/// <remarks>Those that need backtracking are not loaded at all.</remarks>
internal sealed partial class Regexes : ILintCheck
{
    public IEnumerable<PackDiagnostic> Run(LintSubject subject)
    {
        foreach (var entry in subject.Concepts)
        {
            for (var i = 0; i < entry.Concept.Regexes.Length; i++)
            {
                var (pattern, node) = (entry.Concept.Regexes[i], entry.Items["regex"][i]);
                if (Unfolded(pattern) is var at and >= 0)
                {
                    yield return entry.Reader.Describe(LintCodes.DeadRegex, Severity.Warning, node, $"folded text never has “{pattern[at]}”, so this part of the expression never matches",
                        "write lower case, half width and simplified characters, without spaces and punctuation", at, 1);
                }

                if (Regex.IsMatch("", pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking))
                    yield return LintSubject.Say(LintCodes.CostlyRegex, Severity.Warning, entry, "this expression matches nothing at all, everywhere; such matches do not count", "make some part of it needed", node);
                else if (pattern.StartsWith(".*", StringComparison.Ordinal) || pattern.StartsWith(".+", StringComparison.Ordinal))
                    yield return LintSubject.Say(LintCodes.CostlyRegex, Severity.Warning, entry, "an expression that begins with anything reads the rest of the turn again and again", "begin with words; what comes before them need not be matched", node);
                else if (Plain().IsMatch(pattern))
                    yield return LintSubject.Say(LintCodes.CostlyRegex, Severity.Info, entry, "these are plain words: every turn is read for an expression, and for a template only where its words stand", "move it to says, unless it is to run across punctuation", node);
            }
        }
    }

    /// <summary>Where a literal stands that folding takes away or changes; −1 when there is none. Sets of characters and options are passed over.</summary>
    private static int Unfolded(string pattern)
    {
        if (pattern.Contains("(?", StringComparison.Ordinal)) return -1;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\') i = i + 1 < pattern.Length && pattern[i + 1] is 'p' or 'P' && pattern.IndexOf('}', i) is var brace and > 0 ? brace : i + 1;
            else if (c == '[') i = EndOfSet(pattern, i);
            else if ((c is ' ' or (>= 'A' and <= 'Z') || (c > '\u007f' && !char.IsSurrogate(c))) && FoldTable.FoldPhrase(c.ToString()) != c.ToString()) return i;
        }

        return -1;
    }

    private static int EndOfSet(string pattern, int open)
    {
        var at = open + (open + 1 < pattern.Length && pattern[open + 1] == '^' ? 2 : 1);
        if (at < pattern.Length && pattern[at] == ']') at++; // the character itself
        for (; at < pattern.Length && pattern[at] != ']'; at++)
            if (pattern[at] == '\\') at++;
        return at;
    }

    [GeneratedRegex("^[^\\\\.*+?{}\\[\\]^$]+$")]
    private static partial Regex Plain();
}
