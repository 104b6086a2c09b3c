using ScriptRules.Text.Facts;
using ScriptRules.Text.Matching;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Tests.Matching;

/// <summary>What is found by sound, through disguises and near its wording, and what is left alone.</summary>
public class ChannelTests
{
    private const Disguises All = Disguises.Letters | Disguises.Pinyin | Disguises.LookAlikes | Disguises.Repeats;

    [Theory]
    [InlineData("这事不归我管", "[这是不归我管]", Accents.Same)]
    [InlineData("这事不归我管", "[择四不归我管]呀", Accents.Usual)]   // zh and z, sh and s
    [InlineData("这事不归我管", "择四不归我管呀", Accents.Same)]
    [InlineData("拿去年的发票", "[辣去连的发票]", Accents.NL)]
    [InlineData("请您耐心等待", "[请您耐心登待]", Accents.Same)]
    [InlineData("请您耐心等待", "[请您赖兴等待]", Accents.Usual)]
    [InlineData("花费太高了", "[发废太高了]", Accents.HF)]
    [InlineData("别跟我啰嗦", "[别跟我罗 梭]！", Accents.Same)]
    [InlineData("还不是谁的错", "[还不是水的错]", Accents.Same)]       // 谁 has two readings
    [InlineData("还不是谁的错", "[还不是谁的措]", Accents.Same)]
    [InlineData("不归我管", "不，龟我管", Accents.Same)]              // a comma parts words by sound too
    [InlineData("不归我管", "说“不龟我管”", Accents.Same)]
    public void By_sound(string template, string marked, Accents accents) =>
        Sample.Lexicon(Sample.Said(template) with { SoundLike = accents }).ShouldFind(marked);

    [Theory]
    [InlineData("不知道")]         // three
    [InlineData("你…知道不")]      // a stretch of one
    [InlineData("(不行|没门)")]
    public void Too_short_for_a_sound(string template)
    {
        var lexicon = Sample.Lexicon(Sample.Said(template) with { SoundLike = Accents.Usual });

        lexicon.Warnings.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Part = "sound-like", Index = 0, Doubt = ConceptDoubt.Unread });
    }

    [Theory]
    [InlineData("^不知道$")]
    [InlineData("不知道")]
    public void Three_syllables_do_where_a_place_guards_them(string template) =>
        Sample.Lexicon(Sample.Said(template) with { SoundLike = Accents.Usual, At = template[0] == '^' ? PositionGuard.Anywhere : PositionGuard.WholeClause })
            .ShouldFind("[布之道]，布之道吗");

    [Fact]
    public void Two_syllables_never_do()
    {
        var lexicon = Sample.Lexicon(Sample.Said("^不行$") with { SoundLike = Accents.Usual });

        lexicon.ShouldFind("[不行]，布行");
        lexicon.Warnings.Should().ContainSingle();
    }

    [Theory]
    [InlineData("你烦不烦", "[你a烦b不c烦]")]
    [InlineData("你烦不烦", "[你1烦2不3烦]")]
    [InlineData("你烦不烦", "[你ab烦不烦]，你abc烦不烦")]
    [InlineData("你他妈的", "[你ta妈的]")]
    [InlineData("你他妈的", "[你t妈d]")]
    [InlineData("你他妈的", "[nitamade]，nitamadeshi")]
    [InlineData("^他妈的", "[tmd]，你tmd，tmd550，tmd-550，atmd")]
    [InlineData("他妈的", "tmd，[tm的]，[ta妈d]")]        // initials alone are a brand as well
    [InlineData("你他妈的", "[你tmd]")]
    [InlineData("你妈的", "[nm的]，7nm的，7 nm的，7-nm的，x@nm的")]     // a unit
    [InlineData("加微信啊", "[加wei信啊]，[加wx 啊]，加wx 3啊")]
    [InlineData("加微信", "[加wei信]，[加wx]，jwx")]
    [InlineData("傻逼", "[sha逼]，[shabi]，sb，s逼")]
    [InlineData("傻逼吧$", "[sha逼吧]，sha逼吧了")]
    [InlineData("傻逼!(们)", "[sha逼]的，sha逼们")]
    [InlineData("自己看去", "[自已看去]")]
    [InlineData("你好烦啊", "[你女子烦啊]，[亻尔好火页口阿]，你女，子烦啊")]
    [InlineData("别骂我们", "[别口口马我们]")]
    [InlineData("烦不烦", "[烦不不不烦]，[烦烦不不烦烦]，烦[烦不烦]烦")]
    [InlineData("谢谢您啊", "谢[谢谢您啊]，谢谢您您啊")] // repeats itself: as written alone
    [InlineData("好了啊", "好，好了，[好了啊]，好了，了啊")]
    [InlineData("自己看去", "[自\uD83D\uDE00已看去]，\uD842\uDFB7[自已看去]")] // surrogate pairs
    public void Through_disguises(string template, string marked) => Sample.Lexicon(Sample.Said(template) with { Disguises = All }).ShouldFind(marked);

    [Theory]
    [InlineData("这事不归我管", "\uD83D\uDE00[这是\uD83D\uDE00不归我管]\uD83D\uDE00", MentionTraits.Sound)]
    [InlineData("你烦不烦", "\uD83D\uDE00[你a\uD83D\uDE00烦b不c烦]\uD83D\uDE00", MentionTraits.Noise)]
    [InlineData("你他妈的", "\uD83D\uDE00[你\uD83D\uDE00ta妈的]\uD83D\uDE00", MentionTraits.Noise)]
    [InlineData("你好烦啊", "\uD83D\uDE00[你女子\uD83D\uDE00烦啊]\uD842\uDFB7", MentionTraits.Shape)]
    [InlineData("烦不烦", "\uD842\uDFB7[烦\uD83D\uDE00不不烦]\uD83D\uDE00", MentionTraits.Repeat)]
    [InlineData("他\uD842\uDFB7妈的", "\uD83D\uDE00[他a\uD842\uDFB7b妈的]", MentionTraits.Noise)] // a Han character of two units in the words themselves
    public void Spans_are_in_units_as_sent(string template, string marked, MentionTraits mark)
    {
        var lexicon = Sample.Lexicon(Sample.Said(template) with { SoundLike = Accents.Same, Disguises = All });
        lexicon.ShouldFind(marked);
        lexicon.Scan(FoldedText.Of(Marked.Parse(marked).Text)).Should().ContainSingle().Which.Traits.Should().HaveFlag(mark);
    }

    [Fact]
    public void A_sentence_is_near_with_surrogate_pairs_between() =>
        Sample.Lexicon(new Concept { Id = Marked.Unnamed, Similar = ["感谢您的来电，祝您生活愉快！"] }).ShouldFind("\uD83D\uDE00[感谢您\uD83D\uDE00来电，祝您生活\uD83D\uDE00愉快]\uD83D\uDE00");

    [Fact]
    public void Of_what_is_read_otherwise_the_longest_counts() =>
        Sample.Lexicon(Sample.Said("烦死人了", "烦死人了你知道吗", "说烦死人了") with { SoundLike = Accents.Same }).ShouldFind("[樊死人了你知道吗]，[说樊死人了]");

    [Fact]
    public void Nothing_is_read_otherwise_unless_a_concept_asks() =>
        Sample.Lexicon(Sample.Said("你烦不烦", "他妈的", "自己看去", "这事不归我管")).ShouldFind("你a烦b不c烦，tmd，自已看去，这是不归我管，你烦不不烦");

    [Theory]
    [InlineData("您好", MentionTraits.None)]
    [InlineData("您 好", MentionTraits.Folded)]
    [InlineData("你这事不归我管", MentionTraits.None)]
    [InlineData("這事不歸我管", MentionTraits.Folded)]
    [InlineData("这事不归我馆", MentionTraits.Sound)]
    [InlineData("这 事不归我馆", MentionTraits.Sound | MentionTraits.Folded)]
    [InlineData("这a事不归我管", MentionTraits.Noise)]
    [InlineData("这事不gui我管", MentionTraits.Noise)]
    [InlineData("规定是这样", MentionTraits.None)]
    [InlineData("规淀是这样", MentionTraits.Shape)]
    [InlineData("这事不归归我管", MentionTraits.Repeat)]
    public void A_hit_tells_how_it_was_read(string text, MentionTraits traits)
    {
        var concept = Sample.Said("这事不归我管", "规定是这样", "您好") with { SoundLike = Accents.Same, Disguises = All };

        Sample.Lexicon(concept).Scan(FoldedText.Of(text)).Should().ContainSingle().Which.Traits.Should().Be(traits);
    }

    [Fact]
    public void A_concept_made_of_others_refuses_or_asks_for_it()
    {
        var rude = new Concept { Id = "rude", Says = ["这事不归我管"], SoundLike = Accents.Same };
        var lexicon = Sample.Lexicon(rude,
            new Concept { Id = "sure", AnyOf = ["rude"], Allow = new Concept { Id = "" }.Allow & ~MentionTraits.Sound },
            new Concept { Id = "heard", AnyOf = ["rude"], Only = MentionTraits.Sound });

        Names(lexicon, "这事不归我管").Should().Equal("rude", "sure");
        Names(lexicon, "这是不归我管").Should().Equal("rude", "heard");
        Names(lexicon, "这事不归我管，这是不归我管").Should().Equal("rude", "sure", "rude", "heard");
    }

    [Theory]
    [InlineData("你烦不烦啊，自己看去")]
    [InlineData("你烦不烦啊，[自已看去]")]
    [InlineData("伱煩不煩啊，[你a烦不烦]")]
    public void A_concept_that_asks_for_it_does_not_take_what_stands_as_written(string marked) =>
        Sample.Lexicon(Sample.Said("你烦不烦", "自己看去") with { SoundLike = Accents.Same, Disguises = All, Only = MentionTraits.Sound | MentionTraits.Noise | MentionTraits.Shape })
            .ShouldFind(marked);

    [Fact]
    public void What_stands_as_written_is_not_found_again_otherwise()
    {
        var concept = Sample.Said("烦不烦", "烦死了") with { Disguises = All };

        Sample.Lexicon(concept).Scan(FoldedText.Of("烦烦烦死了")).Should().ContainSingle().Which.Should().Be(new ConceptHit(1, new TextSpan(2, 5), MentionTraits.None));
        Sample.Lexicon(concept, new Concept { Id = "any", AnyOf = ["said"] }).Scan(FoldedText.Of("烦死死了，烦死了"))
            .Select(h => h.Traits).Should().Equal(MentionTraits.Repeat, MentionTraits.Repeat, MentionTraits.None, MentionTraits.None);
    }

    [Fact]
    public void Conditions_hold_for_what_is_read_otherwise()
    {
        var concept = Sample.Said("这事不归我管") with { SoundLike = Accents.Same, NotInside = ["这是不归我管的"], At = PositionGuard.ClauseStart };

        Sample.Lexicon(concept).ShouldFind("[这是不归我管]，说这是不归我管，这是不归我管的，您说这是不归我管，不会，[这是不归我管]");
    }

    [Fact]
    public void Speech_alone_is_read_by_sound_where_the_pack_says_so()
    {
        var lexicon = Sample.Lexicon(Sample.Said("这事不归我管") with { SoundLikeInSpeech = Accents.Usual });

        lexicon.Scan(FoldedText.Of("这是不归我管")).Should().BeEmpty();
        lexicon.Scan(FoldedText.Of("这是不归我管"), true, out _).Should().ContainSingle().Which.Traits.Should().Be(MentionTraits.Sound);
        TurnReading.Of(new Turn(SpeakerRole.Agent, "这是不归我管"), lexicon, fromSpeech: true).Hits.Should().ContainSingle();
    }

    [Theory]
    [InlineData("[感谢您的来电，祝您生活愉快]")]
    [InlineData("好的，[感谢您来电，祝您生活愉快]，再见")]
    [InlineData("[感谢您的来电啊，那祝您生活愉快]")]
    [InlineData("感谢您的耐心，祝您一切顺利")]
    [InlineData("感谢您的来电")]
    public void Near_a_sentence(string marked) =>
        Sample.Lexicon(new Concept { Id = Marked.Unnamed, Similar = ["感谢您的来电，祝您生活愉快！"] }).ShouldFind(marked);

    [Theory]
    [InlineData(1.0, "感谢您来电，祝您生活愉快", false)]
    [InlineData(1.0, "感谢您的来电，祝您生活愉快", true)]
    [InlineData(0.5, "感谢您的来电哦", true)]
    public void As_near_as_the_concept_says(double coverage, string text, bool isFound) =>
        Sample.Lexicon(new Concept { Id = Marked.Unnamed, Similar = ["感谢您的来电，祝您生活愉快！"], Coverage = coverage })
            .Scan(FoldedText.Of(text)).Should().HaveCount(isFound ? 1 : 0);

    [Fact]
    public void A_sentence_that_is_too_short_is_an_error() =>
        Sample.Errors(new Concept { Id = Marked.Unnamed, Similar = ["感谢来电"] }).Should().ContainSingle().Which.Part.Should().Be("similar");

    [Theory]
    [InlineData(false, "[退款了，真抱歉]。您先稍等一下，退款，您先稍等一下，抱歉")]
    [InlineData(true, "抱歉，退款，[退款。抱歉]")]
    public void Within_characters(bool ordered, string marked)
    {
        var parts = new[] { new Concept { Id = "refund", Says = ["退款"] }, new Concept { Id = "sorry", Says = ["抱歉"] } };
        var near = new Concept { Id = Marked.Unnamed, AllOf = ["refund", "sorry"], WithinCharacters = ordered ? 4 : 6, Ordered = ordered };
        var (text, expected) = Marked.Parse(marked);

        Marked.Show(text, Sample.Lexicon([near, .. parts])).Where(m => m.StartsWith(Marked.Unnamed, StringComparison.Ordinal)).Should().Equal(expected);
    }

    private static IEnumerable<string> Names(Lexicon lexicon, string text) => lexicon.Scan(FoldedText.Of(text)).Select(h => lexicon.NameOf(h.Concept));
}
