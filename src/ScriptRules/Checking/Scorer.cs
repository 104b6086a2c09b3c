using System.Collections.Immutable;
using System.Globalization;
using ScriptRules.Rules;

namespace ScriptRules.Checking;

/// <summary>Scores reports by the pack's scorecard.</summary>
internal sealed class Scorer
{
    private readonly RulePack _pack;
    private readonly Scorecard _card;
    private readonly ImmutableArray<(ScoreItem Item, ImmutableArray<Rule> Rules)> _items;

    internal Scorer(RulePack pack)
    {
        (_pack, _card) = (pack, pack.Scorecard!);
        var (taken, given) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var items = ImmutableArray.CreateBuilder<(ScoreItem, ImmutableArray<Rule>)>();
        foreach (var item in _card.Items)
        {
            var known = item.Gives ? given : taken;
            items.Add((item, [.. pack.Rules.Where(r => item.Rules.Contains(r.Id) && known.Add(r.Id))]));
        }

        // A rule that no item takes for is scored by its own weight.
        items.Add((new ScoreItem("", [], 0, false, false, null), [.. pack.Rules.Where(r => r.Weight is not null && !taken.Contains(r.Id))]));
        _items = items.ToImmutable();
    }

    /// <summary>The score; null when nothing that is scored could be decided.</summary>
    internal Score? Score(CheckReport report)
    {
        var verdicts = report.Rules.ToDictionary(r => r.Rule, StringComparer.Ordinal);
        var scored = _items.SelectMany(i => i.Rules).Select(r => r.Id).Concat(_card.Vetoes.SelectMany(v => v.Rules)).Where(verdicts.ContainsKey);
        if (report.Verdict == Verdict.NotEvaluable || scored.All(r => verdicts[r].Verdict == Verdict.NotEvaluable)) return null;

        var hits = report.Violations.GroupBy(v => v.Rule, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var lines = new List<ScoreLine> { new(ScoreLineKind.Start, _card.Start) };
        foreach (var (item, rules) in _items) Add(item, rules, verdicts, hits, lines);

        var sum = lines.Sum(l => l.Points);
        if (Math.Clamp(sum, 0, _card.Full) is var bounded && bounded != sum)
            lines.Add(new ScoreLine(ScoreLineKind.Range, bounded - sum, Why: sum < 0 ? "not below 0" : $"not above {Number(_card.Full)}"));
        foreach (var veto in _card.Vetoes)
        {
            foreach (var rule in _pack.Rules.Where(r => veto.Rules.Contains(r.Id) && hits.ContainsKey(r.Id)))
            {
                var over = Math.Max(0, bounded - veto.Ceiling);
                lines.Add(new ScoreLine(ScoreLineKind.Veto, -over, veto.Name, rule.Id, hits[rule.Id], $"at most {Number(veto.Ceiling)} is left"));
                bounded -= over;
            }
        }

        return new Score(bounded, _card.Levels.FirstOrDefault(l => bounded >= l.From)?.Name, [.. lines]);
    }

    private static void Add(ScoreItem item, ImmutableArray<Rule> rules, Dictionary<string, RuleVerdict> verdicts, Dictionary<string, int> hits, List<ScoreLine> lines)
    {
        var sum = 0m;
        foreach (var rule in rules)
        {
            var verdict = verdicts[rule.Id];
            var each = rule.Weight ?? item.Points;
            if (verdict.Verdict == Verdict.NotEvaluable) lines.Add(new ScoreLine(ScoreLineKind.NotEvaluable, 0, item.Name, rule.Id, 0, verdict.Reason ?? ""));
            else if (!item.Gives && hits.TryGetValue(rule.Id, out var count))
            {
                var points = item.IsOnce ? -each : -each * count;
                lines.Add(new ScoreLine(ScoreLineKind.Taken, points, item.Name, rule.Id, count, item.IsOnce ? $"{Number(each)} however often" : $"{count} × {Number(each)}"));
                sum += points;
            }
            else if (item.Gives && verdict.Verdict == Verdict.Passed)
            {
                lines.Add(new ScoreLine(ScoreLineKind.Given, each, item.Name, rule.Id, 0, "there was occasion, and it was kept"));
                sum += each;
            }
        }

        if (item.AtMost is { } most && Math.Abs(sum) > most)
            lines.Add(new ScoreLine(ScoreLineKind.Bound, -Math.Sign(sum) * (Math.Abs(sum) - most), item.Name, "", 0, $"the item {(item.Gives ? "gives" : "takes")} at most {Number(most)}"));
    }

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
