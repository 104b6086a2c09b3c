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
            if (subject.Breaches(i).Any(p => p.Suggest.IsEmpty && p.Rewrite is not (RewriteWay.None or RewriteWay.ReplaceName)))
                yield return LintSubject.Say(LintCodes.NoSuggestion, Severity.Warning, entry, $"the rule \"{entry.Rule.Id}\" does not say what to say instead", "add suggest: with a model sentence; it is checked before it is offered");
        }
    }
}
