using FsCheck;
using FsCheck.Fluent;
using ScriptRules.Text.Matching;
using ScriptRules.Text.Matching.Index;

namespace ScriptRules.Text.Tests.Matching.Index;

public class PhraseIndexTests
{
    private static readonly ScanPath[] Paths = Enum.GetValues<ScanPath>();

    [Fact]
    public void Finds_overlapping_and_nested_phrases_in_order()
    {
        var index = PhraseIndex.Build(["不知道", "知道", "道", "我不知道", "知道"]);

        Find(index, "我不知道").Should().Equal(
            new PhraseHit(3, 0, 4), new PhraseHit(0, 1, 4), new PhraseHit(1, 2, 4), new PhraseHit(4, 2, 4), new PhraseHit(2, 3, 4));
    }

    [Fact]
    public void Appends_to_what_is_there()
    {
        var hits = new List<PhraseHit> { new(9, 7, 8) };

        PhraseIndex.Build(["好"]).Find("好好", hits).Should().BeTrue();

        hits.Should().Equal(new PhraseHit(9, 7, 8), new PhraseHit(0, 0, 1), new PhraseHit(0, 1, 2));
    }

    [Fact]
    public void An_index_of_nothing_finds_nothing() => Find(PhraseIndex.Build([]), "您好").Should().BeEmpty();

    [Fact]
    public void An_empty_phrase_is_the_callers_slip()
    {
        var build = () => PhraseIndex.Build(["好", ""]);

        build.Should().Throw<ArgumentException>().WithMessage("*Phrase 1*");
    }

    [Fact]
    public void Every_path_finds_what_a_naive_matcher_finds() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Cases(alphabet: "的一了不我您好知道退款烦abc1").ToArbitrary(), c => AgreesWithNaive(c)));

    [Fact]
    public void And_in_hostile_text_of_two_characters() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(Cases(alphabet: "啊哈").ToArbitrary(), c => AgreesWithNaive(c)));

    [Fact]
    public void And_in_text_of_any_characters() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Cases(alphabet: new string([.. Enumerable.Range(1, 0xFFFF).Select(c => (char)c)])).ToArbitrary(), c => AgreesWithNaive(c)));

    [Theory]
    [InlineData(1)]
    [InlineData(250)]
    [InlineData(251)]
    [InlineData(254)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(258)]
    [InlineData(262)]
    [InlineData(263)]
    [InlineData(265)]
    [InlineData(266)]
    [InlineData(267)]
    [InlineData(1024)]
    public void A_phrase_is_found_once_wherever_it_stands_about_a_blocks_end(int length)
    {
        foreach (var phrase in new[] { "烦", "你烦", "你烦我", "一定要这样" })
        {
            for (var at = Math.Max(0, length - 300); at + phrase.Length <= length; at++)
            {
                var text = new string('的', at) + phrase + new string('了', length - at - phrase.Length);
                foreach (var path in Paths) Find(PhraseIndex.Build([phrase], path), text).Should().Equal([new PhraseHit(0, at, at + phrase.Length)], $"{phrase} at {at} of {length}, {path}");
            }
        }
    }

    [Fact]
    public void Near_equal_phrases_go_to_the_automaton_instead_of_one_bucket()
    {
        var phrases = Enumerable.Range(0, 4096).Select(n => string.Concat(Enumerable.Range(0, 12).Select(bit => (n >> bit) % 2 == 0 ? '啊' : '哈'))).ToArray();
        var index = PhraseIndex.Build(phrases);
        var text = string.Concat(Enumerable.Range(0, 500).Select(n => (n * n / 7) % 3 == 0 ? '啊' : '哈'));

        index.Crowded.Should().BeGreaterThan(3900);
        Find(index, text).Should().Equal(Naive(phrases, text)).And.HaveCount(489);
    }

    [Fact]
    public void Too_many_hits_are_cut_and_said_so()
    {
        var phrases = Enumerable.Range(1, 200).Select(n => new string('啊', n)).ToArray();
        var hits = new List<PhraseHit>();

        PhraseIndex.Build(phrases).Find(new string('啊', 4000), hits).Should().BeFalse();

        hits.Should().HaveCount(4000 * PhraseIndex.MostHitsPerCharacter).And.OnlyHaveUniqueItems();
        hits.Should().BeInAscendingOrder(Comparer<PhraseHit>.Create((a, b) => (a.Start, a.End).CompareTo((b.Start, b.End))));
    }

    [Fact]
    public void Many_phrases_of_all_lengths_agree_with_the_naive_matcher()
    {
        var random = new Random(7);
        string Word(int length) => new([.. Enumerable.Range(0, length).Select(_ => CommonCharacters.MostFirst[Math.Min(random.Next(400), random.Next(400))])]);
        var phrases = Enumerable.Range(0, 3000).Select(n => Word(1 + (n % 8) + (n % 500 == 0 ? 300 : 0))).ToArray();
        var text = string.Concat(Enumerable.Range(0, 1500).Select(n => n % 5 == 0 ? phrases[random.Next(phrases.Length)] : Word(7)));
        var expected = Naive(phrases, text);

        expected.Should().HaveCountGreaterThan(1000);
        foreach (var path in Paths) Find(PhraseIndex.Build(phrases, path), text).Should().Equal(expected, path.ToString());
    }

    [Fact]
    public void A_warm_scan_allocates_nothing()
    {
        var index = PhraseIndex.Build(["不知道", "没办法", "烦", new string('啊', 300)]);
        var hits = new List<PhraseHit>(16);
        var text = "这个我不知道没办法帮您处理您别烦了行不行";
        for (var i = 0; i < 3; i++) Scan();

        var before = GC.GetAllocatedBytesForCurrentThread();
        Scan();

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
        hits.Should().HaveCount(3);

        void Scan()
        {
            hits.Clear();
            index.Find(text, hits);
        }
    }

    private static Gen<(string[] Phrases, string Text)> Cases(string alphabet)
    {
        var letter = Gen.Elements(alphabet.ToCharArray());
        Gen<string> Of(int from, int to) => Gen.Choose(from, to).SelectMany(n => letter.ArrayOf(n)).Select(c => new string(c));
        var phrase = Gen.Frequency((8, Of(1, 5)), (2, Of(6, 14)), (1, Of(60, 300)));
        return from count in Gen.Choose(0, 60)
               from phrases in phrase.ArrayOf(count)
               from noise in Of(0, 40)
               from more in Of(0, 400)
               from chosen in Gen.Choose(0, 1000).ArrayOf(6)
               let planted = string.Concat(chosen.Select(n => phrases.Length > 0 && n % 3 > 0 ? phrases[n % phrases.Length] : noise))
               select (phrases, noise + planted + more);
    }

    private static bool AgreesWithNaive((string[] Phrases, string Text) one)
    {
        var expected = Naive(one.Phrases, one.Text);
        foreach (var path in Paths)
        {
            var hits = new List<PhraseHit>();
            var whole = PhraseIndex.Build(one.Phrases, path).Find(one.Text, hits);
            if (whole ? !hits.SequenceEqual(expected) : hits.Except(expected).Any() || hits.Count >= expected.Count) return false;
        }
        return true;
    }

    private static List<PhraseHit> Naive(string[] phrases, string text)
    {
        var hits = new List<PhraseHit>();
        for (var p = 0; p < phrases.Length; p++)
        {
            for (var at = 0; (at = text.IndexOf(phrases[p], at, StringComparison.Ordinal)) >= 0; at++) hits.Add(new PhraseHit(p, at, at + phrases[p].Length));
        }
        return [.. hits.OrderBy(h => h.Start).ThenBy(h => h.End).ThenBy(h => h.Phrase)];
    }

    private static List<PhraseHit> Find(PhraseIndex index, string text)
    {
        var hits = new List<PhraseHit>();
        index.Find(text, hits).Should().BeTrue();
        return hits;
    }
}
