using ScriptRules.Text.Facts;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Matching.Channels;

/// <summary>Reads over up to two Latin letters or digits between two Han characters.</summary>
internal sealed class LetterChannel : Channel
{
    private const int MostLetters = 2;

    internal override MentionTraits Mark => MentionTraits.Noise;

    internal override (int Guarded, int Free) Least => (2, 3);

    internal override ChannelView? Read(FoldedText text)
    {
        var chars = text.Chars;
        ChannelView.Builder? view = null;
        for (var i = 0; i < chars.Length; i++)
        {
            var next = i + 1;
            while (next < chars.Length && next - i <= MostLetters + 1 && char.IsAsciiLetterOrDigit(chars[next])) next++;
            var skips = next > i + 1 && next - i <= MostLetters + 1 && next < chars.Length && IsHan(chars[i]) && IsHan(chars[next]);
            if (skips && view is null)
            {
                view = new ChannelView.Builder(text);
                for (var k = 0; k < i; k++) view.Add(chars[k], k, k + 1);
            }

            view?.Add(chars[i], i, i + 1);
            if (skips) i = next - 1;
        }

        return view?.View();
    }

    internal override IReadOnlyList<string> Spell(string word) => word.All(IsHan) ? [word] : [];
}
