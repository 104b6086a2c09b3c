namespace ScriptRules.Text.Facts.Names;

/// <summary>Asks of a text whether words of a list stand in it.</summary>
internal static class WordList
{
    /// <summary>How long the longest is with which <paramref name="text"/> ends; 0 when it ends with none.</summary>
    internal static int Ends(string[] words, ReadOnlySpan<char> text)
    {
        var longest = 0;
        foreach (var word in words)
            if (word.Length > longest && text.EndsWith(word, StringComparison.Ordinal)) longest = word.Length;
        return longest;
    }

    internal static bool Begins(string[] words, ReadOnlySpan<char> text)
    {
        foreach (var word in words)
            if (text.StartsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    internal static bool Holds(string[] words, ReadOnlySpan<char> text)
    {
        foreach (var word in words)
            if (text.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }

    internal static bool IsOneOf(string[] words, ReadOnlySpan<char> text)
    {
        foreach (var word in words)
            if (text.SequenceEqual(word)) return true;
        return false;
    }
}
