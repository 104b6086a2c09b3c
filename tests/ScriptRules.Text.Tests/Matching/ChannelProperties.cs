using FsCheck;
using FsCheck.Fluent;
using ScriptRules.Text.Facts;
using ScriptRules.Text.Matching;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Tests.Matching;

/// <summary>Each channel against its definition, tried at every place of random, noised and hostile texts.</summary>
public class ChannelProperties
{
    private const string Letters = "你烦不是事士土女子妈他的a1tm";
    private static readonly Gen<int> Seeds = Gen.Choose(0, int.MaxValue - 1);

    [Fact]
    public void By_sound() => Compare(4, c => c with { SoundLike = Accents.Usual }, MentionTraits.Sound, (word, text, start) =>
    {
        if (start + word.Length > text.Length || !Touch(text, start, start + word.Length)) return [];
        for (var i = 0; i < word.Length; i++)
            if (!SameSound(word[i], text.Chars[start + i])) return [];
        return [start + word.Length];
    });

    [Theory]
    [InlineData(Accents.Same)]
    [InlineData(Accents.ZhZ)]
    [InlineData(Accents.NL)]
    [InlineData(Accents.AngAn)]
    [InlineData(Accents.HF)]
    [InlineData(Accents.Usual | Accents.HF)]
    public void By_sound_with_sounds_that_count_as_one(Accents accents) => Compare(4, c => c with { SoundLike = accents }, MentionTraits.Sound, (word, text, start) =>
    {
        if (start + word.Length > text.Length || !Touch(text, start, start + word.Length)) return [];
        for (var i = 0; i < word.Length; i++)
            if (!Alike(word[i], text.Chars[start + i], accents)) return [];
        return [start + word.Length];
    }, Syllables);

    [Fact]
    public void Through_look_alikes() => Compare(3, c => c with { Disguises = Disguises.LookAlikes }, MentionTraits.Shape, (word, text, start) =>
    {
        // From left to right, parts are put together where that makes a character: 女子 is 好, also where 子 would begin another.
        for (var i = 0; i < start; i++)
            if (Parts(text, i) is var before and > 1 && (i += before - 1) >= start) return [];
        var at = start;
        foreach (var c in word)
        {
            if (at >= text.Length) return [];
            if (Look(Split(text, at)?[0] ?? text.Chars[at]) != Look(c)) return [];
            at += Parts(text, at);
        }

        return Touch(text, start, at) ? [at] : [];
    }, "己已巳未末好女子吗口马你亻尔的");

    [Fact]
    public void Through_letters() => Compare(3, c => c with { Disguises = Disguises.Letters }, MentionTraits.Noise, (word, text, start) =>
    {
        if (!word.All(IsHan)) return [];
        var at = start;
        for (var i = 0; i < word.Length; i++)
        {
            if (i > 0)
            {
                var next = at;
                while (next < text.Length && char.IsAsciiLetterOrDigit(text.Chars[next])) next++;
                if (next - at <= 2) at = next;
            }

            if (at >= text.Length || text.Chars[at] != word[i]) return [];
            at++;
        }

        return Touch(text, start, at) ? [at] : [];
    });

    [Fact]
    public void Through_repeats() => Compare(3, c => c with { Disguises = Disguises.Repeats }, MentionTraits.Repeat, (word, text, start) =>
    {
        for (var i = 1; i < word.Length; i++)
            if (word[i] == word[i - 1]) return [];
        var at = start;
        foreach (var c in word)
        {
            var first = at;
            while (at < text.Length && text.Chars[at] == c && (at == first || Touch(text, at - 1, at + 1))) at++;
            if (at == first) return [];
        }

        // All of a run, from its beginning.
        var isInside = start > 0 && text.Chars[start - 1] == word[0] && Touch(text, start - 1, start + 1);
        return Touch(text, start, at) && !isInside ? [at] : [];
    });

    [Fact]
    public void By_typed_pinyin() => Compare(2, c => c with { Disguises = Disguises.Pinyin }, MentionTraits.Noise, (word, text, start) =>
        !word.All(IsHan) ? [] : Typed(word, text, start, start, 0, 0, 0));

    [Theory]
    [InlineData("你不你不你不", 20_000)]
    [InlineData("ab不", 30_000)]
    [InlineData("女子", 40_000)]
    [InlineData("你a烦b", 20_000)]
    [InlineData("tmd", 30_000)]
    [InlineData("烦", 100_000)]
    public void A_hostile_turn_is_read_or_said_to_be_cut(string unit, int length)
    {
        var concept = Sample.Said("不不不不", "你不你不你不", "不不烦烦", "他妈的", "好好好好", "烦你烦") with
        {
            SoundLike = Accents.Usual, Disguises = Disguises.Letters | Disguises.Pinyin | Disguises.LookAlikes | Disguises.Repeats,
            Similar = ["你不你不你不你不你不", "烦烦烦烦烦烦烦烦烦烦"],
        };
        var text = string.Concat(Enumerable.Repeat(unit, length / unit.Length));

        var hits = Sample.Lexicon(concept).Scan(FoldedText.Of(text), true, out _);

        hits.Count.Should().BeLessThanOrEqualTo(Lexicon.HitLimit + 1);
        hits.Where(h => h.Span.Start < 0 || h.Span.End > text.Length || h.Span.Length <= 0).Should().BeEmpty();
    }

    [Fact]
    public void Folding_twice_changes_nothing_and_every_span_slices_back() =>
        ForAll(200, random =>
        {
            var text = Text(random, 30, "\uD83D\uDE00，。 \u200B");
            var folded = FoldTable.FoldPhrase(text);
            FoldTable.FoldPhrase(folded).Should().Be(folded);
            var concept = Sample.Said(Word(random, 2), Word(random, 3), Word(random, 4)) with { SoundLike = Accents.Usual, Disguises = Disguises.Letters | Disguises.LookAlikes | Disguises.Repeats };
            foreach (var hit in Sample.Lexicon(concept).Scan(FoldedText.Of(text)))
            {
                var slice = hit.Span.Of(text);
                Sample.Lexicon(concept).Scan(FoldedText.Of(slice)).Should().Contain(h => h.Span == new TextSpan(0, slice.Length), "“{0}” was found in “{1}”", slice, text);
            }
        });

    private delegate IReadOnlyList<int> Ends(string word, FoldedText text, int start);

    /// <summary>Compares what is found beside what is there as written with what the definition finds there.</summary>
    private static void Compare(int least, Func<Concept, Concept> ask, MentionTraits mark, Ends ends, string letters = Letters) => ForAll(300, random =>
    {
        var word = Word(random, least + random.Next(3), letters);
        if (word.Any(char.IsAsciiLetterOrDigit)) word = word.Replace('a', '你').Replace('1', '不').Replace('t', '他').Replace('m', '妈');
        var marks = random.Next(3) switch { 0 => "", 1 => "，。 ", _ => "\uD83D\uDE00 \uD842\uDFB7" };
        var text = FoldedText.Of(Text(random, 12, marks, letters) + Noised(random, word) + Text(random, 6, marks, letters) + Noised(random, word) + Text(random, 6, marks, letters));
        var concept = Sample.Said(word) with { Allow = (MentionTraits)int.MaxValue };
        var written = Sample.Lexicon(concept).Scan(text).Select(h => h.Span).ToList();
        var found = Sample.Lexicon(ask(concept)).Scan(text).Where(h => (h.Traits & mark) != 0).Select(h => h.Span).ToList();

        var defined = Enumerable.Range(0, text.Length).SelectMany(start => ends(word, text, start).Select(end => text.Span(start, end)))
            .Where(span => !written.Exists(w => w.Overlaps(span))).Distinct().ToList();

        found.Except(defined).Should().BeEmpty("“{0}” is looked for in “{1}”", word, text.Source);
        defined.Where(span => !found.Exists(f => f.Overlaps(span))).Should().BeEmpty("“{0}” is looked for in “{1}”", word, text.Source);
    });

    /// <summary>The word as someone writes it who does not want it found.</summary>
    private static string Noised(Random random, string word) => string.Concat(word.Select(c => random.Next(9) switch
    {
        0 => $"{c}{c}",
        1 => $"{c}a",
        2 => $"{c}1t",
        3 => c switch { '是' => "事", '事' => "士", '他' => "ta", '妈' => "ma", '已' => "己", '未' => "末", '好' => "女子", '吗' => "口马", '你' => "亻尔", '张' => "赞", '您' => "零", '福' => "户", _ => c.ToString() },
        4 => c switch { '他' => "t", '妈' => "m", '土' => "t", _ => c.ToString() },
        5 => $"{c} ",
        _ => c.ToString(),
    }));

    private static IReadOnlyList<int> Typed(string word, FoldedText text, int start, int at, int index, int initials, int syllables)
    {
        if (index == word.Length)
        {
            var cuts = Cuts(text, start) || Cuts(text, at);
            var says = word.Length == 2 ? initials == 0 : initials < word.Length;
            return initials + syllables > 0 && !cuts && says ? [at] : [];
        }

        if (at >= text.Length || (index > 0 && !Touch(text, at - 1, at + 1))) return [];
        if (text.Chars[at] == word[index]) return Typed(word, text, start, at + 1, index + 1, initials, syllables);
        var ends = new List<int>();
        // The letters here are t, m and a: the only syllables are ta and ma, and they are longer than their initials.
        var syllable = at + 2 <= text.Length && Touch(text, at, at + 2, Break.None) ? text.Chars[at..(at + 2)].ToString() : "";
        if (syllable is "ta" or "ma")
        {
            if (Pinyin.AllOf(word[index]).Contains(syllable)) ends.AddRange(Typed(word, text, start, at + 2, index + 1, initials, syllables + 1));
        }
        else if (text.Chars[at] is 't' or 'm' or 'a' && Pinyin.AllOf(word[index]).Any(r => r[0] == text.Chars[at]))
            ends.AddRange(Typed(word, text, start, at + 1, index + 1, initials + 1, syllables));
        return ends;
    }

    private static bool Cuts(FoldedText text, int at)
    {
        if (at == 0 || at == text.Length || !char.IsAsciiLetterOrDigit(text.Chars[at - 1]) || !char.IsAsciiLetterOrDigit(text.Chars[at])) return false;
        var isUnit = char.IsAsciiDigit(text.Chars[at - 1]) != char.IsAsciiDigit(text.Chars[at]);
        return Touch(text, at - 1, at + 1, Break.Particle | (isUnit ? Break.Space : Break.None));
    }

    private static bool Touch(FoldedText text, int start, int end, Break allowed = Break.Space | Break.Particle)
    {
        for (var i = start + 1; i < end; i++)
            if ((text.BreakBefore(i) & ~allowed) != 0) return false;
        return true;
    }

    // The syllables are written out here, so that the table is not tested by itself.
    private const string Syllables = "张赞是事士死你里您零户福路怒";

    private static bool Alike(char a, char b, Accents accents) => a == b || (Syllables.Contains(a) && Syllables.Contains(b) && Spoken(a, accents) == Spoken(b, accents));

    private static string Spoken(char c, Accents accents)
    {
        var syllable = c switch
        {
            '张' => "zhang", '赞' => "zan", '是' or '事' or '士' => "shi", '死' => "si", '你' => "ni", '里' => "li", '您' => "nin", '零' => "ling", '户' => "hu", '福' => "fu", '路' => "lu", _ => "nu",
        };
        if (accents.HasFlag(Accents.ZhZ)) syllable = syllable.Replace("zh", "z", StringComparison.Ordinal).Replace("sh", "s", StringComparison.Ordinal);
        if (accents.HasFlag(Accents.NL) && syllable[0] == 'n') syllable = "l" + syllable[1..];
        if (accents.HasFlag(Accents.AngAn)) syllable = syllable.Replace("ng", "n", StringComparison.Ordinal);
        if (accents.HasFlag(Accents.HF)) syllable = syllable.Replace("hu", "fu", StringComparison.Ordinal);
        return syllable;
    }

    /// <summary>How many characters from here on make up another one; 1 when none do. The longest of the list counts.</summary>
    private static int Parts(FoldedText text, int at) => Split(text, at)?.Length - 1 ?? 1;

    private static string? Split(FoldedText text, int at) => LookAlikeData.Splits.Split(' ')
        .Where(s => text.Chars[at..].StartsWith(s.AsSpan(1)) && Touch(text, at, at + s.Length - 1, Break.None)).MaxBy(s => s.Length);

    private static char Look(char c) => Array.Find(LookAlikeData.Sets.Split(' '), set => set.Contains(c))?[0] ?? c;

    private static bool SameSound(char a, char b) => a == b || (Sound(a) is { } sound && sound == Sound(b));

    private static string? Sound(char c) => c switch
    {
        '是' or '事' or '士' => "si",
        '土' => "tu",
        '他' => "ta",
        _ => IsHan(c) ? c.ToString() : null,
    };

    private static bool IsHan(char c) => c >= '\u3400';

    private static string Word(Random random, int length, string letters = Letters) => new([.. Enumerable.Range(0, length).Select(_ => letters[random.Next(letters.Length)])]);

    private static string Text(Random random, int longest, string marks, string letters = Letters) =>
        string.Concat(Enumerable.Range(0, random.Next(longest)).Select(_ =>
            marks.Length > 0 && random.Next(5) == 0 ? marks.EnumerateRunes().ElementAt(random.Next(marks.EnumerateRunes().Count())).ToString() : letters[random.Next(letters.Length)].ToString()));

    private static void ForAll(int cases, Action<Random> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(cases), Prop.ForAll(Seeds.ToArbitrary(), seed => property(new Random(seed))));
}
