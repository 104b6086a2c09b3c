using ScriptRules.Text;
using ScriptRules.Text.Facts;
using static ScriptRules.Rules.Kinds.Clauses;

namespace ScriptRules.Rules.Kinds.Conditions;

/// <summary>Writes where a hit may lie, as comparisons of counts and times.</summary>
internal static class HitRanges
{
    private const int Whole = 10_000;

    /// <summary>How far a hit lies from the one that it looks from.</summary>
    /// <param name="withTime">Whether times are asked for as well.</param>
    internal static void AddDistance(NamedCondition condition, AnchorWord word, Reach within, BoundHit from, List<Condition> own, List<HitLink> links, bool withTime)
    {
        var (first, last) = FieldsOf(within.Unit, within.OfAll ? null : condition.By);
        switch (within.Unit)
        {
            case RangeUnit.Time when withTime:
                if (word != AnchorWord.Before)
                {
                    links.Add(new HitLink(FactField.StartsAt, Comparison.AtMost, from, FactField.EndsAt, within.To));
                    if (within.From > 0) links.Add(new HitLink(FactField.StartsAt, Comparison.AtLeast, from, FactField.EndsAt, within.From));
                    Know(from, FactField.EndsAt, FactField.StartsAt);
                }

                if (word != AnchorWord.After)
                {
                    links.Add(new HitLink(FactField.EndsAt, Comparison.AtLeast, from, FactField.StartsAt, -within.To));
                    if (within.From > 0) links.Add(new HitLink(FactField.EndsAt, Comparison.AtMost, from, FactField.StartsAt, -within.From));
                    Know(from, FactField.StartsAt, FactField.EndsAt);
                }

                break;
            case RangeUnit.Time:
                break;
            case RangeUnit.Percent:
                if (word != AnchorWord.Before) links.Add(new HitLink(first, Comparison.AtMost, from, last, within.To));
                if (word != AnchorWord.After) links.Add(new HitLink(first, Comparison.AtLeast, from, last, -within.To));
                if (within.From > 0) links.Add(new HitLink(first, word == AnchorWord.After ? Comparison.AtLeast : Comparison.AtMost, from, last, word == AnchorWord.After ? within.From : -within.From));
                break;
            case RangeUnit.Sentences when word == AnchorWord.At:
                links.Add(new HitLink(FactField.SentencesBefore, Comparison.Less, from, FactField.Sentences, 0));
                links.Add(new HitLink(FactField.Sentences, Comparison.More, from, FactField.SentencesBefore, 0));
                break;
            default:
                // A turn that comes n turns later has n − 1 between; in the same turn the distance is 0.
                if (word is AnchorWord.After or AnchorWord.Around) links.Add(new HitLink(first, Comparison.AtMost, from, last, within.To - 1));
                if (word is AnchorWord.Before or AnchorWord.Around) links.Add(new HitLink(last, Comparison.AtLeast, from, first, 1 - within.To));
                if (within.From > 0 && word == AnchorWord.After) links.Add(new HitLink(first, Comparison.AtLeast, from, last, within.From - 1));
                if (within.From > 0 && word == AnchorWord.Before) links.Add(new HitLink(last, Comparison.AtMost, from, first, 1 - within.From));
                break;
        }

        void Know(BoundHit anchor, FactField ofAnchor, FactField ofHit)
        {
            Condition known = Is(ofAnchor, Comparison.AtLeast, 0);
            if (!anchor.Where.Contains(known)) anchor.Where.Add(known);
            own.Add(Is(ofHit, Comparison.AtLeast, 0));
        }
    }

    /// <summary>In which part of the conversation a hit lies.</summary>
    /// <param name="ending">Binds the end of the conversation.</param>
    /// <param name="withTime">Whether times are asked for as well.</param>
    internal static void AddStretch(NamedCondition condition, Stretch range, Func<BoundHit> ending, List<Condition> own, List<HitLink> links, bool withTime)
    {
        var (first, last) = FieldsOf(range.Unit, range.OfAll ? null : condition.By);
        switch (range.Unit)
        {
            case RangeUnit.Time when !withTime:
                break;
            case RangeUnit.Time when range.FromEnd:
                var end = ending();
                Condition known = Is(FactField.EndsAt, Comparison.AtLeast, 0);
                if (!end.Where.Contains(known)) end.Where.Add(known);
                own.Add(Is(FactField.StartsAt, Comparison.AtLeast, 0));
                links.Add(new HitLink(FactField.StartsAt, Comparison.AtLeast, end, FactField.EndsAt, -range.To));
                break;
            case RangeUnit.Time or RangeUnit.Percent when !range.FromEnd:
                own.Add(Is(first, Comparison.AtLeast, range.From));
                own.Add(Is(first, Comparison.Less, range.To));
                break;
            case RangeUnit.Percent:
                own.Add(Is(first, Comparison.AtLeast, Whole - range.To));
                break;
            case RangeUnit.Turns or RangeUnit.Sentences when range.FromEnd:
                links.Add(new HitLink(first, Comparison.AtLeast, ending(), last, -range.To));
                break;
            default:
                if (range.From > 1) own.Add(Is(first, Comparison.AtLeast, range.From - 1));
                own.Add(Is(first, Comparison.Less, range.To));
                break;
        }
    }

    /// <summary>The fields that count a unit: what came before a place, and with it.</summary>
    internal static (FactField Before, FactField UpTo) FieldsOf(RangeUnit unit, SpeakerRole? by) => (unit, by) switch
    {
        (RangeUnit.Turns, SpeakerRole.Agent) => (FactField.AgentTurnsBefore, FactField.AgentTurns),
        (RangeUnit.Turns, SpeakerRole.Customer) => (FactField.CustomerTurnsBefore, FactField.CustomerTurns),
        (RangeUnit.Turns, _) => (FactField.TurnsBefore, FactField.Turns),
        (RangeUnit.Sentences, SpeakerRole.Agent) => (FactField.AgentSentencesBefore, FactField.AgentSentences),
        (RangeUnit.Sentences, SpeakerRole.Customer) => (FactField.CustomerSentencesBefore, FactField.CustomerSentences),
        (RangeUnit.Sentences, _) => (FactField.SentencesBefore, FactField.Sentences),
        (RangeUnit.Percent, _) => (FactField.Percent, FactField.Percent),
        _ => (FactField.StartsAt, FactField.EndsAt),
    };

    /// <summary>The times that a hit must have for it to be told whether it lies in the range.</summary>
    internal static IEnumerable<FactField> TimesOf(NamedCondition condition)
    {
        var starts = condition.Range is { Unit: RangeUnit.Time } || condition is { Within.Unit: RangeUnit.Time, Anchor.Word: not AnchorWord.Before };
        var ends = condition is { Within.Unit: RangeUnit.Time, Anchor.Word: not AnchorWord.After };
        if (starts) yield return FactField.StartsAt;
        if (ends) yield return FactField.EndsAt;
    }
}
