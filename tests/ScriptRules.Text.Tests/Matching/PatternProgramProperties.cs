using FsCheck;
using FsCheck.Fluent;
using ScriptRules.Text.Matching;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Tests.Matching;

/// <summary>The matcher with memory against the naive one, and its cost.</summary>
public class PatternProgramProperties
{
    private const string Letters = "甲乙吗";

    private static readonly Gen<int> Seeds = Gen.Choose(0, int.MaxValue - 1);

    [Fact]
    public void Finds_what_the_definition_finds() => ForAll(6_000, random =>
    {
        var (node, text, ignores) = (Node(random, 3), FoldedText.Of(Text(random, 24)), random.Next(4) == 0);
        var program = PatternProgram.Compile(node, ignores);
        var naive = new NaiveMatcher(text, ignores);
        var scratch = new MatchScratch();
        for (var start = 0; start <= text.Length; start++)
            program.Match(text, start, scratch).Should().Be(naive.Match(node, start), "{0} is matched at {1} of “{2}”, ignoring: {3}", Written(node), start, text.Source, ignores);
    });

    [Fact]
    public void A_match_is_always_at_a_gate() => ForAll(3_000, random =>
    {
        var (node, text) = (Node(random, 3), FoldedText.Of(Text(random, 24)));
        var program = PatternProgram.Compile(node);
        if (program.Gate.Count == 0) return;
        var scratch = new MatchScratch();
        for (var start = 0; start < text.Length; start++)
        {
            if (program.Match(text, start, scratch) < 0) continue;
            program.Gate.Any(g => Enumerable.Range(start + g.MinBefore, g.MaxBefore - g.MinBefore + 1).Any(at => StandsAt(text, at, g.Word)))
                .Should().BeTrue("{0} matches at {1} of “{2}”", Written(node), start, text.Source);
        }
    });

    [Fact]
    public void No_match_is_shorter_than_the_least_or_longer_than_the_most() => ForAll(2_000, random =>
    {
        var (node, text) = (Node(random, 3), FoldedText.Of(Text(random, 24)));
        var program = PatternProgram.Compile(node);
        var scratch = new MatchScratch();
        for (var start = 0; start < text.Length; start++)
            if (program.Match(text, start, scratch) is >= 0 and var end) (end - start).Should().BeInRange(node.MinWidth, node.MaxWidth);
    });

    [Theory]
    [InlineData("甲…{60}甲…{60}甲…{60}甲…{60}甲…{60}乙")]
    [InlineData("([甲]|甲甲|…)([甲]|甲甲|…)([甲]|甲甲|…)([甲]|甲甲|…)([甲]|甲甲|…)([甲]|甲甲|…)乙")]
    [InlineData("甲……甲，甲……甲，甲……甲，甲……乙")]
    [InlineData("甲!(甲…{60}甲…{60}甲…{60}乙)甲…{60}乙")]
    [InlineData("[[[[[[[[甲]甲]甲]甲]甲]甲]甲]甲]乙")]
    public void The_cost_follows_the_text_whatever_the_template(string template)
    {
        var (small, large) = (Steps(template, 400), Steps(template, 1_600));

        small.Should().BePositive();
        large.Should().BeLessThan(6 * small, "four times the text is about four times the work");
        (large / 1_600).Should().BeLessThan(100_000, "a start costs at most steps × reach × gap");
    }

    [Fact]
    public void A_lexicon_of_gaps_reads_a_hostile_turn_in_linear_work()
    {
        var lexicon = Sample.Lexicon(Sample.Said("甲…{8}甲…{8}乙"));

        lexicon.Scan(FoldedText.Of(new string('甲', 20_000))).Should().BeEmpty();
        lexicon.Scan(FoldedText.Of(new string('甲', 20_000) + "乙")).Should().ContainSingle();
    }

    private static long Steps(string template, int length)
    {
        var errors = new List<PatternError>();
        var program = PatternProgram.Compile(PatternParser.Parse(template, _ => null, _ => null, errors));
        errors.Should().BeEmpty();
        var text = FoldedText.Of(new string('甲', length));
        var scratch = new MatchScratch();
        for (var start = 0; start < length; start++) program.Match(text, start, scratch).Should().Be(-1);
        return scratch.Steps + scratch.Inner.Steps;
    }

    private static void ForAll(int cases, Action<Random> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(cases), Prop.ForAll(Seeds.ToArbitrary(), seed => property(new Random(seed))));

    private static PatternNode Node(Random random, int depth)
    {
        switch (random.Next(depth == 0 ? 5 : 12))
        {
            case 0 or 1 or 2:
                return Words(random);
            case 3:
                var min = random.Next(3);
                return new PatternNode.Gap(random.Next(2) * min, min + random.Next(4), random.Next(2) == 0);
            case 4:
                return random.Next(2) == 0 ? new PatternNode.Pause() : new PatternNode.Edge((EdgeKind)random.Next(4));
            case 5 or 6:
                return new PatternNode.Choice([.. Many(random, 1, 3, depth - 1)]);
            case 7:
                return new PatternNode.Choice([Node(random, depth - 1), new PatternNode.Sequence([])]);
            case 8:
                return new PatternNode.NotNext(Node(random, depth - 1));
            case 9:
                return new PatternNode.NotPrevious(new PatternNode.Choice([Words(random), Words(random)]));
            default:
                return new PatternNode.Sequence([.. Many(random, 2, 5, depth - 1)]);
        }
    }

    private static IEnumerable<PatternNode> Many(Random random, int least, int most, int depth) =>
        Enumerable.Range(0, random.Next(least, most)).Select(_ => Node(random, depth)).ToList();

    private static PatternNode.Words Words(Random random) =>
        new(new string([.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Letters[random.Next(Letters.Length)])]));

    private static string Text(Random random, int longest)
    {
        var marks = random.Next(3) == 0 ? "" : "，。 \n";
        return new string([.. Enumerable.Range(0, random.Next(longest)).Select(_ => marks.Length > 0 && random.Next(4) == 0 ? marks[random.Next(marks.Length)] : Letters[random.Next(Letters.Length)])]);
    }

    private static bool StandsAt(FoldedText text, int at, string word) =>
        at + word.Length <= text.Length && text.Chars[at..(at + word.Length)].SequenceEqual(word);

    private static string Written(PatternNode node) => node switch
    {
        PatternNode.Words words => words.Folded,
        PatternNode.Sequence sequence => string.Concat(sequence.Parts.Select(Written)),
        PatternNode.Choice choice => $"({string.Join('|', choice.Branches.Select(Written))})",
        PatternNode.Gap gap => $"{(gap.Wide ? "……" : "…")}{{{gap.Min},{gap.Max}}}",
        PatternNode.Pause => "，",
        PatternNode.Edge edge => edge.Kind.ToString(),
        PatternNode.NotNext not => $"!({Written(not.Inner)})",
        PatternNode.NotPrevious not => $"!<({Written(not.Inner)})",
        _ => "?",
    };
}
