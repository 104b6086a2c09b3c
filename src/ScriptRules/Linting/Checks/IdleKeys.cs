using ScriptRules.Rules;
using ScriptRules.Rules.Yaml;

namespace ScriptRules.Linting.Checks;

/// <summary>Every key of a concept does something: words keep no conditions, and some keys need others.</summary>
internal sealed class IdleKeys : ILintCheck
{
    private static readonly string[] KeptByWords = ["title", "says", "any-of"];

    private static readonly (string Key, string[] Needs)[] Companions =
        [("at-least", ["any-of"]), ("ordered", ["all-of"]), ("within", ["all-of", "none-of", "at-least"]), ("ignores-punctuation", ["says"]), ("coverage", ["similar"]),
            ("sound-like", ["says"]), ("disguises", ["says"])];

    public IEnumerable<PackDiagnostic> Run(LintSubject subject)
    {
        foreach (var entry in subject.Concepts)
        {
            foreach (var key in entry.Given.Order(StringComparer.Ordinal))
            {
                if (entry.Concept.IsWord && !KeptByWords.Contains(key))
                    yield return Say(entry, key, $"\"{key}\" does nothing here: of a word, only what it says counts, inside the templates that name it", "put the condition into the templates, or make it a concept");
                else if (!entry.Concept.IsWord && Companions.FirstOrDefault(c => c.Key == key) is { Needs: { } needs } && !needs.Any(entry.Given.Contains))
                    yield return Say(entry, key, $"\"{key}\" does nothing without {string.Join(" or ", needs)}", "take it out");
            }
        }
    }

    private static PackDiagnostic Say(ConceptEntry entry, string key, string message, string help) =>
        LintSubject.Say(LintCodes.IdleKey, Severity.Warning, entry, message, help, LintSubject.Key(entry.Body, key));
}
