namespace ScriptRules.Text.Matching;

/// <summary>Alternative words for one place in a template, asked for at a position.</summary>
internal sealed class LiteralSet
{
    private readonly string[] _words;  // by first character, then longest first
    private readonly char[] _firsts;
    private readonly int[] _starts;    // where the words of _firsts[i] begin; one more at the end

    internal LiteralSet(IEnumerable<string> words)
    {
        _words = [.. new HashSet<string>(words, StringComparer.Ordinal)];
        Array.Sort(_words, Compare);
        var firsts = new List<char>();
        var starts = new List<int>();
        for (var i = 0; i < _words.Length; i++)
        {
            if (i > 0 && _words[i][0] == _words[i - 1][0]) continue;
            firsts.Add(_words[i][0]);
            starts.Add(i);
        }

        starts.Add(_words.Length);
        (_firsts, _starts) = ([.. firsts], [.. starts]);
    }

    internal IReadOnlyList<string> Words => _words;

    /// <summary>The words that can begin with <paramref name="first"/>, longest first.</summary>
    internal ReadOnlySpan<string> StartingWith(char first)
    {
        var i = _firsts.Length <= 4 ? Array.IndexOf(_firsts, first) : Array.BinarySearch(_firsts, first);
        return i < 0 ? [] : _words.AsSpan(_starts[i], _starts[i + 1] - _starts[i]);
    }

    /// <summary>Whether one of the words ends just before <paramref name="position"/>.</summary>
    internal bool EndsAt(ReadOnlySpan<char> text, int position)
    {
        foreach (var word in _words)
            if (position >= word.Length && text[(position - word.Length)..position].SequenceEqual(word)) return true;
        return false;
    }

    private static int Compare(string a, string b)
    {
        if (a[0] != b[0]) return a[0] - b[0];
        return a.Length != b.Length ? b.Length - a.Length : string.CompareOrdinal(a, b);
    }
}
