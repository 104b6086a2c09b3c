using System.Collections.Immutable;
using ScriptRules.Rules.Schemas;
using ScriptRules.Rules.Yaml;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Kinds;

/// <summary>How many of several acts are enough.</summary>
internal static class ActChoice
{
    private const int MostSets = 100;

    /// <summary>The key; 0 when it is left out, which asks for all.</summary>
    internal static Field<int> AtLeast(string of) => Field.Optional("at-least", 0, $"how many acts of `{of}` are enough; all of them when left out", Read);

    /// <summary>Says what is wrong with the number beside the acts.</summary>
    internal static void Check(RuleEntry rule, ImmutableArray<ImmutableArray<string>> acts, Field<int> field, string of)
    {
        var number = field.In(rule.Fields);
        if (number == 0 || acts.IsDefault) return;
        var node = rule.Body.Children[new YamlScalarNode(field.Name)];
        if (number > acts.Length) rule.Reader.Fail(DiagnosticCodes.WrongValue, node, $"at-least is at most the number of acts in {of}, {acts.Length}");
        else if (Sets(acts.Length, acts.Length - number + 1) > MostSets) rule.Reader.Fail(DiagnosticCodes.WrongValue, node, $"{number} of {acts.Length} acts can be missed in more than {MostSets} ways");
    }

    /// <summary>The sets of acts that are too many to miss: each act by itself when all are asked for.</summary>
    internal static IEnumerable<ImmutableArray<ImmutableArray<string>>> Missed(ImmutableArray<ImmutableArray<string>> acts, int atLeast) =>
        Choose(acts, 0, atLeast == 0 ? 1 : acts.Length - atLeast + 1);

    private static IEnumerable<ImmutableArray<ImmutableArray<string>>> Choose(ImmutableArray<ImmutableArray<string>> acts, int from, int count)
    {
        if (count == 0) return [[]];
        return Enumerable.Range(from, Math.Max(0, acts.Length - from)).SelectMany(first => Choose(acts, first + 1, count - 1).Select(rest => rest.Insert(0, acts[first])));
    }

    private static double Sets(int of, int count) => Enumerable.Range(0, count).Aggregate(1.0, (sets, i) => sets * (of - i) / (i + 1));

    /// <summary>A whole number from 1.</summary>
    [ValueSchema(ValueSchemas.Whole, Sample = "1")]
    internal static bool Read(YamlNode node, string what, FieldReader reader, out int value)
    {
        value = 0;
        if (!reader.Nodes.Number(node, what, 1, 100, out var number)) return false;
        value = (int)number;
        if (value == number) return true;
        reader.Nodes.Fail(DiagnosticCodes.WrongValue, node, $"{what} is a whole number");
        return false;
    }
}
