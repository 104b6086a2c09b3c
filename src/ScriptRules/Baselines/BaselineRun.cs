using System.Collections.Immutable;
using ScriptRules.Checking;
using ScriptRules.Rules;

namespace ScriptRules.Baselines;

/// <summary>Holds the reports of one run against a baseline, and tells in the end which entries are stale. One owner.</summary>
/// <remarks>
/// An entry takes violations of its own file first, as many as it counts, the first ones; what its file no longer has it takes in another, where it has
/// then moved. Whether a file is done shows only at the end of a run, so that a report for which <see cref="AwaitsMoves"/> holds is best kept until then and
/// given to <see cref="FollowMoves"/>; of files that are no longer there it is known at once. Only what was checked is judged: entries of other files, of files that
/// could not be read, and of rules that could not be decided in their file are neither stale nor moved.
/// </remarks>
/// <param name="baseline">What is accepted.</param>
/// <param name="exists">Whether the file of a path in the baseline is still there.</param>
/// <param name="covers">Whether the file of such a path would be part of the run, were it there.</param>
public sealed class BaselineRun(Baseline baseline, Func<string, bool> exists, Func<string, bool> covers)
{
    private readonly Dictionary<(string Path, string Rule, string Fingerprint), Open> _open = baseline.Entries.ToDictionary(e => e.Key, e => new Open(e));
    private readonly ILookup<(string, string), BaselineEntry> _elsewhere = baseline.Entries.ToLookup(e => (e.Rule, e.Fingerprint));
    private readonly Dictionary<string, bool> _exists = new(StringComparer.Ordinal);
    private readonly HashSet<string> _paths = [.. baseline.Entries.Select(e => e.Path)];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _notRead = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string)> _undecided = [];
    private readonly List<BaselineMove> _moves = [];

    /// <summary>The entries whose violations were found in other files, in the order in which they were found.</summary>
    public IReadOnlyList<BaselineMove> Moves => _moves;

    /// <summary>The entries of which nothing, or less, is left, each with the count of what is gone; in the order of the baseline. To be asked at the end of the run.</summary>
    public ImmutableArray<BaselineEntry> Stale =>
        [.. baseline.Entries.Where(e => _open[e.Key].Count > 0 && IsJudged(e)).Select(e => e with { Count = _open[e.Key].Count })];

    /// <summary>Notes that a file was read, though nothing in it is checked.</summary>
    public void See(string path) => _seen.Add(path);

    /// <summary>Notes that a file could not be read, or not all of it, so that nothing can be said of its entries.</summary>
    public void SeeUnreadable(string path) => _notRead.Add(path);

    /// <summary>The report with the violations set aside that are accepted, and every one with its <see cref="Violation.BaselineState"/>.</summary>
    /// <param name="path">The file as the baseline calls it; null for what is in no file, of which nothing is accepted.</param>
    /// <param name="report">What was found.</param>
    /// <param name="line">The line of a violation, from 1; 0 in documents without lines.</param>
    public CheckReport Apply(string? path, CheckReport report, Func<Violation, int> line)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(line);
        if (path is null) return Divide(report, _ => false);
        _seen.Add(path);
        if (_paths.Contains(path))
        {
            foreach (var rule in report.NotChecked) _undecided.Add((path, rule.Rule));
        }

        return Divide(report, v => Take(path, v) || TakeElsewhere(path, v, line, e => !Exists(e.Path)));
    }

    /// <summary>Whether a violation of a report that was given to <see cref="Apply"/> may yet turn out to be one of another file that has moved.</summary>
    public bool AwaitsMoves(CheckReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Violations.Any(v => _elsewhere[(v.Rule, Print(v))].Any(e => _open[e.Key].Count > 0));
    }

    /// <summary>At the end of the run: the report with those set aside, too, that have moved here from other files.</summary>
    /// <param name="path">As it was for <see cref="Apply"/>.</param>
    /// <param name="report">What <see cref="Apply"/> gave.</param>
    /// <param name="line">The line of a violation, from 1; 0 in documents without lines.</param>
    public CheckReport FollowMoves(string? path, CheckReport report, Func<Violation, int> line)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(line);
        return path is null ? report : Divide(report, v => TakeElsewhere(path, v, line, IsJudged));
    }

    /// <summary>The baseline without what is stale, and with what has moved in its new place; it never has more. To be asked at the end of the run.</summary>
    public Baseline Pruned()
    {
        var stale = Stale.ToDictionary(e => e.Key, e => e.Count);
        var moved = _moves.GroupBy(m => m.Entry.Key).ToDictionary(g => g.Key, g => g.Sum(m => m.Entry.Count));
        var kept = new Dictionary<(string, string, string), BaselineEntry>();
        foreach (var entry in baseline.Entries) Keep(entry, entry.Count - stale.GetValueOrDefault(entry.Key) - moved.GetValueOrDefault(entry.Key));
        foreach (var move in _moves) Keep(move.Entry with { Path = move.Path, Line = move.Line }, move.Entry.Count);
        return baseline with { Entries = BaselineEntry.Sorted(kept.Values) };

        void Keep(BaselineEntry entry, int count)
        {
            if (count > 0) kept[entry.Key] = kept.TryGetValue(entry.Key, out var same) ? same with { Count = same.Count + count } : entry with { Count = count };
        }
    }

    private static string Print(Violation violation) => Fingerprints.WithoutCount(violation.Fingerprint);

    private static CheckReport Divide(CheckReport report, Func<Violation, bool> isAccepted)
    {
        var counted = ImmutableArray.CreateBuilder<Violation>();
        var accepted = ImmutableArray.CreateBuilder<Violation>();
        foreach (var violation in report.Violations)
        {
            if (isAccepted(violation)) accepted.Add(violation with { BaselineState = BaselineState.Unchanged });
            else counted.Add(violation with { BaselineState = BaselineState.New });
        }

        return report with
        {
            Violations = counted.ToImmutable(),
            Accepted = [.. report.Accepted.Concat(accepted).OrderBy(v => v.Turn).ThenBy(v => v.Span)],
            Verdict = report.Verdict != Verdict.Violated || counted.Count > 0 ? report.Verdict : Verdict.Passed,
        };
    }

    private bool Take(string path, Violation violation)
    {
        if (!_open.TryGetValue((path, violation.Rule, Print(violation)), out var open) || open.Count == 0) return false;
        open.Count--;
        return true;
    }

    private bool TakeElsewhere(string path, Violation violation, Func<Violation, int> line, Func<BaselineEntry, bool> from)
    {
        foreach (var entry in _elsewhere[(violation.Rule, Print(violation))])
        {
            if (entry.Path == path || _open[entry.Key].Count == 0 || !from(entry)) continue;
            _open[entry.Key].Count--;
            _moves.Add(new BaselineMove(entry with { Count = 1 }, path, line(violation)));
            return true;
        }

        return false;
    }

    private bool IsJudged(BaselineEntry entry) =>
        _seen.Contains(entry.Path) ? !_notRead.Contains(entry.Path) && !_undecided.Contains((entry.Path, entry.Rule)) : !Exists(entry.Path) && covers(entry.Path);

    private bool Exists(string path)
    {
        if (!_exists.TryGetValue(path, out var known)) _exists[path] = known = exists(path);
        return known;
    }

    /// <summary>How many violations an entry still takes.</summary>
    private sealed class Open(BaselineEntry entry)
    {
        internal int Count { get; set; } = entry.Count;
    }
}

/// <summary>An accepted violation that was found in another file than it stood in.</summary>
/// <param name="Entry">As it was accepted, with a count of 1.</param>
/// <param name="Path">The file in which it stands now, as the baseline calls it.</param>
/// <param name="Line">The line on which it stands now, from 1; 0 in documents without lines.</param>
public sealed record BaselineMove(BaselineEntry Entry, string Path, int Line);
