using ScriptRules.Text;
using ScriptRules.Text.Facts;
using ScriptRules.Text.Matching;
using static ScriptRules.Rules.Schemas.ValueSchemas;

namespace ScriptRules.Rules.Schemas;

/// <summary>A key that is no field of a rule kind, for editors.</summary>
/// <param name="Name">The key.</param>
/// <param name="About">As in <c>docs/packs.md</c>.</param>
/// <param name="Schema">The JSON Schema of its value.</param>
internal sealed record SchemaKey(string Name, string About, string Schema);

/// <summary>The keys of packs, concepts, rules and examples, in the order of their readers.</summary>
internal static class SchemaKeys
{
    private const string Slots = $$"""
        { "type": ["object", "null"], "additionalProperties": { "anyOf": [{ "type": "null" }, {{ValueSchemas.Text}}, { "type": "object", "additionalProperties": false,
          "properties": { "value": {{ValueSchemas.Text}}, "about": {{ValueSchemas.Text}} } }] } }
        """;

    private const string Message = $$"""{ "anyOf": [{{ValueSchemas.Text}}, { "type": "object", "additionalProperties": {{ValueSchemas.Text}} }] }""";

    private const string Customer = $$"""
        { "type": "object", "additionalProperties": false, "properties": { "name": {{ValueSchemas.Text}}, "honorific": {{ValueSchemas.Text}} } }
        """;

    private static readonly string Occasion = $$"""
        { "type": "object", "additionalProperties": false, "properties": { "channel": {{Choices<Channel>()}}, "direction": {{Choice<Direction>()}} } }
        """;

    internal static readonly SchemaKey[] Pack =
    [
        new("name", "needed; a word for reports", ValueSchemas.Text),
        new("version", "of the pack", ValueSchemas.Text),
        new("title", "for people", ValueSchemas.Text),
        new("language", "Chinese, such as zh-CN; no other is read", """{ "type": "string", "pattern": "^zh" }"""),
        new("time-zone", "of the site, an IANA name; Asia/Shanghai when left out", """{ "type": "string", "minLength": 1 }"""),
        new("include", "the topic files to read, relative to the folder; all YAML files of the folder when left out, examples/ apart", Texts),
        new("calendar", "the file with the festivals, such as ../calendars/cn.yaml", ValueSchemas.Text),
        new("notices", "the house's own days of festivals: [{ festival, from, to, source }]; they win over the computed ones", CalendarSchema.Notices),
        new("where-festivals-meet", "either opening is right (when left out), or only that of the first in the calendar's order", """{ "enum": ["either", "first"] }"""),
        new("windows", "named parts of the day, morning: 00:00-12:00; together they cover it once", """{ "type": ["object", "null"], "additionalProperties": { "type": "string", "pattern": "^[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}$" } }"""),
        new("slots", "blanks by name: brand: 小鹿商城, or { value: …, about: … }; without a value it is open, a or b, written with a bar between them, is either", Slots),
        new("acknowledgement", "the concept that brings up nothing new when the customer says nothing else", ValueSchemas.Text),
        new("greeting", "the concept by which a draft with nothing before it is taken for an opening", ValueSchemas.Text),
        new("farewell", "the concept by which a draft closes the contact", ValueSchemas.Text),
        new("handbook", "a file of sentences by id; a rule that cites another id is an error", ValueSchemas.Text),
    ];

    internal static readonly SchemaKey[] Concept =
    [
        new("title", "what people call it, for {missing} in messages", ValueSchemas.Text),
        new("says", "templates; see [patterns](patterns.md)", SomeTexts),
        new("regex", "regular expressions over the folded text", SomeTexts),
        new("any-of", "concepts of which each saying is a saying of this one", SomeTexts),
        new("at-least", "how many of any-of must be said in one within", Number("1", "100")),
        new("ignores-punctuation", "whether a saying may run across punctuation, as a model sentence that is read out does", Flag),
        new("all-of", "concepts that must all be said in one within", SomeTexts),
        new("none-of", "concepts that must not be said in the same within", Texts),
        new("within", "clause, sentence (when left out) or turn", Choice<TextUnit>()),
        new("ordered", "whether all-of comes in the order given", Flag),
        new("not-inside", "longer words inside which a saying does not count", Texts),
        new("turn-at-most", "how many characters the turn may have, punctuation aside", Number("1", "10000")),
        new("at", "where a saying stands: clause-start, clause-end, turn-start, turn-end; all of those given", Choices<PositionGuard>()),
        new("after", "templates of which one stands earlier in the clause", Texts),
        new("not-after", "templates that do not stand earlier in the clause", Texts),
        new("before", "templates of which one stands later in the clause", Texts),
        new("not-before", "templates that do not stand later in the clause", Texts),
        new("in-question", "whether the sentence asks (true) or does not (false)", Flag),
        new("allow", "quoted, titled, reported, negated: sayings that would otherwise not count", Choices<MentionTraits>()),
    ];

    internal static readonly SchemaKey[] Rule =
    [
        new("id", "needed; English words", ValueSchemas.Text),
        new("kind", "needed", ValueSchemas.Text),
        new("title", "for people", ValueSchemas.Text),
        new("description", "how the requirement is read, and what the rule cannot see", ValueSchemas.Text),
        new("source", "handbook rows", Texts),
        new("severity", "info, warning or error (when left out)", Choice<Severity>()),
        new("confidence", "above 0 and at most 1", Number("0.01", "1")),
        new("message", "what is told to the agent, with {said} and {missing}; one text, or one for each reason that the kind knows ('' for the others)", Message),
        new("suggest", "model sentences, best first, with slots", Texts),
        new("applicability", "automatic when only the wording changes, or confirm (when left out)", Choice<Applicability>()),
        new("applies-when", "{ channel: [voice, chat, email], direction: inbound }", Occasion),
        new("tags", "free labels", Texts),
        new("examples", "pass: and fail:, see below", """{ "$ref": "#/definitions/examples" }"""),
    ];

    internal static readonly SchemaKey[] Example =
    [
        new("say", "the reply, behind turns if there are any", ValueSchemas.Text),
        new("turns", "what was said, 客服: …, 客户: …, 机器人: …, 系统: …, each with start and end in seconds if need be", """{ "$ref": "#/definitions/turns" }"""),
        new("at", "when the conversation began, 2026-02-17T09:00, at the site", """{ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}" }"""),
        new("channel", "voice, chat or email", Choice<Channel>()),
        new("direction", "inbound or outbound", Choice<Direction>()),
        new("customer", "{ name, honorific } on record", Customer),
        new("answered-at", "when the call was picked up, in seconds", Number("0", "86400")),
        new("rewrite", "a reply that must be offered", ValueSchemas.Text),
    ];
}
