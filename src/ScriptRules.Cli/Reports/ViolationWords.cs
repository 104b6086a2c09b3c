using System.Globalization;
using ScriptRules.Rules;
using ScriptRules.Text;

namespace ScriptRules.Cli.Reports;

/// <summary>What people are told of a violation, in every format.</summary>
internal sealed class ViolationWords(RulePack pack)
{
    private readonly Dictionary<string, string> _titles = pack.Rules.ToDictionary(r => r.Id, r => r.Title, StringComparer.Ordinal);

    /// <summary>The title of a rule; empty when it has none.</summary>
    internal string Title(string rule) => _titles.GetValueOrDefault(rule, "");

    /// <summary>The rule's id with its title.</summary>
    internal string Name(string rule) => Title(rule) is { Length: > 0 } title ? $"{rule} {title}" : rule;

    /// <summary>The sentences of the handbook that were broken, each behind its id.</summary>
    internal IEnumerable<string> Handbook(Violation violation) =>
        violation.Sources.Select(id => pack.Handbook.TryGetValue(id, out var sentence) ? $"{id} {sentence}" : id);

    /// <summary>What made the violation, as far as the marked turn does not show it.</summary>
    internal IEnumerable<string> Evidence(Conversation conversation, Violation violation) =>
        violation.Evidence.Select(e => Evidence(conversation, violation, e)).Where(e => e.Length > 0);

    /// <summary>One fact that made the violation; empty when the marked turn shows it.</summary>
    internal string Evidence(Conversation conversation, Violation violation, Evidence evidence)
    {
        if (evidence.Concept == "clock")
        {
            var began = conversation.Draft?.At ?? conversation.StartedAt + (evidence.Turn < conversation.Turns.Length ? conversation.Turns[evidence.Turn].Start ?? TimeSpan.Zero : TimeSpan.Zero);
            var when = began is { } at ? pack.Clock.At(at) is var local ? string.Create(CultureInfo.InvariantCulture, $"{local.Day:yyyy-MM-dd} {local.Time:HH:mm} ") : "" : "";
            return $"开口时间 {when}({evidence.Text})";
        }

        if (evidence is { Concept: "customer-name", Span.Length: 0 }) return $"客户姓名 {evidence.Text}(来自资料)";
        var how = Wordings.Of(evidence.Match);
        if (evidence.Turn == violation.Turn) return how.Length > 0 ? $"“{evidence.Text}”{how}" : "";
        var what = evidence.Concept == "customer-name" ? "客户姓名" : pack.ConceptTitles.GetValueOrDefault(evidence.Concept, evidence.Concept);
        return $"{Wordings.Turn(conversation, evidence.Turn)}“{evidence.Text}”({what}){how}";
    }

    /// <summary>Such as <c>第 3 轮 客服 第 3-5 字</c>.</summary>
    internal static string Place(CheckedItem item, Violation violation)
    {
        var quote = Quote.Of(item, violation);
        return $"{(item.ScriptOf(violation.Turn) is null ? Wordings.Turn(item.Conversation, violation.Turn) : "话术")} {Wordings.Columns(quote.Text, quote.Span)}";
    }

    /// <summary>How sure the violation is; empty when it is certain.</summary>
    internal static string Sure(Violation violation) =>
        violation.Confidence < 1 ? $"(把握 {violation.Confidence.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal)})" : "";
}
