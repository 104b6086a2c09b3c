using System.Runtime.CompilerServices;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Matching;

/// <summary>A template, with what it can begin with beside it: most places are turned away before the template itself is read.</summary>
/// <remarks>What a template can begin with is asked for when a text first needs it. Several threads may write the same; the first set is written last.</remarks>
internal struct Attempt(PatternProgram program)
{
    private ulong _firstLeft; // a set of nothing until the template was asked
    private ulong _firstRight;
    private CharacterSet _second;
    private Anchor _anchor;
    private readonly ushort _longest = (ushort)Math.Min(program.MaxLength, ushort.MaxValue);

    /// <summary>The template.</summary>
    internal PatternProgram Program { get; } = program;

    /// <summary>The most characters that a match covers, or more than any does.</summary>
    internal readonly int Longest => _longest;

    /// <summary>The first place in <c>[from, to]</c> where a match may begin; −1 when there is none, which is certain.</summary>
    internal int NextStart(FoldedText text, ReadOnlySpan<char> chars, int from, int to)
    {
        var left = Volatile.Read(ref _firstLeft);
        if (left == 0) left = Ask();
        var (first, second, anchor) = (new CharacterSet(left, _firstRight), _second, _anchor);
        if (anchor == Anchor.Turn) to = Math.Min(to, 0);
        to = Math.Min(to, chars.Length - 1);
        for (var at = from; at <= to; at++)
        {
            if (!first.MayHold(chars[at]) || (at + 1 < chars.Length ? !second.MayHold(chars[at + 1]) : !second.IsAny)) continue;
            if (anchor != Anchor.Clause || (text.BreakBefore(at) & PatternMatcher.ClauseEdge) != 0) return at;
        }

        return -1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Ask()
    {
        var beginning = Program.Beginning;
        (_firstRight, _second, _anchor) = (beginning.First.Right, beginning.Second, beginning.Anchor);
        Volatile.Write(ref _firstLeft, beginning.First.Left);
        return beginning.First.Left;
    }
}
