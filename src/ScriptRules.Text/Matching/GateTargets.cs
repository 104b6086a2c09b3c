namespace ScriptRules.Text.Matching;

/// <summary>A template to try where a word stands.</summary>
/// <param name="Concept">What a match says.</param>
/// <param name="Program">The template.</param>
/// <param name="MinBefore">The fewest characters of a match that stand before the word.</param>
/// <param name="MaxBefore">The most.</param>
internal readonly record struct GateTarget(int Concept, PatternProgram Program, int MinBefore, int MaxBefore);

/// <summary>The templates to try where each of many words stands; the words are numbered in ordinal order.</summary>
internal sealed class GateTargets
{
    private readonly GateTarget[] _targets; // by word
    private readonly int[] _starts;         // where those of each word begin; one more at the end

    private GateTargets(GateTarget[] targets, int[] starts) => (_targets, _starts) = (targets, starts);

    /// <summary>Those of one word, in the order in which they were added.</summary>
    internal ReadOnlySpan<GateTarget> Of(int word) => _targets.AsSpan(_starts[word], _starts[word + 1] - _starts[word]);

    /// <summary>Collects templates by the words that they need.</summary>
    internal sealed class Builder
    {
        private readonly Dictionary<string, Chain> _chains = new(StringComparer.Ordinal);
        private int _count;

        /// <summary>Takes a template in under each word of its gate.</summary>
        internal void Add(int concept, PatternProgram program)
        {
            foreach (var gate in program.Gate)
            {
                var link = new Link(new GateTarget(concept, program, gate.MinBefore, gate.MaxBefore));
                if (_chains.TryGetValue(gate.Word, out var chain)) chain.Last = chain.Last.Next = link;
                else _chains.Add(gate.Word, new Chain(link));
                _count++;
            }
        }

        /// <param name="gates">Finds the words.</param>
        internal GateTargets Build(out PhraseIndex gates)
        {
            string[] words = [.. _chains.Keys];
            Array.Sort(words, StringComparer.Ordinal);
            var (targets, starts, count) = (new GateTarget[_count], new int[words.Length + 1], 0);
            for (var word = 0; word < words.Length; word++)
            {
                for (var link = _chains[words[word]].First; link is not null; link = link.Next) targets[count++] = link.Target;
                starts[word + 1] = count;
            }

            gates = PhraseIndex.Build(words);
            return new GateTargets(targets, starts);
        }

        private sealed class Chain(Link first)
        {
            internal Link First { get; } = first;

            internal Link Last { get; set; } = first;
        }

        private sealed class Link(GateTarget target)
        {
            internal GateTarget Target { get; } = target;

            internal Link? Next { get; set; }
        }
    }
}
