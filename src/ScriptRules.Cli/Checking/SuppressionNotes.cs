using System.Globalization;
using ScriptRules.Rules;

namespace ScriptRules.Cli.Checking;

/// <summary>What is to be done about the suppressions of a pack and of documents, as a run has shown.</summary>
internal static class SuppressionNotes
{
    /// <summary>One line for each that has expired and is missed, and for each of the pack's own, and of documents, that excused nothing.</summary>
    internal static IEnumerable<string> Of(IEnumerable<Suppression> ofPack, CheckTally tally)
    {
        foreach (var suppression in ofPack.Concat(tally.Inline).DistinctBy(s => s.Id))
        {
            if (tally.Expired.TryGetValue(suppression.Id, out var times))
            {
                var until = suppression.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                yield return $"{suppression.Place}: note: suppression \"{suppression.Id}\" of {suppression.Owner} held until {until}; what it excused counts again in {times} {(times == 1 ? "conversation" : "conversations")}";
            }
            else if (!suppression.IsInherited && tally.HasFiles && !tally.Suppressed.ContainsKey(suppression.Id))
                yield return $"{suppression.Place}: note: suppression \"{suppression.Id}\" excused nothing in this run";
        }
    }

    /// <summary>One line for each that excuses something, which is why nothing there is corrected.</summary>
    internal static IEnumerable<string> OfUncorrected(IEnumerable<Suppression> ofPack, CheckTally tally)
    {
        foreach (var suppression in ofPack.Concat(tally.Inline).DistinctBy(s => s.Id))
        {
            if (tally.Suppressed.TryGetValue(suppression.Id, out var count))
                yield return $"{suppression.Place}: note: suppression \"{suppression.Id}\" of {suppression.Owner} excuses {(count == 1 ? "1 violation, which is" : $"{count} violations, which are")} not corrected";
        }
    }
}
