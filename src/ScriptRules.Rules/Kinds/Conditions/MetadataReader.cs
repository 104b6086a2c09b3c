using System.Collections.Immutable;
using ScriptRules.Rules.Yaml;
using ScriptRules.Text;
using ScriptRules.Text.Facts;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Kinds.Conditions;

/// <summary>Reads what is asked of a conversation's own data: <c>{ queue: 售后, waited: { more: 60 } }</c>.</summary>
internal static class MetadataReader
{
    internal static bool Read(YamlNode node, string what, NodeReader nodes, out MetadataTest? value)
    {
        var all = ImmutableArray.CreateBuilder<MetadataComparison>();
        var isGood = node is YamlMappingNode { Children.Count: > 0 };
        if (!isGood) nodes.Fail(DiagnosticCodes.WrongValue, node, $"{what} names attributes with what is asked of them, such as {{ queue: 售后 }}");
        foreach (var (name, _, item) in isGood ? nodes.Entries(node, what) : [])
        {
            if (item is not YamlMappingNode)
            {
                isGood &= Comparison(name, item is YamlSequenceNode ? MetadataRelation.In : MetadataRelation.Is, item, nodes, all);
                continue;
            }

            foreach (var (key, keyNode, operand) in nodes.Entries(item, name))
            {
                if (nodes.Choice<MetadataRelation>(keyNode, $"what is asked of {name}", out var relation)) isGood &= Comparison(name, relation, operand, nodes, all);
                else isGood = false;
            }
        }

        value = isGood ? new MetadataTest(all.ToImmutable()) : null;
        return isGood;
    }

    private static bool Comparison(string name, MetadataRelation relation, YamlNode node, NodeReader nodes, ImmutableArray<MetadataComparison>.Builder all)
    {
        var isSet = relation is MetadataRelation.In or MetadataRelation.NotIn;
        if (!isSet && node is not YamlScalarNode)
        {
            nodes.Fail(DiagnosticCodes.WrongValue, node, $"{name} is compared with one value here");
            return false;
        }

        if (isSet && node is not YamlSequenceNode { Children.Count: > 0 })
        {
            nodes.Fail(DiagnosticCodes.WrongValue, node, $"{name} is compared with a list here, such as [售后, 投诉]");
            return false;
        }

        var values = nodes.Texts(node, name);
        if (values.Length < nodes.Items(node).Count) return false;

        if (relation >= MetadataRelation.Less && MetadataComparison.Number(values[0]) is null)
        {
            nodes.Fail(DiagnosticCodes.WrongValue, node, $"{name} is compared with a number here");
            return false;
        }

        var known = name switch { "channel" => Names<Channel>(), "direction" => Names<Direction>(), _ => null };
        if (known is not null && relation <= MetadataRelation.NotIn && values.FirstOrDefault(v => !known.Contains(v)) is { } unknown)
        {
            nodes.Fail(DiagnosticCodes.WrongValue, node, $"{name} is one of {string.Join(", ", known)}", NodeReader.DidYouMean(unknown, known));
            return false;
        }

        all.Add(new MetadataComparison(name, relation, values));
        return true;
    }

    private static List<string> Names<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => NodeReader.Hyphenated(v.ToString()))];
}
