using System.Globalization;
using ScriptRules.Rules;
using ScriptRules.Text.Facts;

namespace ScriptRules.Checking;

/// <summary>What was measured, for people.</summary>
internal static class MeasuredText
{
    /// <summary>The number alone: seconds of a time, to a tenth; percent of a share; else as it is.</summary>
    internal static string Number(Measured measured, RulePack pack) => UnitOf(pack.Measures[measured.Measure]) switch
    {
        "s" => Seconds(measured.Amount),
        "%" => (measured.Amount / 100m).ToString("0.#", CultureInfo.InvariantCulture),
        _ => measured.Amount.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>With its unit.</summary>
    internal static string Of(Measured measured, RulePack pack) => $"{Number(measured, pack)} {UnitOf(pack.Measures[measured.Measure])}";

    internal static string Seconds(int milliseconds) => (milliseconds / 1000m).ToString("0.#", CultureInfo.InvariantCulture);

    internal static string KindOf(Measured measured, RulePack pack) =>
        string.Concat(pack.Measures[measured.Measure].Kind.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    private static string UnitOf(Measure measure) => (measure.Kind, measure.Per) switch
    {
        (_, MeasuredPer.Share) => "%",
        (_, MeasuredPer.Count) or (MeasureKind.Said or MeasureKind.Same, _) => "times",
        (MeasureKind.Rate, _) => "characters/min",
        (MeasureKind.TurnLength, _) => "characters",
        (MeasureKind.Turns, _) => "turns",
        _ => "s",
    };
}
