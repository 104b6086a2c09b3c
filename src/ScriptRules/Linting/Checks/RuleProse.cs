using ScriptRules.Rules;

namespace ScriptRules.Linting.Checks;

/// <summary>A rule says on what ground it stands, how it is read and what is wrong, and is sure when it is severe.</summary>
internal sealed class RuleProse : ILintCheck
{
    // What words alone cannot decide is no error.
    private const double SureFrom = 0.8;

    public IEnumerable<PackDiagnostic> Run(LintSubject subject)
    {
        for (var i = 0; i < subject.Rules.Count; i++)
        {
            var (entry, rule) = (subject.Rules[i], subject.Rules[i].Rule);
            if (rule.Sources.IsEmpty && subject.Breaches(i).All(p => p.Sources.IsEmpty))
                yield return LintSubject.Say(LintCodes.Unfounded, Severity.Warning, entry, $"the rule \"{rule.Id}\" names no source", "add source: with the sentence of the handbook that it enforces");
            if (rule.Description.Length == 0)
                yield return LintSubject.Say(LintCodes.Unfounded, Severity.Warning, entry, $"the rule \"{rule.Id}\" has no description", "add description: how the requirement is read, and what the rule cannot see");
            if (rule.Messages.IsEmpty)
                yield return LintSubject.Say(LintCodes.Unfounded, Severity.Warning, entry, $"the rule \"{rule.Id}\" has no message, so the agent is not told what is wrong", "add message:");
            if (rule.Severity == Severity.Error && rule.Confidence < SureFrom)
            {
                yield return LintSubject.Say(LintCodes.Overconfident, Severity.Warning, entry, FormattableString.Invariant($"the rule \"{rule.Id}\" is only {rule.Confidence} sure, and an error all the same"),
                    "make it a warning or an info", LintSubject.Key(entry.Body, "confidence"));
            }
        }
    }
}
