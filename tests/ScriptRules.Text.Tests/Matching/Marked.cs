using System.Text;
using ScriptRules.Text.Matching;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Tests.Matching;

/// <summary>A text with the expected mentions in it: <c>[这事不归我管]{passing-the-buck}。</c> A mark without a name is of the concept <c>said</c>.</summary>
internal static class Marked
{
    internal const string Unnamed = "said";

    /// <summary>The plain text, and the mentions as <see cref="Show"/> writes them.</summary>
    internal static (string Text, IReadOnlyList<string> Mentions) Parse(string marked)
    {
        var text = new StringBuilder();
        var mentions = new List<(int Start, int End, string Concept)>();
        var start = 0;
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked[i] == '[') start = text.Length;
            else if (marked[i] == ']')
            {
                var named = i + 1 < marked.Length && marked[i + 1] == '{';
                var close = named ? marked.IndexOf('}', i) : i;
                mentions.Add((start, text.Length, named ? marked[(i + 2)..close] : Unnamed));
                i = close;
            }
            else text.Append(marked[i]);
        }

        var plain = text.ToString();
        return (plain, [.. mentions.Select(m => Show(plain, m.Start, m.End, m.Concept))]);
    }

    internal static string Show(string text, int start, int end, string concept) => $"{concept} {start}-{end} {text[start..end]}";

    internal static IReadOnlyList<string> Show(string text, Lexicon lexicon) =>
        [.. lexicon.Scan(FoldedText.Of(text)).Select(hit => Show(text, hit.Span.Start, hit.Span.End, lexicon.NameOf(hit.Concept)))];
}
