using System.Collections.Immutable;
using ScriptRules.Rules.Schemas;
using ScriptRules.Text;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Yaml;

/// <summary>Who says what, for several speakers.</summary>
internal static class Sayings
{
    /// <summary>Such as <c>{ agent: hold-on, customer: [wait, looking] }</c>.</summary>
    [ValueSchema(ValueSchemas.Sayings, Sample = "{ agent: {concept} }")]
    internal static bool Read(YamlNode node, string what, FieldReader reader, out ImmutableArray<Saying> value) =>
        Read(node, what, reader, FieldTypes.Concepts, out value);

    /// <param name="node">A mapping of speakers to what they say.</param>
    /// <param name="what">For messages.</param>
    /// <param name="reader">For messages.</param>
    /// <param name="concepts">Reads what one speaker says.</param>
    /// <param name="value">One saying for each speaker.</param>
    internal static bool Read(YamlNode node, string what, FieldReader reader, FieldType<ImmutableArray<string>> concepts, out ImmutableArray<Saying> value)
    {
        value = [];
        if (node is not YamlMappingNode { Children: { Count: > 0 } children })
        {
            reader.Nodes.Fail(DiagnosticCodes.WrongValue, node, $"{what} says who says what, such as {{ customer: thanks }}");
            return false;
        }

        var good = true;
        foreach (var (who, said) in children)
        {
            good &= reader.Nodes.Choice<SpeakerRole>(who, "the speaker", out var speaker) & concepts(said, what, reader, out var named);
            value = value.Add(new Saying(speaker, named));
        }

        return good;
    }
}
