using ScriptRules.Baselines;
using ScriptRules.Formats;
using ScriptRules.Rules;
using ScriptRules.Text;

namespace ScriptRules.Cli.Checking;

/// <summary>What a run checked, found, and could not check. Grows while the run goes on.</summary>
internal sealed class CheckTally(RulePack pack)
{
    private readonly bool[] _evaluated = new bool[pack.Rules.Length];
    private readonly int[] _violations = new int[3];
    private readonly Dictionary<string, (HashSet<string> Rules, int Times)> _notChecked = new(StringComparer.Ordinal);
    private bool _isEmptyInputOnly = true;

    /// <summary>Conversations and drafts that were checked.</summary>
    internal int Conversations { get; private set; }

    /// <summary>Those of them that are drafts.</summary>
    internal int Drafts { get; private set; }

    /// <summary>Those with violations.</summary>
    internal int Violated { get; private set; }

    /// <summary>Those for which no rule could be decided.</summary>
    internal int Undecided { get; private set; }

    /// <summary>Violations that do not count, by the id of what excuses them.</summary>
    internal Dictionary<string, int> Suppressed { get; } = new(StringComparer.Ordinal);

    /// <summary>Conversations in which a suppression would have excused something, had its last day not passed; by its id.</summary>
    internal Dictionary<string, int> Expired { get; } = new(StringComparer.Ordinal);

    /// <summary>The suppressions that stand in the documents that were checked.</summary>
    internal List<Suppression> Inline { get; } = [];

    /// <summary>Whether files were checked, not only a reply given on the command line, in which nobody looks for every suppression.</summary>
    internal bool HasFiles { get; private set; }

    /// <summary>Violations that a baseline accepts.</summary>
    internal int Accepted { get; private set; }

    /// <summary>Whether there was nothing to check since nothing differs from the revision that was named.</summary>
    internal bool IsUnchanged { get; set; }

    /// <summary>Whether accepted violations are gone, and the user wants to fail for that.</summary>
    internal bool StaleFails { get; set; }

    /// <summary>What a baseline accepts and is no longer found, with full paths and the count of what is gone; in the order of the baseline.</summary>
    internal IReadOnlyList<BaselineEntry> Gone { get; set; } = [];

    /// <summary>Whether a rule was never evaluated that had to be.</summary>
    internal bool Missed { get; set; }

    /// <summary>The rules that were kept or broken in no conversation: none had an occasion for them, or it could not be told; in the order of the pack.</summary>
    internal IEnumerable<Rule> NeverApplied => pack.Rules.Where((_, i) => !_evaluated[i]);

    /// <summary>Items that could not be read.</summary>
    internal int Unreadable { get; private set; }

    /// <summary>Files passed over.</summary>
    internal List<string> NotRead { get; } = [];

    /// <summary>The reasons for which rules were not decided, with the rules and how often; in order of their first time.</summary>
    internal IEnumerable<(string Reason, int Rules, int Times)> NotChecked => _notChecked.Select(e => (e.Key, e.Value.Rules.Count, e.Value.Times));

    internal int ViolationsOf(Severity severity) => _violations[(int)severity];

    internal bool IsEvaluated(string rule) => NeverApplied.All(r => r.Id != rule);

    /// <summary>Why a rule was evaluated in no conversation: the first reason for which it could not be, else that none had an occasion.</summary>
    internal string WhyNotEvaluated(string rule) =>
        _notChecked.Where(e => e.Value.Rules.Contains(rule)).Select(e => e.Key).FirstOrDefault() ?? "no conversation had an occasion for it";

    internal void Add(ReadResult item)
    {
        if (!item.Errors.IsEmpty) Unreadable++;
        HasFiles |= item.Conversation is not null && item.Origin.Path != CheckInput.TextName;
        if (item.Origin.Script is { } line) Inline.AddRange(line.Suppressions);
        _isEmptyInputOnly &= item.Errors.All(e => e.Code == InputErrorCode.NothingToCheck);
        NotRead.AddRange(item.Notes.Where(n => n.Code == InputErrorCode.NotRead).Select(n => n.Place.Path));
    }

    internal void Add(CheckReport report, Conversation conversation)
    {
        Conversations++;
        if (conversation.Draft is not null) Drafts++;
        if (report.Verdict == Verdict.Violated) Violated++;
        if (report.Verdict == Verdict.NotEvaluable) Undecided++;
        Accepted += report.Accepted.Length;
        for (var i = 0; i < report.Rules.Length; i++) _evaluated[i] |= report.Rules[i].Verdict is Verdict.Passed or Verdict.Violated;
        foreach (var violation in report.Violations) _violations[(int)violation.Severity]++;
        foreach (var violation in report.Suppressed) Suppressed[violation.Suppression!.Id] = Suppressed.GetValueOrDefault(violation.Suppression.Id) + 1;
        foreach (var id in report.ExpiredSuppressions) Expired[id] = Expired.GetValueOrDefault(id) + 1;
        foreach (var rule in report.NotChecked)
        {
            var entry = _notChecked.TryGetValue(rule.Reason ?? "", out var known) ? known : (Rules: new HashSet<string>(StringComparer.Ordinal), Times: 0);
            entry.Rules.Add(rule.Rule);
            _notChecked[rule.Reason ?? ""] = (entry.Rules, entry.Times + 1);
        }
    }

    /// <summary>What the process ends with.</summary>
    /// <param name="failOn">The least severity that counts; null for none.</param>
    internal int ToExitCode(Severity? failOn)
    {
        if (IsUnchanged) return ExitCode.Clean;
        // An input that is merely empty is no bad input when it was all there was: then nothing was checked.
        if (Conversations == 0 && _isEmptyInputOnly) return ExitCode.NothingChecked;
        if (Unreadable > 0) return ExitCode.BadInput;
        if (Undecided == Conversations || Missed) return ExitCode.NothingChecked;
        if (StaleFails) return ExitCode.Violations;
        for (var severity = Severity.Error; severity >= failOn; severity--)
            if (ViolationsOf(severity) > 0) return ExitCode.Violations;
        return ExitCode.Clean;
    }
}
