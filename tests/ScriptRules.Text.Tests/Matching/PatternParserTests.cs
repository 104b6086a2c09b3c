using FsCheck;
using FsCheck.Fluent;
using ScriptRules.Text.Matching;

namespace ScriptRules.Text.Tests.Matching;

public class PatternParserTests
{
    [Theory]
    [InlineData("你(好", 1, "\"(\" is not closed")]
    [InlineData("你[好", 1, "\"[\" is not closed")]
    [InlineData("你好<verb", 2, "\"<\" is not closed")]
    [InlineData("你好{brand", 2, "\"{\" is not closed")]
    [InlineData("你好)", 2, "\")\" closes nothing; write \"\\)\" for the character itself")]
    [InlineData("你好}吗", 2, "\"}\" closes nothing; write \"\\}\" for the character itself")]
    [InlineData("你好<verb>", 2, "unknown concept \"verb\"")]
    [InlineData("你好{brnad}", 2, "unknown slot \"brnad\"")]
    [InlineData("你好!", 2, "write !(…) for what must not follow, !<(…) for what must not stand before, \\! for the character itself")]
    [InlineData("你…{9,2}好", 1, "a gap is written …{least,most} or …{most}, with at most 60 characters")]
    [InlineData("你…{61}好", 1, "a gap is written …{least,most} or …{most}, with at most 60 characters")]
    [InlineData("你…{brand}好", 1, "a gap is written …{least,most} or …{most}, with at most 60 characters")]
    [InlineData("你…{2", 1, "a gap is written …{least,most} or …{most}, with at most 60 characters")]
    [InlineData("!<(不…会)好的", 0, "only words stand in !<(…), at most 400 of them")]
    [InlineData("!<()好的", 0, "only words stand in !<(…), at most 400 of them")]
    [InlineData("您好\\", 2, "nothing follows \"\\\"; write \"\\\\\" for the character itself")]
    [InlineData("[您好]", 0, "nothing here must be said: every part is optional or open")]
    [InlineData("您", 0, "one character alone matches inside other words; say where it must stand (^ $ at: not-inside:)")]
    [InlineData("，。！", 0, "no words are left when spaces and punctuation are set aside")]
    [InlineData("", 0, "no words are left when spaces and punctuation are set aside")]
    public void Says_what_is_wrong_and_where(string template, int offset, string message) =>
        Sample.Errors(Sample.Said(template)).Should().ContainSingle().Which.Should().Be(("says", offset, message));

    [Fact]
    public void All_mistakes_of_a_template_come_at_once() =>
        Sample.Errors(Sample.Said("<a>{b}好)"))
            .Select(e => (e.Offset, e.Message.Split('"')[1])).Should().Equal((0, "a"), (3, "b"), (7, ")"));

    [Theory]
    [InlineData("after")]
    [InlineData("not-after")]
    [InlineData("before")]
    [InlineData("not-before")]
    [InlineData("not-inside")]
    public void Guards_are_read_as_strictly(string part)
    {
        var broken = Sample.Said("您好");
        broken = part switch
        {
            "after" => broken with { After = ["对", "(错"] },
            "not-after" => broken with { NotAfter = ["对", "(错"] },
            "before" => broken with { Before = ["对", "(错"] },
            "not-before" => broken with { NotBefore = ["对", "(错"] },
            _ => broken with { NotInside = ["对", "(错"] },
        };

        Lexicon.Build([broken], Sample.Slots, out var errors).Should().BeNull();

        errors.Should().Equal(new ConceptError(Marked.Unnamed, part, 1, new PatternError(0, "\"(\" is not closed")));
    }

    [Fact]
    public void Words_that_are_made_of_themselves_are_an_error() =>
        Sample.Errors(Sample.Said("您<a>好"), Sample.Word("a", "甲<b>"), Sample.Word("b", "乙<a>"))
            .Should().Contain(("says", 1, "\"a\" is made of itself"));

    [Fact]
    public void A_word_within_itself_is_an_error() =>
        Sample.Errors(Sample.Word("a", "甲<a>")).Should().ContainSingle().Which.Message.Should().Be("\"a\" is made of itself");

    [Fact]
    public void A_concept_without_wording_cannot_stand_in_a_template() =>
        Sample.Errors(Sample.Said("您好<number>"), new Concept { Id = "number", Regexes = ["[0-9]{4}"] })
            .Should().ContainSingle().Which.Should().Be(("says", 2, "\"number\" has no wording that could stand in a template"));

    [Fact]
    public void Words_of_words_do_not_blow_up()
    {
        var words = Enumerable.Range(0, 8).Select(i => Sample.Word($"w{i}", i == 0 ? "甲乙" : string.Concat(Enumerable.Repeat($"<w{i - 1}>…", 12)))).ToArray();

        Sample.Errors([Sample.Said("<w7>"), .. words]).Select(e => e.Message).Should().Contain(m => m.Contains("5000 parts", StringComparison.Ordinal));
    }

    [Fact]
    public void Words_nest_eight_deep_and_no_deeper()
    {
        Concept[] words = [.. Enumerable.Range(0, 9).Select(i => Sample.Word($"w{i}", i == 0 ? "你好" : $"[请]<w{i - 1}>…啊"))];

        Sample.Lexicon([Sample.Said("<w7>"), .. words[..8]]).IdOf(Marked.Unnamed).Should().Be(1);
        Sample.Errors([Sample.Said("<w8>"), .. words]).Select(e => e.Message).Should().Contain("words in words more than 8 deep");
    }

    [Theory]
    [InlineData('(')]
    [InlineData('[')]
    public void Deep_nesting_is_one_mistake(char open) =>
        Sample.Errors(Sample.Said(new string(open, 100_000) + "您好")).Should().ContainSingle().Which.Message.Should().Be("nested more than 32 deep");

    [Theory]
    [InlineData("(您好", 3, "not a regular expression: InsufficientClosingParentheses")]
    [InlineData("您[好", 3, "not a regular expression: UnterminatedBracket")]
    [InlineData("(?=您)好", 0, "lookaround, backreferences and atomic groups need backtracking and are not taken")]
    [InlineData("(您)\\1", 0, "lookaround, backreferences and atomic groups need backtracking and are not taken")]
    [InlineData("((您{1000}){1000}){1000}", 0, "too large: counted repeats multiply")]
    public void Regular_expressions_that_cannot_be_taken_are_said(string regex, int offset, string message) =>
        Sample.Errors(new Concept { Id = Marked.Unnamed, Regexes = [regex] }).Should().ContainSingle().Which.Should().Be(("regex", offset, message));

    [Fact]
    public void Concepts_that_are_made_of_themselves_are_an_error()
    {
        Lexicon.Build(
            [new Concept { Id = "a", AnyOf = ["b"] }, new Concept { Id = "b", AllOf = ["a"] }, new Concept { Id = "c", NoneOf = ["c"], Says = ["您好"] }], Sample.Slots, out var errors)
            .Should().BeNull();

        errors.Select(e => e.Error.Message).Should().BeEquivalentTo("concept \"a\" is made of itself", "concept \"c\" is made of itself");
    }

    [Fact]
    public void Unknown_parts_and_words_as_parts_are_errors()
    {
        Lexicon.Build([new Concept { Id = "a", AnyOf = ["b", "w"] }, Sample.Word("w", "查")], Sample.Slots, out var errors).Should().BeNull();

        errors.Select(e => (e.Part, e.Index, e.Error.Message)).Should().Equal(
            ("any-of", 0, "unknown concept \"b\""), ("any-of", 1, "\"w\" is a word, not a concept: it is never said by itself"));
    }

    [Fact]
    public void Never_throws_and_every_error_lies_inside_the_template()
    {
        var characters = Gen.Elements("()[]<>{}|…^$!\\,，、<(甲乙 \0\uD842\uDFB7a1,9".ToCharArray());
        var names = Gen.Elements("<verb>", "{brand}", "!(", "!<(", "…{", "…{2,5}", "\\(", "^^", "$$", "[", "|");
        var templates = Gen.OneOf(characters.Select(c => c.ToString()), names).ArrayOf().Select(string.Concat);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5_000), Prop.ForAll(templates.ToArbitrary(), template =>
        {
            Lexicon.Build([Sample.Said(template), Sample.Word("verb", "查", "办…理")], Sample.Slots, out var errors);
            return errors.All(e => e.Error.Offset >= 0 && e.Error.Offset <= template.Length && e.Error.Message.Length > 0);
        }));
    }
}
