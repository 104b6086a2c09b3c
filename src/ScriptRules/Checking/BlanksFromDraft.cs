using System.Text;
using System.Text.RegularExpressions;

namespace ScriptRules.Checking;

/// <summary>Fills the blanks of a model sentence with what the agent said in their place: 我姓{agent_surname} beside 我姓罗.</summary>
internal static partial class BlanksFromDraft
{
    private const int ContextLength = 4;
    private const int LongestValue = 12;
    private const string Persons = "您你我"; // who is spoken to, or speaks, is no name

    /// <summary><paramref name="model"/> with the blanks filled that stand between words which <paramref name="draft"/> has too; the others stay.</summary>
    internal static string Fill(string model, string draft)
    {
        if (!model.Contains('{', StringComparison.Ordinal)) return model;
        var filled = new StringBuilder();
        var at = 0;
        foreach (Match blanks in Group().Matches(model))
        {
            filled.Append(model, at, blanks.Index - at);
            at = blanks.Index + blanks.Length;
            filled.Append(Said(WordsBefore(model, blanks.Index), WordsBehind(model, at), draft) ?? blanks.Value);
        }

        return filled.Append(model, at, model.Length - at).ToString();
    }

    /// <summary>What stands between the two in the draft; behind nothing else than the end of the clause when <paramref name="behind"/> is empty.</summary>
    private static string? Said(string before, string behind, string draft)
    {
        if (before.Length == 0) return null;
        for (var start = draft.IndexOf(before, StringComparison.Ordinal); start >= 0; start = draft.IndexOf(before, start + 1, StringComparison.Ordinal))
        {
            var from = start + before.Length;
            var end = from;
            while (end < draft.Length && end - from <= LongestValue && char.IsLetterOrDigit(draft[end]) && !(end > from && behind.Length > 0 && Follows(draft, end, behind))) end++;
            var isWhole = behind.Length > 0 ? Follows(draft, end, behind) : end == draft.Length || !char.IsLetterOrDigit(draft[end]);
            if (end > from && end - from <= LongestValue && isWhole && !draft.AsSpan(from, end - from).ContainsAny(Persons)) return draft[from..end];
        }

        return null;
    }

    private static bool Follows(string text, int at, string words) => at < text.Length && text.AsSpan(at).StartsWith(words, StringComparison.Ordinal);

    private static string WordsBefore(string model, int end)
    {
        var from = end;
        while (from > 0 && end - from < ContextLength && char.IsLetterOrDigit(model[from - 1])) from--;
        return model[from..end];
    }

    private static string WordsBehind(string model, int from)
    {
        var end = from;
        while (end < model.Length && end - from < ContextLength && char.IsLetterOrDigit(model[end])) end++;
        return model[from..end];
    }

    // Blanks that touch are filled by what stands in the place of all of them.
    [GeneratedRegex(@"(?:\{[^{}]*\})+", RegexOptions.CultureInvariant)]
    private static partial Regex Group();
}
