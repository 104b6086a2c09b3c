using ScriptRules.Formats;
using ScriptRules.Rules;

namespace ScriptRules.Cli.Reports;

/// <summary>What all formats of one run are written with.</summary>
/// <param name="Pack">For the handbook's sentences and the titles of rules and concepts.</param>
/// <param name="Paths">How inputs are named.</param>
/// <param name="FailOn">The least severity that fails the run; null for none.</param>
/// <param name="IsVerbose">Whether people are told of clean conversations too.</param>
internal sealed record ReportContext(RulePack Pack, SourcePaths Paths, Severity? FailOn, bool IsVerbose)
{
    /// <summary>The file of a GitHub job's summary; null when there is none.</summary>
    internal string? JobSummary { get; init; }

    /// <summary>What people are told of violations.</summary>
    internal ViolationWords Words { get; } = new(Pack);

    /// <summary>What standard input is called; null when it has no name of its own.</summary>
    internal string? StandardInputName { get; init; }

    /// <summary>Where an item stands, its file named as in all reports.</summary>
    internal Origin Named(Origin origin) => origin with { Path = Paths.Relative(origin.Path) };

    /// <summary>Whether <paramref name="violation"/> fails the run.</summary>
    internal bool Fails(Violation violation) => violation.Severity >= FailOn;
}
