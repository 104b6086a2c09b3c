using ScriptRules.Rules.Schemas;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Yaml;

/// <summary>A number with the unit that it was written in.</summary>
/// <param name="Value">Milliseconds, characters, characters a minute, hundredths of a percent, turns or times.</param>
/// <param name="Unit">Of what.</param>
/// <param name="Node">Where it stands.</param>
internal sealed record Amount(int Value, Unit Unit, YamlNode Node)
{
    private static readonly Dictionary<string, (Unit Unit, double Factor, double Most)> Units = new()
    {
        ["s"] = (Unit.Time, 1000, 86_400), ["ms"] = (Unit.Time, 1, 86_400_000), ["min"] = (Unit.Time, 60_000, 1440), ["h"] = (Unit.Time, 3_600_000, 24),
        ["characters/min"] = (Unit.Rate, 1, 100_000), ["characters"] = (Unit.Length, 1, 1_000_000), ["%"] = (Unit.Share, 100, 100),
        ["turns"] = (Unit.Turns, 1, 100_000), ["turn"] = (Unit.Turns, 1, 100_000), ["times"] = (Unit.Times, 1, 100_000), ["time"] = (Unit.Times, 1, 100_000),
    };

    /// <summary>Such as <c>5 s</c>, <c>300 characters/min</c>, <c>20 %</c> or <c>3 times</c>.</summary>
    [ValueSchema(ValueSchemas.Amount, Sample = "5 s")]
    internal static bool Read(YamlNode node, string what, FieldReader reader, out Amount? value)
    {
        var written = (node as YamlScalarNode)?.Value ?? "";
        var unit = Units.Keys.Where(u => written.EndsWith(u, StringComparison.Ordinal)).MaxBy(u => u.Length) ?? "s";
        var (kind, factor, most) = Units[unit];
        var good = reader.Nodes.Quantity(node, what, new Dictionary<string, double> { [unit] = 1 }, most, out var number);
        value = good ? new Amount((int)Math.Round(number * factor), kind, node) : null;
        return good;
    }

    /// <summary>Two amounts of one unit, the smaller first: <c>[5 s, 10 s]</c>.</summary>
    [ValueSchema(ValueSchemas.AmountRange)]
    internal static bool ReadRange(YamlNode node, string what, FieldReader reader, out (Amount From, Amount To)? value)
    {
        value = null;
        if (node is YamlSequenceNode { Children: [var first, var second] })
        {
            if (!Read(first, what, reader, out var from) || !Read(second, what, reader, out var to)) return false;
            if (from!.Unit == to!.Unit && from.Value <= to.Value)
            {
                value = (from, to);
                return true;
            }
        }

        reader.Nodes.Fail(DiagnosticCodes.WrongValue, node, $"{what} is two amounts, the smaller first, such as [5 s, 10 s]");
        return false;
    }
}

/// <summary>Of what an amount is.</summary>
internal enum Unit
{
    /// <summary>A length of time.</summary>
    Time,

    /// <summary>Characters a minute.</summary>
    Rate,

    /// <summary>Characters.</summary>
    Length,

    /// <summary>A part of the whole.</summary>
    Share,

    /// <summary>Turns.</summary>
    Turns,

    /// <summary>How often.</summary>
    Times,
}
