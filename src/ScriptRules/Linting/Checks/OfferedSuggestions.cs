using ScriptRules.Examples;
using ScriptRules.Rules;
using ScriptRules.Text;

namespace ScriptRules.Linting.Checks;

/// <summary>The suggestions of a rule are offered for its own failing examples; where they greet, at every time of day and on every festival.</summary>
internal sealed class OfferedSuggestions : ILintCheck
{
    private const int NamedAtMost = 4;

    public IEnumerable<PackDiagnostic> Run(LintSubject subject)
    {
        foreach (var models in subject.Models.GroupBy(m => m.Rule))
        {
            var entry = subject.Rules[models.Key];
            var caught = subject.Outcomes.Where(o => o.Rule == entry.Rule && o.Example.Breaks && Own(o.Report, entry.Rule).Any(v => CanBeMended(subject, models.Key, v))).ToList();
            if (caught.Count > 0 && caught.All(o => Own(o.Report, entry.Rule).All(v => v.Suggestions.IsEmpty)))
            {
                yield return LintSubject.Say(LintCodes.NeverOffered, Severity.Warning, entry,
                    $"in none of the failing examples of \"{entry.Rule.Id}\" is a suggestion offered: {Own(caught[0].Report, entry.Rule).First().NoSuggestion}",
                    "a suggestion must do all that the rule asks and break no other rule; try one with scriptrules check --text", models.First().Node);
                continue;
            }

            if (models.First().Opens || caught.FirstOrDefault(IsFirstWord) is not { } example || !subject.Occasions.Any(o => models.Any(m => IsBarred(subject, m, o)))) continue;
            var bare = subject.Occasions.Where(o => Own(subject.Checker.Check(At(example, o)), entry.Rule) is var found && found.Any() && found.All(v => v.Suggestions.IsEmpty)).Select(o => o.Name).ToList();
            if (bare.Count == 0) continue;
            var more = bare.Count > NamedAtMost ? $" and {bare.Count - NamedAtMost} more" : "";
            yield return LintSubject.Say(LintCodes.NothingFits, Severity.Warning, entry,
                $"for “{example.Example.Conversation.Draft!.Text}” no suggestion of \"{entry.Rule.Id}\" is right in: {string.Join("; ", bare.Take(NamedAtMost))}{more}",
                "add a suggestion that opens as those times ask", models.First().Node);
        }
    }

    private static IEnumerable<Violation> Own(CheckReport report, Rule rule) => report.Violations.Where(v => v.Rule == rule.Id);

    /// <summary>A rule that has nothing to rewrite for one of its reasons offers nothing for it.</summary>
    private static bool CanBeMended(LintSubject subject, int rule, Violation violation) =>
        violation.NoSuggestion is not null && subject.Breaches(rule).All(p => p.Rewrite != RewriteWay.None) || !violation.Suggestions.IsEmpty;

    /// <summary>Whether the case is a reply with nothing before it, at no stated time, that is mended.</summary>
    private static bool IsFirstWord(ExampleOutcome outcome) =>
        outcome.Example.Conversation is { Draft.At: null, StartedAt: null, Turns.IsEmpty: true } && Own(outcome.Report, outcome.Rule).All(v => !v.Suggestions.IsEmpty);

    private static Conversation At(ExampleOutcome outcome, Occasion occasion) =>
        outcome.Example.Conversation with { Draft = outcome.Example.Conversation.Draft! with { At = occasion.At } };

    private static bool IsBarred(LintSubject subject, ModelSentence model, Occasion occasion) =>
        !subject.Quick.Check(ModelSentence.First(new Conversation(), model.Text, occasion.At)).Violations.IsEmpty;
}
