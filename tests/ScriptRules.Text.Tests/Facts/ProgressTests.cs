using ScriptRules.Text.Facts;
using ScriptRules.Text.Matching;

namespace ScriptRules.Text.Tests.Facts;

/// <summary>The numbers by which rules count turns, sentences, characters, hits and time.</summary>
public class ProgressTests
{
    private static readonly Lexicon Lexicon = Lexicon.Build([new Concept { Id = "apple", Says = ["苹果"] }], new Dictionary<string, string?>(), out _)!;

    private static readonly Conversation Talk = new()
    {
        Turns =
        [
            new Turn(SpeakerRole.Agent, "苹果。桌子，苹果。", TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(19)),
            new Turn(SpeakerRole.Customer, "苹果", TimeSpan.FromSeconds(20)),
            new Turn(SpeakerRole.Agent, "好。苹果"),
        ],
        EndedAt = TimeSpan.FromSeconds(60),
    };

    private static IReadOnlyList<Fact> Facts(Conversation talk)
    {
        var finder = new FactFinder(Lexicon, 0, 0, 0, _ => null) { CountsSentences = true };
        return finder.Find(talk, finder.Read(talk)).Facts;
    }

    [Fact]
    public void Mentions_are_numbered_by_speaker_and_in_all() =>
        Facts(Talk).OfType<Mention>().Select(m => (m.Ordinal, m.OrdinalOfAll)).Should().Equal((1, 1), (2, 2), (1, 3), (3, 4));

    [Fact]
    public void Turns_and_sentences_are_counted_before_and_with_a_mention()
    {
        var second = Facts(Talk).OfType<Mention>().ElementAt(1);
        var last = Facts(Talk).OfType<Mention>().Last();

        (second.Before, second.UpTo).Should().Be((new Progress(0, 0, 0, 1, 1, 0), new Progress(1, 1, 0, 2, 2, 0)));
        (last.Before, last.UpTo).Should().Be((new Progress(2, 1, 1, 4, 3, 1), new Progress(3, 2, 1, 5, 4, 1)));
    }

    [Fact]
    public void Places_run_on_over_turns() =>
        Facts(Talk).OfType<Mention>().Select(m => (m.Position, m.PositionEnd, m.Percent)).Should().Equal((0, 2, 0), (6, 8, 6 * 10_000 / 18), (10, 12, 10 * 10_000 / 18), (15, 17, 15 * 10_000 / 18));

    [Fact]
    public void Words_have_the_time_of_their_share_of_the_turn() =>
        Facts(Talk).OfType<Mention>().Select(m => (m.StartsAt, m.EndsAt)).Should().Equal((10_000, 13_000), (16_000, 19_000), (20_000, -1), (-1, -1));

    [Fact]
    public void A_finished_conversation_is_over()
    {
        var facts = Facts(Talk);

        facts.OfType<Mark>().Single().Should().Match<Mark>(m => m.UpTo == Progress.Complete && m.StartsAt == int.MaxValue);
        facts.OfType<Ending>().Single().Should().Match<Ending>(e => e.UpTo == new Progress(3, 2, 1, 5, 4, 1) && e.EndsAt == 60_000);
    }

    [Fact]
    public void A_draft_that_does_not_close_ends_nothing()
    {
        var facts = Facts(Talk with { Draft = new Draft("苹果") });

        facts.OfType<Mark>().Single().UpTo.Should().Be(new Progress(4, 3, 1, 6, 5, 1));
        facts.OfType<Ending>().Should().BeEmpty();
    }
}
