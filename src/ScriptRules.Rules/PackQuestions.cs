using ScriptRules.Text;
using ScriptRules.Text.Facts;

namespace ScriptRules.Rules;

/// <summary>Which concepts a pack asks for, and of whom.</summary>
internal static class PackQuestions
{
    /// <summary>Each concept with who may say it; null for anybody. Some more than once.</summary>
    internal static IEnumerable<(int Concept, SpeakerRole? Speaker)> Of(RulePack pack)
    {
        yield return (pack.Acknowledgement, SpeakerRole.Customer);
        yield return (pack.Greeting, SpeakerRole.Agent);
        yield return (pack.Farewell, SpeakerRole.Agent);
        foreach (var production in pack.Productions)
        {
            foreach (var clause in production.Clauses)
                foreach (var question in Of(clause, pack)) yield return question;
            foreach (var concept in production.Instead) yield return (concept, SpeakerRole.Agent);
        }

        foreach (var measure in pack.Measures)
        {
            foreach (var concept in measure.Concepts) yield return (concept, measure.Whose);
            foreach (var (speaker, concept) in measure.Unless) yield return (concept, speaker);
        }
    }

    private static IEnumerable<(int Concept, SpeakerRole? Speaker)> Of(Clause clause, RulePack pack)
    {
        if (clause.Fact is not (FactKind.Mention or FactKind.Promise)) yield break;
        var speaker = SpeakerOf(clause);
        if (!clause.Concepts.IsDefault)
        {
            foreach (var concept in clause.Concepts) yield return (concept, speaker);
        }
        else
        {
            for (var concept = 1; concept <= pack.Lexicon.Count; concept++) yield return (concept, speaker);
        }
    }

    private static SpeakerRole? SpeakerOf(Clause clause)
    {
        foreach (var condition in clause.Where)
        {
            if (condition is { Field: FactField.Speaker, Is: Comparison.Equal, Value: { IsConstant: true, Offset: var role } }) return (SpeakerRole)role;
        }

        return null;
    }
}
