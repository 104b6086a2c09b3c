using System.Text.Json.Nodes;
using ScriptRules.Rules.Yaml;

namespace ScriptRules.Rules.Schemas;

/// <summary>The JSON Schemas of the values that stand behind keys. They take what the readers take, as an editor sees it.</summary>
internal static class ValueSchemas
{
    /// <summary>Any scalar: <c>version: 1.0</c> is a text to the reader, and a number to an editor.</summary>
    internal const string Text = """{ "type": ["string", "number", "boolean"], "minLength": 1 }""";

    internal const string Texts = $$"""{ "anyOf": [{{Text}}, { "type": "array", "items": {{Text}} }] }""";

    internal const string SomeTexts = $$"""{ "anyOf": [{{Text}}, { "type": "array", "minItems": 1, "items": {{Text}} }] }""";

    internal const string Concepts = SomeTexts;

    internal const string Acts = $$"""{ "anyOf": [{{Text}}, { "type": "array", "minItems": 1, "items": {{SomeTexts}} }] }""";

    internal const string Speakers = """["agent", "customer", "bot", "system"]""";

    internal const string Saying = $$"""{ "type": "object", "minProperties": 1, "maxProperties": 1, "propertyNames": { "enum": {{Speakers}} }, "additionalProperties": {{SomeTexts}} }""";

    internal const string Turns = """{ "type": "string", "pattern": "^[0-9]+ *turns?$" }""";

    internal const string Time = """{ "type": "string", "pattern": "^([0-9]+(\\.[0-9]*)?|\\.[0-9]+) *(ms|s|min|h)$" }""";

    internal const string Flag = """{ "enum": [true, false, "yes", "no"] }""";

    internal const string Wording = $$"""
        { "anyOf": [{{Text}}, { "type": "object", "required": ["text"], "additionalProperties": false, "properties": {
          "text": {{Text}}, "source": {{Texts}}, "instead-of": {{Text}} } }] }
        """;

    internal const string Wordings = $$"""{ "anyOf": [{{Wording}}, { "type": "array", "minItems": 1, "items": {{Wording}} }] }""";

    internal const string NamedWordings = $$"""{ "type": "object", "minProperties": 1, "additionalProperties": {{Wording}} }""";

    /// <summary>The names of an enum, as packs write them.</summary>
    internal static string Choice(Type type) => $$"""{ "enum": {{Names(type)}} }""";

    /// <summary>One name of an enum, or a list of them.</summary>
    internal static string Choices<T>()
        where T : struct, Enum => $$"""{ "anyOf": [{{Choice(typeof(T))}}, { "type": "array", "items": {{Choice(typeof(T))}} }] }""";

    internal static string Choice<T>()
        where T : struct, Enum => Choice(typeof(T));

    internal static string Number(string min, string max) => $$"""{ "type": "number", "minimum": {{min}}, "maximum": {{max}} }""";

    private static string Names(Type type) => new JsonArray([.. Enum.GetNames(type).Select(n => (JsonNode)NodeReader.Hyphenated(n))]).ToJsonString();
}
