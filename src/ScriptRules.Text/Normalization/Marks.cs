using System.Buffers;
using System.Runtime.InteropServices;

namespace ScriptRules.Text.Normalization;

/// <summary>What was skipped in a text, read once when a hit first asks: breaks, quotes, clauses and sentences.</summary>
internal sealed class Marks
{
    internal const byte Quoted = 1;
    internal const byte Titled = 2;
    private const int LongStretch = 12;
    private const int ClauseLength = 4;
    private const string Particles = "吗吧呢啊呀嘛呗啦哦噢哈";
    private static readonly SearchValues<char> ParticleSet = SearchValues.Create(Particles);

    // A particle that is part of one of these closes nothing.
    private static readonly string[] Words =
    [
        "吧台", "酒吧", "贴吧", "网吧", "吧主", "呢子", "呢绒", "呢喃", "毛呢", "喇嘛", "干嘛", "干吗", "吗啡", "啦啦", "哈哈", "哈尔滨", "哈密", "哈喽", "哈罗",
    ];

    private Marks(int length)
    {
        Breaks = new byte[length + 1];
    }

    /// <summary>A <see cref="Break"/> before each folded character, and one after the last.</summary>
    internal byte[] Breaks { get; }

    internal Bounds Clauses { get; private set; }

    internal Bounds Sentences { get; private set; }

    // Quoted and Titled for each folded character; null when nothing is either.
    private byte[]? Inside { get; set; }

    /// <summary><see cref="Quoted"/> and <see cref="Titled"/> of folded character <paramref name="i"/>.</summary>
    internal byte InsideAt(int i) => Inside is null ? (byte)0 : Inside[i];

    internal static Marks Of(FoldedText text)
    {
        var marks = new Marks(text.Length);
        marks.ReadSkipped(text);
        marks.BreakAtSpaces(text.Chars);
        marks.BreakAfterParticles(text.Chars);
        marks.CutUp();
        return marks;
    }

    /// <summary>The marks of a text whose characters each stand for <c>[start, end)</c> of one that has <paramref name="marks"/>.</summary>
    internal static Marks Derived(Marks marks, int[] starts, int[] ends, int length)
    {
        var derived = new Marks(starts.Length);
        for (var i = 0; i <= starts.Length; i++)
        {
            var to = i < starts.Length ? starts[i] : length;
            for (var at = i > 0 ? ends[i - 1] : 0; at <= to; at++) derived.Breaks[i] |= marks.Breaks[at];
            if (i < starts.Length && marks.Inside is { } inside) (derived.Inside ??= new byte[starts.Length])[i] = inside[starts[i]];
        }

        derived.CutUp();
        return derived;
    }

    private void CutUp() => (Clauses, Sentences) = (Bounds.Of(Breaks, Normalization.Breaks.Clause), Bounds.Of(Breaks, Normalization.Breaks.Sentence));

    private void ReadSkipped(FoldedText text)
    {
        var source = text.Source;
        var pairs = default(PairReader);
        var from = 0;
        var starts = text.NarrowStarts;
        for (var i = 0; i <= text.Length; i++)
        {
            // Where one unit follows the other, nothing was skipped between them.
            if (i > 0 && i < starts.Length && starts[i] == starts[i - 1] + 1) continue;
            if (i > 0) from = text.SourceEnd(i - 1);
            var to = i < text.Length ? text.SourceStart(i) : source.Length;
            var found = Break.None;
            var dot = false;
            for (var at = from; at < to; at++)
            {
                var one = Normalization.Breaks.At(source, at);
                dot |= one == Break.Stop && source[at] is '.' or '．' or '﹒';
                found |= one;
                pairs.Read(source, at, i);
            }
            // A lone dot beside a character that stands alone is more likely noise (发.票) than the end of a sentence.
            if (dot && found is Break.Stop or (Break.Stop | Break.Space) && i > 0 && i < text.Length && (StandsAlone(text, i - 1) || StandsAlone(text, i)))
            {
                found = Break.Comma;
            }
            if (i == 0 || i == text.Length) found |= Break.Edge;
            Breaks[i] = (byte)found;
        }
        Inside = pairs.Mark(text.Length);
    }

    private static bool StandsAlone(FoldedText text, int i) =>
        (i == 0 || text.SourceEnd(i - 1) < text.SourceStart(i)) && (i + 1 == text.Length || text.SourceEnd(i) < text.SourceStart(i + 1));

    /// <summary>Those who write no punctuation put a space between clauses; one between shorter pieces is noise, or parts words.</summary>
    private void BreakAtSpaces(ReadOnlySpan<char> chars)
    {
        for (int i = 1, step; i < chars.Length && (step = Breaks.AsSpan(i, chars.Length - i).IndexOf((byte)Break.Space)) >= 0; i++)
        {
            i += step;
            if (i < ClauseLength || i + ClauseLength > chars.Length || !IsHan(chars[i - 1]) || !IsHan(chars[i])) continue;
            if (Touch(i - ClauseLength + 1, i) && Touch(i + 1, i + ClauseLength)) Breaks[i] |= (byte)Break.Particle;
        }

        bool Touch(int from, int to) => !Breaks.AsSpan(from, to - from).ContainsAnyExcept((byte)0);
        static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF';
    }

    private void BreakAfterParticles(ReadOnlySpan<char> chars)
    {
        for (int start = 0, end; start < chars.Length; start = end)
        {
            end = start + 1;
            while (end < chars.Length && ((Break)Breaks[end] & Normalization.Breaks.Clause) == 0) end++;
            if (end - start <= LongStretch) continue;
            for (int i = start, step; i + 1 < end && (step = chars[i..(end - 1)].IndexOfAny(ParticleSet)) >= 0; i += step + 1)
            {
                var at = i + step;
                if (!Particles.Contains(chars[at + 1]) && !InWord(chars, at)) Breaks[at + 1] |= (byte)Break.Particle;
            }
        }
    }

    private static bool InWord(ReadOnlySpan<char> chars, int particle)
    {
        foreach (var word in Words)
        {
            for (var k = 0; k < word.Length; k++)
            {
                if (word[k] == chars[particle] && particle >= k && chars[(particle - k)..].StartsWith(word)) return true;
            }
        }
        return false;
    }

    /// <summary>Pairs opening and closing marks; what stays unpaired encloses nothing.</summary>
    private struct PairReader
    {
        private const string Openers = "“「『‘\"'《〈";
        private const string Closers = "”」』’\"'》〉";
        private const string TitleOpeners = "《〈";

        private List<int>?[]? _open;
        private List<(int Start, int End)>?[]? _pairs;

        /// <param name="source">The text as sent.</param>
        /// <param name="at">A skipped unit of it.</param>
        /// <param name="next">The folded character that comes after it.</param>
        internal void Read(string source, int at, int next)
        {
            var mark = Same(source[at]);
            var kind = Closers.IndexOf(mark, StringComparison.Ordinal);
            var opens = kind < 0;
            if (opens) kind = Openers.IndexOf(mark, StringComparison.Ordinal);
            if (kind < 0) return;
            if (mark is '\'' or '’' && IsApostrophe(source, at)) return;
            _open ??= new List<int>?[Openers.Length];
            var open = _open[kind] ??= [];
            if (opens || (Openers[kind] == mark && open.Count == 0))
            {
                open.Add(next);
            }
            else if (open.Count > 0)
            {
                Add(kind, open[^1], next);
                open.RemoveAt(open.Count - 1);
            }
        }

        /// <summary>What each of <paramref name="length"/> folded characters is inside; null when none is inside anything.</summary>
        internal readonly byte[]? Mark(int length)
        {
            if (_pairs is null) return null;
            var inside = new byte[length];
            for (var kind = 0; kind < Openers.Length; kind++)
            {
                var flag = TitleOpeners.Contains(Openers[kind]) ? Titled : Quoted;
                foreach (var (start, end) in CollectionsMarshal.AsSpan(_pairs[kind]))
                {
                    for (var i = start; i < end; i++) inside[i] |= flag;
                }
            }

            return inside;
        }

        // Keeps only the outermost pairs, so that marking stays linear however deep they nest.
        private void Add(int kind, int start, int end)
        {
            _pairs ??= new List<(int, int)>?[Openers.Length];
            var pairs = _pairs[kind] ??= [];
            while (pairs.Count > 0 && pairs[^1].Start >= start) pairs.RemoveAt(pairs.Count - 1);
            pairs.Add((start, end));
        }

        private static char Same(char mark) => mark switch
        {
            '｢' or '﹁' => '「',
            '｣' or '﹂' => '」',
            '﹃' => '『',
            '﹄' => '』',
            '＂' => '"',
            '＇' => '\'',
            '︽' => '《',
            '︾' => '》',
            '︿' => '〈',
            '﹀' => '〉',
            _ => mark,
        };

        // it's, don’t
        private static bool IsApostrophe(string source, int at) =>
            at > 0 && at + 1 < source.Length && char.IsAsciiLetterOrDigit(source[at - 1]) && char.IsAsciiLetterOrDigit(source[at + 1]);
    }
}

/// <summary>A text cut into parts, by where each starts.</summary>
internal readonly struct Bounds
{
    private const int FewParts = 32;

    private readonly int[] _starts;

    private Bounds(int[] starts) => _starts = starts;

    /// <param name="breaks">Before each character, and after the last.</param>
    /// <param name="boundary">The breaks that begin a new part.</param>
    internal static Bounds Of(ReadOnlySpan<byte> breaks, Break boundary)
    {
        // Most turns have few parts; those are counted and told in one pass.
        Span<int> few = stackalloc int[FewParts];
        var count = 0;
        for (int i = 0, step; (step = breaks[i..].IndexOfAnyExcept((byte)0)) >= 0; i += step + 1)
        {
            if (((Break)breaks[i + step] & boundary) == 0) continue;
            if (count < FewParts) few[count] = i + step;
            count++;
        }

        var starts = new int[count];
        if (count <= FewParts) few[..count].CopyTo(starts);
        else
        {
            for (int i = 0, n = 0; n < count; i++)
                if (((Break)breaks[i] & boundary) != 0) starts[n++] = i;
        }

        return new Bounds(starts);
    }

    /// <summary>The part that holds <paramref name="i"/>; the last one for the end of the text.</summary>
    internal (int Start, int End) Around(int i)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)i, (uint)_starts[^1], nameof(i));
        if (_starts.Length < 2) return (0, 0);
        var found = Array.BinarySearch(_starts, i);
        if (found < 0) found = ~found - 1;
        found = Math.Min(found, _starts.Length - 2);
        return (_starts[found], _starts[found + 1]);
    }
}
