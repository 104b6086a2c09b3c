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
            var caught = subject.Outcomes.Where(o => o.Rule == entry.Rule && o.Example.Breaks).ToList();
            var mended = subject.Breaches(models.Key).All(p => p.Rewrite != RewriteWay.None) ? caught.SelectMany(o => AsDrafts(subject, o)).ToList() : [];
            if (mended.Count > 0 && mended.TrueForAll(v => v.Suggestions.IsEmpty))
            {
                yield return LintSubject.Say(LintCodes.NeverOffered, Severity.Warning, entry,
                    $"in none of the failing examples of \"{entry.Rule.Id}\" is a suggestion offered: {mended[0].NoSuggestion}",
                    "a suggestion must do all that the rule asks and break no other rule; try one with scriptrules check --text", models.First().Node);
                continue;
            }

            if (models.First().Opens || caught.Find(IsFirstWord) is not { } example || !subject.Occasions.Any(o => models.Any(m => IsBarred(subject, m, o)))) continue;
            var bare = subject.Occasions.Where(o => Own(subject.Checker.Check(At(example, o)), entry.Rule) is var found && found.Any() && found.All(v => v.Suggestions.IsEmpty)).Select(o => o.Name).ToList();
            if (bare.Count == 0) continue;
            var more = bare.Count > NamedAtMost ? $" and {bare.Count - NamedAtMost} more" : "";
            yield return LintSubject.Say(LintCodes.NothingFits, Severity.Warning, entry,
                $"for “{example.Example.Conversation.Draft!.Text}” no suggestion of \"{entry.Rule.Id}\" is right in: {string.Join("; ", bare.Take(NamedAtMost))}{more}",
                "add a suggestion that opens as those times ask", models.First().Node);
        }
    }

    private static IEnumerable<Violation> Own(CheckReport report, Rule rule) => report.Violations.Where(v => v.Rule == rule.Id);

    /// <summary>The rule's violations in each turn of the case, checked as it would be before it is sent.</summary>
    /// <remarks>The turns of a whole conversation also open and close it, which a rule's own suggestion need not do.</remarks>
    private static IEnumerable<Violation> AsDrafts(LintSubject subject, ExampleOutcome outcome)
    {
        var talk = outcome.Example.Conversation;
        return Own(outcome.Report, outcome.Rule).Select(v => v.Turn).Distinct().SelectMany(turn =>
            Own(turn >= talk.Turns.Length ? outcome.Report
                : talk.Turns[turn].Speaker == SpeakerRole.Agent ? subject.Checker.Check(talk with { Turns = talk.Turns[..turn], Draft = new Draft(talk.Turns[turn].Text) })
                : new CheckReport(), outcome.Rule));
    }

    /// <summary>Whether the case is a reply with nothing before it, at no stated time, that is mended.</summary>
    private static bool IsFirstWord(ExampleOutcome outcome) =>
        outcome.Example.Conversation is { Draft.At: null, StartedAt: null, Turns.IsEmpty: true } && Own(outcome.Report, outcome.Rule).All(v => !v.Suggestions.IsEmpty);

    private static Conversation At(ExampleOutcome outcome, Occasion occasion) =>
        outcome.Example.Conversation with { Draft = outcome.Example.Conversation.Draft! with { At = occasion.At } };

    private static bool IsBarred(LintSubject subject, ModelSentence model, Occasion occasion) =>
        subject.Violations(ModelSentence.First(new Conversation(), model.Text, occasion.At)).Any();
}
