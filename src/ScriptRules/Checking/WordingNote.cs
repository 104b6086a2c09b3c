using ScriptRules.Rules;
using ScriptRules.Text.Facts;
using ScriptRules.Text.Matching;

namespace ScriptRules.Checking;

/// <summary>Tells of an opening that is nearly a model sentence which words it lacks and which it adds.</summary>
internal sealed class WordingNote(RulePack pack)
{
    // Below this, another sentence was said (near-verbatim wording against the hardest negatives: recall 1.00 at precision 0.95).
    private const double Near = 0.6;
    private const string OpeningWording = "wording";

    /// <summary>To be put behind the message; empty when nothing is near.</summary>
    internal string Of(Finding finding, FactSet facts)
    {
        if (finding.Standing.Find(s => s.Production is { ShownAt: ShownAt.Opening, Reason: OpeningWording }).Production is not { } production) return "";
        var said = facts.Readings[finding.Turn].Text;
        var nearest = production.Suggest
            .Select(model => WordingDiff.Of(SlotText.Fill(model, name => pack.Slots.GetValueOrDefault(name)?.Split('|')[0].Trim()), said))
            .MaxBy(d => d.Coverage);
        if (nearest is null || nearest.Coverage < Near || nearest.IsExact) return "";
        var parts = new List<string>();
        if (!nearest.Missing.IsEmpty) parts.Add($"少了{string.Concat(nearest.Missing.Select(m => $"“{m}”"))}");
        if (!nearest.Added.IsEmpty) parts.Add($"多了{string.Concat(nearest.Added.Select(a => $"“{a.Of(said.Source)}”"))}");
        return $"与标准话术相比，{string.Join("，", parts)}。";
    }
}
