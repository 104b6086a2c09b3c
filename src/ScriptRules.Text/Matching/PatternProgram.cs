using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Matching;

/// <summary>A template compiled to a graph of steps, and its match from a given start.</summary>
/// <remarks>
/// A step that failed at a position is not tried there again, so a match costs at most steps × reach, whatever the template.
/// Longer words come first, and shorter gaps.
/// </remarks>
internal sealed class PatternProgram
{
    private const Break ClauseEdge = Break.Comma | Break.Stop | Break.Line | Break.Particle | Break.Edge;
    private const Break Soft = Break.Comma | Break.Particle; // what a wide gap crosses, and what may lie where the template has a comma
    private const int Openings = 3;

    private readonly PatternNode _node;
    private readonly Break _barrier;          // what words that belong together do not cross
    private readonly Break _gapBarrier;       // what a narrow gap does not cross
    private readonly Break _sentenceBarrier;  // what a wide gap does not cross
    private IReadOnlyList<GateWord>? _gate;
    private FirstTwo? _firstTwo;

    // Most templates of a pack are never met in a short run. Two threads may write the same steps; they are set last.
    private Step[]? _steps;
    private int _entry;
    private int _openings;                    // how many kinds of open breaks there can be

    private PatternProgram(PatternNode node, bool ignoresPunctuation)
    {
        _node = node;
        _barrier = ignoresPunctuation ? Break.None : Break.Comma | Break.Stop | Break.Line;
        _gapBarrier = ignoresPunctuation ? Break.None : _barrier | Break.Particle;
        _sentenceBarrier = _barrier & ~Break.Comma;
    }

    private enum StepKind { Accept, Words, Split, Gap, Edge, Pause, NotNext, NotPrevious }

    private sealed record Step(StepKind Kind, int Next = 0, LiteralSet? Words = null, int[]? Branches = null, PatternNode.Gap? Gap = null,
        EdgeKind Edge = default, PatternProgram? Inner = null)
    {
        /// <summary>The characters that the step can begin with; null: any, or none at all.</summary>
        internal CharacterFilter? Firsts { get; init; }
    }

    /// <summary>The words of which one must occur for the template to match, and how far before them it can begin. Empty: there are none.</summary>
    internal IReadOnlyList<GateWord> Gate => _gate ??= GateFinder.Find(_node);

    /// <summary>The fewest characters that a match covers.</summary>
    internal int MinLength => _node.MinWidth;

    /// <summary>Whether the template names a place: an edge, or what must not stand beside it.</summary>
    internal bool IsGuarded => HasGuard(_node);

    /// <summary>With what a match can begin.</summary>
    internal FirstTwo FirstTwo => _firstTwo ??= FirstTwo.Of(_node);

    internal static PatternProgram Compile(PatternNode node, bool ignoresPunctuation = false) => new(node, ignoresPunctuation);

    private Step[] Steps() => Volatile.Read(ref _steps) ?? Emit();

    private Step[] Emit()
    {
        List<Step> list = [new Step(StepKind.Accept)];
        _entry = Emit(_node, 0, list);
        _openings = list.Exists(s => s.Kind is StepKind.Pause or StepKind.Edge || s.Gap is { Wide: true }) ? Openings : 1;
        Step[] steps = [.. list];
        Volatile.Write(ref _steps, steps);
        return steps;
    }

    /// <summary>The end of the match that begins at <paramref name="start"/>, or −1.</summary>
    internal int Match(FoldedText text, int start, MatchScratch scratch)
    {
        var steps = Steps();
        scratch.Begin(steps.Length * _openings, text.Length - start);
        return Run(steps, _entry, start, Break.None, start, text, scratch);
    }

    /// <param name="open">The breaks that may lie just before <paramref name="at"/>; at the start, any.</param>
    private int Run(Step[] steps, int step, int at, Break open, int start, FoldedText text, MatchScratch scratch)
    {
        while (true)
        {
            var s = steps[step];
            switch (s.Kind)
            {
                case StepKind.Accept:
                    return at;
                case StepKind.Pause:
                    (step, open) = (s.Next, open | Soft);
                    continue;
                case StepKind.Edge:
                    if (!Stands(s.Edge, at, text)) return -1;
                    (step, open) = (s.Next, open | (s.Edge is EdgeKind.ClauseEnd or EdgeKind.ClauseStart ? _gapBarrier : 0));
                    continue;
                case StepKind.NotNext:
                    if (s.Inner!.Match(text, at, scratch.Inner) >= 0 && !Crosses(at, start, open, text)) return -1;
                    step = s.Next;
                    continue;
                case StepKind.NotPrevious:
                    if (s.Words!.EndsAt(text.Chars, at) && (at == 0 || (text.BreakBefore(at) & _barrier) == 0)) return -1;
                    step = s.Next;
                    continue;
            }

            if (s.Firsts is { } firsts && (at >= text.Length || !firsts.MayHold(text.Chars[at]))) return -1;

            // Steps that can branch: once failed here, always failed here.
            if (!scratch.Enter((step * _openings) + Opening(open), at - start)) return -1;
            switch (s.Kind)
            {
                case StepKind.Words:
                    if (Crosses(at, start, open, text)) return -1;
                    var found = s.Words!.StartingWith(text.Chars[at]);
                    foreach (var word in found)
                    {
                        if (!Stands(word, at, text)) continue;
                        var end = Run(steps, s.Next, at + word.Length, Break.None, start, text, scratch);
                        if (end >= 0) return end;
                    }

                    return -1;
                case StepKind.Split:
                    foreach (var branch in s.Branches!)
                    {
                        var end = Run(steps, branch, at, open, start, text, scratch);
                        if (end >= 0) return end;
                    }

                    return -1;
                default:
                    return RunGap(steps, s, at, open, start, text, scratch);
            }
        }
    }

    private int RunGap(Step[] steps, Step s, int at, Break open, int start, FoldedText text, MatchScratch scratch)
    {
        var gap = s.Gap!;
        var firsts = steps[s.Next].Firsts;
        var wide = gap.Wide ? Soft : Break.None;
        var allowed = open | wide;
        for (var skipped = 0; skipped <= gap.Max; skipped++)
        {
            if (skipped >= gap.Min && (firsts is null || (at + skipped < text.Length && firsts.MayHold(text.Chars[at + skipped]))))
            {
                var end = Run(steps, s.Next, at + skipped, allowed, start, text, scratch);
                if (end >= 0) return end;
            }

            var next = at + skipped;
            if (next >= text.Length) return -1;
            if (next > start && (text.BreakBefore(next) & (gap.Wide ? _sentenceBarrier : _gapBarrier) & ~open) != 0) return -1;
            (allowed, open) = (wide, Break.None);
        }

        return -1;
    }

    /// <summary>A number for each set of breaks that can be open: a step that failed with one may do with another.</summary>
    private static int Opening(Break open) => (open & Break.Stop) != 0 ? 2 : open != Break.None ? 1 : 0;

    private bool Crosses(int at, int start, Break open, FoldedText text) =>
        at > start && (text.BreakBefore(at) & _barrier & ~open) != 0;

    private bool Stands(string word, int at, FoldedText text)
    {
        if (at + word.Length > text.Length || !text.Chars.Slice(at, word.Length).SequenceEqual(word)) return false;
        for (var i = at + 1; i < at + word.Length; i++)
            if (!text.IsNextToLast(i) && (text.BreakBefore(i) & _barrier) != 0) return false;
        return !CutsWord(text, at) && !CutsWord(text, at + word.Length);
    }

    /// <summary>Whether <paramref name="at"/> lies inside a word in Latin letters, or inside a number: USB does not hold sb.</summary>
    private static bool CutsWord(FoldedText text, int at)
    {
        if (at == 0 || at == text.Length || text.BreakBefore(at) != Break.None) return false;
        var (before, after) = (text.Chars[at - 1], text.Chars[at]);
        return (char.IsAsciiLetter(before) && char.IsAsciiLetter(after)) || (char.IsAsciiDigit(before) && char.IsAsciiDigit(after));
    }

    private static bool Stands(EdgeKind edge, int at, FoldedText text) => edge switch
    {
        EdgeKind.TurnStart => at == 0,
        EdgeKind.TurnEnd => at == text.Length,
        _ => (text.BreakBefore(at) & ClauseEdge) != 0,
    };

    private int Emit(PatternNode node, int next, List<Step> steps)
    {
        if (node is { MinWidth: > 0, Wordings: { } words })
            return Add(new Step(StepKind.Words, next, new LiteralSet(words)) { Firsts = CharacterFilter.Of(words.Select(w => w[0])) });
        switch (node)
        {
            case PatternNode.Sequence sequence:
                for (var i = sequence.Parts.Count - 1; i >= 0; i--) next = Emit(sequence.Parts[i], next, steps);
                return next;
            case PatternNode.Choice choice:
                int[] branches = [.. choice.Branches.Select(b => Emit(b, next, steps))];
                return Add(new Step(StepKind.Split, Branches: branches) { Firsts = CharacterFilter.Any(branches.Select(b => steps[b].Firsts)) });
            case PatternNode.Gap gap:
                return Add(new Step(StepKind.Gap, next, Gap: gap));
            case PatternNode.Pause:
                return Add(new Step(StepKind.Pause, next));
            case PatternNode.Edge edge:
                return Add(new Step(StepKind.Edge, next, Edge: edge.Kind));
            case PatternNode.NotNext not:
                return Add(new Step(StepKind.NotNext, next, Inner: new PatternProgram(not.Inner, _barrier == Break.None)));
            case PatternNode.NotPrevious not:
                return Add(new Step(StepKind.NotPrevious, next, new LiteralSet(not.Inner.Wordings ?? [])));
            default:
                throw new InvalidOperationException($"no step for {node.GetType().Name}");
        }

        int Add(Step step)
        {
            steps.Add(step);
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
