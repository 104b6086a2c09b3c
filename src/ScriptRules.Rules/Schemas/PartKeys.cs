using ScriptRules.Text;
using ScriptRules.Text.Facts;
using ScriptRules.Text.Matching;
using static ScriptRules.Rules.Schemas.ValueSchemas;

namespace ScriptRules.Rules.Schemas;

/// <summary>The keys of what stands inside packs and rules: steps, conditions, settings, suppressions, scorecards.</summary>
/// <remarks>In the order of their readers; what they are about is as on the pages in <c>docs/</c>.</remarks>
internal static class PartKeys
{
    /// <summary>Blanks with their values.</summary>
    internal const string Slots = $$"""
        { "type": ["object", "null"], "additionalProperties": { "anyOf": [{ "type": "null" }, {{ValueSchemas.Text}}, { "type": "object", "additionalProperties": false,
          "properties": { "value": {{ValueSchemas.Text}}, "about": {{ValueSchemas.Text}} } }] } }
        """;

    private const string PointsByName = $$"""{ "type": "object", "additionalProperties": {{Points}} }""";

    private const string Pause = $$"""
        { "anyOf": [{{Time}}, { "type": "object", "additionalProperties": false, "properties": { "at-least": {{Time}}, "at-most": {{Time}} } }] }
        """;

    private const string Times = """
        { "anyOf": [{ "type": "integer", "minimum": 1, "maximum": 4 }, { "type": "object", "additionalProperties": false,
          "properties": { "at-least": { "type": "integer", "minimum": 1, "maximum": 4 }, "at-most": { "type": "integer", "minimum": 1, "maximum": 1000 } } }] }
        """;

    private const string Count = """
        { "anyOf": [{ "type": "integer", "minimum": 1, "maximum": 1000 }, { "type": "object", "minProperties": 1, "additionalProperties": false,
          "properties": { "min": { "type": "integer", "minimum": 0, "maximum": 1000 }, "max": { "type": "integer", "minimum": 0, "maximum": 1000 } } }] }
        """;

    /// <summary>Which conversations are meant.</summary>
    internal static readonly string Occasion = $$"""
        { "type": "object", "additionalProperties": false, "properties": { "channel": {{Choices<Channel>()}}, "direction": {{Choice<Direction>()}},
          "attributes": {{Attributes}}, "from": {{Day}}, "to": {{Day}} } }
        """;

    private static readonly string OccasionOfSettings = $$"""
        { "type": "object", "minProperties": 1, "additionalProperties": false, "properties": { "channel": {{Choices<Channel>()}}, "direction": {{Choice<Direction>()}},
          "attributes": {{Attributes}} } }
        """;

    private static readonly string Metadata = $$"""
        { "type": "object", "minProperties": 1, "additionalProperties": { "anyOf": [{{SomeTexts}}, { "type": "object", "propertyNames": {{Choice<MetadataRelation>()}},
          "additionalProperties": {{SomeTexts}} }] } }
        """;

    /// <summary>Of a step of a sequence.</summary>
    internal static readonly SchemaKey[] Step =
    [
        new("agent", "what the agent says: a concept, or one of several; anything for whatever is said", SomeTexts),
        new("customer", "what the customer says: a concept, or one of several; anything for whatever is said", SomeTexts),
        new("bot", "what the bot says: a concept, or one of several; anything for whatever is said", SomeTexts),
        new("any-of", "ways of which one is gone, each a list of steps", $$"""{ "type": "array", "minItems": 1, "items": {{Steps}} }"""),
        new("end", "the contact ends; behind a pause", """{ "enum": [true, "yes"] }"""),
        new("pause", "how long nobody speaks before the next step; a step of its own", Pause),
        new("title", "what people call it, for {step} in messages", ValueSchemas.Text),
        new("optional", "whether it may be left out", Flag),
        new("times", "in how many turns it is said: 2, or { at-least: 1, at-most: 3 }; at least 4 at most", Times),
        new("within", "how long after the step before it: 2 turns of the agent, or 30 s", Delay),
        new("suggest", "model sentences for when it is missing", Texts),
    ];

    /// <summary>Of a named condition.</summary>
    internal static readonly SchemaKey[] Condition =
    [
        new("by", "who: agent, customer, bot, system or any (left out)", """{ "enum": ["agent", "customer", "bot", "system", "any"] }"""),
        new("say", "concepts; without it, turns are meant", SomeTexts),
        new("need", "how many of say are said together: any (left out), all, a number, or none, which is count: { max: 0 }", """{ "anyOf": [{ "enum": ["any", "all", "none"] }, { "type": "integer", "minimum": 1 }] }"""),
        new("together", "what “together” is: clause, sentence or turn (left out)", Choice<TextUnit>()),
        new("stands", "clause-start, clause-end, turn-start or turn-end", Choice<PositionGuard>()),
        new("before", "another condition, from whose hit is looked", ValueSchemas.Text),
        new("after", "another condition, from whose hit is looked", ValueSchemas.Text),
        new("around", "another condition, from whose hit is looked", ValueSchemas.Text),
        new("at", "another condition, from whose hit is looked", ValueSchemas.Text),
        new("hit", "which hit of it: every (left out), any, first, last, or its number", """{ "anyOf": [{ "enum": ["every", "any", "first", "last"] }, { "type": "integer", "minimum": 1, "maximum": 1000 }] }"""),
        new("within", "how far from that hit: 2 turns, 1 to 3 turns of all, 2 sentences, 30 s, 10 %", ValueSchemas.Reach),
        new("range", "in which part of the conversation: first 3 turns, last 30 s, 2 to 5 sentences, 20 to 50 %", Part),
        new("count", "how many hits: 2 or more, or { min: 2, max: 3 }", Count),
        new("where", "what is asked of the conversation's own data, instead of all others: { queue: 售后, waited: { more: 60 } }", Metadata),
    ];

    /// <summary>Of a suppression.</summary>
    internal static readonly SchemaKey[] Suppression =
    [
        new("id", "its name in reports; needed", ValueSchemas.Text),
        new("rule", "the rule whose violations are excused; this or source is needed", ValueSchemas.Text),
        new("source", "the handbook row whose violations are excused", ValueSchemas.Text),
        new("reason", "why; needed", ValueSchemas.Text),
        new("owner", "who answers for it; needed", ValueSchemas.Text),
        new("until", "the last day on which it holds, such as 2026-12-31; needed", Day),
        new("conversation", "the id of the one conversation that is meant", ValueSchemas.Text),
        new("text", "what the turn with the violation must say; width, spaces, punctuation and script variants aside", ValueSchemas.Text),
        new("attributes", "{ queue: [售后] }: the conversation must have one of the values of each", Attributes),
    ];

    /// <summary>Suppressions as a list; none when it is empty.</summary>
    internal static readonly string SuppressionList = ListOf($$"""
        { "allOf": [{{PackSchemas.Closed(Suppression, "id", "reason", "owner", "until")}}, { "oneOf": [{ "required": ["rule"] }, { "required": ["source"] }] }] }
        """);

    /// <summary>Of an item of a scorecard.</summary>
    internal static readonly SchemaKey[] ScoreItem =
    [
        new("name", "what people call it; needed", ValueSchemas.Text),
        new("rules", "ids of rules; * at the end stands for any rest", SomeTexts),
        new("sources", "handbook rows that rules cite; * as above", SomeTexts),
        new("tags", "labels of rules", SomeTexts),
        new("take", "the points that a violation takes; this or give is needed", Points),
        new("give", "the points for each rule that had an occasion and was kept", Points),
        new("per", "hit (when left out): each violation takes; rule: all of one rule's together take once", """{ "enum": ["hit", "rule"] }"""),
        new("at-most", "the most that the item takes or gives", Points),
    ];

    /// <summary>Of a veto of a scorecard.</summary>
    internal static readonly SchemaKey[] ScoreVeto =
    [
        new("name", "what people call it; needed", ValueSchemas.Text),
        new("rules", "as in items", SomeTexts),
        new("sources", "as in items", SomeTexts),
        new("tags", "as in items", SomeTexts),
        new("ceiling", "the highest score that one violation of these leaves; 0 when left out", Points),
    ];

    private const string Picks = """[{ "required": ["rules"] }, { "required": ["sources"] }, { "required": ["tags"] }]""";

    private static readonly string Item = $$"""{ "allOf": [{{PackSchemas.Closed(ScoreItem, "name")}}, { "anyOf": {{Picks}} }, { "oneOf": [{ "required": ["take"] }, { "required": ["give"] }] }] }""";

    private static readonly string Veto = $$"""{ "allOf": [{{PackSchemas.Closed(ScoreVeto, "name")}}, { "anyOf": {{Picks}} }] }""";

    /// <summary>Of a scorecard.</summary>
    internal static readonly SchemaKey[] Scorecard =
    [
        new("start", "the score before anything was checked; 100 when left out", Points),
        new("full", "the highest score; 100, or start when that is more", Points),
        new("items", "what is taken and given, in order", SomeOf(Item)),
        new("veto", "what brings the score down whatever else was good", SomeOf(Veto)),
        new("levels", "names of scores, each with the least score that has it", PointsByName),
    ];

    /// <summary>A scorecard as a value.</summary>
    internal static readonly string WholeScorecard = PackSchemas.Closed(Scorecard).ToJsonString();

    /// <summary>Of what is changed in a rule.</summary>
    internal static readonly SchemaKey[] Tuning =
    [
        new("severity", "info, warning or error", Choice<Severity>()),
        new("weight", "the points of a violation on the [scorecard](scorecards.md)", Points),
        new("confidence", "above 0 and at most 1", Number("0.01", "1")),
        new("applies-when", "instead of the rule's own", Occasion),
    ];

    /// <summary>What is changed in rules, by their ids.</summary>
    internal static readonly string Tunings = $$"""{ "type": "object", "additionalProperties": {{PackSchemas.Closed(Tuning)}} }""";

    /// <summary>Of settings for a channel or a queue.</summary>
    internal static readonly SchemaKey[] Setting =
    [
        new("when", "channel, direction, attributes; needed, and all of them must hold", OccasionOfSettings),
        new("slots", "other values for slots of the pack", Slots),
        new("disable", "rules, or handbook rows, that do not apply there", Texts),
        new("tune", "as above", Tunings),
    ];

    /// <summary>Settings as a list; none when it is empty.</summary>
    internal static readonly string SettingList = ListOf(PackSchemas.Closed(Setting, "when").ToJsonString());

    private static string SomeOf(string schema) => $$"""{ "anyOf": [{{schema}}, { "type": "array", "minItems": 1, "items": {{schema}} }] }""";

    private static string ListOf(string schema) => $$"""{ "anyOf": [{ "type": "null" }, {{schema}}, { "type": "array", "items": {{schema}} }] }""";
}
