using ScriptRules.Cli.Baselines;
using ScriptRules.Cli.Git;
using ScriptRules.Rules;

namespace ScriptRules.Cli.Checking;

/// <summary>What of the input counts, and what must have been looked at.</summary>
internal sealed class CheckScope
{
    /// <summary>What differs from a revision; null when all is checked.</summary>
    internal Changes? Changes { get; init; }

    /// <summary>The revision that all would be compared with; null when none was named.</summary>
    internal string? Revision { get; init; }

    /// <summary>Paths that were named, and hold nothing to check since they are gone since the revision.</summary>
    internal IReadOnlyList<string> Deleted { get; init; } = [];

    /// <summary>What is accepted; null when nothing is.</summary>
    internal BaselineCheck? Baseline { get; init; }

    /// <summary>Whether a file is read: not when it is as it was, and the baseline itself never.</summary>
    internal bool Include(string path) => Baseline?.IsFile(path) != true && Changes?.Include(path) != false;

    /// <summary>Whether violations that a baseline accepts and that are gone make the run fail.</summary>
    internal bool StaleFails { get; init; }

    /// <summary>The rules that must have been evaluated at least once.</summary>
    internal IReadOnlyList<Rule> Required { get; init; } = [];
}
