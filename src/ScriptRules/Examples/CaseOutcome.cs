using System.Collections.Immutable;
using ScriptRules.Rules;

namespace ScriptRules.Examples;

/// <summary>What a pack finds in a labelled case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Findings">The violations at warning or above, by turn, place and rule.</param>
/// <param name="Infos">Those below, which do not count.</param>
/// <remarks>Suppressed violations are among them: cases say what rules find, and not what is excused until a certain day.</remarks>
public sealed record CaseOutcome(LabelledCase Case, ImmutableArray<Violation> Findings, ImmutableArray<Violation> Infos)
{
    /// <summary>Of the rules that enforce the case's row, those that could not be decided.</summary>
    public ImmutableArray<RuleVerdict> NotDecided { get; init; } = [];

    /// <summary>Whether no rule at all could be decided.</summary>
    public bool IsUndecided { get; init; }

    /// <summary>Whether it offends, and nothing was found.</summary>
    public bool IsMissing => Case.IsOffending && Findings.IsEmpty;

    /// <summary>Whether it is honest, and was accused.</summary>
    public bool IsNoisy => !Case.IsOffending && !Findings.IsEmpty;

    /// <summary>Whether it offends, and a finding cites the very row that it is labelled with.</summary>
    public bool IsFoundAsRow => Case.IsOffending && Findings.Any(v => v.Sources.Contains(Case.Source));

    /// <summary>Whether nothing but infos was found.</summary>
    public bool IsAtInfoOnly => Findings.IsEmpty && !Infos.IsEmpty;
}
