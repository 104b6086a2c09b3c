using ScriptRules.Text.Facts;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Matching.Channels;

/// <summary>Reads every Han character as its syllable.</summary>
/// <remarks>
/// A character is replaced by the first one that sounds like it. In a text a character has its usual reading; a phrase is looked for
/// in all common readings of its characters, up to <see cref="MostSpellings"/>.
/// </remarks>
internal sealed class SoundChannel : Channel
{
    private const int MostSpellings = 8;

    private readonly Accents _accents;
    private readonly char[] _map = new char[0x10000];
    private readonly Dictionary<string, char> _first = new(StringComparer.Ordinal);

    internal SoundChannel(Accents accents)
    {
        _accents = accents;
        for (var c = 0; c < _map.Length; c++) _map[c] = (char)c;
        foreach (var (c, syllable) in Pinyin.All.OrderBy(p => p.Key))
        {
            var sound = Fold(syllable, accents);
            if (!_first.TryGetValue(sound, out var first)) _first.Add(sound, first = c);
            _map[c] = first;
        }
    }

    internal override MentionTraits Mark => MentionTraits.Sound;

    internal override (int Guarded, int Free) Least => (3, 4);

    internal override ChannelView Read(FoldedText text)
    {
        var chars = new char[text.Length];
        for (var i = 0; i < chars.Length; i++) chars[i] = _map[text.Chars[i]];
        return ChannelView.InPlace(text, chars);
    }

    internal override IReadOnlyList<string> Spell(string word)
    {
        IReadOnlyList<string> spellings = [""];
        foreach (var c in word)
        {
            var sounds = Pinyin.AllOf(c).Select(s => _first.GetValueOrDefault(Fold(s, _accents), c)).DefaultIfEmpty(c).Distinct().ToList();
            if (spellings.Count * sounds.Count > MostSpellings) sounds.RemoveRange(1, sounds.Count - 1);
            spellings = [.. spellings.SelectMany(head => sounds, (head, sound) => head + sound)];
        }

        return spellings;
    }

    /// <summary>A syllable with the sounds that count as one made one.</summary>
    internal static string Fold(string syllable, Accents accents)
    {
        if ((accents & Accents.ZhZ) != 0 && syllable is ['z' or 'c' or 's', 'h', ..]) syllable = syllable[0] + syllable[2..];
        if ((accents & Accents.NL) != 0 && syllable is ['n', _, ..] && syllable != "ng") syllable = "l" + syllable[1..];
        if ((accents & Accents.HF) != 0 && syllable is ['h', 'u', ..]) syllable = "f" + (syllable.Length > 2 ? syllable[2..] : "u");
        if ((accents & Accents.AngAn) != 0 && syllable is [.., 'a' or 'e' or 'i', 'n', 'g']) syllable = syllable[..^1];
        return syllable;
    }
}
