using ScriptRules.Rules;

namespace ScriptRules.Linting.Checks;

/// <summary>A rule whose violations could be rewritten has something to write.</summary>
internal sealed class Suggestions : ILintCheck
{
    public IEnumerable<PackDiagnostic> Run(LintSubject subject)
    {
        for (var i = 0; i < subject.Rules.Count; i++)
        {
            var entry = subject.Rules[i];
            if (!entry.Rule.Suggest.IsEmpty) continue;
            if (subject.Breaches(i).FirstOrDefault(p => p.Suggest.IsEmpty && !HasOwnWords(p)) is not { } bare) continue;
            if (bare.Subject.Length > 0)
                yield return LintSubject.Say(LintCodes.NoSuggestion, Severity.Warning, entry, $"the rule \"{entry.Rule.Id}\" does not say what to say when \"{bare.Subject}\" is missing", "add suggest: to that step, or to the rule; it is checked before it is offered");
            else
                yield return LintSubject.Say(LintCodes.NoSuggestion, Severity.Warning, entry, $"the rule \"{entry.Rule.Id}\" does not say what to say instead", "add suggest: with a model sentence; it is checked before it is offered");
        }
    }

    /// <summary>Whether there is nothing to rewrite, or what to write follows from what was said.</summary>
    private static bool HasOwnWords(Production production) =>
        production.Rewrite is RewriteWay.None or RewriteWay.ReplaceName or RewriteWay.Mask or RewriteWay.SayPolitely || (production.Rewrite == RewriteWay.NameTime && !production.Words.IsEmpty);
}
