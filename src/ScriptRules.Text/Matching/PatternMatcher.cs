using System.Runtime.CompilerServices;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Matching;

/// <summary>One match of a template, from one start.</summary>
/// <remarks>
/// A step that failed at a position is not tried there again, so a match costs at most steps × reach, whatever the template.
/// Longer words come first, and shorter gaps.
/// </remarks>
internal ref struct PatternMatcher
{
    internal const Break ClauseEdge = Break.Comma | Break.Stop | Break.Line | Break.Particle | Break.Edge;

    /// <summary>How many kinds of open breaks there can be.</summary>
    internal const int Openings = 3;

    private const Break Soft = Break.Comma | Break.Particle; // what a wide gap crosses, and what may lie where the template has a comma

    private readonly ReadOnlySpan<PatternStep> _steps;
    private readonly ReadOnlySpan<char> _chars;
    private readonly FoldedText _text;
    private readonly MatchScratch _scratch;
    private readonly int _start;
    private readonly int _openings;
    private readonly Break _barrier;      // what words that belong together do not cross
    private readonly Break _gapBarrier;   // what a narrow gap does not cross
    private ReadOnlySpan<byte> _breaks;   // read when first needed

    /// <param name="openings">How many kinds of open breaks the steps tell apart.</param>
    internal PatternMatcher(ReadOnlySpan<PatternStep> steps, int openings, bool ignoresPunctuation, FoldedText text, int start, MatchScratch scratch)
    {
        (_openings, _text, _start, _scratch) = (openings, text, start, scratch);
        _steps = steps;
        _chars = text.Chars;
        _barrier = ignoresPunctuation ? Break.None : Break.Comma | Break.Stop | Break.Line;
        _gapBarrier = ignoresPunctuation ? Break.None : _barrier | Break.Particle;
        scratch.Begin(steps.Length * openings, text.Length - start);
    }

    /// <summary>The end of the match from <paramref name="step"/> on, or −1.</summary>
    /// <param name="open">The breaks that may lie just before <paramref name="at"/>; at the start, any.</param>
    internal int Run(int step, int at, Break open)
    {
        while (true)
        {
            ref readonly var s = ref _steps[step];
            if (!MayGoOn(in s, at)) return -1;
            switch (s.Kind)
            {
                case StepKind.Accept:
                    return at;
                case StepKind.Pause:
                    open |= Soft;
                    break;
                case StepKind.Edge:
                    if (!Stands(s.Edge, at)) return -1;
                    open |= s.Edge is EdgeKind.ClauseEnd or EdgeKind.ClauseStart ? _gapBarrier : 0;
                    break;
                case StepKind.NotNext:
                    if (IsNext((PatternProgram)s.Data!, at) && !Crosses(at, open)) return -1;
                    break;
                case StepKind.NotPrevious:
                    if (s.Data is LiteralSet words && words.EndsAt(_chars, at) && (at == 0 || (BreakBefore(at) & _barrier) == 0)) return -1;
                    break;
                default:
                    // Steps that can branch: once failed here, always failed here.
                    if (!_scratch.Enter((step * _openings) + Opening(open), at - _start)) return -1;
                    if (s.Kind == StepKind.Gap) return RunGap(in s, at, open);
                    if (s.Kind == StepKind.Split)
                    {
                        var branches = (int[])s.Data!;
                        for (var i = 0; i < branches.Length - 1; i++)
                        {
                            if (!MayGoOn(in _steps[branches[i]], at)) continue;
                            var end = Run(branches[i], at, open);
                            if (end >= 0) return end;
                        }

                        step = branches[^1];
                        continue;
                    }

                    at = RunWords(in s, at, open, out var matched);
                    if (matched >= 0) return matched;
                    if (at < 0) return -1;
                    open = Break.None;
                    break;
            }

            step = s.Next;
        }
    }

    // By itself: its frame would be cleared for every step.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly bool IsNext(PatternProgram program, int at) => program.Match(_text, at, _scratch.Inner) >= 0;

    /// <summary>Tries all words that stand at <paramref name="at"/> but the last.</summary>
    /// <param name="matched">The end of the match behind one of them; −1 when there is none.</param>
    /// <returns>The end of the last; −1 when none stands there.</returns>
    private int RunWords(ref readonly PatternStep s, int at, Break open, out int matched)
    {
        matched = -1;
        if (at >= _chars.Length || Crosses(at, open)) return -1;
        var second = at + 1 < _chars.Length ? _chars[at + 1] : '\0';
        var last = -1;
        foreach (ref readonly var entry in ((LiteralSet)s.Data!).StartingWith(_chars[at]))
        {
            if ((entry.Second != '\0' && entry.Second != second) || !Stands(entry.Word, at)) continue;
            if (last >= 0 && (matched = Run(s.Next, last, Break.None)) >= 0) return -1;
            last = at + entry.Word.Length;
        }

        return last;
    }

    private int RunGap(ref readonly PatternStep gap, int at, Break open)
    {
        var firsts = _steps[gap.Next].Firsts;
        var wide = gap.Wide ? Soft : Break.None;
        var barrier = gap.Wide ? _barrier & ~Break.Comma : _gapBarrier;
        var allowed = open | wide;
        for (var skipped = 0; skipped <= gap.Max; skipped++)
        {
            var next = at + skipped;
            if (skipped >= gap.Min && (next < _chars.Length ? firsts.MayHold(_chars[next]) : firsts.IsAny))
            {
                var end = Run(gap.Next, next, allowed);
                if (end >= 0) return end;
            }

            if (next >= _chars.Length) return -1;
            if (next > _start && (BreakBefore(next) & barrier & ~open) != 0) return -1;
            (allowed, open) = (wide, Break.None);
        }

        return -1;
    }

    /// <summary>A number for each set of breaks that can be open: a step that failed with one may do with another.</summary>
    private static int Opening(Break open) => (open & Break.Stop) != 0 ? 2 : open != Break.None ? 1 : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool MayGoOn(ref readonly PatternStep s, int at) => at < _chars.Length ? s.Firsts.MayHold(_chars[at]) : s.Firsts.IsAny;

    private Break BreakBefore(int at)
    {
        if (_breaks.IsEmpty) _breaks = _text.Breaks;
        return (Break)_breaks[at];
    }

    private bool Crosses(int at, Break open) => at > _start && (BreakBefore(at) & _barrier & ~open) != 0;

    private bool Stands(string word, int at)
    {
        if (at + word.Length > _chars.Length || !_chars.Slice(at, word.Length).SequenceEqual(word)) return false;
        for (var i = at + 1; i < at + word.Length; i++)
            if (!_text.IsNextToLast(i) && (BreakBefore(i) & _barrier) != 0) return false;
        return !CutsWord(at) && !CutsWord(at + word.Length);
    }

    /// <summary>Whether <paramref name="at"/> lies inside a word in Latin letters, or inside a number: USB does not hold sb.</summary>
    private bool CutsWord(int at)
    {
        if (at == 0 || at >= _chars.Length || !char.IsAscii(_chars[at])) return false;
        var (before, after) = (_chars[at - 1], _chars[at]);
        return ((char.IsAsciiLetter(before) && char.IsAsciiLetter(after)) || (char.IsAsciiDigit(before) && char.IsAsciiDigit(after))) && BreakBefore(at) == Break.None;
    }

    private bool Stands(EdgeKind edge, int at) => edge switch
    {
        EdgeKind.TurnStart => at == 0,
        EdgeKind.TurnEnd => at == _chars.Length,
        _ => (BreakBefore(at) & ClauseEdge) != 0,
    };
}
