using ScriptRules.Rules;

namespace ScriptRules.Cli.Comparing;

/// <summary>What becomes of one rule from one version of a pack to the next. Grows while the run goes on.</summary>
/// <param name="id">Of the rule.</param>
/// <param name="isOld">Whether the old version has it.</param>
/// <param name="isNew">Whether the new version has it.</param>
internal sealed class RuleDifference(string id, bool isOld, bool isNew)
{
    private readonly int[] _counts = new int[Enum.GetValues<ChangeKind>().Length];

    internal string Id => id;

    internal bool IsAdded => isNew && !isOld;

    internal bool IsRemoved => isOld && !isNew;

    /// <summary>Violations that another rule found at that place before.</summary>
    internal int MovedHere { get; set; }

    /// <summary>Violations that another rule finds at that place now.</summary>
    internal int MovedAway { get; set; }

    /// <summary>Conversations for which the old version could not decide it.</summary>
    internal int UndecidedBefore { get; set; }

    /// <summary>Conversations for which the new version cannot decide it.</summary>
    internal int UndecidedAfter { get; set; }

    /// <summary>How often its verdict on a conversation went from one to another, where both versions have it.</summary>
    internal SortedDictionary<(Verdict From, Verdict To), int> Verdicts { get; } = [];

    /// <summary>Some of its gained, lost and changed violations.</summary>
    internal List<ChangeExample> Examples { get; } = [];

    /// <summary>Whether anything is different.</summary>
    internal bool IsDifferent => IsAdded || IsRemoved || _counts.Any(c => c > 0) || MovedHere > 0 || MovedAway > 0 || Verdicts.Count > 0 || UndecidedBefore != UndecidedAfter;

    internal int Count(ChangeKind kind) => _counts[(int)kind];

    /// <summary>Counts a change; of each kind, the first <paramref name="most"/> are kept as examples.</summary>
    internal void Add(ViolationChange change, int most, Func<ChangeExample> example)
    {
        if (_counts[(int)change.Kind]++ < most) Examples.Add(example());
    }
}

/// <summary>Violations that one rule found, and another finds now.</summary>
internal sealed class RuleMove
{
    internal int Count { get; set; }

    internal List<ChangeExample> Examples { get; } = [];
}
