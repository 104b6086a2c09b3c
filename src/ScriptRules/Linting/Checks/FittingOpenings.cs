using ScriptRules.Rules;
using ScriptRules.Text;

namespace ScriptRules.Linting.Checks;

/// <summary>At every time of day and on every festival some model opening breaks no rule; and each of them does so at some time.</summary>
internal sealed class FittingOpenings : ILintCheck
{
    private const int NamedAtMost = 4;

    public IEnumerable<PackDiagnostic> Run(LintSubject subject) =>
        subject.Models.Where(m => m.Opens).GroupBy(m => m.Rule).SelectMany(models => Run(subject, subject.Rules[models.Key].Rule, [.. models]));

    private static IEnumerable<PackDiagnostic> Run(LintSubject subject, Rule rule, List<ModelSentence> models)
    {
        var entry = subject.Rules[models[0].Rule];
        var faults = new Violation?[models.Count];
        var fitsSomewhere = new bool[models.Count];
        var bare = new List<string>();
        foreach (var setting in ModelSentence.Settings(rule.AppliesWhen))
        {
            foreach (var occasion in subject.Occasions)
            {
                var fits = false;
                for (var i = 0; i < models.Count; i++)
                {
                    var fault = Fault(subject, models[i], setting, occasion);
                    faults[i] ??= fault;
                    fitsSomewhere[i] |= fault is null;
                    fits |= fault is null;
                }

                if (!fits) bare.Add(occasion.Name);
            }
        }

        for (var i = 0; i < models.Count; i++)
        {
            if (fitsSomewhere[i] || faults[i] is not { } fault) continue;
            yield return LintSubject.Say(LintCodes.BreaksRule, Severity.Error, entry, $"said first, “{models[i].Text}” breaks the rule \"{fault.Rule}\" at every time of day and on every festival: {fault.Message}",
                "word it otherwise, or change the rule", models[i].Node);
        }

        if (bare.Count == 0) yield break;
        var named = bare.Distinct(StringComparer.Ordinal).ToList();
        var more = named.Count > NamedAtMost ? $" and {named.Count - NamedAtMost} more" : "";
        yield return LintSubject.Say(LintCodes.NothingFits, Severity.Warning, entry, $"none of the openings of \"{rule.Id}\" is right in: {string.Join("; ", named.Take(NamedAtMost))}{more}",
            "add the opening that is right then");
    }

    /// <summary>What the opening breaks, whatever stands in its blanks; null when some filling breaks nothing.</summary>
    private static Violation? Fault(LintSubject subject, ModelSentence model, Conversation setting, Occasion occasion)
    {
        Violation? fault = null;
        foreach (var text in model.Fillings(subject.Pack))
        {
            if (subject.Violations(ModelSentence.First(setting, text, occasion.At)).FirstOrDefault() is not { } found) return null;
            fault ??= found;
        }

        return fault;
    }
}
