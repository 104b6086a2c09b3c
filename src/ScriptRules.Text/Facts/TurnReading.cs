using ScriptRules.Text.Entities;
using ScriptRules.Text.Matching;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Facts;

/// <summary>What was found in one turn, apart from what came before it; it can be kept and used again.</summary>
public sealed class TurnReading
{
    private IReadOnlyList<EntityHit>? _entities;

    private readonly ConceptHit[] _hits;

    private TurnReading(Turn turn, FoldedText text, ConceptHit[] hits, bool isCut) => (Turn, Text, _hits, IsCut) = (turn, text, hits, isCut);

    /// <summary>The turn.</summary>
    public Turn Turn { get; }

    /// <summary>Its text, folded.</summary>
    public FoldedText Text { get; }

    /// <summary>The concepts that are said, by place: those that the reader asked for, and what they are made of.</summary>
    public IReadOnlyList<ConceptHit> Hits => _hits;

    /// <summary>The same, to go through at no cost.</summary>
    internal ReadOnlySpan<ConceptHit> Sayings => _hits;

    /// <summary>Whether the turn had more sayings than are read, so that something may be missing.</summary>
    public bool IsCut { get; }

    /// <summary>The numbers, addresses, sums and times that are said, by place; read when they are first asked for.</summary>
    public IReadOnlyList<EntityHit> Entities => _entities ??= Turn.Speaker == SpeakerRole.System ? [] : EntityReader.Read(Text);

    /// <summary>The text with personal data masked; of the same length.</summary>
    public string Masked => PersonalData.Mask(Turn.Text, Entities);

    /// <summary>Reads <paramref name="turn"/>.</summary>
    /// <param name="turn">As sent.</param>
    /// <param name="lexicon">What can be recognised.</param>
    /// <param name="fromSpeech">Whether speech recognition has written it.</param>
    public static TurnReading Of(Turn turn, Lexicon lexicon, bool fromSpeech = false)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(lexicon);
        return Of(turn, lexicon, fromSpeech, null);
    }

    /// <param name="asked">What is looked for; null for all that the lexicon knows.</param>
    internal static TurnReading Of(Turn turn, Lexicon lexicon, bool fromSpeech, AskedConcepts? asked)
    {
        var text = FoldedText.Of(turn.Text);
        if (turn.Speaker == SpeakerRole.System) return new TurnReading(turn, text, [], false);
        var hits = lexicon.Find(text, fromSpeech, out var isCut, asked?.ToFind(turn.Speaker));
        return new TurnReading(turn, text, hits, isCut);
    }

    /// <summary>Whether <paramref name="concept"/> is said, and nothing else.</summary>
    public bool SaysOnly(int concept)
    {
        var next = 0; // the first folded character that the concept has not said
        foreach (var hit in _hits)
        {
            if (hit.Concept != concept) continue;
            if (next < Text.Length && Text.SourceStart(next) < hit.Span.Start) return false;
            while (next < Text.Length && Text.SourceStart(next) < hit.Span.End) next++;
        }

        return next > 0 && next == Text.Length;
    }

    /// <summary>Whether <paramref name="concept"/> is said.</summary>
    public bool Says(int concept)
    {
        foreach (var hit in _hits)
            if (hit.Concept == concept) return true;
        return false;
    }
}
