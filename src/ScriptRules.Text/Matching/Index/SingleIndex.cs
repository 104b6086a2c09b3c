using System.Buffers;

namespace ScriptRules.Text.Matching.Index;

/// <summary>The phrases of one character.</summary>
internal sealed class SingleIndex
{
    private readonly SearchValues<char> _characters;
    private readonly Dictionary<char, int> _distinct;

    private SingleIndex(Dictionary<char, int> distinct)
    {
        _distinct = distinct;
        _characters = SearchValues.Create(distinct.Keys.ToArray());
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
        for (var at = 0; ; at++)
        {
            var step = text[at..].IndexOfAny(_characters);
            if (step < 0 || sink.IsFull) return;
            at += step;
            sink.Add(_distinct[text[at]], at, at + 1);
        }
    }
}
