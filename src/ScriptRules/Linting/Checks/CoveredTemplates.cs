using ScriptRules.Rules;
using ScriptRules.Text.Matching;

namespace ScriptRules.Linting.Checks;

/// <summary>No template of a concept finds only what another one of it finds.</summary>
internal sealed class CoveredTemplates : ILintCheck
{
    public IEnumerable<PackDiagnostic> Run(LintSubject subject)
    {
        for (var i = 0; i < subject.Concepts.Count; i++)
        {
            var entry = subject.Concepts[i];
            if (IsReadOtherwise(entry.Concept)) continue;
            var covers = subject.Templates[i].Select(TemplateCover.Of).ToList();
            for (var narrow = 0; narrow < covers.Count; narrow++)
            {
                var wide = covers.FindIndex(c => c != covers[narrow] && Makes(entry.Concept, c, covers[narrow]) && (covers.IndexOf(c) < narrow || !Makes(entry.Concept, covers[narrow], c)));
                if (wide < 0) continue;
                yield return LintSubject.Say(LintCodes.CoveredTemplate, Severity.Warning, entry, $"\"{entry.Concept.Says[wide]}\" finds all that this finds", "take this one out", entry.Items["says"][narrow]);
            }
        }
    }

    // Conditions look at where a saying ends, so where there are any, the wider template must not end later.
    private static bool Makes(Concept concept, TemplateCover wide, TemplateCover narrow) =>
        wide.Covers(narrow) && (concept.IsWord ? wide.IsWordsOnly && narrow.IsWordsOnly : IsFree(concept) || !wide.MayRunPast(narrow));

    // A longer template is found by its sound, or in disguise, where a shorter one is too short for that.
    private static bool IsReadOtherwise(Concept c) => !c.IsWord && (c.SoundLike is not null || c.SoundLikeInSpeech is not null || c.Disguises != Disguises.None);

    private static bool IsFree(Concept c) =>
        c.At == PositionGuard.Anywhere && c.NotInside.IsEmpty && c.After.IsEmpty && c.NotAfter.IsEmpty && c.Before.IsEmpty && c.NotBefore.IsEmpty && c.InQuestion is null;
}
