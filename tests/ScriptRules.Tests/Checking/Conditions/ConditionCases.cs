using System.Collections.Immutable;
using ScriptRules.Text;

namespace ScriptRules.Tests.Checking.Conditions;

/// <summary>Random rules and conversations whose hits often meet.</summary>
internal static class ConditionCases
{
    private static readonly string[] Names = ["a", "b", "c", "d"];
    private static readonly string[] Concepts = ["apple", "banana", "grape"];
    private static readonly string[] Chunks = ["苹果", "香蕉", "葡萄", "桌子"];
    private static readonly string[] Words = ["before", "after", "around", "at"];
    private static readonly string[] Hits = ["every", "every", "any", "any", "first", "last", "1", "2", "3"];

    internal static ModelRule Rule(Random random)
    {
        var conditions = new List<ModelCondition>();
        foreach (var name in Names.Take(random.Next(1, 5))) conditions.Add(Condition(random, name, [.. conditions.Where(c => c.Queue is null)]));
        var when = Expression(random, [.. conditions.Select(c => c.Name)], 0);
        var said = conditions.Where(c => c.Queue is null).Select(c => c.Name).ToArray();
        var at = said.Length == 0 || conditions.Count == 1 ? null : Pick(random, said);
        return new ModelRule(conditions, when, at, Pick(random, "hit", "hit", "turn-start", "turn-end"));
    }

    internal static Conversation Conversation(Random random, bool hasEmptyTurns)
    {
        var turns = ImmutableArray.CreateBuilder<Turn>();
        var clock = random.Next(4); // nothing, starts, starts and ends, or some of all
        var now = 0.0;
        for (var n = random.Next(1, 9); n > 0; n--)
        {
            var speaker = (SpeakerRole)(random.Next(8) switch { < 4 => 0, < 6 => 1, 6 => 2, _ => 3 });
            var text = hasEmptyTurns && random.Next(10) == 0 ? "" : Text(random);
            // Speakers can overlap, so the next turn may begin before this one has ended.
            var start = TimeSpan.FromSeconds(now);
            var length = TimeSpan.FromSeconds(0.5 * text.Length);
            now += random.Next(5) == 0 ? 0 : random.Next(9);
            var mode = clock == 3 ? random.Next(3) : clock;
            turns.Add(mode switch { 0 => new Turn(speaker, text), 1 => new Turn(speaker, text, start), _ => new Turn(speaker, text, start, start + length) });
        }

        var conversation = new Conversation { Id = "random", Channel = Channel.Chat, Turns = turns.ToImmutable() };
        if (random.Next(3) > 0) conversation = conversation with { Attributes = conversation.Attributes.Add("queue", Pick(random, "售后", "投诉")) };
        if (random.Next(3) == 0) conversation = conversation with { EndedAt = TimeSpan.FromSeconds(now + random.Next(6)) };
        return random.Next(4) == 0 ? conversation with { Draft = new Draft(Text(random) + (random.Next(2) == 0 ? "再见。" : "")) } : conversation;
    }

    private static string Text(Random random)
    {
        var sentences = Enumerable.Range(0, random.Next(1, 4)).Select(_ => string.Join('，', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pick(random, Chunks))));
        return string.Concat(sentences.Select(s => s + "。"));
    }

    private static ModelCondition Condition(Random random, string name, List<ModelCondition> earlier)
    {
        if (random.Next(10) == 0) return new ModelCondition(name) { Queue = "售后" };
        var condition = new ModelCondition(name)
        {
            By = random.Next(6) switch { < 3 => SpeakerRole.Agent, 3 => SpeakerRole.Customer, 4 => SpeakerRole.Bot, _ => null },
            Say = random.Next(6) switch { 0 => [], 1 => ["apple", "grape"], _ => [Pick(random, Concepts)] },
        };
        if (random.Next(8) == 0) condition = condition with { Say = [], By = SpeakerRole.System };
        if (earlier.Count > 0 && random.Next(5) > 0)
        {
            var word = Pick(random, Words);
            condition = condition with { Word = word, Anchor = Pick(random, [.. earlier.Select(c => c.Name)]), Hit = Pick(random, Hits) };
            if (random.Next(4) > 0)
            {
                condition = condition with
                {
                    Within = word == "at" ? new Amount("", 0, 0, Pick(random, "turns", "sentences"), false) : Distance(random, word, condition.By),
                };
            }
        }

        if (random.Next(condition.Word is null ? 2 : 5) == 0) condition = condition with { Range = Part(random, condition.By) };
        return random.Next(6) switch
        {
            0 => condition with { Min = 2 },
            1 => condition with { Min = 1, Max = random.Next(1, 3) },
            2 => condition with { Min = 0, Max = random.Next(3) },
            _ => condition,
        };
    }

    private static Amount Distance(Random random, string word, SpeakerRole? by)
    {
        var unit = Pick(random, "turns", "sentences", "s", "%");
        var (step, most) = unit switch { "%" => (10, 50), "s" => (1, 12), _ => (1, 4) };
        var from = word != "around" && random.Next(3) == 0 ? random.Next(1, 3) * step : 0;
        return new Amount("", from, from + random.Next(most), unit, OfAll(random, unit, by));
    }

    private static Amount Part(Random random, SpeakerRole? by)
    {
        var unit = Pick(random, "turns", "sentences", "s", "%");
        var most = unit switch { "%" => 50, "s" => 20, _ => 5 };
        var end = Pick(random, "first", "last", "");
        var from = end.Length > 0 ? 0 : random.Next(1, most);
        return new Amount(end, from, from + random.Next(1, most), unit, OfAll(random, unit, by));
    }

    private static bool OfAll(Random random, string unit, SpeakerRole? by) =>
        unit is "turns" or "sentences" && (by is SpeakerRole.Bot or SpeakerRole.System || random.Next(2) == 0);

    private static ModelExpression Expression(Random random, string[] names, int depth)
    {
        if (names.Length == 1) return random.Next(3) == 0 ? new ModelExpression("not", "", [new ModelExpression("name", names[0], [])]) : new ModelExpression("name", names[0], []);
        if (depth > 0 && random.Next(5) == 0) return new ModelExpression("not", "", [Expression(random, names, depth + 1)]);
        var cut = random.Next(1, names.Length);
        return new ModelExpression(random.Next(3) == 0 ? "or" : "and", "", [Expression(random, names[..cut], depth + 1), Expression(random, names[cut..], depth + 1)]);
    }

    private static T Pick<T>(Random random, params T[] of) => of[random.Next(of.Length)];
}
