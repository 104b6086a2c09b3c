namespace ScriptRules.Text.Facts;

/// <summary>Counts turns, sentences, characters and sayings while the turns of a conversation go by. One at a time on a thread.</summary>
internal sealed class TurnCounter
{
    private const int Whole = 10_000;

    private const int Speakers = 8; // room for each role, and for all of them

    private readonly SayingCounts _said = SayingCounts.ForThread();
    private readonly bool _countsSentences;
    private readonly long _length;
    private readonly List<int> _sentences = []; // where the sentences of this turn start, in folded characters
    private Progress _before;
    private TurnReading? _turn;
    private long _position;

    internal TurnCounter(IReadOnlyList<TurnReading> readings, bool countsSentences)
    {
        _countsSentences = countsSentences;
        foreach (var reading in readings) _length += reading.Turn.Text.Length + 1;
    }

    /// <summary>The turns that have been taken, the present one included.</summary>
    internal Progress SoFar { get; private set; }

    /// <summary>Where the next turn will start, in UTF-16 units from the start of the conversation.</summary>
    internal int Position => Bounded(_turn is null ? _position : _position + _turn.Turn.Text.Length + 1);

    /// <summary>Takes the next turn.</summary>
    internal void Take(TurnReading reading)
    {
        if (_turn is not null) _position += _turn.Turn.Text.Length + 1;
        (_turn, _before) = (reading, SoFar);
        _sentences.Clear();
        for (var from = 0; _countsSentences && from < reading.Text.Length; from = reading.Text.SentenceEnd(from)) _sentences.Add(from);
        SoFar = SoFar.With(reading.Turn.Speaker, _sentences.Count);
    }

    /// <summary>The numbers of what stands at <paramref name="span"/> in the present turn.</summary>
    /// <param name="span">In order of place.</param>
    /// <param name="concept">What is said there; 0 for the turn itself.</param>
    internal Numbers At(TextSpan span, int concept)
    {
        var turn = _turn!.Turn;
        var (first, last) = (SentenceOf(span.Start), SentenceOf(span.End - 1));
        return new Numbers(
            _before.Within(turn.Speaker, first),
            _before.With(turn.Speaker, _sentences.Count == 0 ? 0 : last + 1),
            Bounded(_position + span.Start),
            Bounded(_position + span.End),
            _said.Next((concept * Speakers) + 1 + (int)turn.Speaker),
            _said.Next(concept * Speakers),
            (int)((_position + span.Start) * Whole / Math.Max(1, _length)));
    }

    /// <summary>Which sentence of the turn holds the unit at <paramref name="unit"/>, from 0.</summary>
    private int SentenceOf(int unit)
    {
        var text = _turn!.Text;
        var sentence = 0;
        while (sentence + 1 < _sentences.Count && text.SourceStart(_sentences[sentence + 1]) <= unit) sentence++;
        return sentence;
    }

    private static int Bounded(long value) => (int)Math.Min(value, int.MaxValue - 1);

    internal readonly record struct Numbers(
        Progress Before, Progress UpTo, int Position, int PositionEnd, int Ordinal, int OrdinalOfAll, int Percent);
}
