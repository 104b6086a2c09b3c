namespace ScriptRules.Text.Matching.Index;

/// <summary>The distinct phrases of a pack, numbered, each with all its places in the pack's list.</summary>
internal sealed class PhraseList
{
    private readonly string[] _texts;
    private readonly int[] _first;
    private readonly int[] _next;

    private PhraseList(string[] texts, int[] first, int[] next) => (_texts, _first, _next) = (texts, first, next);

    /// <summary>How many are distinct.</summary>
    internal int Count => _texts.Length;

    internal string this[int distinct] => _texts[distinct];

    /// <summary>Whether no phrase has two places, so that the number of each is its place.</summary>
    internal bool AreDistinct => _texts.Length == _next.Length;

    /// <summary>The first place of a phrase in the pack's list.</summary>
    internal int First(int distinct) => _first[distinct];

    /// <summary>The place after <paramref name="place"/> of the same phrase, or -1.</summary>
    internal int Next(int place) => _next[place];

    internal static PhraseList Of(IReadOnlyList<string> phrases)
    {
        var (texts, first, next) = (new List<string>(phrases.Count), new List<int>(phrases.Count), new int[phrases.Count]);
        var last = new Dictionary<string, int>(phrases.Count, StringComparer.Ordinal);
        for (var i = 0; i < phrases.Count; i++)
        {
            if (string.IsNullOrEmpty(phrases[i])) throw new ArgumentException($"Phrase {i} is empty.", nameof(phrases));
            next[i] = -1;
            if (last.TryGetValue(phrases[i], out var same))
            {
                next[same] = i;
            }
            else
            {
                texts.Add(phrases[i]);
                first.Add(i);
            }
            last[phrases[i]] = i;
        }
        return new PhraseList([.. texts], [.. first], next);
    }
}
