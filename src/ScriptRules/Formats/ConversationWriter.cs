using System.Globalization;
using System.Text;
using ScriptRules.Text;

namespace ScriptRules.Formats;

/// <summary>Writes conversations as JSON that reads back the same, on one line.</summary>
/// <remarks>
/// Chinese stays readable; lone surrogates become escapes, so that no unit is lost. Unknown members are left out.
/// Attributes come in ordinal order of their names, so the same conversation gives the same text.
/// </remarks>
public static class ConversationWriter
{
    /// <summary>One JSON object without line breaks: a <c>.json</c> file, or a line of a <c>.jsonl</c>.</summary>
    public static string ToJson(Conversation conversation)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        var json = new JsonObjectBuilder();
        json.Text("id", conversation.Id.Length == 0 ? null : conversation.Id);
        json.Text("channel", conversation.Channel?.ToString().ToLowerInvariant());
        json.Text("direction", conversation.Direction?.ToString().ToLowerInvariant());
        json.Date("startedAt", conversation.StartedAt);
        json.Seconds("answeredAt", conversation.AnsweredAt);
        json.Seconds("endedAt", conversation.EndedAt);
        json.Party("agent", conversation.Agent);
        json.Party("customer", conversation.Customer);
        if (!conversation.Turns.IsEmpty || conversation.Draft is null)
            json.Raw("turns", "[" + string.Join(',', conversation.Turns.Select(Turn)) + "]");
        if (!conversation.Attributes.IsEmpty)
            json.Raw("attributes", Attributes(conversation));
        if (conversation.Draft is { } draft)
            json.Raw("draft", Draft(draft));
        return json.ToString();
    }

    /// <summary>Writes the conversations as UTF-8, one a line.</summary>
    public static void WriteLines(Stream stream, IEnumerable<Conversation> conversations)
    {
        ArgumentNullException.ThrowIfNull(conversations);
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        foreach (var conversation in conversations)
        {
            writer.Write(ToJson(conversation));
            writer.Write('\n');
        }
    }

    private static string Turn(Turn turn)
    {
        var json = new JsonObjectBuilder();
        json.Text("speaker", turn.Speaker.ToString().ToLowerInvariant());
        json.Text("text", turn.Text);
        json.Seconds("start", turn.Start);
        json.Seconds("end", turn.End);
        if (!turn.Words.IsEmpty)
            json.Raw("words", "[" + string.Join(',', turn.Words.Select(Word)) + "]");
        return json.ToString();
    }

    private static string Word(Word word)
    {
        var json = new JsonObjectBuilder();
        json.Text("text", word.Text);
        json.Seconds("start", word.Start);
        json.Seconds("end", word.End);
        return json.ToString();
    }

    private static string Draft(Draft draft)
    {
        var json = new JsonObjectBuilder();
        json.Text("text", draft.Text);
        json.Date("at", draft.At);
        return json.ToString();
    }

    private static string Attributes(Conversation conversation)
    {
        var json = new JsonObjectBuilder();
        foreach (var (name, value) in conversation.Attributes.OrderBy(a => a.Key, StringComparer.Ordinal))
            json.Text(name, value);
        return json.ToString();
    }

    /// <summary>The members of one object; those whose value is null are left out.</summary>
    private sealed class JsonObjectBuilder
    {
        private readonly StringBuilder _json = new("{");

        public void Text(string name, string? value)
        {
            if (value is not null)
                Raw(name, Quoted(value));
        }

        public void Date(string name, DateTimeOffset? value) =>
            Text(name, value?.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture));

        public void Seconds(string name, TimeSpan? value)
        {
            if (value is { } time)
                Raw(name, (time.Ticks / (decimal)TimeSpan.TicksPerSecond).ToString("0.#######", CultureInfo.InvariantCulture));
        }

        public void Party(string name, Party party)
        {
            if (party == ScriptRules.Text.Party.Unknown)
                return;

            var json = new JsonObjectBuilder();
            json.Text("id", party.Id);
            json.Text("name", party.Name);
            json.Text("honorific", party.Honorific);
            Raw(name, json.ToString());
        }

        public void Raw(string name, string json)
        {
            if (_json.Length > 1)
                _json.Append(',');
            _json.Append(Quoted(name)).Append(':').Append(json);
        }

        public override string ToString() => _json + "}";

        private static string Quoted(string text)
        {
            var quoted = new StringBuilder("\"");
            for (var i = 0; i < text.Length; i++)
            {
                var c = text[i];
                if (c is '"' or '\\')
                    quoted.Append('\\').Append(c);
                else if (c is '\n')
                    quoted.Append("\\n");
                else if (char.IsControl(c) || c is '\u2028' or '\u2029' || IsLone(text, i))
                    quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
                else
                    quoted.Append(c);
            }

            return quoted.Append('"').ToString();
        }

        private static bool IsLone(string text, int i) =>
            (char.IsHighSurrogate(text[i]) && (i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])))
            || (char.IsLowSurrogate(text[i]) && (i == 0 || !char.IsHighSurrogate(text[i - 1])));
    }
}
