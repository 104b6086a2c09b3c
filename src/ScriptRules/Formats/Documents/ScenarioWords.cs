using System.Collections.Immutable;

namespace ScriptRules.Formats.Documents;

/// <summary>Finds what the customer says in a scenario, by its name.</summary>
internal static class ScenarioWords
{
    private const string Separator = " / ";

    private static readonly string[] Customers = ["客户", "顾客", "用户", "买家", "如何", "怎么处理", "怎么回", "怎么答"];

    private static readonly (char Open, char Close)[] Quotes = [('“', '”'), ('"', '"'), ('「', '」'), ('『', '』')];

    /// <summary>
    /// Of the headings that the scenario is made of, the last that tells: the words it quotes, itself when it is a question that a customer asks,
    /// or what is said in the scenario whose name it contains; of several the longest.
    /// </summary>
    /// <param name="scenario">Headings with <c> / </c> between them.</param>
    /// <param name="known">What is said, by name.</param>
    /// <returns>Empty when nothing tells.</returns>
    internal static string Of(string scenario, ImmutableDictionary<string, string> known)
    {
        var parts = scenario.Split(Separator, StringSplitOptions.RemoveEmptyEntries);
        for (var i = parts.Length - 1; i >= 0; i--)
            if (OfPart(parts[i].Trim(), known) is { Length: > 0 } words) return words;
        return "";
    }

    private static string OfPart(string part, ImmutableDictionary<string, string> known)
    {
        foreach (var (open, close) in Quotes)
        {
            var from = part.IndexOf(open, StringComparison.Ordinal);
            var to = from < 0 ? -1 : part.IndexOf(close, from + 1);
            if (to > from + 1) return part[(from + 1)..to].Trim();
        }

        if (part is [.., '?' or '？'] && !Customers.Any(c => part.Contains(c, StringComparison.Ordinal))) return part;
        var best = "";
        foreach (var name in known.Keys)
        {
            if (!part.Contains(name, StringComparison.OrdinalIgnoreCase)) continue;
            if (name.Length > best.Length || (name.Length == best.Length && string.CompareOrdinal(name, best) < 0)) best = name;
        }

        return best.Length == 0 ? "" : known[best];
    }
}
