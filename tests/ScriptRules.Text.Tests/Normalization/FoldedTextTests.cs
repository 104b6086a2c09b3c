using FsCheck;
using FsCheck.Fluent;
using ScriptRules.Text.Matching;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Tests.Normalization;

public class FoldedTextTests
{
    [Theory]
    [InlineData("[你 烦 不 烦]", "你烦不烦")]
    [InlineData("哎[你*烦*不*烦]!", "你烦不烦")]
    [InlineData("哎[妳😀烦\u200B不👨‍👩‍👧煩]😀", "你烦不烦")]
    [InlineData("[你．．烦、不——烦]~", "你烦不烦")]
    [InlineData("还[沒辦法]呢", "没办法")]
    [InlineData("【[我】要【投】訴]】", "我要投诉")]
    [InlineData("是[ｖｉｐ客服]", "vip客服")]
    [InlineData("是[VIP 客服]", "vip客服")]
    [InlineData("[发.票]", "发票")]
    [InlineData("[不~知~道]~", "不知道")]
    [InlineData("[𠮷野家]", "𠮷野家")]          // the span holds both units
    [InlineData("吃[野家𠮷]吗", "野家𠮷")]
    [InlineData("加[Ⅳ号]", "iv号")]             // one character that folds to several
    [InlineData("满[10㎡]的", "10m2")]
    [InlineData("[cafe]\u0301店", "cafe")]       // a trailing mark is not the phrase's
    [InlineData("[cafe\u0301店]", "cafe店")]
    [InlineData("[发\n票]", "发票")]
    [InlineData("[好🅥🄸🄿的]", "好vip的")]
    public void A_hit_slices_back_to_what_was_written(string marked, string phrase)
    {
        var from = marked.IndexOf('[');
        var to = marked.IndexOf(']') - 1;
        var text = FoldedText.Of(marked.Replace("[", "").Replace("]", ""));
        var hits = new List<PhraseHit>();

        PhraseIndex.Build([FoldTable.FoldPhrase(phrase)]).Find(text.Chars, hits);

        hits.Should().ContainSingle();
        text.Span(hits[0].Start, hits[0].End).Should().Be(new TextSpan(from, to));
    }

    [Theory]
    [InlineData("好的", 1, Break.None)]
    [InlineData("好 的", 1, Break.Space)]
    [InlineData("好😀的", 1, Break.Space)]
    [InlineData("好，的", 1, Break.Comma)]
    [InlineData("好, 的", 1, Break.Comma | Break.Space)]
    [InlineData("好……的", 1, Break.Comma)]
    [InlineData("好～的", 1, Break.Comma)]
    [InlineData("好。的", 1, Break.Stop)]
    [InlineData("好?的", 1, Break.Stop | Break.Question)]
    [InlineData("好?!的", 1, Break.Stop | Break.Question | Break.Exclaim)]
    [InlineData("好\n的", 1, Break.Line)]
    [InlineData("3.14", 1, Break.Space)]
    [InlineData("10：30", 2, Break.Space)]
    [InlineData("1,000", 1, Break.Space)]
    [InlineData("好的.请稍等", 2, Break.Stop)]
    [InlineData("好的...请稍等", 2, Break.Comma)]
    [InlineData("发.票", 1, Break.Comma)]
    [InlineData("退款.", 2, Break.Stop | Break.Edge)]
    [InlineData("在吗？", 2, Break.Stop | Break.Question | Break.Edge)]
    [InlineData("“在吗", 0, Break.Space | Break.Edge)]
    [InlineData("", 0, Break.Edge)]
    [InlineData("？", 0, Break.Stop | Break.Question | Break.Edge)]
    public void Tells_what_was_skipped(string text, int before, Break expected) => FoldedText.Of(text).BreakBefore(before).Should().Be(expected);

    [Theory]
    [InlineData("您好，请问有什么可以帮您？我在的。", 3, "请问有什么可以帮您", "您好请问有什么可以帮您")]
    [InlineData("您好，请问有什么可以帮您？我在的。", 12, "我在的", "我在的")]
    [InlineData("您好", 2, "您好", "您好")]
    [InlineData("第一行\n第二行", 4, "第二行", "第二行")]
    public void Cuts_clauses_and_sentences(string text, int at, string clause, string sentence)
    {
        var folded = FoldedText.Of(text);

        folded.Chars[folded.ClauseStart(at)..folded.ClauseEnd(at)].ToString().Should().Be(clause);
        folded.Chars[folded.SentenceStart(at)..folded.SentenceEnd(at)].ToString().Should().Be(sentence);
    }

    [Theory]
    [InlineData("您好请问是王先生吗|这边是客服中心的")]
    [InlineData("那您方便的话稍等一下吧|我帮您查一下订单哦|谢谢您")]
    [InlineData("我昨天晚上在那个酒吧台上吃的东西")]                 // a bar is no particle
    [InlineData("那您知道他到底干嘛要这样做吗|我不太清楚")]
    [InlineData("您好是王先生吗我是客服")]                           // short: left whole
    [InlineData("您好请问是王先生吗，这边是客服中心的")]             // punctuated, and each part is short
    [InlineData("那您就这样直接把它退回来就可以了吧呀|我们再看看")] // the last of two
    public void Particles_close_clauses_where_nothing_is_written(string marked)
    {
        var text = FoldedText.Of(marked.Replace("|", ""));
        var cuts = Enumerable.Range(0, text.Length).Where(i => (text.BreakBefore(i) & Break.Particle) != 0);

        var at = 0;
        string.Concat(cuts.Append(text.Length).Select(cut => text.Span(at, at = cut).Of(text.Source) + "|")).TrimEnd('|').Should().Be(marked.Replace("，", text.Length > 0 ? "，" : ""));
    }

    [Theory]
    [InlineData("你同事说得没错 |打折是从今天开始")]
    [InlineData("快递显示签收了 |可是我没收到 |帮我查查看")]
    [InlineData("我昨天买的杯子😭|到手是碎的")]
    [InlineData("请问 有 什么 可以 帮 您")]             // words, as speech recognition parts them
    [InlineData("您好 请问有什么可以帮您")]             // two characters may be noise: 发 票
    [InlineData("给我查一下 iPhone 手机多少钱")]        // Latin words are set apart
    [InlineData("这个订单怎么样, 还没有发货吗")]        // a comma is there already
    [InlineData("您是不是有 |病啊你这个人")]                    // words are found across it all the same
    public void A_space_between_long_pieces_closes_a_clause(string marked)
    {
        var text = FoldedText.Of(marked.Replace("|", ""));

        var cuts = Enumerable.Range(1, text.Length - 1).Where(i => (text.BreakBefore(i) & Break.Particle) != 0).Select(text.SourceStart).ToList();

        var pieces = marked.Split('|');
        cuts.Should().Equal(pieces[..^1].Select((_, i) => pieces[..(i + 1)].Sum(p => p.Length)));
    }

    [Theory]
    [InlineData("您不用说“[不知道]”。")]
    [InlineData("您说\"[不知道]\"是吗")]
    [InlineData("他说「[没办法]」和『[不管]』")]
    [InlineData("他说‘[没办法]’")]
    [InlineData("“[一“二”三]”四")]
    [InlineData("“一句没有收尾的话")]
    [InlineData("收尾”“[有头]”")]
    [InlineData("it's ok and it's fine")]
    [InlineData("一个\"没有第二个")]
    public void Knows_what_is_quoted(string marked) => Marked(marked, (text, i) => text.IsQuoted(i));

    [Theory]
    [InlineData("请看《[服务协议]》第三条")]
    [InlineData("〈[售后]〉和《没有收尾")]
    public void Knows_what_is_a_title(string marked) => Marked(marked, (text, i) => text.IsTitled(i));

    [Theory]
    [InlineData("在吗？", true)]
    [InlineData("在?", true)]
    [InlineData("您收到了吗", true)]
    [InlineData("您收到了吗，谢谢", false)]
    [InlineData("是这样么", true)]
    [InlineData("收到了吗呀~", true)]
    [InlineData("没什么", false)]
    [InlineData("为什么", true)]
    [InlineData("您呢", true)]
    [InlineData("您这是要退什么呢", true)]
    [InlineData("这边已经帮您登记了呢", false)]
    [InlineData("好的。", false)]
    public void Knows_a_question(string text, bool expected) => FoldedText.Of(text).EndsInQuestion(0).Should().Be(expected);

    [Fact]
    public void A_question_is_only_its_own_sentence()
    {
        var text = FoldedText.Of("好的。在吗？好");

        Enumerable.Range(0, 5).Select(text.EndsInQuestion).Should().Equal(false, false, true, true, false);
    }

    [Fact]
    public void Without_a_character_there_is_still_a_break_and_a_span()
    {
        var text = FoldedText.Of("……");

        text.Length.Should().Be(0);
        text.BreakBefore(0).Should().Be(Break.Comma | Break.Edge);
        text.Span(0, 0).Should().Be(new TextSpan(0, 0));
        text.ClauseEnd(0).Should().Be(0);
        text.EndsInQuestion(0).Should().BeFalse();
    }

    [Fact]
    public void Positions_outside_the_text_are_the_callers_slip()
    {
        var text = FoldedText.Of("好。");

        foreach (var ask in new Action[] { () => text.SourceStart(1), () => text.BreakBefore(2), () => text.IsQuoted(1), () => text.ClauseStart(2), () => text.Span(0, 2) })
        {
            ask.Should().Throw<ArgumentOutOfRangeException>();
        }
    }

    [Fact]
    public void Spans_are_in_order_and_inside_the_text() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Texts.ToArbitrary(), written =>
        {
            var text = FoldedText.Of(written);
            var end = 0;
            for (var i = 0; i < text.Length; i++)
            {
                var span = text.Span(i, i + 1);
                var expanded = i > 0 && text.SourceStart(i - 1) == span.Start;
                if (span.Length is < 1 or > 2 || (span.Start < end && !expanded) || span.End > written.Length) return false;
                if (!FoldTable.FoldPhrase(span.Of(written)).Contains(text.Chars[i])) return false;
                end = span.End;
            }
            return new string(text.Chars) == FoldTable.FoldPhrase(written) && FoldTable.FoldPhrase(new string(text.Chars)) == new string(text.Chars);
        }));

    [Fact]
    public void Clauses_partition_sentences_and_sentences_the_text() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Texts.ToArbitrary(), written =>
        {
            var text = FoldedText.Of(written);
            return Enumerable.Range(0, text.Length).All(i =>
                text.ClauseStart(i) <= i && i < text.ClauseEnd(i)
                && text.SentenceStart(i) <= text.ClauseStart(i) && text.ClauseEnd(i) <= text.SentenceEnd(i)
                && (text.ClauseStart(i) == i) == ((text.BreakBefore(i) & (Break.Comma | Break.Stop | Break.Line | Break.Particle | Break.Edge)) != 0)
                && (text.SentenceStart(i) == i) == ((text.BreakBefore(i) & (Break.Stop | Break.Line | Break.Edge)) != 0));
        }));

    [Fact]
    public void A_refilled_text_is_as_a_fresh_one()
    {
        var refilled = FoldedText.ToRefill();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(Texts.ToArbitrary(), written =>
        {
            var fresh = FoldedText.Of(written);
            refilled.Refill(written);
            return refilled.Chars.SequenceEqual(fresh.Chars)
                && Enumerable.Range(0, fresh.Length + 1).All(i => refilled.BreakBefore(i) == fresh.BreakBefore(i))
                && Enumerable.Range(0, fresh.Length).All(i => refilled.Span(i, i + 1) == fresh.Span(i, i + 1) && refilled.IsQuoted(i) == fresh.IsQuoted(i));
        }));
    }

    [Fact]
    public void A_text_folds_to_the_folds_of_its_code_points() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Texts.ToArbitrary(), written =>
        {
            var (chars, spans) = ("", new List<TextSpan>());
            for (int at = 0, units; at < written.Length; at += units)
            {
                units = at + 1 < written.Length && char.IsSurrogatePair(written, at) ? 2 : 1;
                var folds = FoldTable.FoldPhrase(written.Substring(at, units));
                chars += folds;
                spans.AddRange(Enumerable.Repeat(new TextSpan(at, at + units), folds.Length));
            }

            var text = FoldedText.Of(written);
            return text.Chars.SequenceEqual(chars) && Enumerable.Range(0, text.Length).Select(i => text.Span(i, i + 1)).SequenceEqual(spans);
        }));

    [Theory]
    [InlineData("好，的😀㎡𠮷", 20_000)] // longer than 16-bit places reach
    [InlineData("㎡", 3)]               // swells at once
    [InlineData("好😀㎡", 3)]           // swells into the room that an emoji left
    [InlineData("㎡㎡😀", 5)]
    public void Long_texts_and_those_that_swell_keep_their_places(string piece, int times)
    {
        var text = FoldedText.Of(string.Concat(Enumerable.Repeat(piece, times)));
        var one = FoldedText.Of(piece);

        text.Length.Should().Be(one.Length * times);
        for (var i = 0; i < text.Length; i++)
        {
            var expected = one.Span(i % one.Length, (i % one.Length) + 1);
            var from = i / one.Length * piece.Length;
            if (text.Span(i, i + 1) != new TextSpan(from + expected.Start, from + expected.End) || text.Chars[i] != one.Chars[i % one.Length])
            {
                text.Span(i, i + 1).Should().Be(new TextSpan(from + expected.Start, from + expected.End), $"{i}");
            }
        }
    }

    [Fact]
    public void Refilling_a_draft_allocates_nothing()
    {
        var text = FoldedText.ToRefill();
        text.Refill("您好，这里是客服中心，请问有什么可以帮到您的吗？😀");
        text.Refill("好的");

        var before = GC.GetAllocatedBytesForCurrentThread();
        text.Refill("您好，请您稍等，正在為您處理😀");

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }

    [Fact]
    public void Deep_nesting_and_long_texts_stay_linear()
    {
        var deep = FoldedText.Of(new string('“', 100_000) + new string('好', 100_000) + new string('”', 100_000));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Enumerable.Range(0, deep.Length).All(i => deep.IsQuoted(i) && deep.ClauseEnd(i) == deep.Length).Should().BeTrue();

        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(2));
    }

    private static Gen<string> Texts { get; } =
        Gen.Frequency(
            (6, Gen.Elements("您", "好", "煩", "吗", "吧", "呢", "的", "a", "Ｂ", "1")),
            (4, Gen.Elements("，", "。", ".", "？", "!", "\n", " ", "~", ":", "…", "“", "”", "\"", "'", "「", "」", "《", "》")),
            (2, Gen.Elements("😀", "𠮷", "㎡", "⑩", "𝐕", "\u0301", "\u200B", "é", "\uD842", "\uDFB7", "\uD83D", "🌹", "🄰", "👨‍👩‍👧", "ﷺ", "½")))
        .ArrayOf().Select(string.Concat);

    private static void Marked(string marked, Func<FoldedText, int, bool> inside)
    {
        var text = FoldedText.Of(marked.Replace("[", "").Replace("]", ""));
        var expected = new List<bool>();
        var within = false;
        foreach (var c in marked)
        {
            if (c is '[' or ']') within = c == '[';
            else if (FoldTable.Fold(c) != 0) expected.Add(within);
        }

        Enumerable.Range(0, text.Length).Select(i => inside(text, i)).Should().Equal(expected);
    }
}
