using System.Collections.Immutable;
using ScriptRules.Rules;
using ScriptRules.Text;
using ScriptRules.Text.Facts;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Checking;

/// <summary>Sets aside the violations that a suppression of the pack excuses, or one that is given besides.</summary>
/// <remarks>Today is the day at the site on which the draft would be sent or the conversation began; without a clock, that of the host.</remarks>
internal sealed class SuppressionFilter(RulePack pack, TimeProvider time)
{
    private readonly ImmutableArray<(Suppression Suppression, string Text)> _all = [.. pack.Suppressions.Select(Folded)];

    internal CheckReport Apply(CheckReport report, Conversation conversation, FactSet facts, ImmutableArray<Suppression> besides)
    {
        var all = besides.IsDefaultOrEmpty ? _all : _all.AddRange(besides.Select(Folded));
        if (all.IsEmpty || report.Violations.IsEmpty) return report;
        var today = Today(conversation);
        var counted = ImmutableArray.CreateBuilder<Violation>();
        var excused = ImmutableArray.CreateBuilder<Violation>();
        var expired = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var violation in report.Violations)
        {
            Suppression? holds = null;
            foreach (var (suppression, text) in all)
            {
                if (!Means(suppression, text, violation, conversation, facts)) continue;
                if (suppression.Until < today) expired.Add(suppression.Id);
                else holds ??= suppression;
            }

            if (holds is null) counted.Add(violation);
            else excused.Add(violation with { Suppression = holds });
        }

        return report with
        {
            Violations = counted.ToImmutable(),
            Suppressed = excused.ToImmutable(),
            ExpiredSuppressions = [.. expired],
            Verdict = counted.Count > 0 ? Verdict.Violated : Verdict.Passed,
        };
    }

    private static (Suppression, string) Folded(Suppression suppression) => (suppression, suppression.Text is null ? "" : FoldTable.FoldPhrase(suppression.Text));

    private DateOnly Today(Conversation conversation) =>
        pack.Clock.At(conversation.Draft?.At ?? conversation.StartedAt ?? time.GetUtcNow()).Day;

    private static bool Means(Suppression suppression, string text, Violation violation, Conversation conversation, FactSet facts)
    {
        if (suppression.Rule is { } rule ? rule != violation.Rule : !violation.Sources.Contains(suppression.Source!)) return false;
        if (suppression.Conversation is { } id && id != conversation.Id) return false;
        foreach (var (name, values) in suppression.Attributes)
            if (!conversation.Attributes.TryGetValue(name, out var value) || !values.Contains(value)) return false;
        return text.Length == 0 || FoldTable.FoldPhrase(facts.Readings[violation.Turn].Turn.Text).Contains(text, StringComparison.Ordinal);
    }
}
