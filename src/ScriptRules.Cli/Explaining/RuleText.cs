using System.Globalization;
using ScriptRules.Cli.Reports;
using ScriptRules.Rules;
using ScriptRules.Text;

namespace ScriptRules.Cli.Explaining;

/// <summary>Writes what a rule asks, and on what ground.</summary>
internal sealed class RuleText(TextWriter output, RulePack pack)
{
    private const int Columns = 88;
    private const int LabelWidth = 10;
    private const int ExamplesShown = 3;

    internal void Write(Rule rule)
    {
        output.WriteLine(rule.Title.Length == 0 ? rule.Id : $"{rule.Id}  {rule.Title}");
        output.WriteLine();
        Paragraphs("手册", ExplainCommand.SourcesOf(pack, pack.Rules.IndexOf(rule)).Select(Sentence));
        if (rule.Description.Length > 0) Paragraphs("说明", [rule.Description]);
        Paragraphs("类型", [rule.Kind]);
        var sure = rule.Confidence < 1 ? $"(把握 {(rule.Confidence * 100).ToString("0", CultureInfo.InvariantCulture)}%)" : "";
        Paragraphs("级别", [Wordings.Of(rule.Severity) + sure]);
        if (rule.Weight is { } weight) Paragraphs("分值", [weight.ToString("0.##", CultureInfo.InvariantCulture)]);
        Paragraphs("适用", [Occasion(rule.AppliesWhen)]);
        Paragraphs("提示语", rule.Messages.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => m.Key.Length == 0 ? m.Value : $"{m.Key}: {m.Value}"));
        Paragraphs("范句", ModelSentences(pack, rule).Select(s => "√ " + s));
        Paragraphs("合规例", rule.Examples.Where(e => !e.Breaks).Take(ExamplesShown).SelectMany(Case));
        Paragraphs("违规例", rule.Examples.Where(e => e.Breaks).Take(ExamplesShown).SelectMany(Case));
        Paragraphs("出处", [rule.Place.ToString()]);
    }

    internal void Write(string source, IReadOnlyList<Rule> rules)
    {
        foreach (var line in Wrapping.Lines(Sentence(source), Columns)) output.WriteLine(line);
        output.WriteLine();
        if (rules.Count == 0) output.WriteLine("没有规则执行这一条。");
        foreach (var rule in rules) output.WriteLine($"  {Wordings.Of(rule.Severity)}  {rule.Id}{(rule.Title.Length == 0 ? "" : "  " + rule.Title)}");
    }

    private string Sentence(string id) => pack.Handbook.TryGetValue(id, out var sentence) ? $"{id} {sentence}" : id;

    /// <summary>The rule's own, else those of its requirements, as an opening has them.</summary>
    internal static IEnumerable<string> ModelSentences(RulePack pack, Rule rule)
    {
        if (!rule.Suggest.IsEmpty) return rule.Suggest;
        var index = pack.Rules.IndexOf(rule);
        return pack.Productions.Where(p => p.Rule == index).SelectMany(p => p.Suggest).Distinct(StringComparer.Ordinal);
    }

    private static string Occasion(AppliesWhen when)
    {
        var parts = new List<string> { when.Channels.IsEmpty ? "所有渠道" : string.Join("、", when.Channels.Select(c => Wordings.Of(c))) };
        if (when.Direction is { } direction) parts.Add(direction == Direction.Inbound ? "呼入" : "呼出");
        parts.AddRange(when.Attributes.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key} 为{string.Join("或", a.Value)}"));
        if (when.From is { } from) parts.Add($"{from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} 起");
        if (when.To is { } to) parts.Add($"{to.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} 止");
        return string.Join(",", parts);
    }

    private static IEnumerable<string> Case(Example example)
    {
        var turns = example.Conversation.Turns.Select(t => $"{Wordings.Of(t.Speaker)}: {t.Text}");
        var said = example.Conversation.Draft is { } draft ? turns.Append($"客服: {draft.Text}") : turns;
        return said.Select((line, i) => i == 0 ? "· " + line : "  " + line);
    }

    private void Paragraphs(string label, IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            foreach (var line in Wrapping.Lines(text, Columns - LabelWidth))
            {
                output.WriteLine($"{label}{new string(' ', LabelWidth - DisplayWidth.Of(label))}{line}");
                label = "";
            }
        }
    }
}
