using System.Runtime.InteropServices;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Matching;

/// <summary>A template to try where a word stands.</summary>
/// <param name="concept">What a match says.</param>
/// <param name="program">The template.</param>
/// <param name="gate">The word, and how far before it a match can begin.</param>
/// <param name="number">That of the template, which stands under each word of its gate.</param>
internal struct GateTarget(int concept, PatternProgram program, GateWord gate, int number)
{
    // Cut at what is far beyond the reach of a match.
    private readonly ushort _minBefore = (ushort)Math.Min(gate.MinBefore, ushort.MaxValue);
    private readonly ushort _maxBefore = (ushort)Math.Min(gate.MaxBefore, ushort.MaxValue);
    private Attempt _attempt = new(program);

    /// <summary>What a match says.</summary>
    internal int Concept { get; } = concept;

    /// <summary>The number of the template.</summary>
    internal int Number { get; } = number;

    /// <summary>The template.</summary>
    internal readonly PatternProgram Program => _attempt.Program;

    /// <summary>The first place from <paramref name="from"/> on where a match of which the word is a part may begin; −1 when there is none.</summary>
    /// <param name="word">Where the word stands.</param>
    internal int NextStart(FoldedText text, ReadOnlySpan<char> chars, int word, int from) =>
        _attempt.NextStart(text, chars, Math.Max(from, word - _maxBefore), word - _minBefore);
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
        private int _templates;

        /// <summary>Takes a template in under each word of its gate.</summary>
        internal void Add(int concept, PatternProgram program)
        {
            var number = _templates++;
            foreach (var gate in program.Gate)
            {
                ref var word = ref CollectionsMarshal.GetValueRefOrAddDefault(_words, gate.Word, out var isKnown);
                if (!isKnown) word = _words.Count - 1;
                _all.Add((word, new GateTarget(concept, program, gate, number)));
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
