using System.Collections.Immutable;
using System.Text;
using ScriptRules.Rules;
using ScriptRules.Rules.Yaml;
using ScriptRules.Text;

namespace ScriptRules.Benchmarks;

/// <summary>Whole checks at 100, 300 and 1,000 rules with the same hits, and with the pack of the handbook: CPU time, interleaved, the median of nine rounds.</summary>
internal static class CheckingRatios
{
    private const int RulesThatHit = 100;
    private const int Turns = 60;

    /// <param name="service">The folder of the handbook's pack; null for 300 rules alone, as most programs have one pack.</param>
    internal static void Run(string? service)
    {
        (string, IPackSource)[] packs = service is null ? [("300, alone", Invented(300))]
            : [("100", Invented(100)), ("300", Invented(300)), ("1,000", Invented(1000)), ("rules/service", new FolderPackSource(service))];
        var calls = Calls();
        var drafts = calls.SelectMany(c => c.Turns).Where(t => t.Speaker == SpeakerRole.Agent).Select(t => t.Text).Take(400).ToArray();
        var broken = drafts.Select((d, i) => d + Fault((i % RulesThatHit / 2) * 2) + "。").ToArray();
        Console.WriteLine($"{calls.Length} conversations of {Turns} turns of {calls.Average(c => c.Turns.Average(t => t.Text.Length)):F0} characters; {drafts.Length} drafts.\n");
        Console.WriteLine("| rules | a clean draft, µs | one that breaks a rule, with its rewrite, µs | 60 turns, µs | a live turn, µs |");
        Console.WriteLine("|---|---|---|---|---|");
        var checkers = packs.Select(p => (p.Item1, Quick: Checker.Load(p.Item2, new CheckerOptions { Suggest = false }), Full: Checker.Load(p.Item2))).ToArray();
        var measures = checkers.SelectMany(c => new Measure[]
        {
            () => Each(drafts, d => c.Full.CheckDraft(d)),
            () => Each(broken, d => c.Full.CheckDraft(d)),
            () => Each(calls, d => c.Quick.Check(d)),
            () => Each(calls, d => Live(c.Quick, d)),
        }).ToArray();
        var times = Rounds.Median(measures);
        for (var i = 0; i < checkers.Length; i++)
        {
            var at = i * 4;
            Console.WriteLine($"| {checkers[i].Item1} | {times[at] / drafts.Length * 1e6:F1} | {times[at + 1] / broken.Length * 1e6:F1} | {times[at + 2] / calls.Length * 1e6:F0} | {times[at + 3] / calls.Length / Turns * 1e6:F1} |");
        }

        if (service is null) return;
        var (clean, found) = (checkers[1].Full.CheckDraft(drafts[0]), checkers[1].Full.CheckDraft(broken[0]));
        Console.WriteLine($"\nAt 300 rules the first draft breaks {clean.Violations.Length} rules, with a fault {found.Violations.Length}, which gets {found.Violations.Sum(v => v.Suggestions.Length)} rewrites.");
    }

    private static void Each<T>(T[] items, Action<T> check)
    {
        foreach (var item in items) check(item);
    }

    private static void Live(Checker checker, Conversation call)
    {
        var session = checker.Start(call with { Turns = [] });
        foreach (var turn in call.Turns) session.Add(turn);
    }

    /// <summary>A pack whose first hundred rules are met in the conversations; the others never.</summary>
    private static InventedPack Invented(int rules)
    {
        var words = Corpus.Phrases(rules * 12, seed: 11);
        var yaml = new StringBuilder("concepts:\n");
        for (var i = 0; i < rules; i++)
        {
            yaml.Append($"  c{i}: ['{Said(i, "甲")}', '{words[i * 12]}', '({words[i * 12 + 1]}|{words[i * 12 + 2]})吧', '{words[i * 12 + 3]}…{words[i * 12 + 4]}']\n");
            yaml.Append($"  a{i}: ['{Said(i, "乙")}', '{words[i * 12 + 5]}', '({words[i * 12 + 6]}|{words[i * 12 + 7]})了', '{words[i * 12 + 8]}…{words[i * 12 + 9]}']\n");
        }

        yaml.Append("rules:\n");
        for (var i = 0; i < rules; i++)
        {
            yaml.Append(i % 2 == 0
                ? $"  - {{ id: never.r{i}, kind: never-say, say: [c{i}], unless: [a{i}], message: no, suggest: ['好的，马上为您处理。'] }}\n"
                : $"  - {{ id: answer.r{i}, kind: must-answer, when: {{ customer: [c{i}] }}, with: [a{i}], message: no, suggest: ['{Said(i, "乙")}。'] }}\n");
        }

        return new InventedPack(yaml.ToString());
    }

    /// <summary>What breaks rule <paramref name="rule"/> when it is even, and asks for its answer when it is odd.</summary>
    private static string Fault(int rule) => Said(rule, "甲");

    private static string Said(int rule, string part) => $"{(char)('一' + rule * 7)}{part}{(char)('一' + rule * 13)}{(char)('万' + rule)}";

    private static Conversation[] Calls()
    {
        var random = new Random(5);
        var sentences = Corpus.Invent(transcripts: 100).SelectMany(t => t.Split('\n')).Where(s => s.Length is > 10 and < 32).ToArray();
        return [.. Enumerable.Range(0, 50).Select(_ => new Conversation { Channel = Channel.Chat, Turns = [.. Enumerable.Range(0, Turns).Select(Turn)] })];

        // About one saying that the rules know a turn; most are answered.
        Turn Turn(int at)
        {
            var rule = at / 2 % RulesThatHit | 1;
            var text = sentences[random.Next(sentences.Length)];
            return at % 2 == 0
                ? new Turn(SpeakerRole.Customer, text + Said(rule, "甲"))
                : new Turn(SpeakerRole.Agent, text + (random.Next(10) > 0 ? Said(rule, "乙") : ""));
        }
    }

    private sealed class InventedPack(string rules) : IPackSource
    {
        public string Name => "invented";

        public IReadOnlyList<string> Files() => ["pack.yaml", "rules.yaml"];

        public string Read(string path) => path == "pack.yaml" ? "name: invented\nlanguage: zh-CN\n" : rules;
    }
}
