namespace ScriptRules.Text.Matching;

/// <summary>Alternative words for one place in a template, asked for at a position.</summary>
internal sealed class LiteralSet
{
    private readonly Entry[] _entries; // by first character, then longest first
    private readonly CharacterSet _lasts;

    /// <param name="words">None is empty.</param>
    internal LiteralSet(IReadOnlyList<string> words)
    {
        var entries = new Entry[words.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            var word = words[i];
            entries[i] = new Entry(word[0], word.Length > 1 ? word[1] : '\0', word);
            Firsts |= CharacterSet.Of(word[0]);
            _lasts |= CharacterSet.Of(word[^1]);
        }

        _entries = entries.Length > 1 ? Different(entries) : entries;
    }

    /// <summary>The characters that they begin with.</summary>
    internal CharacterSet Firsts { get; }

    /// <summary>A word, with its first two characters beside it; no text holds the zero that stands for no second one.</summary>
    internal readonly record struct Entry(char First, char Second, string Word);

    /// <summary>The words that begin with <paramref name="first"/>, longest first.</summary>
    internal ReadOnlySpan<Entry> StartingWith(char first)
    {
        ReadOnlySpan<Entry> entries = _entries;
        var from = entries.BinarySearch(new Initial(first));
        if (from < 0) return [];
        var to = from + 1;
        while (from > 0 && entries[from - 1].First == first) from--;
        while (to < entries.Length && entries[to].First == first) to++;
        return entries[from..to];
    }

    /// <summary>Whether one of the words ends just before <paramref name="position"/>.</summary>
    internal bool EndsAt(ReadOnlySpan<char> text, int position)
    {
        if (position == 0 || !_lasts.MayHold(text[position - 1])) return false;
        foreach (var (_, _, word) in _entries)
            if (text[..position].EndsWith(word)) return true;
        return false;
    }

    private static Entry[] Different(Entry[] entries)
    {
        Array.Sort(entries, Compare);
        var different = 1;
        for (var i = 1; i < entries.Length; i++)
            if (entries[i].Word != entries[i - 1].Word) entries[different++] = entries[i];
        Array.Resize(ref entries, different);
        return entries;
    }

    private static int Compare(Entry a, Entry b)
    {
        if (a.First != b.First) return a.First - b.First;
        return a.Word.Length != b.Word.Length ? b.Word.Length - a.Word.Length : string.CompareOrdinal(a.Word, b.Word);
    }

    /// <summary>Stands in a search for the words with this first character.</summary>
    private readonly struct Initial(char first) : IComparable<Entry>
    {
        public int CompareTo(Entry other) => first - other.First;
    }
}
