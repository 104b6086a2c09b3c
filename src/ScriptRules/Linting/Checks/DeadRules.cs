using ScriptRules.Rules;
using ScriptRules.Text.Facts;

namespace ScriptRules.Linting.Checks;

/// <summary>Every rule can be broken.</summary>
internal sealed class DeadRules : ILintCheck
{
    // In these, two mentions by one speaker in one turn are alike.
    private static readonly FactField[] SharedInTurn = [FactField.Turn, FactField.Speaker, FactField.AgentRun, FactField.Round];

    public IEnumerable<PackDiagnostic> Run(LintSubject subject)
    {
        for (var i = 0; i < subject.Rules.Count; i++)
        {
            var whys = subject.Breaches(i).Select(p => Why(subject, p)).ToList();
            if (whys.Count == 0 || whys.Contains(null)) continue;
            yield return LintSubject.Say(LintCodes.DeadRule, Severity.Error, subject.Rules[i], $"the rule \"{subject.Rules[i].Rule.Id}\" can never be broken: {whys[0]}", "mend what keeps it from applying, or take it out");
        }
    }

    private static string? Why(LintSubject subject, Production production)
    {
        foreach (var clause in production.Clauses.Where(c => c.Kind is ClauseKind.Match or ClauseKind.Exists && !c.Concepts.IsDefault))
        {
            if (clause.Concepts.All(c => subject.Meanings.WhyDead(Name(c)) is not null))
                return clause.Concepts.IsEmpty ? "it names no concept" : $"nothing can ever say \"{Name(clause.Concepts[0])}\"";
        }

        var anchor = production.Clauses[0];
        if (anchor is not { Kind: ClauseKind.Match, Fact: FactKind.Mention } || anchor.Concepts.IsDefault) return null;
        foreach (var clause in production.Clauses.Where(c => c is { Kind: ClauseKind.NotExists, Fact: FactKind.Mention } && !c.Concepts.IsDefault))
        {
            if (!clause.Where.All(c => c.Field == FactField.Concept || HoldsBesideAnchor(c, anchor))) continue;
            if (anchor.Concepts.All(said => clause.Concepts.Any(excuse => subject.Meanings.Implies(Name(said), Name(excuse)))))
                return $"whenever \"{Name(anchor.Concepts[0])}\" is said, what excuses it is said too";
        }

        return null;

        string Name(int concept) => subject.Pack.Lexicon.NameOf(concept);
    }

    /// <summary>Whether the condition holds for another mention in the anchor's own turn.</summary>
    private static bool HoldsBesideAnchor(Condition condition, Clause anchor)
    {
        if (!SharedInTurn.Contains(condition.Field)) return false;
        if (!condition.Value.IsConstant) return condition.Value is { Variable: 0 } value && value.Field == condition.Field && condition.Holds(0, value.Offset);
        return anchor.Where.Any(c => c.Field == condition.Field && c is { Is: Comparison.Equal, Value.IsConstant: true } && condition.Holds(c.Value.Offset, condition.Value.Offset));
    }
}
