using ScriptRules.Text.Facts;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Matching.Channels;

/// <summary>Finds words of which some characters are typed as pinyin or as its initials: 你ta妈的, 加wei信, tmd.</summary>
/// <remarks>
/// <para>
/// Text and phrases are both written in initials, and phrases are found there; then each place is compared: a character with the
/// character, a typed syllable with its readings. A run of letters is cut into the fewest syllables and single letters, and a hit takes
/// whole runs. Only what lies near letters is read. A number beside the letters makes them a unit or a model: 7 nm, TMD-200.
/// </para>
/// <para>
/// Initials alone are names of brands and models as well, so they count only where a place guards them, and at least three of them;
/// otherwise a character or a syllable must stand beside them. Two characters need a whole syllable.
/// </para>
/// </remarks>
internal sealed class TypedPinyin
{
    internal const int Least = 2;
    private const int LeastInitials = 3;
    private const int LongestPhrase = 12;
    private const int LongestRun = 40;
    private const int MostSpellings = 8;
    private const char Nothing = '\uFFFF';
    private const string Joiners = "@._-/";

    private readonly PhraseIndex _initials;
    private readonly Entry[] _entries;

    private TypedPinyin(PhraseIndex initials, Entry[] entries) => (_initials, _entries) = (initials, entries);

    /// <param name="Concept">What saying it says.</param>
    /// <param name="Words">Han characters.</param>
    /// <param name="Lead">What must hold before it; null: nothing.</param>
    /// <param name="Tail">What must hold behind it; null: nothing.</param>
    /// <param name="IsGuarded">Whether the template or the concept says where it stands.</param>
    internal sealed record Entry(int Concept, string Words, PatternProgram? Lead, PatternProgram? Tail, bool IsGuarded);

    /// <summary>Each character or typed syllable, with its place.</summary>
    private readonly record struct Token(char Initial, int Start, int End, bool IsTyped);

    /// <summary>Whether a phrase can be typed: two to twelve characters, all with a reading.</summary>
    internal static bool CanType(string words) => words.Length is >= Least and <= LongestPhrase && words.All(c => Pinyin.Of(c) is not null);

    internal static TypedPinyin Build(IEnumerable<Entry> entries)
    {
        var all = entries.SelectMany(e => Initials(e.Words).Select(initials => (initials, e))).ToArray();
        return new TypedPinyin(PhraseIndex.Build([.. all.Select(a => a.initials)]), [.. all.Select(a => a.e)]);
    }

    /// <summary>As <see cref="ChannelIndex.Scan"/>.</summary>
    internal bool Scan(FoldedText text, TurnScan scan, CompiledConcept[] concepts)
    {
        if (!text.Chars.ContainsAnyInRange('a', 'z')) return true;
        var tokens = Read(text);
        var initials = new char[tokens.Count];
        for (var i = 0; i < initials.Length; i++) initials[i] = tokens[i].Initial;
        var hits = new List<PhraseHit>();
        var complete = _initials.Find(initials, hits);
        foreach (var hit in hits)
        {
            var entry = _entries[hit.Phrase];
            var (start, end) = (tokens[hit.Start].Start, tokens[hit.End - 1].End);
            if (!Stands(entry, tokens, hit.Start, text)) continue;
            if (entry.Lead is { } lead && lead.Match(text, start, scan.Scratch) < 0) continue;
            if (entry.Tail is { } tail && tail.Match(text, end, scan.Scratch) < 0) continue;
            scan.Offer(concepts[entry.Concept - 1], start, end, MentionTraits.Noise);
            if (scan.IsFull) break;
        }

        return complete;
    }

    private static bool Stands(Entry entry, List<Token> tokens, int first, FoldedText text)
    {
        var (syllables, initials, last) = (0, 0, tokens[first + entry.Words.Length - 1]);
        for (var i = 0; i < entry.Words.Length; i++)
        {
            var token = tokens[first + i];
            if (i > 0 && (text.BreakBefore(token.Start) & (Breaks.Clause & ~Break.Particle)) != 0) return false;
            if (!token.IsTyped)
            {
                if (text.Chars[token.Start] != entry.Words[i]) return false;
            }
            else if (token.End == token.Start + 1) initials++;
            else if (Sounds(entry.Words[i], text.Chars[token.Start..token.End])) syllables++;
            else return false;
        }

        if (syllables + initials == 0 || IsCut(text, tokens[first].Start) || IsCut(text, last.End)) return false;
        if (entry.Words.Length == Least) return initials == 0;
        return initials < entry.Words.Length || (initials >= LeastInitials && entry.IsGuarded);
    }

    private static bool Sounds(char c, ReadOnlySpan<char> syllable)
    {
        foreach (var reading in Pinyin.AllOf(c))
            if (syllable.SequenceEqual(reading)) return true;
        return false;
    }

    /// <summary>Whether <paramref name="at"/> lies inside a word, an address, or a number with its unit: 7 nm, TMD-200, ta@example.com.</summary>
    private static bool IsCut(FoldedText text, int at)
    {
        if (at == 0 || at == text.Length) return false;
        var (before, after, between) = (text.Chars[at - 1], text.Chars[at], text.BreakBefore(at) & ~Break.Particle);
        if (!char.IsAsciiLetterOrDigit(before) || !char.IsAsciiLetterOrDigit(after)) return false;
        return between == Break.None
            || (between == Break.Space && (char.IsAsciiDigit(before) != char.IsAsciiDigit(after) || Joiners.Contains(text.Source[text.SourceEnd(at - 1)])));
    }

    private static List<Token> Read(FoldedText text)
    {
        var chars = text.Chars;
        var tokens = new List<Token>(chars.Length);
        var lettersEnd = int.MinValue / 2; // of the last run
        for (int i = 0, nextLetters = -1; i < chars.Length; i++)
        {
            if (char.IsAsciiLetterLower(chars[i]))
            {
                var end = i + 1;
                while (end < chars.Length && end - i < LongestRun && char.IsAsciiLetterLower(chars[end]) && text.BreakBefore(end) == Break.None) end++;
                Cut(chars, i, end, tokens);
                lettersEnd = end;
                i = end - 1;
                continue;
            }

            if (nextLetters < i && nextLetters != chars.Length)
            {
                var found = chars[i..].IndexOfAnyInRange('a', 'z');
                nextLetters = found < 0 ? chars.Length : i + found;
            }

            var isNear = i - lettersEnd < LongestPhrase || (nextLetters < chars.Length && nextLetters - i < LongestPhrase);
            tokens.Add(new Token(isNear && Pinyin.Of(chars[i]) is { } reading ? reading[0] : Nothing, i, i + 1, false));
        }

        return tokens;
    }

    /// <summary>Cuts a run of letters into the fewest pieces, each a syllable or one letter; the longest first where several ways are as short.</summary>
    private static void Cut(ReadOnlySpan<char> chars, int start, int end, List<Token> tokens)
    {
        Span<int> pieces = stackalloc int[LongestRun + 1]; // from here to the end
        Span<int> length = stackalloc int[LongestRun + 1]; // of the first of them
        for (var i = end - start - 1; i >= 0; i--)
        {
            (pieces[i], length[i]) = (pieces[i + 1] + 1, 1);
            for (var take = 2; take <= Math.Min(Pinyin.LongestSyllable, end - start - i); take++)
            {
                if (!Pinyin.IsSyllable(chars.Slice(start + i, take)) || pieces[i + take] + 1 > pieces[i]) continue;
                (pieces[i], length[i]) = (pieces[i + take] + 1, take);
            }
        }

        for (var i = 0; i < end - start; i += length[i]) tokens.Add(new Token(chars[start + i], start + i, start + i + length[i], true));
    }

    /// <summary>The ways to write a phrase in initials: one, but for characters that are read in several ways.</summary>
    private static IReadOnlyList<string> Initials(string words)
    {
        IReadOnlyList<string> all = [""];
        foreach (var c in words)
        {
            var letters = Pinyin.AllOf(c).Select(r => r[0]).Distinct().ToList();
            if (all.Count * letters.Count > MostSpellings) letters.RemoveRange(1, letters.Count - 1);
            all = [.. all.SelectMany(head => letters, (head, letter) => head + letter)];
        }

        return all;
    }
}
