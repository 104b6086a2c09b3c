using ScriptRules.Text.Facts;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Matching.Channels;

/// <summary>Reads characters that look alike as one, and two or three that make up another as that one.</summary>
internal sealed class LookAlikeChannel : Channel
{
    internal override MentionTraits Mark => MentionTraits.Shape;

    internal override (int Guarded, int Free) Least => (2, 3);

    internal override ChannelView? Read(FoldedText text)
    {
        var chars = text.Chars;
        if (!chars.ContainsAny(LookAlikes.Suspects)) return null;
        var inPlace = new char[chars.Length];
        for (var i = 0; i < chars.Length; i++)
        {
            if (LookAlikes.Joined(chars[i..], out var parts) != '\0' && Touch(text, i, parts)) return Joined(text);
            inPlace[i] = LookAlikes.Of(chars[i]);
        }

        return ChannelView.InPlace(text, inPlace);
    }

    /// <summary>The view of a text in which characters are written in parts.</summary>
    private static ChannelView Joined(FoldedText text)
    {
        var chars = text.Chars;
        var view = new ChannelView.Builder(text);
        for (var i = 0; i < chars.Length; i++)
        {
            var joined = LookAlikes.Joined(chars[i..], out var parts);
            if (joined != '\0' && Touch(text, i, parts))
            {
                view.Add(LookAlikes.Of(joined), i, i + parts);
                i += parts - 1;
            }
            else view.Add(LookAlikes.Of(chars[i]), i, i + 1);
        }

        return view.View();
    }

    private static bool Touch(FoldedText text, int start, int count)
    {
        for (var i = start + 1; i < start + count; i++)
            if (text.BreakBefore(i) != Break.None) return false;
        return true;
    }

    internal override IReadOnlyList<string> Spell(string word) => [string.Concat(word.Select(LookAlikes.Of))];
}
