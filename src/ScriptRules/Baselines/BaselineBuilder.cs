using ScriptRules.Checking;
using ScriptRules.Rules;
using ScriptRules.Text;

namespace ScriptRules.Baselines;

/// <summary>Gathers the violations that a new baseline accepts. One owner.</summary>
public sealed class BaselineBuilder
{
    private readonly Dictionary<(string, string, string), BaselineEntry> _entries = [];

    /// <summary>How many violations have been gathered.</summary>
    public int Count { get; private set; }

    /// <summary>Takes the violations of a report that count.</summary>
    /// <param name="path">The file, relative to that of the baseline, with <c>/</c>.</param>
    /// <param name="report">What was found in it.</param>
    /// <param name="conversation">What was checked.</param>
    /// <param name="lineOf">The line of a violation, from 1; 0 in documents without lines.</param>
    public void Add(string path, CheckReport report, Conversation conversation, Func<Violation, int> lineOf)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(lineOf);
        foreach (var violation in report.Violations)
        {
            Count++;
            var print = Fingerprints.WithoutCount(violation.Fingerprint);
            var turn = violation.Turn < conversation.Turns.Length ? conversation.Turns[violation.Turn].Text : conversation.Draft?.Text ?? "";
            _entries[(path, violation.Rule, print)] = _entries.TryGetValue((path, violation.Rule, print), out var known)
                ? known with { Count = known.Count + 1 }
                : new BaselineEntry(path, violation.Rule, print, 1, lineOf(violation), Excerpt.Of(turn, violation.Span));
        }
    }

    /// <summary>The baseline of all that was gathered.</summary>
    /// <param name="pack">What found the violations.</param>
    /// <param name="created">The day on which they are accepted.</param>
    public Baseline ToBaseline(RulePack pack, DateOnly created)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return new Baseline { Created = created, Pack = pack.Name, PackVersion = pack.Version, Entries = BaselineEntry.Sorted(_entries.Values) };
    }
}
