using System.Text;
using ScriptRules.Text;
using ScriptRules.Text.Entities;

namespace ScriptRules.Baselines;

/// <summary>A few words by which people know a place again.</summary>
internal static class Excerpt
{
    private const int Before = 8;
    private const int Longest = 40;

    /// <summary>At most 40 characters of <paramref name="text"/> around <paramref name="span"/>, personal data masked, on one line; … where it is cut.</summary>
    internal static string Of(string text, TextSpan span)
    {
        var runes = PersonalData.Mask(text).EnumerateRunes().ToArray();
        var first = 0;
        for (var at = 0; first < runes.Length && at < span.Start; first++) at += runes[first].Utf16SequenceLength;
        var from = runes.Length <= Longest ? 0 : Math.Max(0, Math.Min(first - Before, runes.Length - Longest));
        var to = Math.Min(runes.Length, from + Longest);
        var words = new StringBuilder(from > 0 ? "…" : "");
        foreach (var rune in runes[from..to]) words.Append(Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029 ? " " : rune.ToString());
        return words.Append(to < runes.Length ? "…" : "").ToString();
    }
}
