using ScriptRules.Rules.Yaml;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Kinds.Conditions;

/// <summary>How often something is said.</summary>
/// <param name="Min">At least.</param>
/// <param name="Max">At most; null: any number.</param>
internal readonly record struct HitCount(int Min, int? Max)
{
    private const int Most = 1000;

    /// <summary><c>2</c>, at least so many, or <c>{ min: 2, max: 3 }</c>.</summary>
    internal static bool Read(YamlNode node, string what, NodeReader nodes, out HitCount value)
    {
        value = new HitCount(1, null);
        if (node is YamlScalarNode)
        {
            if (!Whole(node, what, 1, nodes, out var least)) return false;
            value = new HitCount(least, null);
            return true;
        }

        var isGood = node is YamlMappingNode { Children.Count: > 0 };
        if (!isGood) nodes.Fail(DiagnosticCodes.WrongValue, node, $"{what} is a number, or {{ min: 2, max: 3 }}");
        var hasMin = false;
        foreach (var (key, keyNode, item) in isGood ? nodes.Entries(node, what) : [])
        {
            switch (key)
            {
                case "min":
                    isGood &= Whole(item, key, 0, nodes, out var min);
                    value = value with { Min = min };
                    hasMin = true;
                    break;
                case "max":
                    isGood &= Whole(item, key, 0, nodes, out var max);
                    value = value with { Max = max };
                    break;
                default:
                    nodes.UnknownKey(keyNode, key, ["min", "max"], what);
                    isGood = false;
                    break;
            }
        }

        if (!hasMin) value = value with { Min = 0 };
        if (isGood && (value.Max < value.Min || value is { Min: 0, Max: null }))
        {
            nodes.Fail(DiagnosticCodes.WrongValue, node, value.Max is null ? $"{what} of 0 or more asks for nothing" : $"{what}: min is above max");
            isGood = false;
        }

        return isGood;
    }

    private static bool Whole(YamlNode node, string what, int least, NodeReader nodes, out int value)
    {
        value = 0;
        if (!nodes.Number(node, what, least, Most, out var number)) return false;
        value = (int)number;
        if (value == number) return true;
        nodes.Fail(DiagnosticCodes.WrongValue, node, $"{what} is a whole number");
        return false;
    }
}
