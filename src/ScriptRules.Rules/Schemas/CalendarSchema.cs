namespace ScriptRules.Rules.Schemas;

/// <summary>The JSON Schema of calendars such as <c>rules/calendars/cn.yaml</c>, whose head describes the form.</summary>
internal static class CalendarSchema
{
    internal const string Notices = """
        { "type": ["array", "null"], "items": { "type": "object", "additionalProperties": false, "required": ["festival", "from", "to", "source"], "properties": {
          "festival": { "type": "string", "description": "a festival of the calendar that has an opening" },
          "from": { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "description": "the first day" },
          "to": { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "description": "the last day, included" },
          "source": { "type": "string", "minLength": 1, "description": "the notice, for the report" } } } }
        """;

    private const string Day = """([0-9]{2}-[0-9]{2}|lunar ([0-9]{2}-[0-9]{2}|eve)|solar (qingming|winter-solstice))""";

    private const string Date = """([0-9]{4}-)?[0-9]{2}-[0-9]{2}""";

    private const string Dates = $$"""{ "type": "string", "pattern": "^{{Date}}( to {{Date}})?$" }""";

    private const string Texts = """{ "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }] }""";

    internal const string Properties = $$"""
        {
          "festivals": { "type": "array", "description": "in order of precedence", "items": { "type": "object", "additionalProperties": false, "required": ["id", "name", "on"], "properties": {
            "id": { "type": "string", "pattern": "^[a-z]([a-z0-9-]*[a-z0-9])?$", "description": "English words in lower case, joined by hyphens" },
            "name": { "type": "string", "minLength": 1, "description": "the Chinese name" },
            "on": { "type": "string", "pattern": "^{{Day}}$", "description": "the festival's own day" },
            "opening": { "type": "boolean", "description": "whether agents open with a greeting of its own" },
            "statutory": { "type": "array", "description": "the days that the law gives it since some year", "items": { "type": "object", "additionalProperties": false, "required": ["since", "days", "law"], "properties": {
              "since": { "type": "integer", "minimum": 1901, "maximum": 2100 },
              "days": { "type": "string", "pattern": "^{{Day}}( to {{Day}})?$" },
              "law": { "type": "string", "minLength": 1 } } } } } } },
          "official": { "type": "array", "description": "who works when, by year", "items": { "type": "object", "additionalProperties": false, "required": ["year", "source", "days"], "properties": {
            "year": { "type": "integer", "minimum": 1902, "maximum": 2100 },
            "source": { "type": "string", "minLength": 1, "description": "title and number of the notice" },
            "url": { "type": "string", "pattern": "^https?://" },
            "days": { "type": "array", "items": { "type": "object", "additionalProperties": false, "required": ["for"], "properties": {
              "for": {{Texts}},
              "off": { "anyOf": [{{Dates}}, { "type": "array", "items": {{Dates}} }], "description": "days off" },
              "work": { "anyOf": [{ "type": "string", "pattern": "^{{Date}}$" }, { "type": "array", "items": { "type": "string", "pattern": "^{{Date}}$" } }], "description": "days of a weekend that are worked instead" },
              "source": { "type": "string", "minLength": 1, "description": "another notice that added or changed it" } } } } } } },
          "notices": {{Notices}}
        }
        """;
}
