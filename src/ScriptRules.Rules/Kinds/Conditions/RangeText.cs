using System.Globalization;
using System.Text.RegularExpressions;
using ScriptRules.Rules.Yaml;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Kinds.Conditions;

/// <summary>Reads how far and where a condition looks: <c>2 turns</c>, <c>5 to 30 s</c>, <c>first 3 sentences of all</c>, <c>last 20 %</c>.</summary>
internal static partial class RangeText
{
    private const int MostTurns = 1000;
    private const int MostMilliseconds = 86_400_000;
    private const int MostPercent = 10_000;

    /// <summary>A distance from an anchor.</summary>
    internal static bool Reach(YamlNode node, string what, NodeReader nodes, out Reach value)
    {
        value = default;
        if (Distance().Match((node as YamlScalarNode)?.Value ?? "") is { Success: true } match && Bounds(match, out var from, out var to, out var unit, out var ofAll))
        {
            value = new Reach(from, to, unit, ofAll);
            return true;
        }

        nodes.Fail(DiagnosticCodes.WrongValue, node, $"{what} says how far, such as \"2 turns\", \"1 to 3 turns of all\", \"2 sentences\", \"30 s\" or \"10 %\"");
        return false;
    }

    /// <summary>A part of the conversation.</summary>
    internal static bool Stretch(YamlNode node, string what, NodeReader nodes, out Stretch value)
    {
        value = default;
        var text = (node as YamlScalarNode)?.Value ?? "";
        var match = Part().Match(text);
        if (match.Success && Bounds(match, out var from, out var to, out var unit, out var ofAll))
        {
            var end = match.Groups["end"].Value;
            var isCounted = unit is RangeUnit.Turns or RangeUnit.Sentences;
            var isWhole = end.Length > 0 == (match.Groups["to"].Length == 0);
            if (isWhole && to > 0 && (!isCounted || end.Length > 0 || from > 0) && (isCounted || from < to))
            {
                value = new Stretch(end == "last", end.Length > 0 ? isCounted ? 1 : 0 : from, to, unit, ofAll);
                return true;
            }
        }

        nodes.Fail(DiagnosticCodes.WrongValue, node, $"{what} says which part of the conversation, such as \"first 3 turns\", \"last 30 s\", \"2 to 5 turns of all\" or \"20 to 50 %\"");
        return false;
    }

    private static bool Bounds(Match match, out int from, out int to, out RangeUnit unit, out bool ofAll)
    {
        var (kind, factor, most) = match.Groups["unit"].Value switch
        {
            "turn" or "turns" => (RangeUnit.Turns, 1, MostTurns),
            "sentence" or "sentences" => (RangeUnit.Sentences, 1, MostTurns),
            "%" => (RangeUnit.Percent, 100, MostPercent),
            "ms" => (RangeUnit.Time, 1, MostMilliseconds),
            "s" => (RangeUnit.Time, 1000, MostMilliseconds),
            _ => (RangeUnit.Time, 60_000, MostMilliseconds),
        };
        (unit, ofAll) = (kind, match.Groups["all"].Length > 0);
        from = 0;
        if (!Number(match.Groups["n"].Value, factor, most, out to)) return false;
        if (match.Groups["to"].Length > 0)
        {
            from = to;
            if (!Number(match.Groups["to"].Value, factor, most, out to) || to < from) return false;
        }

        return !ofAll || unit is RangeUnit.Turns or RangeUnit.Sentences;
    }

    private static bool Number(string text, int factor, int most, out int value)
    {
        var isGood = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= most;
        value = isGood ? (int)Math.Min(number * factor, int.MaxValue) : 0;
        return isGood && value <= most && value == number * factor;
    }

    private const string Amount = @"(?<n>[0-9]{1,9}(\.[0-9]{1,4})?)(\s+to\s+(?<to>[0-9]{1,9}(\.[0-9]{1,4})?))?\s*(?<unit>turns?|sentences?|ms|s|min|%)(?<all>\s+of\s+all)?$";

    [GeneratedRegex("^" + Amount, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Distance();

    [GeneratedRegex(@"^((?<end>first|last)\s+)?" + Amount, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
