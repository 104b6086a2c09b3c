using System.Collections.Immutable;
using ScriptRules.Rules;
using ScriptRules.Text;
using ScriptRules.Text.Facts;

namespace ScriptRules.Linting.Checks;

/// <summary>What a rule asks the agent to say can be said, and no rule forbids it in the same place.</summary>
internal sealed class Contradictions : ILintCheck
{
    public IEnumerable<PackDiagnostic> Run(LintSubject subject)
    {
        var forbidding = subject.Pack.Productions.Where(p => p.Meaning == Meaning.Violation && IsSaidByAgent(p.Clauses[0])).ToList();
        for (var i = 0; i < subject.Rules.Count; i++)
        {
            var entry = subject.Rules[i];
            foreach (var (production, asked) in subject.Breaches(i).SelectMany(p => Asked(p).Select(asked => (p, asked))))
            {
                if (asked.All(a => subject.Meanings.WhyDead(Name(a)) is not null))
                {
                    yield return LintSubject.Say(LintCodes.Contradiction, Severity.Error, entry, $"the rule \"{entry.Rule.Id}\" asks for \"{Name(asked[0])}\", which nothing can ever say", "mend that concept");
                    continue;
                }

                foreach (var other in forbidding.Where(f => Meets(f, production, subject.Pack, entry.Rule) && asked.All(a => f.Clauses[0].Concepts.Any(c => subject.Meanings.Implies(Name(a), Name(c))))))
                {
                    var forbids = subject.Pack.Rules[other.Rule];
                    var at = entry.Rule.IsInherited && subject.Rules.First(r => r.Rule.Id == forbids.Id) is { Rule.IsInherited: false } own ? own : entry;
                    yield return LintSubject.Say(LintCodes.Contradiction, Severity.Error, at,
                        $"the rule \"{entry.Rule.Id}\" asks for \"{Name(asked[0])}\", and {(forbids == entry.Rule ? "forbids it as well" : $"\"{forbids.Id}\" forbids it")}",
                        forbids == entry.Rule ? "take it out of the one or of the other" : $"let one of them give way; the other is at {(at == entry ? forbids.Place : entry.Rule.Place)}");
                }
            }
        }

        string Name(int concept) => subject.Pack.Lexicon.NameOf(concept);
    }

    /// <summary>Whether it is met by any mention of its concepts that the agent makes.</summary>
    private static bool IsSaidByAgent(Clause clause) =>
        clause is { Kind: ClauseKind.Match, Fact: FactKind.Mention, Concepts.IsDefaultOrEmpty: false, Where.Length: 2 } && clause.Where.Any(c => c is { Field: FactField.Speaker, Is: Comparison.Equal, Value: { IsConstant: true, Offset: (int)SpeakerRole.Agent } });

    /// <summary>The concepts of which one is to be added to what the agent says.</summary>
    private static IEnumerable<ImmutableArray<int>> Asked(Production production) =>
        production.Rewrite is RewriteWay.Append or RewriteWay.InsertAtStart
            ? production.Clauses.Where(c => c is { Kind: ClauseKind.NotExists, Fact: FactKind.Mention, Concepts.IsDefaultOrEmpty: false }
                && c.Where.Any(w => w is { Field: FactField.Speaker, Value: { IsConstant: true, Offset: (int)SpeakerRole.Agent } })).TakeLast(1).Select(c => c.Concepts)
            : [];

    /// <summary>Whether what <paramref name="forbid"/> forbids is forbidden wherever <paramref name="ask"/> asks for something.</summary>
    private static bool Meets(Production forbid, Production ask, RulePack pack, Rule asking)
    {
        if (!ShadowedRules.Covers(pack.Rules[forbid.Rule].AppliesWhen, asking.AppliesWhen) && pack.Rules[forbid.Rule] != asking) return false;
        return forbid.Clauses.Skip(1).All(c => c is { Kind: ClauseKind.Exists, Fact: FactKind.Mention, Concepts.IsDefault: false }
            && ask.Clauses[0] is { Fact: FactKind.Mention, Concepts.IsDefaultOrEmpty: false } trigger
            && trigger.Concepts.All(t => c.Concepts.Contains(t))
            && Speaker(trigger) == Speaker(c));
    }

    private static int Speaker(Clause clause) => clause.Where.Where(c => c is { Field: FactField.Speaker, Is: Comparison.Equal, Value.IsConstant: true }).Select(c => c.Value.Offset).DefaultIfEmpty(-1).First();
}
