using ScriptRules.Text.Facts;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Matching.Channels;

/// <summary>A further way to read a text: its characters are changed, and the templates' words alike, so that more of them are equal.</summary>
internal abstract class Channel
{
    /// <summary>What a hit is marked with.</summary>
    internal abstract MentionTraits Mark { get; }

    /// <summary>How many characters of words a template must have, where a place guards it and where none does.</summary>
    internal abstract (int Guarded, int Free) Least { get; }

    /// <summary>The text as this channel reads it; null when it reads nothing in it that is not there as written.</summary>
    internal abstract ChannelView? Read(FoldedText text);

    /// <summary>All ways in which the text may show <paramref name="word"/>; empty when this channel does not read it.</summary>
    internal abstract IReadOnlyList<string> Spell(string word);

    /// <summary>Whether <paramref name="c"/> is a Han character; rare ones stand in private use.</summary>
    internal static bool IsHan(char c) => c is >= '\u3400' and < '\uA000' or >= '\uE000' and < '\uF900' or '〇';
}

/// <summary>A text as a channel reads it, with where each of its characters stands in the folded text.</summary>
/// <param name="text">What templates are matched against.</param>
/// <param name="starts">The first folded character of each; null when all are in their places.</param>
/// <param name="ends">The folded character after the last of each.</param>
internal sealed class ChannelView(FoldedText text, int[]? starts, int[]? ends)
{
    internal FoldedText Text { get; } = text;

    /// <summary>Where <c>[start, end)</c> stands in the folded text.</summary>
    internal (int Start, int End) Folded(int start, int end) => starts is null ? (start, end) : (starts[start], ends![end - 1]);

    /// <summary>A view with a character in the place of each of the text's.</summary>
    internal static ChannelView InPlace(FoldedText of, char[] chars) => new(FoldedText.Derived(of, chars), null, null);

    /// <summary>Collects characters, each with its place.</summary>
    internal sealed class Builder(FoldedText of)
    {
        private readonly char[] _chars = new char[of.Length];
        private readonly int[] _starts = new int[of.Length];
        private readonly int[] _ends = new int[of.Length];
        private int _count;

        /// <summary>Takes the next character; there are at most as many as in the text.</summary>
        internal void Add(char c, int start, int end) => (_chars[_count], _starts[_count], _ends[_count++]) = (c, start, end);

        /// <summary>Lets the last character reach to <paramref name="end"/>.</summary>
        internal void Stretch(int end) => _ends[_count - 1] = end;

        internal ChannelView View()
        {
            var (chars, starts, ends) = (Whole(_chars), Whole(_starts), Whole(_ends));
            return new ChannelView(FoldedText.Derived(of, chars, starts, ends), starts, ends);
        }

        private T[] Whole<T>(T[] items) => _count == items.Length ? items : items[.._count];
    }
}
