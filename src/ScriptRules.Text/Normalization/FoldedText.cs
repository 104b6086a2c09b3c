namespace ScriptRules.Text.Normalization;

/// <summary>
/// A text folded for matching: one character for all ways to write it, without punctuation and noise, and each folded
/// character mapped to where it stands in the text as sent.
/// </summary>
/// <remarks>
/// <para>
/// Folding is permissive; what was skipped is remembered, so that a hit can be checked: <see cref="BreakBefore"/>,
/// <see cref="IsQuoted"/>, <see cref="IsTitled"/>, and the clause and sentence that hold a character.
/// </para>
/// <para>
/// Speech recognition often leaves out punctuation. In a stretch of more than 12 folded characters without comma, stop or
/// line break, one of the particles 吗吧呢啊呀嘛呗啦哦噢哈 closes a clause (<see cref="Break.Particle"/>), except before
/// another particle and inside words such as 酒吧, 呢子, 干嘛, 哈尔滨. Those who type in haste put a space where a comma
/// belongs: between two Han characters with at least four characters in one piece on either side, it closes a clause likewise.
/// </para>
/// <para>
/// A full stop <c>.</c> between two letters or digits is a space (3.14); two or more are a comma; next to a character that
/// stands alone it is a comma too (发.票); otherwise it ends the sentence.
/// </para>
/// <para>Immutable, and safe to share between threads.</para>
/// </remarks>
public sealed class FoldedText
{
    private char[] _chars = [];
    private ushort[] _starts = [];
    private int[] _wideStarts = []; // instead of the others, where they are too narrow or too few
    private bool _isWide;
    private Marks? _marks;
    private Derivation? _derivation; // of a text that reads another one

    private FoldedText(string source) => Source = source;

    /// <summary>The text as sent.</summary>
    public string Source { get; private set; }

    /// <summary>The folded characters; none is <c>'\0'</c>.</summary>
    public ReadOnlySpan<char> Chars => _chars.AsSpan(0, Length);

    /// <summary>How many folded characters there are.</summary>
    public int Length { get; private set; }

    /// <summary>Folds <paramref name="text"/>.</summary>
    public static FoldedText Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new FoldedText(text);
        folded.Fold();
        return folded;
    }

    /// <summary>A text that is refilled: its owner folds draft after draft without allocating.</summary>
    internal static FoldedText ToRefill() => new("");

    /// <summary>Folds another text in the place of this one. Only for the sole owner of one made by <see cref="ToRefill"/>.</summary>
    internal void Refill(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Source = text;
        _marks = null;
        Fold();
    }

    /// <summary>Another reading of <paramref name="of"/>: other characters in the same places.</summary>
    internal static FoldedText Derived(FoldedText of, char[] chars) => new(of.Source)
    {
        _chars = chars, _starts = of._starts, _wideStarts = of._wideStarts, _isWide = of._isWide, Length = of.Length, _derivation = new Derivation(of),
    };

    /// <summary>Another reading of <paramref name="of"/>: other characters, each for <c>[start, end)</c> of its own.</summary>
    internal static FoldedText Derived(FoldedText of, char[] chars, int[] starts, int[] ends)
    {
        var places = new int[starts.Length];
        for (var i = 0; i < places.Length; i++) places[i] = of.SourceStart(starts[i]);
        return new FoldedText(of.Source) { _chars = chars, _wideStarts = places, _isWide = true, Length = chars.Length, _derivation = new Derivation(of, starts, ends) };
    }

    /// <summary>Where folded <c>[start, end)</c> stands in the text as sent, without what was skipped around it.</summary>
    public TextSpan Span(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, end);
        if (start < end) return new TextSpan(SourceStart(start), SourceEnd(end - 1));
        var at = start < Length ? SourceStart(start) : Length == 0 ? 0 : SourceEnd(Length - 1);
        return new TextSpan(at, at);
    }

    /// <summary>The first UTF-16 unit of folded character <paramref name="i"/> in the text as sent.</summary>
    public int SourceStart(int i)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)i, (uint)Length, nameof(i));
        return _isWide ? _wideStarts[i] : _starts[i];
    }

    /// <summary>The first units of all folded characters; empty where they are kept otherwise.</summary>
    internal ReadOnlySpan<ushort> NarrowStarts => _isWide ? [] : _starts.AsSpan(0, Length);

    /// <summary>The unit after the last of folded character <paramref name="i"/> in the text as sent.</summary>
    public int SourceEnd(int i)
    {
        var start = SourceStart(i);
        return start + (FoldTable.IsPair(Source, start) ? 2 : 1);
    }

    /// <summary>What was skipped between folded characters <c>i - 1</c> and <c>i</c>.</summary>
    /// <param name="i">From 0, before the first character, to <see cref="Length"/>, after the last one.</param>
    public Break BreakBefore(int i)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)i, (uint)Length, nameof(i));
        return (Break)GetMarks().Breaks[i];
    }

    /// <summary>The same for all <c>i</c>.</summary>
    internal ReadOnlySpan<byte> Breaks => GetMarks().Breaks;

    /// <summary>Whether folded characters <c>i - 1</c> and <c>i</c> are surely next to each other in the text as sent, so that no break lies between them.</summary>
    /// <param name="i">From 1.</param>
    internal bool IsNextToLast(int i) => !_isWide && _starts[i] == _starts[i - 1] + 1;

    /// <summary>Whether folded character <paramref name="i"/> is inside a pair of quotation marks: <c>“” "" 「」 『』 ‘’ ''</c>.</summary>
    public bool IsQuoted(int i)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)i, (uint)Length, nameof(i));
        return (GetMarks().InsideAt(i) & Marks.Quoted) != 0;
    }

    /// <summary>Whether folded character <paramref name="i"/> is inside the marks of a title: <c>《》 〈〉</c>.</summary>
    public bool IsTitled(int i)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)i, (uint)Length, nameof(i));
        return (GetMarks().InsideAt(i) & Marks.Titled) != 0;
    }

    /// <summary>The first folded character of the clause that holds <paramref name="i"/>.</summary>
    public int ClauseStart(int i) => Within(GetMarks().Clauses, i).Start;

    /// <summary>The folded character after the last of the clause that holds <paramref name="i"/>.</summary>
    public int ClauseEnd(int i) => Within(GetMarks().Clauses, i).End;

    /// <summary>The first folded character of the sentence that holds <paramref name="i"/>.</summary>
    public int SentenceStart(int i) => Within(GetMarks().Sentences, i).Start;

    /// <summary>The folded character after the last of the sentence that holds <paramref name="i"/>.</summary>
    public int SentenceEnd(int i) => Within(GetMarks().Sentences, i).End;

    /// <summary>Whether the sentence that holds <paramref name="i"/> asks: it ends in a question mark, or in the words of one.</summary>
    /// <remarks>
    /// 吗, 么 (but not 什么, 这么 …) and 为什么 ask by themselves, a softening 呀 or 啊 after them notwithstanding.
    /// 呢 asks in a sentence of at most four characters (您呢) or with a question word before it; 已经登记了呢 does not.
    /// </remarks>
    public bool EndsInQuestion(int i)
    {
        var (start, end) = Within(GetMarks().Sentences, i);
        return (BreakBefore(end) & Break.Question) != 0 || Question.Ends(Chars[start..end]);
    }

    private static (int Start, int End) Within(Bounds bounds, int i) => bounds.Around(i);

    private void Fold()
    {
        _isWide = Source.Length > FoldPass.LongestText;
        if (_isWide)
        {
            FoldOneByOne();
            return;
        }
        var capacity = Source.Length + FoldPass.Slack;
        if (_chars.Length < capacity) _chars = new char[capacity];
        if (_starts.Length < capacity) _starts = new ushort[capacity];
        Length = FoldPass.Run(Source, _chars, _starts);
        if (Length >= 0) return;
        _isWide = true;
        FoldOneByOne();
    }

    // For the rare text that is very long, or swells as it is folded.
    private void FoldOneByOne()
    {
        var n = 0;
        var room = '\0';
        for (var i = 0; i < Source.Length; i++)
        {
            if (_chars.Length < n + FoldTable.MostCharacters) Array.Resize(ref _chars, Math.Max(2 * n, Source.Length) + FoldTable.MostCharacters);
            if (_wideStarts.Length < _chars.Length) Array.Resize(ref _wideStarts, _chars.Length);
            var folded = FoldTable.Look(Source[i]);
            if (folded != FoldTable.Special)
            {
                _chars[n] = folded;
                _wideStarts[n] = i;
                n += folded != 0 ? 1 : 0;
                continue;
            }
            var several = FoldTable.FoldSpecial(Source, i, out var units, ref room);
            foreach (var c in several)
            {
                _chars[n] = c;
                _wideStarts[n++] = i;
            }
            i += units - 1;
        }
        Length = n;
    }

    private Marks GetMarks() => _marks ?? ReadMarks();

    private Marks ReadMarks() => _marks = _derivation switch
    {
        null => Marks.Of(this),
        { Starts: { } starts, Ends: { } ends } other => Marks.Derived(other.Of.GetMarks(), starts, ends, other.Of.Length),
        { } other => other.Of.GetMarks(),
    };

    private sealed record Derivation(FoldedText Of, int[]? Starts = null, int[]? Ends = null);
}
