using ScriptRules.Rules;

namespace ScriptRules.Linting.Checks;

/// <summary>No suggestion, said as a reply in any channel with its blanks filled, has words in it that a rule forbids.</summary>
/// <remarks>What is missing from a suggestion is no fault of it: it stands beside what else the agent says.</remarks>
internal sealed class ModelSentences : ILintCheck
{
    public IEnumerable<PackDiagnostic> Run(LintSubject subject)
    {
        foreach (var model in subject.Models)
        {
            var rule = subject.Rules[model.Rule];
            var broken =
                from text in model.Fillings(subject.Pack)
                from setting in ModelSentence.Settings(rule.Rule.AppliesWhen)
                from violation in subject.Violations(ModelSentence.Reply(setting, text))
                where violation.Span.Length > 0
                select (Text: text, Violation: violation);
            foreach (var (text, violation) in broken.DistinctBy(b => b.Violation.Rule))
            {
                // A house that forbids what it inherits is told at its own rule.
                var forbids = subject.Rules.First(r => r.Rule.Id == violation.Rule);
                if (rule.Rule.IsInherited && !forbids.Rule.IsInherited && !subject.Options.Inherited)
                {
                    yield return LintSubject.Say(LintCodes.BreaksRule, Severity.Error, forbids, $"a sentence of the inherited rule \"{rule.Rule.Id}\" breaks this rule: “{text}”",
                        "narrow down what this rule forbids, or write a rule of that id with a sentence of your own");
                    continue;
                }

                var whose = violation.Rule == rule.Rule.Id ? $"the rule \"{violation.Rule}\" that it belongs to" : $"the rule \"{violation.Rule}\"";
                var filled = text == model.Text ? "" : $", filled in as “{text}”";
                yield return LintSubject.Say(LintCodes.BreaksRule, Severity.Error, rule, $"this sentence breaks {whose} with “{violation.Text}”{filled}",
                    "word it otherwise, or narrow down what the rule forbids", model.Node);
            }
        }
    }
}
