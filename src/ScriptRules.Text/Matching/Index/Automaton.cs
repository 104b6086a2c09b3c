namespace ScriptRules.Text.Matching.Index;

/// <summary>Aho and Corasick's automaton: slower than the grams, but the same speed for every pack and text.</summary>
internal sealed class Automaton
{
    private const int Root = 0;
    private const int None = -1;

    private readonly PhraseList _phrases;

    // (state, character) to state: open addressing, a power of two, at most half full. An empty key is 0, which no
    // transition has, since no folded character is '\0'.
    private long[] _keys = new long[16];
    private int[] _targets = new int[16];
    private int _transitions;

    private readonly List<int> _failure = [Root];
    private readonly List<int> _phrase = [None];
    private readonly List<int> _shorter = [None];

    private Automaton(PhraseList phrases) => _phrases = phrases;

    /// <summary>How many distinct phrases it finds.</summary>
    internal int Count { get; private init; }

    /// <param name="phrases">All the phrases.</param>
    /// <param name="distinct">Those that this automaton is to find.</param>
    internal static Automaton Build(PhraseList phrases, IReadOnlyCollection<int> distinct)
    {
        var automaton = new Automaton(phrases) { Count = distinct.Count };
        var parents = new List<(int State, char By)> { (Root, '\0') };
        var depths = new List<int> { 0 };
        foreach (var one in distinct)
        {
            var state = Root;
            foreach (var c in phrases[one])
            {
                var next = automaton.Next(state, c);
                if (next == None)
                {
                    next = parents.Count;
                    automaton.Add(state, c, next);
                    parents.Add((state, c));
                    depths.Add(depths[state] + 1);
                    automaton._failure.Add(Root);
                    automaton._phrase.Add(None);
                    automaton._shorter.Add(None);
                }
                state = next;
            }
            automaton._phrase[state] = one;
        }
        var order = new int[parents.Count];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(depths.ToArray(), order);
        foreach (var state in order)
        {
            if (state != Root) automaton.Link(state, parents[state].State, parents[state].By);
        }
        return automaton;
    }

    internal void Find(ReadOnlySpan<char> text, ref HitSink sink)
    {
        var state = Root;
        for (var i = 0; i < text.Length && !sink.IsFull; i++)
        {
            state = Follow(state, text[i]);
            for (var found = _phrase[state] != None ? state : _shorter[state]; found != None && !sink.IsFull; found = _shorter[found])
            {
                sink.Add(_phrase[found], i + 1 - _phrases[_phrase[found]].Length, i + 1);
            }
        }
    }

    private void Link(int state, int parent, char by)
    {
        var failure = parent == Root ? Root : Follow(_failure[parent], by);
        _failure[state] = failure;
        _shorter[state] = _phrase[failure] != None ? failure : _shorter[failure];
    }

    private int Follow(int state, char c)
    {
        int next;
        while ((next = Next(state, c)) == None)
        {
            if (state == Root) return Root;
            state = _failure[state];
        }
        return next;
    }

    private int Next(int state, char c)
    {
        var key = ((long)state << 16) | c;
        for (var slot = Slot(key); _keys[slot] != 0; slot = (slot + 1) & (_keys.Length - 1))
        {
            if (_keys[slot] == key) return _targets[slot];
        }
        return None;
    }

    private void Add(int state, char c, int next)
    {
        if (2 * ++_transitions > _keys.Length) Grow();
        Put(((long)state << 16) | c, next);
    }

    private void Put(long key, int next)
    {
        var slot = Slot(key);
        while (_keys[slot] != 0) slot = (slot + 1) & (_keys.Length - 1);
        (_keys[slot], _targets[slot]) = (key, next);
    }

    private void Grow()
    {
        var (keys, targets) = (_keys, _targets);
        (_keys, _targets) = (new long[2 * keys.Length], new int[2 * keys.Length]);
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] != 0) Put(keys[i], targets[i]);
        }
    }

    private int Slot(long key) => (int)((ulong)(key * -7046029254386353131L) >> 32) & (_keys.Length - 1);
}
