using ScriptRules.Rules;
using ScriptRules.Text.Facts;

namespace ScriptRules.Reports;

/// <summary>What reports call things for programs. A public contract.</summary>
internal static class ReportNames
{
    internal static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Passed => "passed",
        Verdict.Violated => "violated",
        Verdict.NotApplicable => "not-applicable",
        Verdict.NotEvaluable => "not-evaluable",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, null),
    };

    internal static string Of(MatchKind match) => match switch
    {
        MatchKind.Literal => "literal",
        MatchKind.Folded => "folded",
        MatchKind.Sound => "sound",
        MatchKind.Noise => "noise",
        MatchKind.Shape => "shape",
        MatchKind.Repeat => "repeat",
        MatchKind.Similar => "similar",
        _ => throw new ArgumentOutOfRangeException(nameof(match), match, null),
    };

    internal static string Of(ScoreLineKind kind) => kind switch
    {
        ScoreLineKind.Start => "start",
        ScoreLineKind.Taken => "taken",
        ScoreLineKind.Given => "given",
        ScoreLineKind.Bound => "bound",
        ScoreLineKind.Range => "range",
        ScoreLineKind.Veto => "veto",
        ScoreLineKind.NotEvaluable => "not-evaluable",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    internal static string Of(BaselineState state) => state switch
    {
        BaselineState.New => "new",
        BaselineState.Unchanged => "unchanged",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    internal static string Of(Severity severity) => severity switch
    {
        Severity.Info => "info",
        Severity.Warning => "warning",
        Severity.Error => "error",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, null),
    };

    internal static string Of(Applicability applicability) => applicability switch
    {
        Applicability.Automatic => "automatic",
        Applicability.Confirm => "confirm",
        Applicability.FillIn => "fill-in",
        _ => throw new ArgumentOutOfRangeException(nameof(applicability), applicability, null),
    };
}
