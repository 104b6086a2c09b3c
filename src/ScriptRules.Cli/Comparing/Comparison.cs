using ScriptRules.Formats;
using ScriptRules.Rules;
using ScriptRules.Text;

namespace ScriptRules.Cli.Comparing;

/// <summary>What two versions of a pack find in the same conversations. Grows while the run goes on; memory is bounded by the rules and the examples kept.</summary>
internal sealed class Comparison
{
    private readonly int _examples;
    private readonly RuleDifference[] _rules;
    private readonly Dictionary<string, RuleDifference> _byId;
    private readonly int[] _oldToNew;

    /// <param name="old">The old version.</param>
    /// <param name="new">The new version.</param>
    /// <param name="examples">How many violations of each rule and kind are kept to be shown.</param>
    internal Comparison(RulePack old, RulePack @new, int examples)
    {
        (Old, New, _examples) = (old, @new, examples);
        var before = old.Rules.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        var after = @new.Rules.Select((r, i) => (r.Id, i)).ToDictionary(r => r.Id, r => r.i, StringComparer.Ordinal);
        _rules = [.. @new.Rules.Select(r => new RuleDifference(r.Id, before.Contains(r.Id), true)), .. old.Rules.Where(r => !after.ContainsKey(r.Id)).Select(r => new RuleDifference(r.Id, true, false))];
        _byId = _rules.ToDictionary(r => r.Id, StringComparer.Ordinal);
        _oldToNew = [.. old.Rules.Select(r => after.GetValueOrDefault(r.Id, -1))];
    }

    internal RulePack Old { get; }

    internal RulePack New { get; }

    /// <summary>How many conversations and drafts were checked.</summary>
    internal int Conversations { get; private set; }

    internal int ViolatedBefore { get; private set; }

    internal int ViolatedAfter { get; private set; }

    internal int ViolationsBefore { get; private set; }

    internal int ViolationsAfter { get; private set; }

    /// <summary>All rules of both versions, the new one's first, in the order of the packs.</summary>
    internal IReadOnlyList<RuleDifference> Rules => _rules;

    /// <summary>Those of which anything is different.</summary>
    internal IEnumerable<RuleDifference> Different => _rules.Where(r => r.IsDifferent);

    /// <summary>What one rule found and another finds now, by the ids of both.</summary>
    internal SortedDictionary<(string From, string To), RuleMove> Moves { get; } = new(Comparer<(string From, string To)>.Create((a, b) =>
        string.CompareOrdinal(a.From, b.From) is not 0 and var order ? order : string.CompareOrdinal(a.To, b.To)));

    internal int Count(ChangeKind kind) => kind == ChangeKind.Moved ? Moves.Values.Sum(m => m.Count) : _rules.Sum(r => r.Count(kind));

    internal void Add(Origin origin, Conversation conversation, CheckReport before, CheckReport after)
    {
        Conversations++;
        if (before.Verdict == Verdict.Violated) ViolatedBefore++;
        if (after.Verdict == Verdict.Violated) ViolatedAfter++;
        ViolationsBefore += before.Violations.Length;
        ViolationsAfter += after.Violations.Length;
        AddVerdicts(before, after);
        foreach (var change in ViolationChange.Of(before.Violations, after.Violations))
        {
            ChangeExample Example() => ChangeExample.Of(change, origin, conversation);
            if (change.Kind != ChangeKind.Moved)
            {
                _byId[change.Place.Rule].Add(change, _examples, Example);
                continue;
            }

            var (from, to) = (change.Old!.Rule, change.New!.Rule);
            _byId[from].MovedAway++;
            _byId[to].MovedHere++;
            if (!Moves.TryGetValue((from, to), out var move)) Moves[(from, to)] = move = new RuleMove();
            if (move.Count++ < _examples) move.Examples.Add(Example());
        }
    }

    private void AddVerdicts(CheckReport before, CheckReport after)
    {
        for (var i = 0; i < after.Rules.Length; i++)
            if (after.Rules[i].Verdict == Verdict.NotEvaluable) _rules[i].UndecidedAfter++;
        for (var i = 0; i < before.Rules.Length; i++)
        {
            var (rule, verdict) = (before.Rules[i].Rule, before.Rules[i].Verdict);
            if (verdict == Verdict.NotEvaluable) _byId[rule].UndecidedBefore++;
            var now = _oldToNew[i];
            if (now < 0 || after.Rules[now].Verdict == verdict) continue;
            var verdicts = _rules[now].Verdicts;
            verdicts[(verdict, after.Rules[now].Verdict)] = verdicts.GetValueOrDefault((verdict, after.Rules[now].Verdict)) + 1;
        }
    }
}
