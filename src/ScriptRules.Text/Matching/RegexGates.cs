using System.Buffers;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Matching;

/// <summary>Runs a regular expression only on turns that have one of the words, and of the letters, that it needs.</summary>
internal sealed class RegexGates
{
    private readonly Expression[] _ungated;
    private readonly PhraseIndex? _gates;
    private readonly Expression[][] _gated; // by word

    private RegexGates(Expression[] ungated, PhraseIndex? gates, Expression[][] gated) => (_ungated, _gates, _gated) = (ungated, gates, gated);

    internal static RegexGates Of(IEnumerable<CompiledConcept> concepts)
    {
        var ungated = new List<Expression>();
        var gated = new SortedDictionary<string, List<Expression>>(StringComparer.Ordinal);
        foreach (var concept in concepts)
        {
            for (var i = 0; i < concept.Regexes.Length; i++)
            {
                var pattern = concept.Definition.Regexes[i];
                var expression = new Expression(concept, i, RegexLiterals.Letters(pattern));
                var words = RegexLiterals.Of(pattern);
                if (words.Count == 0) ungated.Add(expression);
                foreach (var word in words)
                {
                    if (!gated.TryGetValue(word, out var list)) gated.Add(word, list = []);
                    list.Add(expression);
                }
            }
        }

        return new RegexGates([.. ungated], gated.Count > 0 ? PhraseIndex.Build([.. gated.Keys]) : null, [.. gated.Values.Select(g => g.ToArray())]);
    }

    /// <summary>Offers every match to <paramref name="scan"/>.</summary>
    internal void Scan(FoldedText text, TurnScan scan)
    {
        foreach (var expression in _ungated)
            if (expression.IsPossible(text, scan)) expression.Run(text, scan);
        if (_gates is null) return;
        var hits = scan.Words;
        // Too many hits to name them all: each may have been among those left out.
        if (!_gates.Find(text.Chars, hits)) hits = [.. _gated.Select((_, word) => new PhraseHit(word, 0, 0))];
        HashSet<Expression>? run = null;
        foreach (var hit in hits)
        {
            foreach (var expression in _gated[hit.Phrase])
                if (expression.IsPossible(text, scan) && (run ??= []).Add(expression)) expression.Run(text, scan);
        }
    }

    /// <param name="concept">What a match says.</param>
    /// <param name="number">Which of the concept's.</param>
    /// <param name="letters">Of which every match has one; null when it may have none.</param>
    private sealed class Expression(CompiledConcept concept, int number, SearchValues<char>? letters)
    {
        internal bool IsPossible(FoldedText text, TurnScan scan) => scan.Wants(concept) && (letters is null || text.Chars.ContainsAny(letters));

        internal void Run(FoldedText text, TurnScan scan)
        {
            foreach (var match in concept.Regexes[number].Value.EnumerateMatches(text.Chars))
                if (match.Length > 0) scan.Offer(concept, match.Index, match.Index + match.Length);
        }
    }
}
