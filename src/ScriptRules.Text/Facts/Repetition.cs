using System.Collections.Immutable;

namespace ScriptRules.Text.Facts;

/// <summary>Counts what is said again, by its meaning or by its words.</summary>
internal static class Repetition
{
    // Longer turns are compared by their beginning.
    private const int ComparedAtMost = 500;

    /// <summary>For each time that a concept is said, the how manieth it is since the last saying that makes it no matter.</summary>
    internal static IEnumerable<MeasureFinder.Event> Said(Measure measure, MeasureFinder.Talk talk)
    {
        var count = 0;
        for (var i = 0; i < talk.Spoken.Count;)
        {
            var next = i + 1;
            while (next < talk.Spoken.Count && talk.Spoken[next].Speaker == talk.Spoken[i].Speaker) next++;
            var turns = talk.Spoken[i..next];
            i = next;
            if (turns.Exists(t => measure.Unless.Any(u => u.Speaker == t.Speaker && talk.Reading(t.Turn).Says(u.Concept))))
            {
                count = 0;
                continue;
            }

            if (turns[0].Speaker != measure.Whose || turns.Find(t => talk.Says(t.Turn, measure.Concepts)) is not { } said) continue;
            var hit = talk.Reading(said.Turn).Hits.First(h => measure.Concepts.BinarySearch(h.Concept) >= 0);
            yield return new MeasureFinder.Event(said, hit.Span, ++count);
        }
    }

    /// <summary>For each turn that is like earlier ones of the speaker, how many there are with it.</summary>
    internal static IEnumerable<MeasureFinder.Event> Same(Measure measure, MeasureFinder.Talk talk)
    {
        var earlier = new Queue<uint[]>();
        foreach (var turn in talk.Spoken)
        {
            if (turn.Speaker != measure.Whose || turn.Length < measure.Minimum || talk.IsExcused(measure, turn)) continue;
            var pairs = Pairs(talk.Reading(turn.Turn).Text.Chars);
            var alike = earlier.Count(e => Similarity(e, pairs) >= measure.Similarity);
            if (alike > 0) yield return new MeasureFinder.Event(turn, turn.Span, alike + 1);
            earlier.Enqueue(pairs);
            if (earlier.Count > measure.Back) earlier.Dequeue();
        }
    }

    /// <summary>How alike two turns are, in percent: twice the pairs of neighbouring characters that they share, of all their pairs (Dice).</summary>
    internal static int Similarity(ReadOnlySpan<char> one, ReadOnlySpan<char> other) => Similarity(Pairs(one), Pairs(other));

    private static int Similarity(uint[] one, uint[] other)
    {
        var (i, k, shared) = (0, 0, 0);
        while (i < one.Length && k < other.Length)
        {
            if (one[i] == other[k]) (i, k, shared) = (i + 1, k + 1, shared + 1);
            else if (one[i] < other[k]) i++;
            else k++;
        }

        return one.Length + other.Length == 0 ? 100 : 200 * shared / (one.Length + other.Length);
    }

    /// <summary>The pairs of neighbouring characters, the edges included, in rising order.</summary>
    private static uint[] Pairs(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, ComparedAtMost)];
        var pairs = new uint[text.Length + 1];
        for (var i = 0; i <= text.Length; i++) pairs[i] = ((uint)(i > 0 ? text[i - 1] : '\0') << 16) | (i < text.Length ? text[i] : '\0');
        Array.Sort(pairs);
        return pairs;
    }
}
