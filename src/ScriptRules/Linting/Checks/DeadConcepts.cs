using ScriptRules.Rules;
using ScriptRules.Text.Matching;

namespace ScriptRules.Linting.Checks;

/// <summary>Every concept can be said, and every template of it.</summary>
internal sealed class DeadConcepts : ILintCheck
{
    public IEnumerable<PackDiagnostic> Run(LintSubject subject)
    {
        for (var i = 0; i < subject.Concepts.Count; i++)
        {
            var (entry, templates) = (subject.Concepts[i], subject.Templates[i]);
            if (entry.Concept.IsWord) continue;
            if (subject.Meanings.WhyDead(entry.Concept.Id) is { } why)
            {
                yield return LintSubject.Say(LintCodes.DeadConcept, Severity.Error, entry, $"nothing can ever say \"{entry.Concept.Id}\": {why}", "mend the condition, or take the concept out");
                continue;
            }

            if (entry.Concept.TurnAtMost == 0) continue;
            for (var n = 0; n < templates.Count; n++)
            {
                if (templates[n].MinWidth is var least && least <= entry.Concept.TurnAtMost) continue;
                yield return LintSubject.Say(LintCodes.DeadConcept, Severity.Error, entry, $"nothing can ever say this: it is {least} characters long, in turns of at most {entry.Concept.TurnAtMost}", "shorten it, or raise turn-at-most", entry.Items["says"][n]);
            }
        }
    }
}
