using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ScriptRules.Rules.Kinds;
using ScriptRules.Rules.Yaml;

namespace ScriptRules.Rules.Schemas;

/// <summary>JSON Schemas (draft 7) of the files of a pack, for editors. They follow from the fields of the rule kinds.</summary>
/// <remarks>A schema sees one file and its structure. Whether a concept exists, say, only the reader of packs tells.</remarks>
public static class PackSchemas
{
    private const string Turn = """{ "type": "object", "minProperties": 1, "additionalProperties": false, "properties": {} }""";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The files that have a schema: <c>pack</c>, <c>rules</c>, <c>calendar</c>, <c>handbook</c>, <c>suppressions</c>, <c>scorecard</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["pack", "rules", "calendar", "handbook", "suppressions", "scorecard"];

    /// <summary>The schema called <paramref name="name"/>, as indented JSON with a newline at the end; the same on every machine.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static string Get(string name) => (name switch
    {
        "pack" => Pack(),
        "rules" => Topic(),
        "calendar" => File("The festivals of a calendar", Parse(CalendarSchema.Properties)),
        "handbook" => Titled("The sentences of a handbook by id", new JsonObject { ["type"] = "object", ["additionalProperties"] = Parse(ValueSchemas.Text) }),
        "suppressions" => Titled("Violations that are excused for a while", Parse(PartKeys.SuppressionList)),
        "scorecard" => Titled("How violations become a score", Parse(PartKeys.WholeScorecard)),
        _ => throw new ArgumentException($"no schema \"{name}\"; there are {string.Join(", ", Names)}", nameof(name)),
    }).ToJsonString(Indented) + "\n";

    /// <summary>The keys of <paramref name="read"/> in their order, with what <paramref name="known"/> tells of them.</summary>
    internal static JsonObject Keys(IEnumerable<string> read, IReadOnlyList<SchemaKey> known)
    {
        var properties = new JsonObject();
        foreach (var name in read)
        {
            var key = known.FirstOrDefault(k => k.Name == name);
            properties[name] = Described(key?.Schema, key?.About ?? "");
        }

        return properties;
    }

    /// <summary>A mapping with these keys and no others.</summary>
    internal static JsonObject Closed(IReadOnlyList<SchemaKey> keys, params string[] required)
    {
        var schema = Closed(Keys(keys.Select(k => k.Name), keys));
        if (required.Length > 0) schema["required"] = new JsonArray([.. required.Select(r => (JsonNode)r)]);
        return schema;
    }

    private static JsonObject Pack()
    {
        var schema = File("What a pack is as a whole", Keys(PackHead.Keys, SchemaKeys.Pack));
        schema["required"] = new JsonArray("name");
        return schema;
    }

    private static JsonObject Topic()
    {
        var schema = File("Concepts, words and rules of a pack", new JsonObject
        {
            ["concepts"] = Described("""{ "type": ["object", "null"], "additionalProperties": { "$ref": "#/definitions/concept" } }""", "meanings by name, with the ways to say them"),
            ["words"] = Described("""{ "type": ["object", "null"], "additionalProperties": { "$ref": "#/definitions/concept" } }""", "words by name, that are only used inside templates"),
            ["rules"] = Described("""{ "type": ["array", "null"], "items": { "$ref": "#/definitions/rule" } }""", "requirements"),
        });
        schema["type"] = new JsonArray("object", "null");
        schema["definitions"] = new JsonObject
        {
            ["concept"] = Concept(),
            ["rule"] = Rule(),
            ["rule-keys"] = new JsonObject { ["properties"] = Keys(RuleReader.SharedKeys, SchemaKeys.Rule) },
            ["examples"] = Parse("""{ "type": ["object", "null"], "additionalProperties": false, "properties": { "pass": { "$ref": "#/definitions/example-list" }, "fail": { "$ref": "#/definitions/example-list" } } }"""),
            ["example-list"] = Parse("""{ "anyOf": [{ "type": "array", "items": { "$ref": "#/definitions/example" } }, { "$ref": "#/definitions/example" }] }"""),
            ["example"] = new JsonObject
            {
                ["anyOf"] = new JsonArray(
                    Described(ValueSchemas.Text, "a reply with nothing before it"),
                    new JsonObject { ["$ref"] = "#/definitions/turns" },
                    Closed(Keys(ExampleReader.Keys, SchemaKeys.Example))),
            },
            ["step"] = Closed(PartKeys.Step),
            ["steps"] = Parse("""{ "anyOf": [{ "type": "array", "minItems": 1, "items": { "$ref": "#/definitions/step" } }, { "$ref": "#/definitions/step" }] }"""),
            ["named-condition"] = Closed(PartKeys.Condition),
            ["turns"] = new JsonObject { ["type"] = "array", ["minItems"] = 1, ["description"] = "a conversation, 客服: … and 客户: …", ["items"] = TurnItem() },
        };
        foreach (var kind in Kinds()) schema["definitions"]![kind.Name] = Kind(kind);
        return schema;
    }

    private static JsonObject Concept()
    {
        var keys = Closed(Keys(ConceptReader.Keys, SchemaKeys.Concept));
        keys["anyOf"] = new JsonArray([.. ConceptReader.Ways.Select(way => new JsonObject { ["required"] = new JsonArray(way) })]);
        return new JsonObject { ["anyOf"] = new JsonArray(Parse(ValueSchemas.SomeTexts), keys) };
    }

    /// <summary>A rule's other keys depend on its kind.</summary>
    private static JsonObject Rule() => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray("id", "kind"),
        ["properties"] = new JsonObject { ["kind"] = new JsonObject { ["enum"] = new JsonArray([.. Kinds().Select(k => (JsonNode)k.Name)]) } },
        ["allOf"] = new JsonArray([.. Kinds().Select(k => new JsonObject
        {
            ["if"] = new JsonObject { ["properties"] = new JsonObject { ["kind"] = new JsonObject { ["const"] = k.Name } }, ["required"] = new JsonArray("kind") },
            ["then"] = new JsonObject { ["$ref"] = $"#/definitions/{k.Name}" },
        })]),
    };

    private static JsonObject Kind(RuleKind kind)
    {
        var properties = new JsonObject();
        foreach (var key in RuleReader.SharedKeys) properties[key] = new JsonObject { ["$ref"] = $"#/definitions/rule-keys/properties/{key}" };
        foreach (var field in kind.Fields) properties[field.Name] = Described(field.Schema, field.About);
        var schema = Closed(properties);
        schema["required"] = new JsonArray([.. kind.Fields.Where(f => f.IsRequired).Select(f => (JsonNode)f.Name)]);
        return schema;
    }

    private static JsonObject TurnItem()
    {
        var turn = Parse(Turn);
        foreach (var speaker in ExampleReader.Speakers.Keys) turn["properties"]![speaker] = Parse(ValueSchemas.Text);
        foreach (var time in (string[])["start", "end"]) turn["properties"]![time] = Described(ValueSchemas.Number("0", "86400"), "seconds from the start");
        return turn;
    }

    private static IEnumerable<RuleKind> Kinds() => RuleKinds.ByName.Values.OrderBy(k => k.Name, StringComparer.Ordinal);

    private static JsonObject File(string title, JsonObject properties) => Titled(title, Closed(properties));

    private static JsonObject Titled(string title, JsonObject of)
    {
        var schema = new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["title"] = title };
        foreach (var (key, value) in of.ToList())
        {
            of.Remove(key);
            schema[key] = value;
        }

        return schema;
    }

    private static JsonObject Closed(JsonObject properties) => new() { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };

    private static JsonObject Described(string? schema, string about)
    {
        var described = schema is null ? [] : Parse(schema);
        if (described.ContainsKey("$ref")) described = new JsonObject { ["allOf"] = new JsonArray(described) }; // nothing counts beside a $ref
        if (about.Length > 0) described["description"] = about;
        return described;
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
