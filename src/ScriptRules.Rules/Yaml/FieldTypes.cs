using System.Collections.Immutable;
using ScriptRules.Rules.Schemas;
using ScriptRules.Text;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Yaml;

/// <summary>The types that fields of rule kinds have.</summary>
internal static class FieldTypes
{
    private const int MostTurns = 1000;
    private const int MostSeconds = 86_400;

    private static readonly Dictionary<string, double> TurnUnits = new() { ["turns"] = 1, ["turn"] = 1 };
    private static readonly Dictionary<string, double> TimeUnits = new() { ["s"] = 1, ["min"] = 60, ["h"] = 3600, ["ms"] = 0.001 };

    /// <summary>A concept, or several of which any will do.</summary>
    [ValueSchema(ValueSchemas.Concepts, Sample = "[{concept}]")]
    internal static bool Concepts(YamlNode node, string what, FieldReader reader, out ImmutableArray<string> value)
    {
        value = reader.Nodes.Texts(node, what);
        foreach (var item in reader.Nodes.SomeItems(node, what))
            if (item is YamlScalarNode { Value: { Length: > 0 } name }) reader.Refer(name, item);
        return !value.IsEmpty;
    }

    /// <summary>Acts that must all be done; each a concept, or a list of concepts of which any will do.</summary>
    [ValueSchema(ValueSchemas.Acts, Sample = "[{concept}]")]
    internal static bool Acts(YamlNode node, string what, FieldReader reader, out ImmutableArray<ImmutableArray<string>> value)
    {
        var acts = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        foreach (var item in reader.Nodes.SomeItems(node, what))
            if (Concepts(item, what, reader, out var act)) acts.Add(act);
        value = acts.ToImmutable();
        return !value.IsEmpty;
    }

    /// <summary>Concepts by speaker: <c>{ customer: [thanks, praise] }</c>.</summary>
    [ValueSchema(ValueSchemas.Saying, Sample = "{ customer: {concept} }")]
    internal static bool Saying(YamlNode node, string what, FieldReader reader, out Saying value)
    {
        value = new Saying(SpeakerRole.Customer, []);
        if (node is not YamlMappingNode { Children.Count: 1 } mapping)
        {
            reader.Nodes.Fail(DiagnosticCodes.WrongValue, node, $"{what} says who says what, such as {{ customer: thanks }}");
            return false;
        }

        var (who, said) = mapping.Children.First();
        if (!reader.Nodes.Choice<SpeakerRole>(who, "the speaker", out var speaker) || !Concepts(said, what, reader, out var concepts)) return false;
        value = new Saying(speaker, concepts);
        return true;
    }

    /// <summary>A number of turns, such as <c>1 turn</c>.</summary>
    [ValueSchema(ValueSchemas.Turns, Sample = "1 turn")]
    internal static bool Turns(YamlNode node, string what, FieldReader reader, out Turns value)
    {
        value = default;
        if (!reader.Nodes.Quantity(node, what, TurnUnits, MostTurns, out var number)) return false;
        value = new Turns((int)number);
        if (number == value.Count) return true;
        reader.Nodes.Fail(DiagnosticCodes.WrongValue, node, $"{what} is a whole number of turns");
        return false;
    }

    /// <summary>A length of time, such as <c>3 s</c>.</summary>
    [ValueSchema(ValueSchemas.Time, Sample = "3 s")]
    internal static bool Time(YamlNode node, string what, FieldReader reader, out TimeSpan? value)
    {
        var good = reader.Nodes.Quantity(node, what, TimeUnits, MostSeconds, out var seconds);
        value = good ? TimeSpan.FromSeconds(seconds) : null;
        return good;
    }

    [ValueSchema(ValueSchemas.Flag, Sample = "true")]
    internal static bool Flag(YamlNode node, string what, FieldReader reader, out bool value) => reader.Nodes.Flag(node, what, out value);

    internal static bool Choice<T>(YamlNode node, string what, FieldReader reader, out T value)
        where T : struct, Enum => reader.Nodes.Choice(node, what, out value);

    /// <summary>Model sentences: <c>[{ text: …, source: … }]</c>, or plain texts.</summary>
    [ValueSchema(ValueSchemas.Wordings)]
    internal static bool Wordings(YamlNode node, string what, FieldReader reader, out ImmutableArray<Wording> value)
    {
        var wordings = ImmutableArray.CreateBuilder<Wording>();
        foreach (var item in reader.Nodes.SomeItems(node, what))
            if (Wording(item, what, reader, out var wording)) wordings.Add(wording);
        value = wordings.ToImmutable();
        return !value.IsEmpty;
    }

    [ValueSchema(ValueSchemas.Wording)]
    internal static bool Wording(YamlNode node, string what, FieldReader reader, out Wording value)
    {
        value = new Wording("", [], "", node, reader.Nodes);
        if (node is YamlScalarNode)
        {
            var good = reader.Nodes.Text(node, what, out var text);
            value = value with { Text = text };
            return good;
        }

        foreach (var (key, keyNode, item) in reader.Nodes.Entries(node, what))
        {
            switch (key)
            {
                case "text" when reader.Nodes.Text(item, key, out var text):
                    value = value with { Text = text, Node = item };
                    break;
                case "source":
                    value = value with { Sources = reader.Sources(item, key) };
                    break;
                case "instead-of" when reader.Nodes.Text(item, key, out var replaced):
                    value = value with { InsteadOf = replaced };
                    break;
                case "text" or "instead-of":
                    break;
                default:
                    reader.Nodes.UnknownKey(keyNode, key, ["text", "source", "instead-of"], what);
                    break;
            }
        }

        if (value.Text.Length > 0) return true;
        reader.Nodes.Fail(DiagnosticCodes.MissingKey, node, $"{what} needs a text");
        return false;
    }

    /// <summary>Model sentences by name: <c>{ mid-autumn: { text: …, source: … } }</c>.</summary>
    [ValueSchema(ValueSchemas.NamedWordings, Sample = "{}")]
    internal static bool NamedWordings(YamlNode node, string what, FieldReader reader, out ImmutableArray<(string Name, YamlNode Node, Wording Wording)> value)
    {
        var named = ImmutableArray.CreateBuilder<(string, YamlNode, Wording)>();
        foreach (var (key, keyNode, item) in reader.Nodes.Entries(node, what))
            if (Wording(item, $"{what} {key}", reader, out var wording)) named.Add((key, keyNode, wording));
        value = named.ToImmutable();
        return !value.IsEmpty;
    }
}

/// <summary>Who says what.</summary>
internal readonly record struct Saying(SpeakerRole Speaker, ImmutableArray<string> Concepts);

/// <summary>A number of turns of the answering side; what comes between two things that the customer brings up counts as one.</summary>
internal readonly record struct Turns(int Count);

/// <summary>A model sentence with its own handbook rows.</summary>
/// <param name="Text">With slots.</param>
/// <param name="Sources">Handbook rows.</param>
/// <param name="InsteadOf">For a lead such as 早上好: the words that it may replace; empty: none.</param>
/// <param name="Node">Where it stands.</param>
/// <param name="Reader">Who reports on it.</param>
internal sealed record Wording(string Text, ImmutableArray<string> Sources, string InsteadOf, YamlNode Node, NodeReader Reader);
