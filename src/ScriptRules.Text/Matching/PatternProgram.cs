using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Matching;

/// <summary>A template compiled to a graph of steps.</summary>
internal sealed class PatternProgram
{
    private readonly PatternNode _node;
    private readonly bool _ignoresPunctuation;
    private IReadOnlyList<GateWord>? _gate;
    private Beginning? _beginning;

    // Most templates of a pack are never met in a short run. Two threads may write the same steps; they are set last.
    private PatternStep[]? _steps;
    private int _entry;
    private int _openings;

    private PatternProgram(PatternNode node, bool ignoresPunctuation) => (_node, _ignoresPunctuation) = (node, ignoresPunctuation);

    /// <summary>The words of which one must occur for the template to match, and how far before them it can begin. Empty: there are none.</summary>
    internal IReadOnlyList<GateWord> Gate => _gate ??= GateFinder.Find(_node);

    /// <summary>The fewest characters that a match covers.</summary>
    internal int MinLength => _node.MinWidth;

    /// <summary>The most characters that a match covers.</summary>
    internal int MaxLength => _node.MaxWidth;

    /// <summary>Whether the template names a place: an edge, or what must not stand beside it.</summary>
    internal bool IsGuarded => HasGuard(_node);

    /// <summary>Where and with what a match can begin.</summary>
    internal Beginning Beginning => _beginning ??= Beginning.Of(_node);

    internal static PatternProgram Compile(PatternNode node, bool ignoresPunctuation = false) => new(node, ignoresPunctuation);

    /// <summary>The end of the match that begins at <paramref name="start"/>, or −1.</summary>
    internal int Match(FoldedText text, int start, MatchScratch scratch)
    {
        var steps = Volatile.Read(ref _steps) ?? Emit();
        return new PatternMatcher(steps, _openings, _ignoresPunctuation, text, start, scratch).Run(_entry, start, Break.None);
    }

    private PatternStep[] Emit()
    {
        List<PatternStep> list = [new PatternStep { Kind = StepKind.Accept, Firsts = CharacterSet.Any }];
        _entry = Emit(_node, 0, list);
        _openings = list.Exists(s => s.Wide || s.Kind is StepKind.Pause or StepKind.Edge) ? PatternMatcher.Openings : 1;
        PatternStep[] steps = [.. list];
        Volatile.Write(ref _steps, steps);
        return steps;
    }

    private int Emit(PatternNode node, int next, List<PatternStep> steps)
    {
        if (node.Literals is { } literals) return Add(new PatternStep { Kind = StepKind.Words, Data = literals, Firsts = literals.Firsts });
        switch (node)
        {
            case PatternNode.Sequence sequence:
                for (var i = sequence.Parts.Count - 1; i >= 0; i--) next = Emit(sequence.Parts[i], next, steps);
                return next;
            case PatternNode.Choice choice:
                var (branches, firsts) = (new int[choice.Branches.Count], default(CharacterSet));
                for (var i = 0; i < branches.Length; i++)
                {
                    branches[i] = Emit(choice.Branches[i], next, steps);
                    firsts |= steps[branches[i]].Firsts;
                }

                return Add(new PatternStep { Kind = StepKind.Split, Data = branches, Firsts = firsts });
            case PatternNode.Gap gap:
                return Add(new PatternStep { Kind = StepKind.Gap, Wide = gap.Wide, Min = gap.Min, Max = gap.Max, Firsts = CharacterSet.Any });
            case PatternNode.Pause:
                return Add(new PatternStep { Kind = StepKind.Pause, Firsts = steps[next].Firsts });
            case PatternNode.Edge edge:
                return Add(new PatternStep { Kind = StepKind.Edge, Edge = edge.Kind, Firsts = steps[next].Firsts });
            case PatternNode.NotNext not:
                return Add(new PatternStep { Kind = StepKind.NotNext, Data = new PatternProgram(not.Inner, _ignoresPunctuation), Firsts = steps[next].Firsts });
            case PatternNode.NotPrevious not:
                return Add(new PatternStep { Kind = StepKind.NotPrevious, Data = not.Inner.Literals, Firsts = steps[next].Firsts });
            default:
                throw new InvalidOperationException($"no step for {node.GetType().Name}");
        }

        int Add(PatternStep step)
        {
            steps.Add(step with { Next = next });
            return steps.Count - 1;
        }
    }

    private static bool HasGuard(PatternNode node) => node switch
    {
        PatternNode.Sequence s => s.Parts.Any(HasGuard),
        PatternNode.Choice c => c.Branches.All(HasGuard),
        PatternNode.Edge or PatternNode.NotNext or PatternNode.NotPrevious => true,
        _ => false,
    };
}

/// <summary>A word that a template needs, and how many characters of the match can stand before it.</summary>
internal readonly record struct GateWord(string Word, int MinBefore, int MaxBefore);

/// <summary>The memory of one match: which step has already failed where. Reused; one owner.</summary>
/// <remarks>Most matches fail in their first steps, so it is kept only once a match has tried many.</remarks>
internal sealed class MatchScratch
{
    private const int Reach = 256;
    private const int FreeSteps = 48;
    private uint[] _seen = [];
    private uint _epoch;
    private int _steps;
    private int _width;
    private int _tried;
    private MatchScratch? _inner;

    /// <summary>For a match inside this one.</summary>
    internal MatchScratch Inner => _inner ??= new MatchScratch();

    /// <summary>How many steps were tried, in all.</summary>
    internal long Steps { get; private set; }

    internal void Begin(int steps, int length) => (_steps, _width, _tried) = (steps, Math.Min(length + 1, Reach), 0);

    /// <summary>False when this step is known to have been tried at this place, or the place is out of reach.</summary>
    internal bool Enter(int step, int offset)
    {
        Steps++;
        if (offset >= _width) return false;
        if (_tried < FreeSteps)
        {
            _tried++;
            return true;
        }

        if (_tried++ == FreeSteps) Remember();
        ref var seen = ref _seen[step * _width + offset];
        if (seen == _epoch) return false;
        seen = _epoch;
        return true;
    }

    private void Remember()
    {
        if (_seen.Length < _steps * _width) _seen = new uint[_steps * _width];
        if (++_epoch != 0) return;
        Array.Clear(_seen);
        _epoch = 1;
    }
}
