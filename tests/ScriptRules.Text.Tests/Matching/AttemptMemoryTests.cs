using ScriptRules.Text.Matching;

namespace ScriptRules.Text.Tests.Matching;

/// <summary>What is remembered of a turn: too little may be, too much never.</summary>
public class AttemptMemoryTests
{
    [Fact]
    public void Never_knows_what_was_not_tried()
    {
        var random = new Random(7);
        var memory = new AttemptMemory();
        for (var turn = 0; turn < 50; turn++)
        {
            memory.Forget();
            var tried = new HashSet<(int, int)>();
            for (var n = 0; n < 2_000; n++)
            {
                var (template, start) = (random.Next(300), random.Next(40));
                var isFirst = tried.Add((template, start));
                if (!memory.IsNew(template, start)) isFirst.Should().BeFalse("template {0} was not tried at {1}", template, start);
            }
        }
    }

    [Fact]
    public void Knows_what_was_tried_last()
    {
        var memory = new AttemptMemory();

        memory.IsNew(3, 5).Should().BeTrue();
        memory.IsNew(3, 5).Should().BeFalse();
        memory.IsNew(3, 6).Should().BeTrue();
        memory.IsNew(4, 5).Should().BeTrue();
        memory.Forget();
        memory.IsNew(3, 5).Should().BeTrue("it is another turn");
    }

    [Fact]
    public void Remembers_nothing_of_places_that_it_cannot_tell_apart()
    {
        var memory = new AttemptMemory();

        memory.IsNew(1, 1 << 16).Should().BeTrue();
        memory.IsNew(1, 1 << 16).Should().BeTrue();
    }

    [Fact]
    public void Outlives_more_turns_than_it_can_number()
    {
        var memory = new AttemptMemory();
        memory.IsNew(1, 1);
        for (var turn = 0; turn < (1 << 24) + 10; turn++) memory.Forget();

        memory.IsNew(1, 1).Should().BeTrue();
    }
}
