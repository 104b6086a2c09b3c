using ScriptRules.Text;
using ScriptRules.Text.Facts;
using ScriptRules.Text.Matching;
using static ScriptRules.Rules.Schemas.PartKeys;
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
    private const string Message = $$"""{ "anyOf": [{{ValueSchemas.Text}}, { "type": "object", "additionalProperties": {{ValueSchemas.Text}} }] }""";

    private const string Customer = $$"""
        { "type": "object", "additionalProperties": false, "properties": { "name": {{ValueSchemas.Text}}, "honorific": {{ValueSchemas.Text}} } }
        """;

    private const string TextsByName = $$"""{ "type": "object", "additionalProperties": {{ValueSchemas.Text}} }""";

    private static readonly string Sounds = $$"""{ "anyOf": [{{Flag}}, {{Choices<Accents>()}}] }""";

    private static readonly string Within = $$"""{ "anyOf": [{{Choice<TextUnit>()}}, { "type": "string", "pattern": "^[0-9]+(\\.[0-9]*)? *characters?$" }] }""";

    internal static readonly SchemaKey[] Pack =
    [
        new("name", "needed; a word for reports", ValueSchemas.Text),
        new("version", "of the pack", ValueSchemas.Text),
        new("title", "for people", ValueSchemas.Text),
        new("language", "Chinese, such as zh-CN; no other is read", """{ "type": "string", "pattern": "^zh" }"""),
        new("time-zone", "of the site, an IANA name; Asia/Shanghai when left out", """{ "type": "string", "minLength": 1 }"""),
        new("include", "the topic files to read, relative to the folder; all YAML files of the folder when left out, apart from examples/, suppressions.yaml, scorecard.yaml and folders with a pack.yaml of their own", Texts),
        new("calendar", "the file with the festivals, such as ../calendars/cn.yaml", ValueSchemas.Text),
        new("notices", "the house's own days of festivals: [{ festival, from, to, source }]; they win over the computed ones", CalendarSchema.Notices),
        new("where-festivals-meet", "either opening is right (when left out), or only that of the first in the calendar's order", """{ "enum": ["either", "first"] }"""),
        new("windows", "named parts of the day, morning: 00:00-12:00; together they cover it once", """{ "type": ["object", "null"], "additionalProperties": { "type": "string", "pattern": "^[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}$" } }"""),
        new("slots", "blanks by name: brand: 小鹿商城, or { value: …, about: … }; without a value it is open, a or b, written with a bar between them, is either", Slots),
        new("scenarios", "what the customer says in each case that a script document names, 客户致谢: 谢谢你的帮助; see [scripts](scripts.md#the-case-and-what-the-customer-says)", TextsByName),
        new("acknowledgement", "the concept that brings up nothing new when the customer says nothing else", ValueSchemas.Text),
        new("greeting", "the concept by which a draft with nothing before it is taken for an opening", ValueSchemas.Text),
        new("farewell", "the concept by which a draft closes the contact", ValueSchemas.Text),
        new("sound-like-in-speech", "as sound-like of a concept, for all that do not say for themselves, in conversations of the channel voice", Sounds),
        new("disguises", "as disguises of a concept, for all that do not say for themselves", Choices<Disguises>()),
        new("handbook", "a file of sentences by id; a rule that cites another id is an error", ValueSchemas.Text),
        new("extends", "the packs that it builds on, in order: a folder with a slash, ../service, or the name of one in the library, service; see [extending](extending.md)", Texts),
        new("disable", "rules of those packs that do not count here, by id or by handbook row", Texts),
        new("tune", "what is changed in rules, { rule-id: { severity: warning } }", Tunings),
        new("settings-for", "slots, severities and rules that differ by channel, direction or queue", SettingList),
        new("suppressions", "violations that are excused for a while; also in suppressions.yaml; see [suppressions](suppressions.md)", SuppressionList),
        new("scorecard", "how violations become a score; also in scorecard.yaml; see [scorecards](scorecards.md)", WholeScorecard),
    ];

    internal static readonly SchemaKey[] Concept =
    [
        new("title", "what people call it, for {missing} in messages", ValueSchemas.Text),
        new("says", "templates; see [patterns](patterns.md)", SomeTexts),
        new("regex", "regular expressions over the folded text", SomeTexts),
        new("similar", "sentences that are said nearly as written; see [patterns](patterns.md#near-a-sentence)", SomeTexts),
        new("coverage", "how much of such a sentence must be said: 0.5 to 1, 0.8 when left out", Number("0.5", "1")),
        new("sound-like", "true, or which sounds count as one: same, zh-z, n-l, ang-an, h-f; see [patterns](patterns.md#read-by-sound)", Sounds),
        new("disguises", "letters, pinyin, look-alikes, repeats; see [patterns](patterns.md#read-through-disguises)", Choices<Disguises>()),
        new("any-of", "concepts of which each saying is a saying of this one", SomeTexts),
        new("at-least", "how many of any-of must be said in one within", Number("1", "100")),
        new("ignores-punctuation", "whether a saying may run across punctuation, as a model sentence that is read out does", Flag),
        new("all-of", "concepts that must all be said in one within", SomeTexts),
        new("none-of", "concepts that must not be said in the same within", Texts),
        new("within", "clause, sentence (when left out) or turn; or a number, 20 characters, that all of all-of cover together at most", Within),
        new("ordered", "whether all-of comes in the order given", Flag),
        new("not-inside", "longer words inside which a saying does not count", Texts),
        new("turn-at-most", "how many characters the turn may have, punctuation aside", Number("1", "10000")),
        new("at", "where a saying stands: clause-start, clause-end, turn-start, turn-end; all of those given; whole-clause and whole-turn are two in one; anywhere (when left out) says of a short phrase that it is meant wherever it stands", Choices<PositionGuard>()),
        new("after", "templates of which one stands earlier in the clause", Texts),
        new("not-after", "templates that do not stand earlier in the clause", Texts),
        new("before", "templates of which one stands later in the clause", Texts),
        new("not-before", "templates that do not stand later in the clause", Texts),
        new("in-question", "whether the sentence asks (true) or does not (false)", Flag),
        new("allow", "quoted, titled, reported, negated: sayings that would otherwise not count", Choices<MentionTraits>()),
        new("refuse", "sayings that would otherwise count and do not: sound, noise, shape, repeat, similar, folded, question, hypothetical", Choices<MentionTraits>()),
        new("only", "of those, which a saying must have one of", Choices<MentionTraits>()),
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
        new("weight", "the points of a violation on the [scorecard](scorecards.md), 0 to 10000", Points),
        new("message", "what is told to the agent, with {said}, {missing}, {measured} ([timing](kinds/timing.md), [repeat](kinds/repeat.md)) and {step} ([sequence](kinds/sequence.md)); one text, or one for each reason that the kind knows ('' for the others)", Message),
        new("suggest", "model sentences, best first, with slots", Texts),
        new("applicability", "automatic when only the wording changes, or confirm (when left out)", Choice<Applicability>()),
        new("applies-when", "{ channel: [voice, chat, email], direction: inbound, attributes: { queue: [售后] }, from: 2026-11-01, to: 2026-11-11 }; see below", Occasion),
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
        new("attributes", "{ queue: 售后 }", TextsByName),
        new("answered-at", "when the call was picked up, in seconds", Number("0", "86400")),
        new("ended-at", "when the contact ended, in seconds", Number("0", "86400")),
        new("rewrite", "a reply that must be offered", ValueSchemas.Text),
    ];
}
