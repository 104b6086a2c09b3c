using System.Globalization;
using ScriptRules.Text;

namespace ScriptRules.Tests.Checking.Conditions;

/// <summary>What a rule of kind <c>condition</c> means, said directly over the turns. It knows no facts and no productions, and tries all ways to choose hits.</summary>
internal sealed class ConditionOracle
{
    private static readonly Dictionary<string, string> Words = new() { ["apple"] = "苹果", ["banana"] = "香蕉", ["grape"] = "葡萄" };

    private readonly ModelRule _rule;
    private readonly Conversation _conversation;
    private readonly List<Turn> _turns;
    private readonly List<(int Turn, int Start)> _sentences = [];
    private readonly bool _isOver;
    private readonly string _place;

    private ConditionOracle(ModelRule rule, Conversation conversation, string place)
    {
        (_rule, _conversation, _place) = (rule, conversation, place);
        _turns = [.. conversation.Turns];
        if (conversation.Draft is { } draft) _turns.Add(new Turn(SpeakerRole.Agent, draft.Text));
        _isOver = conversation.Draft is null || conversation.Draft.Text.Contains("再见", StringComparison.Ordinal);
        for (var t = 0; t < _turns.Count; t++)
        {
            for (var i = 0; i < _turns[t].Text.Length; i++)
                if (i == 0 || _turns[t].Text[i - 1] == '。') _sentences.Add((t, i));
        }
    }

    /// <summary>A hit: words, or a whole turn.</summary>
    internal sealed record Hit(int Turn, int Start, int End);

    /// <summary>The places of the violations: turn, start and end.</summary>
    internal static HashSet<(int Turn, int Start, int End)> Violations(ModelRule rule, Conversation conversation, string place)
    {
        var oracle = new ConditionOracle(rule, conversation, place);
        var found = new HashSet<(int, int, int)>();
        if (!oracle._turns.Exists(t => t.Speaker == SpeakerRole.Agent && t.Text.Length > 0)) return found;
        foreach (var choice in oracle.Choices(0, new Choice(new Dictionary<string, Hit?>(), new Dictionary<string, Hit?>()))) found.UnionWith(oracle.Shown(choice));
        return conversation.Draft is null ? found : [.. found.Where(f => f.Item1 == conversation.Turns.Length)];
    }

    /// <summary>The hits that are looked at one by one, and those that are taken as any; null where there is none, or none is chosen.</summary>
    private sealed record Choice(IReadOnlyDictionary<string, Hit?> Each, IReadOnlyDictionary<string, Hit?> Any);

    private IEnumerable<(int, int, int)> Shown(Choice choice)
    {
        var outcomes = Eval(_rule.When, true, choice).ToList();
        if (outcomes.Exists(o => !o.AtPlace) && _isOver && _turns.FindLastIndex(t => t.Speaker == SpeakerRole.Agent) is var last && (_conversation.Draft is null || last == _turns.Count - 1))
            yield return (last, _turns[last].Text.Length, _turns[last].Text.Length);
        foreach (var outcome in outcomes.Where(o => o.AtPlace))
        {
            // It is shown at the hit that others look from, when that is one and the same.
            var looking = outcome.Claimed.Distinct().Where(n => _rule[n].Anchor == _place && _rule[n].Word is not null).DistinctBy(n => _rule[n].Hit switch { "any" => "any for " + n, "first" => "1", var hit => hit }).ToList();
            if ((looking is [var only] ? From(_rule[only], choice) : choice.Each[_place]) is not { } hit) continue;
            yield return _rule.Show switch
            {
                "hit" => (hit.Turn, hit.Start, hit.End),
                "turn-start" => (hit.Turn, 0, 0),
                _ => (hit.Turn, _turns[hit.Turn].Text.Length, _turns[hit.Turn].Text.Length),
            };
        }
    }

    /// <summary>All ways to choose, in the order in which conditions are written: anchors come before those that look from them.</summary>
    private IEnumerable<Choice> Choices(int index, Choice choice)
    {
        if (index == _rule.Conditions.Count) return [choice];
        var condition = _rule.Conditions[index];
        IEnumerable<Hit?> any = condition is { Word: not null, Hit: "any" } ? Hits(_rule[condition.Anchor], choice).Prepend(null) : [null];
        return any.SelectMany(a =>
        {
            var with = choice with { Any = new Dictionary<string, Hit?>(choice.Any) { [condition.Name] = a } };
            var isLookedAt = condition.Name == _place || _rule.Conditions.Any(c => c.Anchor == condition.Name && c.Hit == "every");
            IEnumerable<Hit?> each = isLookedAt ? Hits(condition, with).Prepend(null) : [null];
            return each.SelectMany(e => Choices(index + 1, with with { Each = new Dictionary<string, Hit?>(with.Each) { [condition.Name] = e } }));
        });
    }

    /// <summary>A way in which an expression holds: whether it has something at the place, and which conditions it is about, those that are looked from included.</summary>
    private sealed record Outcome(bool AtPlace, IReadOnlyList<string> Claimed);

    private IEnumerable<Outcome> Eval(ModelExpression expression, bool isHeld, Choice choice)
    {
        if (expression.Operator == "name") return Literal(_rule[expression.Name], isHeld, choice) is { } one ? [one] : [];
        if (expression.Operator == "not") return Eval(expression.Parts[0], !isHeld, choice);
        var parts = expression.Parts.Select(p => Eval(p, isHeld, choice));
        return expression.Operator == "and" == isHeld
            ? parts.Aggregate<IEnumerable<Outcome>, IEnumerable<Outcome>>([new Outcome(false, [])], (all, part) => all.SelectMany(_ => part, (a, b) => new Outcome(a.AtPlace || b.AtPlace, [.. a.Claimed, .. b.Claimed])))
            : parts.SelectMany(p => p);
    }

    /// <summary>How a condition is met, or denied; null when it is not.</summary>
    private Outcome? Literal(ModelCondition condition, bool isHeld, Choice choice)
    {
        if (condition.Queue is { } queue) return _conversation.Attributes.TryGetValue("queue", out var known) && known == queue == isHeld ? new Outcome(false, []) : null;
        Outcome? anchor = null;
        if (condition.Word is not null)
        {
            anchor = Literal(_rule[condition.Anchor], true, choice);
            if (anchor is null || From(condition, choice) is null) return null;
        }

        if (condition.WaitsForEnd && !_isOver) return null;
        var count = Hits(condition, choice).Count;
        var isSure = !Doubtful(condition, choice).Any() && IsClosed(condition, choice);
        var own = condition.Name == _place;
        if (isHeld) return Met(count >= condition.Min && (condition.Max is not { } max || (count <= max && isSure)), own && condition.Min > 0);
        return count > condition.Max ? Met(true, own) : Met(count < condition.Min && isSure, false);

        Outcome? Met(bool holds, bool isAtPlace) =>
            holds ? new Outcome(isAtPlace || anchor?.AtPlace == true || (anchor is not null && condition.Anchor == _place), [condition.Name, .. anchor?.Claimed ?? []]) : null;
    }

    /// <summary>The hit from which a condition looks; null when there is none.</summary>
    private Hit? From(ModelCondition condition, Choice choice)
    {
        var of = _rule[condition.Anchor];
        switch (condition.Hit)
        {
            case "every":
                return choice.Each[of.Name];
            case "any":
                return choice.Any[condition.Name];
        }

        if (of.WaitsForEnd && !_isOver) return null;
        var hits = Hits(of, choice);
        var isLast = condition.Hit == "last";
        var number = isLast ? hits.Count : condition.Hit == "first" ? 1 : int.Parse(condition.Hit, CultureInfo.InvariantCulture);
        if (number < 1 || number > hits.Count || (isLast && !IsClosed(of, choice))) return null;
        var hit = hits[number - 1];
        // What may be a hit, for all that is known, would change which one is the first or the last.
        return Doubtful(of, choice).Any(d => isLast ? IsLater(d, hit) : IsLater(hit, d)) ? null : hit;
    }

    private static bool IsLater(Hit a, Hit b) => (a.Turn, a.Start).CompareTo((b.Turn, b.Start)) > 0;

    private List<Hit> Hits(ModelCondition condition, Choice choice) => [.. Nearby(condition, choice).Where(h => IsInTime(condition, h, choice))];

    /// <summary>Those that would be hits if their times were known and right.</summary>
    private IEnumerable<Hit> Doubtful(ModelCondition condition, Choice choice) => condition.UsesTime
        ? Nearby(condition, choice).Where(h => Times(h) is null)
        : [];

    /// <summary>What is said by the right speaker, in the right part, and at the right distance but for time.</summary>
    private IEnumerable<Hit> Nearby(ModelCondition condition, Choice choice)
    {
        var from = condition.Word is null ? null : From(condition, choice);
        if (condition.Word is not null && from is null) return [];
        if (condition.WaitsForEnd && !_isOver) return [];
        return Said(condition).Where(h => IsInRange(condition, h) && (from is null || IsNear(condition, h, from)));
    }

    private IEnumerable<Hit> Said(ModelCondition condition)
    {
        for (var t = 0; t < _turns.Count; t++)
        {
            var text = _turns[t].Text;
            if (condition.By is { } by && _turns[t].Speaker != by) continue;
            if (condition.Say.Count == 0) yield return new Hit(t, 0, text.Length);
            for (var i = 0; condition.Say.Count > 0 && i + 2 <= text.Length; i++)
                if (_turns[t].Speaker != SpeakerRole.System && condition.Say.Any(s => Words[s] == text.Substring(i, 2))) yield return new Hit(t, i, i + 2);
        }
    }

    private bool IsNear(ModelCondition condition, Hit hit, Hit from)
    {
        bool isAfter = hit.Turn > from.Turn || (hit.Turn == from.Turn && hit.Start >= from.End);
        bool isBefore = hit.Turn < from.Turn || (hit.Turn == from.Turn && hit.End <= from.Start);
        if ((condition.Word == "after" && !isAfter) || (condition.Word == "before" && !isBefore) || (condition.Word == "at" && hit.Turn != from.Turn)) return false;
        if (condition.Within is not { } within || within.Unit == "s") return true;
        if (condition.Word == "at") return within.Unit == "turns" || (First(hit) <= Last(from) && Last(hit) >= First(from));
        var role = within.OfAll ? null : condition.By;
        var (later, earlier) = within.Unit switch
        {
            "turns" => (_turns.Where((t, i) => Counts(t, role) && i > from.Turn && i <= hit.Turn).Count(), _turns.Where((t, i) => Counts(t, role) && i >= hit.Turn && i < from.Turn).Count()),
            "sentences" => (_sentences.Where((s, i) => Counts(_turns[s.Turn], role) && i > Last(from) && i <= First(hit)).Count(), _sentences.Where((s, i) => Counts(_turns[s.Turn], role) && i >= Last(hit) && i < First(from)).Count()),
            _ => (Percent(hit) - Percent(from), Percent(from) - Percent(hit)),
        };
        var (low, high) = within.Unit == "%" ? (within.From * 100, within.To * 100) : (within.From, within.To);
        return condition.Word switch
        {
            "after" => later >= low && later <= high,
            "before" => earlier >= low && earlier <= high,
            _ => later <= high && earlier <= high,
        };
    }

    private bool IsInRange(ModelCondition condition, Hit hit)
    {
        if (condition.Range is not { } range || range.Unit == "s") return true;
        var role = range.OfAll ? null : condition.By;
        if (range.Unit == "%")
        {
            var percent = Percent(hit) / 100.0;
            return range.End == "last" ? percent >= 100 - range.To : percent >= (range.End == "first" ? 0 : range.From) && percent < range.To;
        }

        var counted = range.Unit == "turns"
            ? Enumerable.Range(0, _turns.Count).Where(i => Counts(_turns[i], role)).ToList()
            : [.. Enumerable.Range(0, _sentences.Count).Where(i => Counts(_turns[_sentences[i].Turn], role))];
        var index = counted.IndexOf(range.Unit == "turns" ? hit.Turn : First(hit));
        return range.End switch
        {
            "last" => index >= counted.Count - range.To,
            "first" => index < range.To,
            _ => index + 1 >= range.From && index + 1 <= range.To,
        };
    }

    private bool IsInTime(ModelCondition condition, Hit hit, Choice choice)
    {
        if (!condition.UsesTime) return true;
        if (Times(hit) is not { } at) return false;
        if (condition.Within is { Unit: "s" } within)
        {
            if (Times(From(condition, choice)!) is not { } from) return false;
            var (low, high) = (within.From * 1000, within.To * 1000);
            var isRight = condition.Word switch
            {
                "after" => at.Starts - from.Ends >= (low == 0 ? int.MinValue : low) && at.Starts - from.Ends <= high,
                "before" => from.Starts - at.Ends >= (low == 0 ? int.MinValue : low) && from.Starts - at.Ends <= high,
                _ => at.Starts <= from.Ends + high && at.Ends >= from.Starts - high,
            };
            if (!isRight) return false;
        }

        if (condition.Range is not { Unit: "s" } range) return true;
        if (range.End != "last") return at.Starts >= (range.End == "first" ? 0 : range.From * 1000) && at.Starts < range.To * 1000;
        return Length() is { } length && at.Starts >= length - (range.To * 1000);
    }

    /// <summary>Whether no hit can come any more, whatever is said next.</summary>
    private bool IsClosed(ModelCondition condition, Choice choice)
    {
        if (condition.Word is not null && condition is { UsesTime: true, Within.Unit: "s" } && Times(From(condition, choice)!) is null) return false;
        if (condition.Range is { Unit: "s", End: "last" } && Length() is null) return false;
        if (_isOver || condition.Word is "before" or "at") return true;
        if (condition.WaitsForEnd) return false;
        var now = _turns[^1].Start is { } start ? (int)start.TotalMilliseconds : -1;
        if (condition is { Word: not null, Within: { } within })
        {
            var from = From(condition, choice)!;
            var role = within.OfAll ? null : condition.By;
            return within.Unit switch
            {
                "s" => now > Times(from)!.Value.Ends + (within.To * 1000),
                "turns" => _turns.Where((t, i) => Counts(t, role) && i > from.Turn).Count() >= within.To,
                _ => _sentences.Where((s, i) => Counts(_turns[s.Turn], role) && i > Last(from)).Count() >= within.To,
            };
        }

        if (condition.Range is not { } range) return false;
        var by = range.OfAll ? null : condition.By;
        return range.Unit switch
        {
            "s" => now >= range.To * 1000,
            "turns" => _turns.Count(t => Counts(t, by)) >= range.To,
            _ => _sentences.Count(s => Counts(_turns[s.Turn], by)) >= range.To,
        };
    }

    private static bool Counts(Turn turn, SpeakerRole? role) => role is null || turn.Speaker == role;

    private int First(Hit hit) => _sentences.FindLastIndex(s => s.Turn == hit.Turn && s.Start <= hit.Start);

    private int Last(Hit hit) => _sentences.FindLastIndex(s => s.Turn == hit.Turn && s.Start < Math.Max(1, hit.End));

    private int Percent(Hit hit) => ((_turns.Take(hit.Turn).Sum(t => t.Text.Length + 1) + hit.Start) * 10_000) / _turns.Sum(t => t.Text.Length + 1);

    /// <summary>Characters take the same time each, marks none; a message without an end takes none.</summary>
    private (int Starts, int Ends)? Times(Hit hit)
    {
        var turn = _turns[hit.Turn];
        if (turn.Start is not { } start) return null;
        var (from, all) = ((int)start.TotalMilliseconds, Letters(turn.Text));
        if (turn.End is not { } end || all == 0) return (from, from);
        var length = (int)end.TotalMilliseconds - from;
        return (from + (length * Letters(turn.Text[..hit.Start]) / all), from + (length * Letters(turn.Text[..hit.End]) / all));
    }

    private static int Letters(string text) => text.Count(char.IsLetterOrDigit);

    private int? Length()
    {
        if (_conversation.EndedAt is { } ended) return (int)ended.TotalMilliseconds;
        return _conversation.Turns is [.., var last] && last.Start is { } start ? (int)(last.End ?? start).TotalMilliseconds : null;
    }
}
