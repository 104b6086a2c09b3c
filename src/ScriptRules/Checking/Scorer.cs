using System.Collections.Immutable;
using System.Globalization;
using ScriptRules.Rules;

namespace ScriptRules.Checking;

/// <summary>Scores reports by the pack's scorecard.</summary>
internal sealed class Scorer
{
    private readonly RulePack _pack;
    private readonly Scorecard _card;
    private readonly ImmutableArray<(ScoreItem Item, ImmutableArray<int> Rules)> _items; // rules by their places in the pack, as in reports
    private readonly ImmutableArray<(ScoreVeto Veto, ImmutableArray<int> Rules)> _vetoes;
    private readonly ImmutableArray<int> _scored;

    internal Scorer(RulePack pack)
    {
        (_pack, _card) = (pack, pack.Scorecard!);
        var (taken, given) = (new HashSet<int>(), new HashSet<int>());
        var items = ImmutableArray.CreateBuilder<(ScoreItem, ImmutableArray<int>)>();
        foreach (var item in _card.Items)
        {
            var known = item.Gives ? given : taken;
            items.Add((item, Places(r => item.Rules.Contains(r.Id)).RemoveAll(place => !known.Add(place))));
        }

        // A rule that no item takes for is scored by its own weight.
        items.Add((new ScoreItem("", [], 0, false, false, null), Places(r => r.Weight is not null).RemoveAll(taken.Contains)));
        _items = items.ToImmutable();
        _vetoes = [.. _card.Vetoes.Select(v => (v, Places(r => v.Rules.Contains(r.Id))))];
        _scored = [.. _items.SelectMany(i => i.Rules).Concat(_vetoes.SelectMany(v => v.Rules)).Distinct()];

        ImmutableArray<int> Places(Func<Rule, bool> isMeant) => [.. Enumerable.Range(0, pack.Rules.Length).Where(i => isMeant(pack.Rules[i]))];
    }

    /// <summary>The score; null when nothing that is scored could be decided.</summary>
    /// <param name="report">Made with the same pack.</param>
    internal Score? Score(CheckReport report)
    {
        if (report.Verdict == Verdict.NotEvaluable || !IsAnyDecided(report)) return null;

        var hits = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var violation in report.Violations) hits[violation.Rule] = hits.GetValueOrDefault(violation.Rule) + 1;
        var lines = new List<ScoreLine> { new(ScoreLineKind.Start, _card.Start) };
        foreach (var (item, rules) in _items) Add(item, rules, report.Rules, hits, lines);

        var sum = lines.Sum(l => l.Points);
        if (Math.Clamp(sum, 0, _card.Full) is var bounded && bounded != sum)
            lines.Add(new ScoreLine(ScoreLineKind.Range, bounded - sum, Why: sum < 0 ? "not below 0" : $"not above {Number(_card.Full)}"));
        foreach (var (veto, rules) in _vetoes)
        {
            foreach (var rule in rules)
            {
                var id = _pack.Rules[rule].Id;
                if (!hits.TryGetValue(id, out var count)) continue;
                var over = Math.Max(0, bounded - veto.Ceiling);
                lines.Add(new ScoreLine(ScoreLineKind.Veto, -over, veto.Name, id, count, $"at most {Number(veto.Ceiling)} is left"));
                bounded -= over;
            }
        }

        return new Score(bounded, _card.Levels.FirstOrDefault(l => bounded >= l.From)?.Name, [.. lines]);
    }

    private bool IsAnyDecided(CheckReport report)
    {
        foreach (var rule in _scored)
            if (report.Rules[rule].Verdict != Verdict.NotEvaluable) return true;
        return false;
    }

    private void Add(ScoreItem item, ImmutableArray<int> rules, ImmutableArray<RuleVerdict> verdicts, Dictionary<string, int> hits, List<ScoreLine> lines)
    {
        var sum = 0m;
        foreach (var place in rules)
        {
            var (rule, verdict) = (_pack.Rules[place], verdicts[place]);
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
