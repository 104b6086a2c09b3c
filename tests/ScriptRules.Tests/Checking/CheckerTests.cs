using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using ScriptRules.Rules;
using ScriptRules.Text;
using ScriptRules.Text.Matching;

namespace ScriptRules.Tests.Checking;

/// <summary>Reports: verdicts, suggestions, fingerprints, and that they do not depend on who asks how often.</summary>
public class CheckerTests
{
    private const string Head = """
        acknowledgement: ack
        slots: { hours: { about: 小时数 } }

        """;

    private const string Rules = """
        concepts:
          ack: { says: [好的, ^嗯$, ^好$] }
          refusal: { title: 拒绝, says: [没办法, 办不了] }
          blame: [你自己看着办, 你怎么不看]
          curt: { says: [什么], at: [clause-start, clause-end] }
          rude: [有完没完]
          thanks: { title: 感谢, says: [谢谢] }
          welcome: { title: 回应感谢, says: [不客气, 不用谢] }
          slow: [太慢了, 等了很久]
          apology: { title: 致歉, says: [抱歉] }
          more: [还有其他]
          callback: [小时内]
        rules:
          - { id: never.refuse, kind: never-say, say: refusal, unless: apology, suggest: 非常抱歉，我马上为您核实。, message: "不要说“{said}”" }
          - { id: never.blame, kind: never-say, say: blame, severity: warning, confidence: 0.8, suggest: 我来帮您看一下。, applicability: automatic, source: [H-1, H-2] }
          - { id: never.curt, kind: never-say, say: curt, rewrite: replace-clause, suggest: 请您再说一遍, applicability: automatic }
          - { id: never.rude, kind: never-say, say: rude }
          - { id: answer.thanks, kind: must-answer, when: { customer: thanks }, with: welcome, suggest: 不客气，很高兴能为您服务。, message: "缺少{missing}" }
          - { id: answer.slow, kind: must-answer, when: { customer: slow }, with: [apology, callback], suggest: "非常抱歉，我们会在{hours}小时内答复您。", message: "缺少{missing}" }
          - { id: say.more, kind: must-say, say: more, suggest: 请问还有其他问题吗？ }

        """;

    private static readonly Checker Checker = Packs.Checker(Rules, Head);

    private static readonly string[] Sentences =
        ["没办法。", "这个办不了！", "你自己看着办吧。", "你怎么不看啊？", "什么？", "有完没完。", "您好，", "好的。", "抱歉，", "不客气。", "😀", "我帮您查一下", "“没办法”是您说的。", "\n"];

    [Theory]
    [InlineData("customer: 你好 | agent: 你自己看着办", "我来帮您看一下。请问还有其他问题吗？")] // what ended without a stop is replaced by what has one
    [InlineData("customer: 你好 | agent: 我查过了，你自己看着办", "我来帮您看一下。请问还有其他问题吗？")]
    [InlineData("customer: 你好 | agent: 我帮您查一下", "我帮您查一下。请问还有其他问题吗？")]
    public void What_is_appended_does_not_double_the_stop(string talk, string rewritten) =>
        Checker.Check(MarkedTalk.Parse(talk).Conversation).Violations[0].Suggestions[0].Text.Should().Be(rewritten);

    [Theory]
    [InlineData("customer: 谢谢 | agent: 不客气，请问还有其他问题吗", "never.refuse passed, never.blame passed, never.curt passed, never.rude passed, answer.thanks passed, answer.slow not-applicable, say.more passed")]
    [InlineData("customer: 太慢了 | agent: 没办法", "never.refuse violated, never.blame passed, never.curt passed, never.rude passed, answer.thanks not-applicable, answer.slow violated, say.more violated")]
    [InlineData("draft: 没办法", "never.refuse violated, never.blame passed, never.curt passed, never.rude passed, answer.thanks not-applicable, answer.slow not-applicable, say.more not-applicable")]
    public void Every_rule_has_its_verdict_in_the_order_of_the_pack(string talk, string verdicts)
    {
        var report = Checker.Check(MarkedTalk.Parse(talk).Conversation);

        string.Join(", ", report.Rules.Select(r => $"{r.Rule} {Hyphenated(r.Verdict)}")).Should().Be(verdicts);
        report.Verdict.Should().Be(verdicts.Contains("violated", StringComparison.Ordinal) ? Verdict.Violated : Verdict.Passed);
        Enum.GetValues<Verdict>().Sum(report.Count).Should().Be(7);
    }

    [Theory]
    [InlineData("agent: ")]
    [InlineData("customer: 没办法")]
    [InlineData("draft: ")]
    [InlineData("agent: 您好 | customer: 谢谢 | draft: ")]
    [InlineData("")]
    public void Where_the_agent_says_nothing_no_rule_counts_as_kept(string talk)
    {
        var report = Checker.Check(MarkedTalk.Parse(talk).Conversation);

        report.Verdict.Should().Be(Verdict.NotEvaluable);
        report.Violations.Should().BeEmpty();
        report.NotChecked.Should().HaveCount(7).And.OnlyContain(r => r.Reason == "the agent says nothing that can be read");
    }

    [Theory]
    [InlineData(Lexicon.HitLimit / 2, false)]
    [InlineData(2 * Lexicon.HitLimit, true)]
    public void A_turn_that_says_too_much_is_not_passed_unread(int sayings, bool isCut)
    {
        var report = Checker.Check(MarkedTalk.Parse($"agent: {string.Concat(Enumerable.Repeat("还有其他", sayings))}。谢谢。").Conversation);

        report.Verdict.Should().Be(isCut ? Verdict.NotEvaluable : Verdict.Passed);
        report.NotChecked.Any(r => r.Reason == "too much in one turn: not all of it was read").Should().Be(isCut);
        report.Rules.Any(r => r.Verdict == Verdict.Passed).Should().Be(!isCut);
    }

    [Fact]
    public void A_turn_full_of_violations_is_mended_as_a_whole()
    {
        var text = string.Concat(Enumerable.Repeat("没办法。", 200));

        var violations = Checker.Check(MarkedTalk.Parse($"draft: {text}").Conversation).Violations;

        violations.Should().HaveCount(200);
        violations.Should().OnlyContain(v => v.Suggestions.Single().Edits.Single().Span == new TextSpan(0, text.Length));
    }

    [Fact]
    public void The_end_of_time_is_no_error()
    {
        var conversation = MarkedTalk.Parse("agent: 没办法").Conversation;

        Checker.Check(conversation with
        {
            StartedAt = new DateTimeOffset(9999, 12, 31, 23, 0, 0, TimeSpan.FromHours(8)),
            Turns = [conversation.Turns[0] with { Start = TimeSpan.FromHours(2) }],
        }).Violations.Should().Contain(v => v.Rule == "never.refuse");
    }

    [Fact]
    public void A_violation_says_what_where_and_why()
    {
        var violation = Checker.Check(MarkedTalk.Parse("customer: 退款 | agent: 好，你自己看着办吧 | customer: 嗯 | agent: 还有其他问题吗").Conversation).Violations.Should().ContainSingle().Subject;

        violation.Should().BeEquivalentTo(new
        {
            Rule = "never.blame", Severity = Severity.Warning, Confidence = 0.8, Turn = 1, Span = new TextSpan(2, 8), Text = "你自己看着办",
            Sources = new[] { "H-1", "H-2" }, Evidence = new[] { new Evidence(1, new TextSpan(2, 8), "blame", "你自己看着办") },
        });
    }

    [Fact]
    public void Messages_name_what_was_said_and_what_is_missing()
    {
        var report = Checker.Check(MarkedTalk.Parse("customer: 太慢了 | agent: 没办法，请问还有其他问题吗").Conversation);

        report.Violations.Select(v => v.Message).Should().Equal("缺少致歉、callback", "不要说“没办法”");
    }

    [Fact]
    public void An_absence_shows_what_called_for_it() =>
        Checker.Check(MarkedTalk.Parse("customer: 好的谢谢 | agent: 还有其他吗").Conversation).Violations.Single().Evidence
            .Should().Equal(new Evidence(0, new TextSpan(2, 4), "thanks", "谢谢"));

    [Fact]
    public void Violations_come_by_turn_place_and_rule()
    {
        var report = Checker.Check(MarkedTalk.Parse("agent: 什么？没办法。你自己看着办 | customer: 谢谢 | agent: 办不了").Conversation);

        report.Violations.Select(v => (v.Turn, v.Rule)).Should().Equal(
            (0, "never.curt"), (0, "never.refuse"), (0, "never.blame"), (2, "answer.thanks"), (2, "never.refuse"), (2, "say.more"));
    }

    [Fact]
    public void A_draft_reports_its_own_turn_only()
    {
        var report = Checker.CheckDraft("有完没完", MarkedTalk.Parse("agent: 没办法 | customer: 那").Conversation);

        report.Violations.Select(v => (v.Turn, v.Rule)).Should().Equal((2, "never.rude"));
        report.Rules.Single(r => r.Rule == "never.refuse").Verdict.Should().Be(Verdict.Passed);
    }

    [Theory]
    [InlineData("draft: 没办法。", "非常抱歉，我马上为您核实。", Applicability.Confirm)]
    [InlineData("draft: 好的。你自己看着办吧！谢谢", "好的。我来帮您看一下。谢谢", Applicability.Automatic)]
    [InlineData("draft: 您说什么，什么？好", "您说什么，请您再说一遍？好", Applicability.Automatic)]
    [InlineData("customer: 谢谢 | draft: 再见", "不客气，很高兴能为您服务。再见", Applicability.Confirm)]
    [InlineData("customer: 太慢了 | draft: 好", "非常抱歉，我们会在{hours}小时内答复您。好", Applicability.FillIn)]
    [InlineData("agent: 您好", "您好。请问还有其他问题吗？", Applicability.Confirm)]
    [InlineData("agent: 您好，还有其他吗 | customer: 谢谢", "不客气，很高兴能为您服务。", Applicability.Confirm)] // nobody answered
    public void The_first_suggestion_is_the_smallest_change(string talk, string text, Applicability applicability)
    {
        var suggestion = Checker.Check(MarkedTalk.Parse(talk).Conversation).Violations.Should().ContainSingle().Which.Suggestions[0];

        (suggestion.Text, suggestion.Applicability).Should().Be((text, applicability));
    }

    [Fact]
    public void What_is_missing_twice_at_one_place_is_put_in_twice()
    {
        var report = Checker.Check(MarkedTalk.Parse("customer: 谢谢，就是太慢了 | draft: 好").Conversation);

        report.Violations.Should().HaveCount(2).And.OnlyContain(v => v.Suggestions.Any(s => s.Text.Contains("不客气", StringComparison.Ordinal) && s.Text.Contains("抱歉", StringComparison.Ordinal)));
    }

    [Fact]
    public void One_model_sentence_for_all_comes_first_then_what_is_missing_before_what_is_replaced() =>
        Checker.Check(MarkedTalk.Parse("customer: 谢谢 | draft: 你自己看着办吧。").Conversation).Violations[0].Suggestions.Select(s => s.Text)
            .Should().Equal("不客气，很高兴能为您服务。", "不客气，很高兴能为您服务。我来帮您看一下。");

    [Fact]
    public void A_suggestion_that_mends_what_needs_consent_needs_it_too()
    {
        var report = Checker.Check(MarkedTalk.Parse("draft: 你自己看着办吧。没办法。").Conversation);

        report.Violations.Single(v => v.Rule == "never.blame").Suggestions.Should().NotBeEmpty().And.OnlyContain(s => s.Applicability == Applicability.Confirm);
    }

    [Fact]
    public void A_rewrite_that_takes_from_one_turn_what_another_rests_on_is_not_offered()
    {
        var report = Checker.Check(MarkedTalk.Parse("agent: 你自己看着办还有其他事吗 | customer: 那 | agent: 好").Conversation);

        report.Violations.Should().ContainSingle().Which.Suggestions.Should().BeEmpty("the sentence also asks whether there is more, which must be said once");
    }

    [Fact]
    public void Where_nothing_passes_nothing_is_offered_and_the_report_says_why()
    {
        var report = Checker.Check(MarkedTalk.Parse("draft: 有完没完。没办法。").Conversation);

        report.Violations.Select(v => (v.Rule, v.Suggestions.Length, v.NoSuggestion)).Should().Equal(
            ("never.rude", 0, "the rule has no rewrite"), ("never.refuse", 1, null));
        report.Violations[1].Suggestions[0].Text.Should().Be("非常抱歉，我马上为您核实。", "the whole reply is written anew");
    }

    [Fact]
    public void Suggestions_can_be_left_out() =>
        Packs.Checker(Rules, Head, new CheckerOptions { Suggest = false }).CheckDraft("没办法。").Violations.Should().ContainSingle().Which.Suggestions.Should().BeEmpty();

    [Fact]
    public void A_name_is_not_used_before_it_is_known()
    {
        var checker = Packs.Checker("concepts: { refusal: [没办法] }\nrules:\n  - { id: a, kind: never-say, say: refusal, suggest: \"{customer_surname}{honorific}，我为您核实。\" }");

        checker.Check(MarkedTalk.Parse("honorific: 先生 | agent: 没办法 | customer: 我姓王 | agent: 没办法").Conversation)
            .Violations.Select(v => v.Suggestions[0].Text).Should().Equal("{customer_surname}先生，我为您核实。", "王先生，我为您核实。");
    }

    [Fact]
    public void Settings_fill_slots() =>
        Packs.Checker(Rules, Head, new CheckerOptions { Settings = ImmutableDictionary<string, string>.Empty.Add("hours", "24") })
            .Check(MarkedTalk.Parse("customer: 太慢了 | draft: 好").Conversation).Violations.Single().Suggestions[0]
            .Should().BeEquivalentTo(new { Text = "非常抱歉，我们会在24小时内答复您。好", Applicability = Applicability.Confirm });

    [Fact]
    public void Every_suggestion_passes_the_same_check_in_the_same_context() => ForAll(400, random =>
    {
        var conversation = Talk(random);
        var report = Checker.Check(conversation);
        foreach (var violation in report.Violations)
        {
            violation.Suggestions.IsEmpty.Should().Be(violation.NoSuggestion is not null);
            foreach (var suggestion in violation.Suggestions)
            {
                var isDraft = violation.Turn == conversation.Turns.Length;
                var said = isDraft ? conversation.Draft!.Text : conversation.Turns[violation.Turn].Text;
                var unanswered = !isDraft && conversation.Turns[violation.Turn].Speaker != SpeakerRole.Agent;
                Apply(unanswered ? "" : said, suggestion.Edits).Should().Be(suggestion.Text);
                var changed = isDraft ? conversation with { Draft = new Draft(suggestion.Text) }
                    : unanswered ? conversation with { Turns = [.. conversation.Turns.Take(violation.Turn + 1)], Draft = new Draft(suggestion.Text) }
                    : conversation with { Turns = conversation.Turns.SetItem(violation.Turn, new Turn(SpeakerRole.Agent, suggestion.Text)) };
                var place = unanswered ? violation.Turn + 1 : violation.Turn;
                Checker.Check(changed).Violations.Where(v => v.Turn == place).Should().BeEmpty("“{0}” is offered for “{1}”", suggestion.Text, said);
            }
        }
    });

    [Fact]
    public void Half_of_all_violations_can_be_mended()
    {
        var (mended, all) = (0, 0);
        ForAll(200, random =>
        {
            var violations = Checker.Check(Talk(random)).Violations.Where(v => v.Rule != "never.rude").ToList();
            all += violations.Count;
            mended += violations.Count(v => !v.Suggestions.IsEmpty);
        });

        all.Should().BeGreaterThan(200);
        (mended / (double)all).Should().BeGreaterThan(0.5, "the property above must not be true of nothing");
    }

    [Fact]
    public void The_same_input_gives_the_same_output() => ForAll(150, random =>
    {
        var conversation = Talk(random);

        Written(Packs.Checker(Rules, Head).Check(conversation)).Should().Be(Written(Checker.Check(conversation)));
    });

    [Fact]
    public void Eight_threads_get_what_one_gets()
    {
        var random = new Random(7);
        var conversations = Enumerable.Range(0, 60).Select(_ => Talk(random)).ToList();
        var expected = conversations.Select(c => Written(Checker.Check(c))).ToList();
        var fresh = Packs.Checker(Rules, Head);
        var results = new string[8][];

        var threads = Enumerable.Range(0, 8).Select(i => new Thread(() => results[i] = [.. conversations.Select(c => Written(fresh.Check(c)))])).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());

        results.Should().OnlyContain(r => r.SequenceEqual(expected));
    }

    [Fact]
    public void Fingerprints_stay_when_turns_are_moved()
    {
        var before = MarkedTalk.Parse("agent: 没办法 | customer: 谢谢 | agent: 你自己看着办").Conversation;
        var moved = before with { Turns = [new Turn(SpeakerRole.Agent, "您好"), new Turn(SpeakerRole.Customer, "在吗"), .. before.Turns] };

        Checker.Check(moved).Violations.Select(v => v.Fingerprint).Should().Equal(Checker.Check(before).Violations.Select(v => v.Fingerprint));
        Checker.Check(before).Violations.Select(v => v.Fingerprint).Should().OnlyHaveUniqueItems().And.OnlyContain(f => f.Length == 16);
    }

    [Fact]
    public void Equal_breaches_of_one_conversation_are_numbered()
    {
        var prints = Checker.Check(MarkedTalk.Parse("agent: 没办法 | customer: 那 | agent: 没 办法 | customer: 嗯 | agent: 还有其他").Conversation).Violations.Select(v => v.Fingerprint).ToList();

        prints.Should().HaveCount(2);
        prints[1].Should().Be($"{prints[0]}-2");
    }

    [Fact]
    public void Violations_of_a_rule_do_not_overlap()
    {
        var checker = Packs.Checker("concepts: { a: [甲乙丙], b: { says: [丙丁], at: anywhere }, c: [丁戊己] }\nrules:\n  - { id: x, kind: never-say, say: [a, b, c] }");

        checker.CheckDraft("甲乙丙丁戊己").Violations.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Text = "甲乙丙丁戊己", Span = new TextSpan(0, 6) });
    }

    [Fact]
    public void Any_text_is_checked_or_said_not_to_be() => ForAll(1_000, random =>
    {
        var characters = "没办法谢谢什么\uD83D\uDE00\uD800\u200B\0 ，。？！\n“”《[{}]";
        var turns = Enumerable.Range(0, random.Next(5)).Select(_ => new Turn((SpeakerRole)random.Next(4), new string([.. Enumerable.Range(0, random.Next(20)).Select(_ => characters[random.Next(characters.Length)])])));

        var report = Checker.Check(new Conversation { Turns = [.. turns] });

        report.Rules.Should().HaveCount(7);
        (report.Verdict == Verdict.Violated).Should().Be(report.Violations.Length > 0);
    });

    private static Conversation Talk(Random random)
    {
        var turns = new List<Turn>();
        for (var i = random.Next(3); i > 0; i--)
        {
            turns.Add(new Turn(SpeakerRole.Customer, new[] { "谢谢", "太慢了", "好的", "退款", "谢谢，等了很久" }[random.Next(5)]));
            turns.Add(new Turn(SpeakerRole.Agent, Say(random)));
        }

        if (random.Next(3) == 0) turns.Add(new Turn(SpeakerRole.Customer, random.Next(2) == 0 ? "谢谢" : "太慢了"));
        return new Conversation { Turns = [.. turns], Draft = random.Next(2) == 0 ? new Draft(Say(random)) : null };
    }

    private static string Say(Random random) => string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => Sentences[random.Next(Sentences.Length)]));

    private static string Apply(string text, ImmutableArray<Edit> edits)
    {
        for (var i = 1; i < edits.Length; i++) edits[i].Span.Start.Should().BeGreaterOrEqualTo(edits[i - 1].Span.End, "edits come by place and do not overlap");
        return edits.Reverse().Aggregate(text, (t, e) => t[..e.Span.Start] + e.Replacement + t[e.Span.End..]);
    }

    private static string Written(CheckReport report) => System.Text.Json.JsonSerializer.Serialize(report);

    private static string Hyphenated(Verdict verdict) =>
        string.Concat(verdict.ToString().Select((c, i) => char.IsUpper(c) ? $"{(i > 0 ? "-" : "")}{char.ToLowerInvariant(c)}" : c.ToString()));

    private static void ForAll(int cases, Action<Random> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(cases), Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => property(new Random(seed))));
}
