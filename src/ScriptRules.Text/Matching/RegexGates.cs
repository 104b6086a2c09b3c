using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Matching;

/// <summary>Runs a regular expression only on turns that have one of the words that it needs.</summary>
internal sealed class RegexGates
{
    private readonly (CompiledConcept Concept, int Regex)[] _ungated;
    private readonly PhraseIndex? _gates;
    private readonly (CompiledConcept Concept, int Regex)[][] _gated; // by word

    private RegexGates((CompiledConcept, int)[] ungated, PhraseIndex? gates, (CompiledConcept, int)[][] gated) => (_ungated, _gates, _gated) = (ungated, gates, gated);

    internal static RegexGates Of(IEnumerable<CompiledConcept> concepts)
    {
        var ungated = new List<(CompiledConcept, int)>();
        var gated = new SortedDictionary<string, List<(CompiledConcept, int)>>(StringComparer.Ordinal);
        foreach (var concept in concepts)
        {
            for (var i = 0; i < concept.Regexes.Length; i++)
            {
                var words = RegexLiterals.Of(concept.Definition.Regexes[i]);
                if (words.Count == 0) ungated.Add((concept, i));
                foreach (var word in words)
                {
                    if (!gated.TryGetValue(word, out var list)) gated.Add(word, list = []);
                    list.Add((concept, i));
                }
            }
        }

        return new RegexGates([.. ungated], gated.Count > 0 ? PhraseIndex.Build([.. gated.Keys]) : null, [.. gated.Values.Select(g => g.ToArray())]);
    }

    /// <summary>Offers every match to <paramref name="scan"/>.</summary>
    internal void Scan(FoldedText text, TurnScan scan)
    {
        foreach (var (concept, regex) in _ungated) Run(concept, regex, text, scan);
        if (_gates is null) return;
        var hits = scan.Words;
        // Too many hits to name them all: each may have been among those left out.
        if (!_gates.Find(text.Chars, hits)) hits = [.. _gated.Select((_, word) => new PhraseHit(word, 0, 0))];
        if (hits.Count == 0) return;
        var run = new HashSet<(CompiledConcept, int)>();
        foreach (var hit in hits)
        {
            foreach (var gated in _gated[hit.Phrase])
                if (run.Add(gated)) Run(gated.Concept, gated.Regex, text, scan);
        }
    }

    private static void Run(CompiledConcept concept, int regex, FoldedText text, TurnScan scan)
    {
        if (!scan.Wants(concept)) return;
        foreach (var match in concept.Regexes[regex].Value.EnumerateMatches(text.Chars))
            if (match.Length > 0) scan.Offer(concept, match.Index, match.Index + match.Length);
    }
}
