using ScriptRules.Rules.Schemas;
using ScriptRules.Rules.Yaml;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Kinds.Conditions;

/// <summary>A name, and where it stands.</summary>
internal sealed record NameAt(string Name, YamlNode Node)
{
    [ValueSchema(ValueSchemas.Text)]
    internal static bool Read(YamlNode node, string what, FieldReader reader, out NameAt? value)
    {
        var isGood = reader.Nodes.Text(node, what, out var text);
        value = isGood ? new NameAt(text, node) : null;
        return isGood;
    }
}
