using System.Runtime.InteropServices;

namespace ScriptRules.Text.Matching;

/// <summary>A template to try where a word stands.</summary>
/// <param name="Concept">What a match says.</param>
/// <param name="Program">The template.</param>
/// <param name="MinBefore">The fewest characters of a match that stand before the word.</param>
/// <param name="MaxBefore">The most.</param>
internal record struct GateTarget(int Concept, PatternProgram Program, int MinBefore, int MaxBefore)
{
    // Of the program, kept here when it is first asked for, the first set last; a set of nothing before.
    private ulong _first;
    private ulong _second;

    /// <summary>Whether a match may begin at <paramref name="at"/>; false is certain.</summary>
    internal bool MayBeginAt(ReadOnlySpan<char> text, int at)
    {
        var first = Volatile.Read(ref _first);
        return FirstTwo.MayBeginAt(first != 0 ? first : Ask(), _second, text, at);
    }

    private ulong Ask()
    {
        var (first, second) = Program.FirstTwo;
        _second = second;
        Volatile.Write(ref _first, first);
        return first;
    }
}

/// <summary>The templates to try where each of many words stands; the words are numbered in ordinal order.</summary>
internal sealed class GateTargets
{
    private readonly GateTarget[] _targets; // by word
    private readonly int[] _starts;         // where those of each word begin; one more at the end

    private GateTargets(GateTarget[] targets, int[] starts) => (_targets, _starts) = (targets, starts);

    /// <summary>Those of one word, in the order in which they were added.</summary>
    internal Span<GateTarget> Of(int word) => _targets.AsSpan(_starts[word], _starts[word + 1] - _starts[word]);

    /// <summary>Collects templates by the words that they need.</summary>
    internal sealed class Builder
    {
        private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal); // numbered as they came
        private readonly List<(int Word, GateTarget Target)> _all = [];

        /// <summary>Takes a template in under each word of its gate.</summary>
        internal void Add(int concept, PatternProgram program)
        {
            foreach (var gate in program.Gate)
            {
                ref var word = ref CollectionsMarshal.GetValueRefOrAddDefault(_words, gate.Word, out var isKnown);
                if (!isKnown) word = _words.Count - 1;
                _all.Add((word, new GateTarget(concept, program, gate.MinBefore, gate.MaxBefore)));
            }
        }

        /// <param name="gates">Finds the words.</param>
        internal GateTargets Build(out PhraseIndex gates)
        {
            string[] words = [.. _words.Keys];
            Array.Sort(words, StringComparer.Ordinal);
            var ranks = new int[words.Length];
            for (var i = 0; i < words.Length; i++) ranks[_words[words[i]]] = i;

            // A counting sort by rank, which keeps the order of those of one word.
            var (targets, starts) = (new GateTarget[_all.Count], new int[words.Length + 1]);
            foreach (var (word, _) in _all) starts[ranks[word] + 1]++;
            for (var i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
            var next = starts.AsSpan(0, words.Length).ToArray();
            foreach (var (word, target) in _all) targets[next[ranks[word]]++] = target;

            gates = PhraseIndex.Build(words);
            return new GateTargets(targets, starts);
        }
    }
}
