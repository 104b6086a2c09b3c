using System.Collections.Immutable;
using System.Text;
using ScriptRules.Rules;
using ScriptRules.Rules.Yaml;
using ScriptRules.Text;
using ScriptRules.Text.Facts;

namespace ScriptRules.EngineBenchmarks;

/// <summary>An invented pack and a conversation for it. Reading the text is not measured: the facts are ready.</summary>
/// <remarks>
/// A third of the rules each: never-say; never-say unless it is mended; must-answer. A concept for every two rules, at least 20 a side; about one
/// mention a turn.
/// </remarks>
internal sealed class Case
{
    internal const int Turns = 60;

    internal Case(int rules)
    {
        Rules = rules;
        var concepts = Math.Max(20, rules / 2);
        var pack = RulePack.Load(new Invented(Yaml(rules, concepts)));
        Productions = pack.Productions;
        var random = new Random(7);
        var talk = new Conversation { Turns = [.. Enumerable.Range(0, Turns).Select(i => new Turn(i % 2 == 0 ? SpeakerRole.Customer : SpeakerRole.Agent, $"请问{Phrase(random.Next(2 * concepts))}可以吗")) ] };
        var finder = new FactFinder(pack.Lexicon, 0, 0, 0, _ => null);
        Conversation = finder.Find(talk, finder.Read(talk)).Facts;
        var draft = new Conversation { Turns = [talk.Turns[0]], Draft = new Draft($"您好{Phrase(1)}，我们{Phrase(concepts)}，{Phrase(3)}。") };
        Draft = finder.Find(draft, finder.Read(draft)).Facts;
        ByTurn = [.. Enumerable.Range(0, Turns).Select(Live)];

        IReadOnlyList<Fact> Live(int turn)
        {
            var said = Conversation.Where(f => f.Turn == turn && f is not Mark).ToList();
            return [.. said, new Mark { Turn = turn, AgentRun = said.Max(f => f.AgentRun) - 1, Round = said.Max(f => f.Round) - 1 }];
        }
    }

    internal int Rules { get; }

    internal ImmutableArray<Production> Productions { get; }

    internal IReadOnlyList<Fact> Draft { get; }

    internal IReadOnlyList<Fact> Conversation { get; }

    /// <summary>The facts that each turn brings, with a mark for what it ends.</summary>
    internal ImmutableArray<IReadOnlyList<Fact>> ByTurn { get; }

    internal static void Check(IRuleProgram program, IReadOnlyList<Fact> facts)
    {
        using var session = program.Open();
        session.Insert(facts);
        GC.KeepAlive(session.Evaluate());
    }

    internal static void CheckLive(IRuleProgram program, ImmutableArray<IReadOnlyList<Fact>> byTurn)
    {
        using var session = program.Open();
        foreach (var facts in byTurn)
        {
            session.Insert(facts);
            GC.KeepAlive(session.Evaluate());
        }
    }

    private static string Yaml(int rules, int concepts)
    {
        var yaml = new StringBuilder("concepts:\n");
        for (var i = 0; i < 2 * concepts; i++) yaml.Append($"  c{i}: [{Phrase(i)}]\n");
        yaml.Append("rules:\n");
        var random = new Random(3);
        for (var i = 0; i < rules; i++)
        {
            var (customer, agent, other) = (random.Next(concepts), random.Next(2 * concepts), random.Next(2 * concepts));
            yaml.Append($"  - {{ id: r{i}, ").Append((i % 3) switch
            {
                0 => $"kind: never-say, say: c{agent}",
                1 => $"kind: never-say, say: c{agent}, unless: c{other}",
                _ => $"kind: must-answer, when: {{ customer: c{customer} }}, with: c{other}",
            }).Append(" }\n");
        }

        return yaml.ToString();
    }

    // Four characters of their own.
    private static string Phrase(int number) => string.Concat(Enumerable.Range(0, 4).Select(i => (char)('一' + (number * 4) + i)));

    private sealed class Invented(string topic) : IPackSource
    {
        public string Name => "invented";

        public IReadOnlyList<string> Files() => ["pack.yaml", "topic.yaml"];

        public string Read(string path) => path == "pack.yaml" ? "name: invented" : topic;
    }
}
