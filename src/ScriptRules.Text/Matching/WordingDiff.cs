using System.Collections.Immutable;
using System.Text;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Matching;

/// <summary>How far what was said is from a model sentence: which of its words are missing, and which are added.</summary>
/// <remarks>
/// Both are folded, and the longest common subsequence of their characters is taken. Texts longer than <see cref="LongestText"/> are
/// compared up to there. It measures wording, not meaning.
/// </remarks>
public sealed class WordingDiff
{
    /// <summary>How many folded characters of either text are compared.</summary>
    public const int LongestText = 1000;

    private WordingDiff(double coverage, ImmutableArray<string> missing, ImmutableArray<TextSpan> added, TextSpan span) =>
        (Coverage, Missing, Added, Span) = (coverage, missing, added, span);

    /// <summary>How much of the model is there, its characters in their order: 0 to 1.</summary>
    public double Coverage { get; }

    /// <summary>The words of the model that are not there, as the model writes them, in order.</summary>
    public ImmutableArray<string> Missing { get; }

    /// <summary>What stands between the model's words, in the text as sent; what stands before and behind them is not counted.</summary>
    public ImmutableArray<TextSpan> Added { get; }

    /// <summary>From the first of the model's words to the last; empty when there are none.</summary>
    public TextSpan Span { get; }

    /// <summary>Whether all of the model is there, and nothing between.</summary>
    public bool IsExact => Missing.IsEmpty && Added.IsEmpty;

    /// <summary>Compares <paramref name="said"/> with <paramref name="model"/>.</summary>
    /// <param name="model">A sentence; <c>{slots}</c> in it may hold anything.</param>
    /// <param name="said">As sent.</param>
    public static WordingDiff Of(string model, string said) => Of(model, FoldedText.Of(said));

    /// <summary>As <see cref="Of(string, string)"/>, for a text that is folded already.</summary>
    public static WordingDiff Of(string model, FoldedText said)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(said);
        var (plain, slots) = WithoutSlots(model);
        var folded = FoldedText.Of(plain);
        var length = Math.Min(folded.Length, LongestText);
        var places = Alignment.Of(folded.Chars[..length], said.Chars[..Math.Min(said.Length, LongestText)]);
        var matched = places.Count(p => p >= 0);
        if (matched == 0) return new WordingDiff(length == 0 ? 1 : 0, length == 0 ? [] : [plain], [], default);

        var missing = ImmutableArray.CreateBuilder<string>();
        var added = ImmutableArray.CreateBuilder<TextSpan>();
        for (int i = 0, last = -1; i < length; i++)
        {
            if (places[i] < 0)
            {
                var first = i;
                while (i + 1 < length && places[i + 1] < 0) i++;
                missing.Add(folded.Span(first, i + 1).Of(plain));
                continue;
            }

            // What fills a slot is not added.
            var between = last >= 0 ? places[i] - places[last] - 1 : 0;
            if (between > 0 && !slots.Exists(at => at > folded.SourceStart(last) && at <= folded.SourceStart(i))) added.Add(said.Span(places[last] + 1, places[i]));
            last = i;
        }

        var (start, end) = (places.First(p => p >= 0), places.Last(p => p >= 0) + 1);
        return new WordingDiff((double)matched / length, missing.ToImmutable(), added.ToImmutable(), said.Span(start, end));
    }

    /// <summary>The sentence without its slots, and where they were.</summary>
    private static (string Plain, List<int> Slots) WithoutSlots(string model)
    {
        var (plain, slots) = (new StringBuilder(), new List<int>());
        for (var i = 0; i < model.Length; i++)
        {
            var close = model[i] == '{' ? model.IndexOf('}', i) : -1;
            if (close < 0)
            {
                plain.Append(model[i]);
                continue;
            }

            slots.Add(plain.Length);
            i = close;
        }

        return (plain.ToString(), slots);
    }
}
