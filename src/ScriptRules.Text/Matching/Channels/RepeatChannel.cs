using ScriptRules.Text.Facts;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Matching.Channels;

/// <summary>Reads a character that is said several times in a row as one.</summary>
/// <remarks>Words with such a repetition of their own, as 谢谢, are left to be found as written.</remarks>
internal sealed class RepeatChannel : Channel
{
    internal override MentionTraits Mark => MentionTraits.Repeat;

    internal override (int Guarded, int Free) Least => (2, 3);

    internal override ChannelView? Read(FoldedText text)
    {
        var chars = text.Chars;
        if (!Repeats(chars)) return null;
        var view = new ChannelView.Builder(text);
        for (var i = 0; i < chars.Length; i++)
        {
            if (i > 0 && chars[i] == chars[i - 1] && (text.BreakBefore(i) & Breaks.Clause & ~Break.Particle) == 0) view.Stretch(i + 1);
            else view.Add(chars[i], i, i + 1);
        }

        return view.View();
    }

    internal override IReadOnlyList<string> Spell(string word) => Repeats(word) ? [] : [word];

    private static bool Repeats(ReadOnlySpan<char> text)
    {
        for (var i = 1; i < text.Length; i++)
            if (text[i] == text[i - 1]) return true;
        return false;
    }
}
