using ScriptRules.Baselines;
using ScriptRules.Cli.Checking;
using ScriptRules.Cli.Reports;
using ScriptRules.Formats;
using ScriptRules.Rules;

namespace ScriptRules.Cli.Baselines;

/// <summary>Holds the items of a run against a baseline, in their order. One owner.</summary>
internal sealed class BaselineCheck
{
    private const int Named = 20;

    // A violation may have moved from a file that comes later; so many items wait for that, then it counts as new.
    private const int HeldAtMost = 1000;

    private readonly BaselineFile _file;
    private readonly Baseline _baseline;
    private readonly BaselineRun _run;
    private readonly Dictionary<(string, string, string), int> _counts;

    /// <param name="file">The baseline.</param>
    /// <param name="paths">What is checked; in its folders files can be missed.</param>
    internal BaselineCheck(BaselineFile file, IReadOnlyList<string> paths)
    {
        _file = file;
        _baseline = file.Read();
        _counts = _baseline.Entries.ToDictionary(e => (e.Path, e.Rule, e.Fingerprint), e => e.Count);
        _run = new BaselineRun(_baseline, file.Exists, p => file.IsBelow(p, paths));
    }

    /// <summary>The name of the pack by which it was made.</summary>
    internal string Pack => _baseline.Pack;

    /// <summary>Whether a path leads to the baseline's own file.</summary>
    internal bool IsFile(string path) => _file.Is(path);

    /// <summary>How many violations are gone that it accepts. To be asked at the end of the run.</summary>
    internal int Stale => _run.Stale.Sum(e => e.Count);

    /// <summary>The entries of which nothing, or less, is left, with the count of what is gone and the full path of the file. To be asked at the end of the run.</summary>
    internal IEnumerable<BaselineEntry> Gone => _run.Stale.Select(e => e with { Path = _file.FullPathOf(e.Path) });

    /// <summary>Notes what of an item bears on the baseline without being checked.</summary>
    internal void See(ReadResult item)
    {
        if (_file.PathOf(item.Origin.Path) is not { } path || item.Notes.Any(n => n.Code == InputErrorCode.NotRead)) return;
        if (item.Errors.All(e => e.Code == InputErrorCode.NothingToCheck)) _run.See(path);
        else _run.SeeUnreadable(path);
    }

    /// <summary>The items with what is accepted set aside.</summary>
    internal IEnumerable<CheckedItem> Apply(IEnumerable<CheckedItem> items)
    {
        var held = new Queue<CheckedItem>();
        foreach (var item in items)
        {
            held.Enqueue(item with { Report = _run.Apply(PathOf(item), item.Report, v => LineOf(item, v)) });
            while (held.TryPeek(out var first) && (held.Count > HeldAtMost || !_run.AwaitsMoves(first.Report))) yield return held.Dequeue();
        }

        foreach (var item in held) yield return item with { Report = _run.FollowMoves(PathOf(item), item.Report, v => LineOf(item, v)) };
    }

    /// <summary>What is to be said of entries that are stale or have moved, and of the pack.</summary>
    internal IEnumerable<string> Notes(RulePack pack, bool isVerbose)
    {
        if (pack.Name != Pack) yield return $"scriptrules: the baseline {_file.Name} was made with the pack {Pack}, not with {pack.Name}";
        foreach (var note in Some(_run.Moves.Select(m => Note("moved", m.Entry, $" is now {Place(m.Path, m.Line)}")).ToList(), isVerbose)) yield return note;
        var stale = _run.Stale;
        foreach (var note in Some(stale.Select(e => Note("stale", e, " is no longer found")).ToList(), isVerbose)) yield return note;
        if (stale.Length > 0) yield return $"scriptrules: {Stale} accepted {(Stale == 1 ? "violation is" : "violations are")} stale in the baseline {_file.Name}; scriptrules baseline prune takes {(Stale == 1 ? "it" : "them")} out";
    }

    /// <summary>Writes the baseline without what is stale.</summary>
    /// <returns>How many violations it accepts now.</returns>
    internal int Prune()
    {
        var pruned = _run.Pruned();
        _file.Write(pruned);
        return pruned.Entries.Sum(e => e.Count);
    }

    /// <summary>The line on which a violation stands; 0 where the document has none.</summary>
    internal static int LineOf(CheckedItem item, Violation violation) => item.RegionOf(violation.Turn, violation.Span) is { Part.Length: 0 } region ? region.Line : 0;

    private string? PathOf(CheckedItem item) => _file.PathOf(item.Origin.Path);

    private string Note(string what, BaselineEntry entry, string how)
    {
        var count = _counts[(entry.Path, entry.Rule, entry.Fingerprint)];
        var number = count == 1 ? "" : $" ({entry.Count} of {count})";
        return $"{_file.Name}:{entry.EntryLine}: note: {what}: {entry.Rule} at {Place(entry.Path, entry.Line)}{number}{how}: {VisibleText.Of(entry.Text)}";
    }

    private static string Place(string path, int line) => line > 0 ? $"{path}:{line}" : path;

    private static IEnumerable<string> Some(List<string> notes, bool all) =>
        all || notes.Count <= Named ? notes : notes.Take(Named).Append($"scriptrules: and {notes.Count - Named} more; --verbose names all");
}
