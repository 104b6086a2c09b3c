using System.Collections.Immutable;
using ScriptRules.Rules;
using ScriptRules.Text;
using ScriptRules.Text.Facts;

namespace ScriptRules.Checking;

/// <summary>Writes findings as violations, with message and evidence.</summary>
internal sealed class ViolationWriter(RulePack pack)
{
    private readonly EvidenceFinder _evidence = new(pack);
    private readonly WordingNote _wording = new(pack);

    internal ImmutableArray<Violation> Write(Conversation conversation, FactSet facts, IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0) return [];
        var fingerprints = new Fingerprints();
        var violations = ImmutableArray.CreateBuilder<Violation>(findings.Count);
        foreach (var finding in findings)
        {
            var rule = pack.Rules[finding.Rule];
            var reading = facts.Readings[finding.Turn];
            // A report does not spread the data that it complains about.
            var text = finding.Standing.Exists(s => s.Anchor is Entity) ? reading.Masked : reading.Turn.Text;
            var said = finding.Span.Of(text);
            var own = finding.Standing is [{ Production: { Sources.Length: < 2 } only }] ? only.Sources : [.. finding.Standing.SelectMany(s => s.Production.Sources).Distinct(StringComparer.Ordinal)];
            violations.Add(new Violation
            {
                Rule = rule.Id,
                Sources = own.IsEmpty ? rule.Sources : own,
                Severity = rule.Severity,
                Confidence = rule.Confidence,
                Turn = finding.Turn,
                Span = finding.Span,
                Text = said,
                Message = Messages.Of(pack, rule, finding.Standing, said) + _wording.Of(finding, facts),
                Evidence = _evidence.Find(finding, facts),
                Fingerprint = fingerprints.Of(rule.Id, finding, said, text),
            });
        }

        return violations.MoveToImmutable();
    }
}
