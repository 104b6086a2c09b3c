using System.Collections.Immutable;
using ScriptRules.Rules;

namespace ScriptRules.Linting;

/// <summary>What was found in a pack, and how much was looked at.</summary>
public sealed record LintReport
{
    /// <summary>The pack; null when it has errors of loading, which are then all that is found.</summary>
    public RulePack? Pack { get; init; }

    /// <summary>By file, line, column and code; what loading warns of is among them.</summary>
    public ImmutableArray<PackDiagnostic> Findings { get; init; } = [];

    /// <summary>How many model sentences were held against the rules.</summary>
    public int ModelSentences { get; init; }

    /// <summary>How many examples were run.</summary>
    public int Examples { get; init; }

    /// <summary>The windows and festivals that openings were tried in, such as <c>morning, 春节</c>.</summary>
    public ImmutableArray<string> Occasions { get; init; } = [];

    /// <summary>How many are of <paramref name="level"/>.</summary>
    public int Count(Severity level) => Findings.Count(f => f.Level == level);
}
