using ScriptRules.Rules;
using ScriptRules.Text.Matching;
using ScriptRules.Text.Matching.Index;

namespace ScriptRules.Linting.Checks;

/// <summary>Templates are tried only where rare words stand.</summary>
internal sealed class TemplateCost : ILintCheck
{
    // A gap in front is tried at each of its lengths; a character of the commonest sort is met about once in thirty.
    private const int WideStart = 8;
    private const int Commonest = 8;

    public IEnumerable<PackDiagnostic> Run(LintSubject subject)
    {
        for (var i = 0; i < subject.Concepts.Count; i++)
        {
            var entry = subject.Concepts[i];
            if (entry.Concept.IsWord) continue;
            for (var n = 0; n < subject.Templates[i].Count; n++)
            {
                var program = PatternProgram.Compile(subject.Templates[i][n], entry.Concept.IgnoresPunctuation);
                var node = entry.Items["says"][n];
                if (First(subject.Templates[i][n]) is PatternNode.Gap { Max: >= WideStart })
                    yield return LintSubject.Say(LintCodes.CostlyTemplate, Severity.Info, entry, "a template that begins with a gap is tried from every place in reach of its words", "take the gap out: what comes before need not be matched", node);
                else if (program.Gate.FirstOrDefault(g => g.Word.Length == 1 && g.MaxBefore - g.MinBefore >= WideStart && Rarity.Of(g.Word[0]) >= Commonest) is { Word: { } word })
                    yield return LintSubject.Say(LintCodes.CostlyTemplate, Severity.Info, entry, $"this is tried wherever “{word}” stands, which is everywhere", "give it a rarer word that it cannot do without", node);
            }
        }
    }

    private static PatternNode? First(PatternNode node) => node is PatternNode.Sequence sequence ? sequence.Parts.Select(First).FirstOrDefault(p => p is not null) : node;
}
