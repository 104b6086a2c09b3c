using System.Text;
using System.Text.Json;
using ScriptRules.Cli.Explaining;
using ScriptRules.Rules;

namespace ScriptRules.Cli.Reports;

/// <summary>Writes the rules of a pack as SARIF's reporting descriptors, in the order of the pack.</summary>
internal sealed class SarifRules(Utf8JsonWriter json, RulePack pack)
{
    private const int ExamplesShown = 3;

    internal void Write()
    {
        json.WriteStartArray("rules"u8);
        for (var index = 0; index < pack.Rules.Length; index++) Write(pack.Rules[index], [.. ExplainCommand.SourcesOf(pack, index)]);
        json.WriteEndArray();
    }

    private void Write(Rule rule, List<string> sources)
    {
        var title = rule.Title.Length > 0 ? rule.Title : rule.Id;
        var sentences = sources.Select(s => pack.Handbook.TryGetValue(s, out var sentence) ? $"{s} {sentence}" : s).ToList();
        json.WriteStartObject();
        json.WriteString("id"u8, rule.Id);
        json.WriteString("name"u8, Pascal(rule.Id));
        SarifText.Write(json, "shortDescription"u8, title);
        SarifText.Write(json, "fullDescription"u8, rule.Description.Length > 0 ? rule.Description : sentences.Count > 0 ? string.Join('\n', sentences) : title);
        SarifText.Write(json, "help"u8, Help(rule, sentences, isMarkdown: false), Help(rule, sentences, isMarkdown: true));
        json.WriteStartObject("defaultConfiguration"u8);
        json.WriteString("level"u8, SeverityWords.Of(rule.Severity).Sarif);
        json.WriteEndObject();
        json.WriteStartObject("properties"u8);
        json.WriteString("kind"u8, rule.Kind);
        json.WriteNumber("confidence"u8, rule.Confidence);
        WriteTexts("sources"u8, sources);
        if (!rule.Tags.IsEmpty) WriteTexts("tags"u8, rule.Tags);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteTexts(ReadOnlySpan<byte> name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts.Distinct(StringComparer.Ordinal)) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private string Help(Rule rule, List<string> sentences, bool isMarkdown)
    {
        var help = new StringBuilder();
        if (rule.Description.Length > 0) help.Append(Text(rule.Description)).Append('\n');
        List("手册", sentences);
        List("范句", RuleText.ModelSentences(pack, rule));
        List("合规例", rule.Examples.Where(e => !e.Breaks).Take(ExamplesShown).Select(Case));
        List("违规例", rule.Examples.Where(e => e.Breaks).Take(ExamplesShown).Select(Case));
        return help.Length > 0 ? help.ToString().Trim('\n') : Text(rule.Title.Length > 0 ? rule.Title : rule.Id);

        void List(string heading, IEnumerable<string> texts)
        {
            var all = texts.ToList();
            if (all.Count == 0) return;
            help.Append(isMarkdown ? $"\n**{heading}**\n\n" : $"\n{heading}\n");
            foreach (var text in all) help.Append("- ").Append(Text(text)).Append('\n');
        }

        string Text(string text) => isMarkdown ? MarkdownText.Of(text) : text;
    }

    private static string Case(Example example)
    {
        var turns = example.Conversation.Turns.Select(t => $"{Wordings.Of(t.Speaker)}: {t.Text}");
        return string.Join(" / ", example.Conversation.Draft is { } draft ? turns.Append($"客服: {draft.Text}") : turns);
    }

    /// <summary>Such as <c>NeverPassTheBuck</c>.</summary>
    private static string Pascal(string id) =>
        string.Concat(id.Split('.', '-', '_').Where(w => w.Length > 0).Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
}
