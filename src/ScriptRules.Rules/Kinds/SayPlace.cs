using ScriptRules.Rules.Kinds.Conditions;
using ScriptRules.Rules.Schemas;
using ScriptRules.Rules.Yaml;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Kinds;

/// <summary>Where something must be said: a scope by name, or a first or last part of the conversation.</summary>
/// <param name="Scope">Without a part.</param>
/// <param name="Part">In turns of the agent, seconds or percent; null for a scope.</param>
internal readonly record struct SayPlace(SayScope Scope, Stretch? Part)
{
    /// <summary><c>closing-turn</c>, <c>first 2 turns</c>, <c>last 30 s</c>, <c>first 10 %</c>.</summary>
    [ValueSchema(ValueSchemas.SayPlace, Sample = "conversation")]
    internal static bool Read(YamlNode node, string what, FieldReader reader, out SayPlace value)
    {
        value = default;
        if (node is not YamlScalarNode { Value: { } text } || !(text.StartsWith("first ", StringComparison.Ordinal) || text.StartsWith("last ", StringComparison.Ordinal)))
        {
            var isScope = FieldTypes.Choice<SayScope>(node, what, reader, out var scope);
            value = new SayPlace(scope, null);
            return isScope;
        }

        if (!RangeText.Stretch(node, what, reader.Nodes, out var part)) return false;
        value = new SayPlace(SayScope.Conversation, part);
        if (part is { OfAll: false, Unit: not RangeUnit.Sentences }) return true;
        reader.Nodes.Fail(DiagnosticCodes.WrongValue, node, $"{what} counts turns of the agent, seconds or percent");
        return false;
    }
}

/// <summary>Where something must be said.</summary>
internal enum SayScope
{
    /// <summary>Anywhere in a finished conversation.</summary>
    Conversation,

    /// <summary>In the agent's first turn.</summary>
    OpeningTurn,

    /// <summary>In the agent's last turn.</summary>
    ClosingTurn,

    /// <summary>In each of the agent's turns.</summary>
    EveryTurn,
}
