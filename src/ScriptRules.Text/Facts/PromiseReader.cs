using ScriptRules.Text.Entities;
using ScriptRules.Text.Matching;

namespace ScriptRules.Text.Facts;

/// <summary>Makes promises of the sayings that promise, each with the time that goes with it.</summary>
/// <param name="concepts">The concepts that promise, in rising order.</param>
internal sealed class PromiseReader(IReadOnlyList<int> concepts)
{
    // How many characters may stand between a bare day and what is promised for it.
    private const int DayReach = 10;

    private static readonly string[] Vague =
        ["尽快", "尽早", "尽量早", "第一时间", "稍后", "稍候", "稍晚", "随后", "晚点", "晚些时候", "晚些", "过会儿", "一会儿", "等会儿", "等会", "待会儿", "待会", "到时候", "到时", "回头", "后续", "后面", "以后", "之后", "及时", "马上", "立刻", "立即", "早点", "过后", "改天"];

    /// <summary>The promises in <paramref name="reading"/>, one for each concept and clause; the numbers of rounds and runs are the caller's.</summary>
    internal IEnumerable<Promise> Read(TurnReading reading, DateTimeOffset? saidAt, DateTime? now, int turn, int run, int round)
    {
        var last = default(TextSpan);
        var lastConcept = 0;
        foreach (var hit in reading.Hits)
        {
            if (!concepts.Contains(hit.Concept)) continue;
            var clause = Unit(reading, hit.Span, sentence: false);
            if (hit.Concept == lastConcept && clause.Overlaps(last)) continue;
            (last, lastConcept) = (clause, hit.Concept);
            var sentence = Unit(reading, hit.Span, sentence: true);
            var time = TimeOf(reading, hit, clause, sentence);
            var (minutes, due) = time?.Time!.Minutes(now) ?? (-1, -1);
            yield return new Promise
            {
                Turn = turn, Speaker = reading.Turn.Speaker, AgentRun = run, Round = round, Concept = hit.Concept, Traits = hit.Traits,
                Span = hit.Span, Sentence = sentence,
                NamesTime = time is null ? 0 : 1, Minutes = minutes, DueIn = due, SaidAt = saidAt,
                TimeSpan = time?.Span ?? Gap(reading, hit.Span, clause),
            };
        }
    }

    /// <summary>The time in the promise's own clause, else in its sentence, else in the next or the previous sentence of the turn.</summary>
    private static EntityHit? TimeOf(TurnReading reading, ConceptHit promise, TextSpan clause, TextSpan sentence)
    {
        EntityHit? best = null;
        var bestRank = int.MaxValue;
        foreach (var entity in reading.Entities)
        {
            if (entity.Time is null) continue;
            var isBare = entity.Kind == EntityKind.Day;
            var distance = entity.Span.Start >= promise.Span.End ? entity.Span.Start - promise.Span.End + 1 : Math.Max(0, promise.Span.Start - entity.Span.End);
            if (isBare && (entity.Span.Start > promise.Span.End || distance > DayReach)) continue;
            var rank = distance + (clause.Covers(entity.Span) ? 0 : sentence.Covers(entity.Span) ? 1_000_000 : 2_000_000);
            if (isBare && rank >= 2_000_000) continue;
            if (rank < bestRank) (best, bestRank) = (entity, rank);
        }

        return best;
    }

    /// <summary>Where a time belongs: on the words that only seem to name one, after 会, or before the promise.</summary>
    private static TextSpan Gap(TurnReading reading, TextSpan promise, TextSpan clause)
    {
        var text = reading.Turn.Text;
        var words = clause.Of(text);
        foreach (var vague in Vague)
        {
            var at = words.IndexOf(vague, StringComparison.Ordinal);
            if (at >= 0 && clause.Start + at < promise.End) return new TextSpan(clause.Start + at, clause.Start + at + vague.Length);
        }

        var will = text.AsSpan(clause.Start..promise.End).LastIndexOfAny('会', '将');
        var place = will >= 0 ? clause.Start + will + 1 : promise.Start;
        return new TextSpan(place, place);
    }

    private static TextSpan Unit(TurnReading reading, TextSpan span, bool sentence)
    {
        var text = reading.Text;
        var (first, last) = (0, text.Length - 1);
        while (first < last && text.SourceEnd(first) <= span.Start) first++;
        while (last > first && text.SourceStart(last) >= span.End) last--;
        return sentence
            ? text.Span(text.SentenceStart(first), text.SentenceEnd(last))
            : text.Span(text.ClauseStart(first), text.ClauseEnd(last));
    }
}
