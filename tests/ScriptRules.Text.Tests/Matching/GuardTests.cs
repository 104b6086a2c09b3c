using ScriptRules.Text.Facts;
using ScriptRules.Text.Matching;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Tests.Matching;

/// <summary>The conditions on where and how a saying stands.</summary>
public class GuardTests
{
    private static readonly Concept What = Sample.Said("什么");

    [Theory]
    [InlineData(PositionGuard.ClauseStart, "[什么]东西，您要什么，[什么]")]
    [InlineData(PositionGuard.ClauseEnd, "什么东西，您要[什么]，[什么]")]
    [InlineData(PositionGuard.ClauseStart | PositionGuard.ClauseEnd, "什么东西，您要什么，[什么]")]
    [InlineData(PositionGuard.TurnStart, "[什么]东西，什么")]
    [InlineData(PositionGuard.TurnEnd, "什么，什么东西[什么]！")]
    [InlineData(PositionGuard.TurnStart | PositionGuard.TurnEnd, "[什么]？")]
    [InlineData(PositionGuard.TurnStart | PositionGuard.TurnEnd, "什么？什么")]
    public void At(PositionGuard at, string marked) => Sample.Lexicon(What with { At = at }).ShouldFind(marked);

    [Theory]
    [InlineData("您看[什么]")]
    [InlineData("您看的是[什么]")]
    [InlineData("您看，什么")]
    [InlineData("什么您看")]
    [InlineData("什么")]
    public void After(string marked) => Sample.Lexicon(What with { After = ["看"] }).ShouldFind(marked);

    [Theory]
    [InlineData("您想了解什么")]
    [InlineData("您想了解，[什么]")]
    [InlineData("[什么]您想")]
    public void Not_after(string marked) => Sample.Lexicon(What with { NotAfter = ["想", "要"] }).ShouldFind(marked);

    [Theory]
    [InlineData("[什么]时候")]
    [InlineData("什么，时候")]
    [InlineData("时候什么")]
    public void Before(string marked) => Sample.Lexicon(What with { Before = ["时候"] }).ShouldFind(marked);

    [Theory]
    [InlineData("什么时候")]
    [InlineData("[什么]，时候")]
    [InlineData("[什么]")]
    public void Not_before(string marked) => Sample.Lexicon(What with { NotBefore = ["时候"] }).ShouldFind(marked);

    [Theory]
    [InlineData("[烦]死了，麻烦您")]
    [InlineData("您真[烦]，麻 烦您")]
    [InlineData("麻，[烦]")]
    public void Not_inside(string marked) => Sample.Lexicon(Sample.Said("烦") with { NotInside = ["麻烦", "烦请"] }).ShouldFind(marked);

    [Fact]
    public void Not_inside_is_about_longer_words_only() => Sample.Lexicon(Sample.Said("没办法") with { NotInside = ["没办法"] }).ShouldFind("[没办法]");

    [Fact]
    public void Not_inside_may_hold_a_gap() => Sample.Lexicon(Sample.Said("没办法") with { NotInside = ["不是…没办法的"] }).ShouldFind("倒不是我们这里没办法的，[没办法]");

    [Theory]
    [InlineData(true, "您要[什么]？没什么。")]
    [InlineData(true, "[什么]时候到呢。没什么。")]
    [InlineData(false, "您要什么？没[什么]。")]
    public void In_question(bool asks, string marked) => Sample.Lexicon(What with { InQuestion = asks }).ShouldFind(marked);

    [Theory]
    [InlineData(TextUnit.Clause, "没办法抱歉，[没办法]，抱歉")]
    [InlineData(TextUnit.Sentence, "没办法，抱歉。[没办法]。抱歉")]
    [InlineData(TextUnit.Turn, "没办法。抱歉")]
    [InlineData(TextUnit.Turn, "[没办法]。")]
    public void None_of(TextUnit within, string marked) =>
        Unnamed(Sample.Lexicon(Sample.Said("没办法") with { NoneOf = ["sorry"], Within = within }, Sorry), marked);

    [Theory]
    [InlineData(TextUnit.Clause, false, "[抱歉没办法]，抱歉。没办法")]
    [InlineData(TextUnit.Sentence, false, "[没办法，抱歉]。抱歉")]
    [InlineData(TextUnit.Sentence, true, "没办法，抱歉。[抱歉，没办法]")]
    [InlineData(TextUnit.Turn, true, "没办法。[抱歉。没办法]")]
    [InlineData(TextUnit.Turn, false, "[没办法。抱歉]")]
    public void All_of(TextUnit within, bool ordered, string marked) =>
        Unnamed(Sample.Lexicon(new Concept { Id = Marked.Unnamed, AllOf = ["sorry", "no-way"], Within = within, Ordered = ordered }, Sorry, NoWay), marked);

    [Fact]
    public void Any_of() => Unnamed(Sample.Lexicon(new Concept { Id = Marked.Unnamed, AnyOf = ["sorry", "no-way"] }, Sorry, NoWay), "[抱歉]，[没办法]");

    [Fact]
    public void Any_of_with_guards_of_its_own() =>
        Unnamed(Sample.Lexicon(new Concept { Id = Marked.Unnamed, AnyOf = ["sorry", "no-way"], At = PositionGuard.ClauseEnd, NotAfter = ["真"] }, Sorry, NoWay), "抱歉啊，真没办法，[没办法]");

    [Theory]
    [InlineData("抱歉。没办法")]
    [InlineData("[抱歉，没办法]。抱歉")]
    [InlineData("抱歉，抱歉")]
    public void At_least_two_different_ones(string marked) =>
        Unnamed(Sample.Lexicon(new Concept { Id = Marked.Unnamed, AnyOf = ["sorry", "no-way"], AtLeast = 2 }, Sorry, NoWay), marked);

    [Theory]
    [InlineData("[没办法]啊！！")]
    [InlineData("没办法的事情")]
    public void In_a_turn_of_so_many_characters(string marked) => Sample.Lexicon(Sample.Said("没办法") with { TurnAtMost = 4 }).ShouldFind(marked);

    [Fact]
    public void Concepts_of_concepts_whatever_their_order() =>
        Unnamed(Sample.Lexicon(new Concept { Id = Marked.Unnamed, AnyOf = ["b"] }, new Concept { Id = "b", AnyOf = ["sorry"] }, Sorry), "[抱歉]");

    [Theory]
    [InlineData(MentionTraits.Quoted, "您说的“没办法”是什么意思")]
    [InlineData(MentionTraits.Quoted, "「没办法」")]
    [InlineData(MentionTraits.Titled, "《没办法》这首歌")]
    [InlineData(MentionTraits.Reported, "快递员说没办法")]
    [InlineData(MentionTraits.Negated, "不会没办法的")]
    [InlineData(MentionTraits.Negated, "不是我没办法")]
    public void A_saying_that_is_not_the_speakers_own_counts_only_where_it_is_allowed(MentionTraits trait, string text)
    {
        var allowed = Sample.Said("没办法") with { Allow = Sample.Said().Allow | MentionTraits.Quoted | MentionTraits.Titled | MentionTraits.Reported | MentionTraits.Negated };

        Sample.Lexicon(Sample.Said("没办法")).Scan(FoldedText.Of(text)).Should().BeEmpty();
        Sample.Lexicon(allowed).Scan(FoldedText.Of(text)).Should().ContainSingle().Which.Traits.Should().HaveFlag(trait);
    }

    [Theory]
    [InlineData(MentionTraits.Hypothetical, "如果您没办法")]
    [InlineData(MentionTraits.Question, "没办法吗")]
    [InlineData(MentionTraits.Question, "没办法？")]
    [InlineData(MentionTraits.Folded, "没 办法")]
    [InlineData(MentionTraits.None, "没办法")]
    [InlineData(MentionTraits.None, "是不是没办法")]
    [InlineData(MentionTraits.None, "不要，没办法")]
    public void These_traits_are_told_and_count(MentionTraits trait, string text) =>
        Sample.Lexicon(Sample.Said("没办法")).Scan(FoldedText.Of(text)).Should().ContainSingle().Which.Traits.Should().Be(trait);

    [Fact]
    public void Quotation_marks_that_do_not_close_quote_nothing() => Sample.Lexicon(Sample.Said("没办法")).ShouldFind("“[没办法]");

    [Fact]
    public void Punctuation_is_no_barrier_to_a_model_sentence() =>
        Sample.Lexicon(Sample.Said("^^您好请问有什么可以帮您$") with { IgnoresPunctuation = true }).ShouldFind("[您好！！请问，有什么可以帮您]？");

    [Fact]
    public void Everything_in_a_hostile_turn_up_to_the_limit()
    {
        var hits = Sample.Lexicon(Sample.Said("退款")).Scan(FoldedText.Of(string.Concat(Enumerable.Repeat("退款", 30_000))));

        hits.Should().HaveCount(Lexicon.HitLimit);
    }

    private static Concept Sorry => new() { Id = "sorry", Says = ["抱歉"] };

    private static Concept NoWay => new() { Id = "no-way", Says = ["没办法"] };

    /// <summary>Looks at the concept <c>said</c> only.</summary>
    private static void Unnamed(Lexicon lexicon, string marked)
    {
        var (text, expected) = Marked.Parse(marked);
        Marked.Show(text, lexicon).Where(m => m.StartsWith($"{Marked.Unnamed} ", StringComparison.Ordinal)).Should().Equal(expected, "that is marked in {0}", marked);
    }
}
