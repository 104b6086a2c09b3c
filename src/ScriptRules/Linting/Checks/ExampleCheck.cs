using ScriptRules.Examples;
using ScriptRules.Formats;
using ScriptRules.Rules;
using ScriptRules.Rules.Yaml;

namespace ScriptRules.Linting.Checks;

/// <summary>Every rule has a passing and a failing example, and each shows what it says.</summary>
internal sealed class ExampleCheck : ILintCheck
{
    public IEnumerable<PackDiagnostic> Run(LintSubject subject)
    {
        foreach (var entry in subject.Rules)
        {
            foreach (var breaks in (bool[])[false, true])
            {
                if (!entry.Rule.Examples.Any(e => e.Breaks == breaks))
                    yield return LintSubject.Say(LintCodes.NoExample, Severity.Warning, entry, $"the rule \"{entry.Rule.Id}\" has no {(breaks ? "failing" : "passing")} example", $"add one under examples: {(breaks ? "fail" : "pass")}:");
            }
        }

        var entries = subject.Rules.ToDictionary(r => r.Rule);
        foreach (var cases in subject.Outcomes.GroupBy(o => o.Rule))
        {
            var passing = cases.Where(o => !o.Example.Breaks && o.IsGood).ToList();
            if (passing.Count > 0 && passing.TrueForAll(o => o.ShowsNothing))
                yield return Say(entries[cases.Key], passing[0].Example, $"\"{cases.Key.Id}\" could be decided on none of its passing examples: {Reason(passing[0])}", "give an example what the rule needs");

            var seen = new Dictionary<string, Example>(StringComparer.Ordinal);
            foreach (var outcome in cases)
            {
                // Examples speak of the pack as it is: with the values of a house they may be other cases.
                if (!outcome.IsGood && subject.Options.Settings.IsEmpty) yield return Say(entries[outcome.Rule], outcome.Example, $"this example of \"{outcome.Rule.Id}\" {outcome.Faults[0].Message.TrimEnd(' ', ':')}", "mend the rule or the example; scriptrules test shows where");

                if (seen.TryAdd(ConversationWriter.ToJson(outcome.Example.Conversation), outcome.Example)) continue;
                var first = seen[ConversationWriter.ToJson(outcome.Example.Conversation)];
                yield return Say(entries[outcome.Rule], outcome.Example, first.Breaks == outcome.Example.Breaks ? "the same example stands twice" : "the same example is said to pass and to fail", $"the other is at {first.Place}");
            }
        }
    }

    private static PackDiagnostic Say(RuleEntry rule, Example example, string message, string help) =>
        LintSubject.Say(LintCodes.IdleExample, Severity.Warning, rule, message, help) with { Place = example.Place, Snippet = rule.Reader.LineAt(example.Place.Line) };

    private static string Reason(ExampleOutcome outcome) => outcome.Report.NotChecked.First(r => r.Rule == outcome.Rule.Id).Reason ?? "";
}
