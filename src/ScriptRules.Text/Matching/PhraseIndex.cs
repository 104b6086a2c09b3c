using ScriptRules.Text.Matching.Index;

namespace ScriptRules.Text.Matching;

/// <summary>A phrase that stands at folded <c>[Start, End)</c>.</summary>
/// <param name="Phrase">Its place in the list that the index was built from.</param>
/// <param name="Start">The first folded character.</param>
/// <param name="End">The folded character after the last.</param>
public readonly record struct PhraseHit(int Phrase, int Start, int End);

/// <summary>All phrases of a pack, found in one scan: every occurrence, overlapping ones too.</summary>
/// <remarks>
/// <para>
/// A phrase is filed under the rarest four characters next to each other in it (<see cref="GramIndex"/>); only
/// where those stand in the text is the phrase compared. Phrases that would crowd one place of the index, and very long
/// ones, go to an Aho-Corasick automaton, so that a scan is linear in the text whatever the pack.
/// </para>
/// <para>Immutable, and safe to share between threads.</para>
/// </remarks>
public sealed class PhraseIndex
{
    /// <summary>Hits kept per folded character of a text, on average; more are dropped, and <see cref="Find"/> says so.</summary>
    public const int MostHitsPerCharacter = 4;

    private const int AlwaysKept = 1024;

    private readonly PhraseList _phrases;
    private readonly SingleIndex? _singles;
    private readonly GramIndex? _grams;
    private readonly Automaton? _automaton;

    private PhraseIndex(PhraseList phrases, SingleIndex? singles, GramIndex? grams, Automaton? automaton) =>
        (_phrases, _singles, _grams, _automaton) = (phrases, singles, grams, automaton);

    /// <summary>How many distinct phrases the automaton took over from the gram index.</summary>
    internal int Crowded => _automaton?.Count ?? 0;

    /// <summary>An index of <paramref name="foldedPhrases"/>; equal phrases are each reported.</summary>
    /// <param name="foldedPhrases">As <see cref="Normalization.FoldTable.FoldPhrase"/> gives them.</param>
    /// <exception cref="ArgumentException">A phrase is empty.</exception>
    public static PhraseIndex Build(IReadOnlyList<string> foldedPhrases) => Build(foldedPhrases, ScanPath.Best);

    /// <summary>As <see cref="Build(IReadOnlyList{string})"/>, on a chosen path: the tests compare them.</summary>
    internal static PhraseIndex Build(IReadOnlyList<string> foldedPhrases, ScanPath path)
    {
        ArgumentNullException.ThrowIfNull(foldedPhrases);
        var phrases = PhraseList.Of(foldedPhrases);
        var crowded = new List<int>();
        var singles = path != ScanPath.Automaton ? SingleIndex.Build(phrases) : null;
        var grams = path != ScanPath.Automaton ? GramIndex.Build(phrases, crowded) : null;
        if (path == ScanPath.Automaton) crowded.AddRange(Enumerable.Range(0, phrases.Count));
        return new PhraseIndex(phrases, singles, grams, crowded.Count > 0 ? Automaton.Build(phrases, crowded) : null);
    }

    /// <summary>Appends what stands in <paramref name="folded"/>, ordered by start, then end, then phrase.</summary>
    /// <returns>
    /// False when there were more than <see cref="MostHitsPerCharacter"/> hits per character (and more than 1,024 in all),
    /// so that some are missing.
    /// </returns>
    public bool Find(ReadOnlySpan<char> folded, List<PhraseHit> hits)
    {
        ArgumentNullException.ThrowIfNull(hits);
        var before = hits.Count;
        var sink = new HitSink(_phrases, hits, Math.Max(AlwaysKept, (long)MostHitsPerCharacter * folded.Length));
        _singles?.Find(folded, ref sink);
        _grams?.Find(folded, ref sink);
        _automaton?.Find(folded, ref sink);
        HitOrder.Sort(hits, before, folded.Length);
        return !sink.IsFull;
    }
}
