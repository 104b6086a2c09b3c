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

    /// <summary>One saying for each speaker.</summary>
    internal const string Sayings = $$"""{ "type": "object", "minProperties": 1, "propertyNames": { "enum": {{Speakers}} }, "additionalProperties": {{SomeTexts}} }""";

    internal const string Time = """{ "type": "string", "pattern": "^([0-9]+(\\.[0-9]*)?|\\.[0-9]+) *(ms|s|min|h)$" }""";

    /// <summary>Turns or a time.</summary>
    internal const string Delay = $$"""{ "anyOf": [{{Turns}}, {{Time}}] }""";

    /// <summary>Minutes, hours or days.</summary>
    internal const string Term = """{ "type": "string", "pattern": "^([0-9]+(\\.[0-9]*)?|\\.[0-9]+) *(min|h|d)$" }""";

    /// <summary>A number with any of the units of an <see cref="Amount"/>.</summary>
    internal const string Amount = """{ "type": "string", "pattern": "^([0-9]+(\\.[0-9]*)?|\\.[0-9]+) *(ms|s|min|h|characters|characters/min|%|turns?|times?)$" }""";

    internal const string AmountRange = $$"""{ "type": "array", "minItems": 2, "maxItems": 2, "items": {{Amount}} }""";

    /// <summary>How far a condition looks.</summary>
    internal const string Reach = $$"""{ "type": "string", "pattern": "^{{Stretch}}$" }""";

    /// <summary>A part of the conversation.</summary>
    internal const string Part = $$"""{ "type": "string", "pattern": "^((first|last) +)?{{Stretch}}$" }""";

    internal const string SayPlace = $$"""{ "anyOf": [{ "enum": ["conversation", "opening-turn", "closing-turn", "every-turn"] }, { "type": "string", "pattern": "^(first|last) +[0-9]+(\\.[0-9]+)? *(turns?|ms|s|min|%)$" }] }""";

    /// <summary>A whole number of points, hits and the like.</summary>
    internal const string Whole = """{ "type": "integer", "minimum": 1, "maximum": 100 }""";

    internal const string Points = """{ "type": "number", "minimum": 0, "maximum": 10000 }""";

    internal const string Day = """{ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }""";

    /// <summary>The values of attributes, by name.</summary>
    internal const string Attributes = $$"""{ "type": "object", "additionalProperties": {{SomeTexts}} }""";

    internal const string Flag = """{ "enum": [true, false, "yes", "no"] }""";

    internal const string Wording = $$"""
        { "anyOf": [{{Text}}, { "type": "object", "required": ["text"], "additionalProperties": false, "properties": {
          "text": {{Text}}, "source": {{Texts}}, "instead-of": {{Text}} } }] }
        """;

    internal const string Wordings = $$"""{ "anyOf": [{{Wording}}, { "type": "array", "minItems": 1, "items": {{Wording}} }] }""";

    internal const string NamedWordings = $$"""{ "type": "object", "minProperties": 1, "additionalProperties": {{Wording}} }""";

    internal const string Steps = """{ "$ref": "#/definitions/steps" }""";

    /// <summary>Named conditions, at least one.</summary>
    internal const string Conditions = """{ "type": "object", "minProperties": 1, "maxProperties": 12, "additionalProperties": { "$ref": "#/definitions/named-condition" } }""";

    /// <summary>What begins a sequence.</summary>
    internal const string Begin = $$"""{ "anyOf": [{ "const": "contact" }, {{Sayings}}] }""";

    internal const string Times = """{ "type": "string", "pattern": "^[0-9]+ *times?$" }""";

    internal const string Share = """{ "type": "string", "pattern": "^[0-9]+(\\.[0-9]*)? *%$" }""";

    internal const string Length = """{ "type": "string", "pattern": "^[0-9]+ *characters$" }""";

    private const string Stretch = """[0-9]+(\\.[0-9]+)?( +to +[0-9]+(\\.[0-9]+)?)? *(turns?|sentences?|ms|s|min|%)( +of +all)?""";

    /// <summary>The names of an enum, as packs write them.</summary>
    internal static string Choice(Type type) => $$"""{ "enum": {{Names(type)}} }""";

    /// <summary>One name of an enum, or a list of them.</summary>
    internal static string Choices(Type type) => $$"""{ "anyOf": [{{Choice(type)}}, { "type": "array", "items": {{Choice(type)}} }] }""";

    internal static string Choices<T>()
        where T : struct, Enum => Choices(typeof(T));

    internal static string Choice<T>()
        where T : struct, Enum => Choice(typeof(T));

    internal static string Number(string min, string max) => $$"""{ "type": "number", "minimum": {{min}}, "maximum": {{max}} }""";

    private static string Names(Type type) => new JsonArray([.. Enum.GetNames(type).Select(n => (JsonNode)NodeReader.Hyphenated(n))]).ToJsonString();
}
