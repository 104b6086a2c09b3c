namespace ScriptRules.Text.Matching.Index;

/// <summary>The phrases of one character.</summary>
internal sealed class SingleIndex
{
    private const int Bits = 64;

    private readonly ulong[] _characters = new ulong[(char.MaxValue + 1) / Bits]; // a bit for each
    private readonly Dictionary<char, int> _distinct;

    private SingleIndex(Dictionary<char, int> distinct)
    {
        _distinct = distinct;
        foreach (var c in distinct.Keys) _characters[c / Bits] |= 1UL << (c % Bits);
    }

    /// <returns>Null when there are none.</returns>
    internal static SingleIndex? Build(PhraseList phrases)
    {
        var distinct = new Dictionary<char, int>();
        for (var i = 0; i < phrases.Count; i++)
        {
            if (phrases[i].Length == 1) distinct.Add(phrases[i][0], i);
        }
        return distinct.Count > 0 ? new SingleIndex(distinct) : null;
    }

    internal void Find(ReadOnlySpan<char> text, ref HitSink sink)
    {
        // Some stand in most clauses, so that leaping from one to the next costs more than looking at each character.
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if ((_characters[c / Bits] >> (c % Bits) & 1) == 0) continue;
            if (sink.IsFull) return;
            sink.Add(_distinct[c], at, at + 1);
        }
    }
}
