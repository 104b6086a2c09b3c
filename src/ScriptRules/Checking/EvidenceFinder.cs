using System.Collections.Immutable;
using ScriptRules.Rules;
using ScriptRules.Text;
using ScriptRules.Text.Entities;
using ScriptRules.Text.Facts;

namespace ScriptRules.Checking;

/// <summary>Finds the facts that made a violation, afresh from its anchor, so that no engine's order shows.</summary>
internal sealed class EvidenceFinder(RulePack pack)
{
    /// <summary>The anchors, and for each clause that asks for a fact the first one that meets it; by place.</summary>
    internal ImmutableArray<Evidence> Find(Finding finding, FactSet facts)
    {
        var found = new List<Fact>();
        var ofTimes = finding.Standing.Exists(s => (s.Production.Needs & Needs.TurnTimes) != 0);
        foreach (var (production, anchor) in finding.Standing)
        {
            found.Add(anchor);
            foreach (var clause in production.Clauses.Skip(1))
            {
                if (clause.Kind != ClauseKind.Exists || clause.Fact is FactKind.Mark or FactKind.Ending or FactKind.Metadata or FactKind.Utterance) continue;
                Fact? first = null;
                foreach (var fact in facts.Facts)
                    if (fact.Kind == clause.Fact && (first is null || (fact.Turn, fact.Span).CompareTo((first.Turn, first.Span)) < 0) && Meets(clause, fact, anchor)) first = fact;
                if (first is not null) found.Add(first);
            }
        }

        found.RemoveAll(static f => f.Kind == FactKind.Utterance);
        if (found is [var only]) return [Write(only, facts, ofTimes)];
        return
        [
            .. found.Select(f => Write(f, facts, ofTimes))
                .Distinct()
                .OrderBy(e => e.Turn).ThenBy(e => e.Span).ThenBy(e => e.Concept, StringComparer.Ordinal),
        ];
    }

    private Evidence Write(Fact fact, FactSet facts, bool withTime) => withTime ? Write(fact, facts) with { Time = EvidenceTime.Of(fact) } : Write(fact, facts);

    private Evidence Write(Fact fact, FactSet facts)
    {
        var text = facts.Readings[fact.Turn].Turn.Text;
        return fact switch
        {
            Mention => new Evidence(fact.Turn, fact.Span, pack.Lexicon.NameOf(fact.Concept), fact.Span.Of(text)) { Match = Matched(fact.Traits) },
            Clock clock => new Evidence(fact.Turn, default, "clock", Describe(clock)),
            Silence silence => new Evidence(fact.Turn, fact.Span, "silence", $"{MeasuredText.Seconds(silence.Amount)} s"),
            Measured measured => new Evidence(fact.Turn, fact.Span, MeasuredText.KindOf(measured, pack), MeasuredText.Of(measured, pack)),
            Promise => new Evidence(fact.Turn, fact.Span, pack.Lexicon.NameOf(fact.Concept), fact.Span.Of(text)),
            Entity entity => new Evidence(fact.Turn, fact.Span, EntityHit.NameOf(entity.What), fact.Span.Of(facts.Readings[fact.Turn].Masked)),
            PartyName name => new Evidence(fact.Turn, fact.Span, "customer-name", name.FullName ?? name.Surname),
            _ => new Evidence(fact.Turn, fact.Span, "name", fact.Span.Of(text)),
        };
    }

    /// <summary>The one that changed the words most.</summary>
    private static MatchKind Matched(MentionTraits traits) =>
        (traits & MentionTraits.Similar) != 0 ? MatchKind.Similar
        : (traits & MentionTraits.Sound) != 0 ? MatchKind.Sound
        : (traits & MentionTraits.Shape) != 0 ? MatchKind.Shape
        : (traits & MentionTraits.Noise) != 0 ? MatchKind.Noise
        : (traits & MentionTraits.Repeat) != 0 ? MatchKind.Repeat
        : (traits & MentionTraits.Folded) != 0 ? MatchKind.Folded : MatchKind.Literal;

    /// <summary>The window of the day, and the festivals.</summary>
    private string Describe(Clock clock)
    {
        var festivals = pack.Calendar.Openings.Where((_, i) => (clock.Festivals & (1 << i)) != 0).Select(f => f.Name);
        return string.Join(" ", festivals.Prepend(pack.Windows.All[clock.Window].Name));
    }

    // Conditions beyond the anchor belong to productions with several matches, which name their facts by other clauses.
    private static bool Meets(Clause clause, Fact fact, Fact anchor)
    {
        foreach (var condition in clause.Where)
        {
            var value = condition.Value;
            if (value.Variable > 0) return false;
            var right = value.IsConstant ? value.Offset : anchor.Get(value.Field) + (long)value.Offset;
            if (!condition.Holds(fact.Get(condition.Field), (int)Math.Clamp(right, int.MinValue, int.MaxValue))) return false;
        }

        return true;
    }
}
